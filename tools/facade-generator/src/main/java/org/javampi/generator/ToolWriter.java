package org.javampi.generator;

import java.util.List;

/** Writes the forwarding of {@code Tool}: each C form to the layer below. */
final class ToolWriter implements GeneratedClass {
    private final List<Chapter> chapters;

    ToolWriter(List<Chapter> chapters) {
        this.chapters = chapters;
    }

    @Override
    public String name() {
        return "ToolFunctions";
    }

    @Override
    public String source() {
        SourceText text = SourceText.ofFacade(
                "abstract class ToolFunctions extends Binding",
                "ToolFunctions",
                "The C form of every function, passed on to the layer below as it comes.");
        text.lines("", "    /** The layer below. */", "    abstract Binding next();");
        for (Chapter chapter : chapters) {
            for (Form form : chapter.all(Form.Kind.C)) {
                String call = SourceText.call("next()." + form.name(), form.arguments(), 16);
                text.lines("", "    @Override").method("public", form, "{\n        return " + call + ";\n    }");
            }
        }
        return text.unit();
    }
}
