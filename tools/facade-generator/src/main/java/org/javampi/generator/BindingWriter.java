package org.javampi.generator;

import java.util.List;
import java.util.stream.Collectors;

/** Writes the abstract functions of {@code Binding}, and its handle forms, which go through the C form. */
final class BindingWriter implements GeneratedClass {
    private final List<Chapter> chapters;

    BindingWriter(List<Chapter> chapters) {
        this.chapters = chapters;
    }

    @Override
    public String name() {
        return "BindingFunctions";
    }

    @Override
    public String source() {
        SourceText text = SourceText.ofFacade(
                "abstract class BindingFunctions",
                "BindingFunctions",
                "The C form of every function, for a runtime to implement; handle forms wrap the handle and call the C form.");
        for (Chapter chapter : chapters) {
            for (Form form : chapter.all()) {
                if (form.kind() == Form.Kind.C) {
                    text.javadoc(new Javadoc(List.of("As {@link MPI#" + form.name() + "}.")));
                    text.method("public abstract", form, ";");
                } else if (form.kind() == Form.Kind.HANDLE) {
                    text.javadoc(new Javadoc(List.of("As {@link MPI#" + form.name() + "}, through the C form.")));
                    text.method("public", form, wrapping(form, chapter));
                }
            }
        }
        return text.unit();
    }

    private static String wrapping(Form handle, Chapter chapter) {
        Form c = chapter.all(Form.Kind.C).stream()
                .filter(handle::isHandleFormOf)
                .findFirst()
                .orElseThrow();
        String arguments = handle.parameters().stream()
                .map(parameter -> c.parameters().contains(parameter)
                        ? parameter.name()
                        : "new " + parameter.type() + "[] {" + parameter.name() + "}")
                .collect(Collectors.joining(", "));
        return "{\n        return " + SourceText.call(handle.name(), arguments, 16) + ";\n    }";
    }
}
