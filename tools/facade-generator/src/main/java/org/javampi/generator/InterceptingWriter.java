package org.javampi.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a tool that all functions go through one method of, with their arguments. */
final class InterceptingWriter implements GeneratedClass {
    private final List<Form> forms = new ArrayList<>();

    InterceptingWriter(List<Chapter> chapters) {
        for (Chapter chapter : chapters) {
            for (Form form : chapter.all(Form.Kind.C)) {
                if (form.result().equals("int")) {
                    forms.add(form);
                }
            }
        }
    }

    @Override
    public String name() {
        return "InterceptingTool";
    }

    @Override
    public String source() {
        SourceText text = SourceText.ofFacade(
                "public abstract class InterceptingTool extends Tool",
                "protected InterceptingTool",
                "A tool that all functions which return an error code go through in one method, which makes the call or does not.",
                "Functions have numbers, in the order of the chapters.");
        text.lines(
                "",
                "    /** A function of the layer below, to be called with arguments of the function's types. */",
                "    @FunctionalInterface",
                "    protected interface Call {",
                "        /** Calls it; answers its error code. */",
                "        int with(Object[] arguments);",
                "    }",
                "",
                "    /** A function is called: what the caller is to have. */",
                "    protected abstract int onCall(int function, Object[] arguments, Call call);",
                "",
                "    /** Declarations of all functions, by number: name, then type and name of each parameter, with bars between. */",
                "    protected static String[] declarations() {",
                "        return new String[] {");
        for (Form form : forms) {
            text.lines("            \"" + declaration(form) + "\",");
        }
        text.lines("        };", "    }");
        for (int number = 0; number < forms.size(); number++) {
            text.lines("", "    @Override").method("public", forms.get(number), body(forms.get(number), number));
        }
        return text.unit();
    }

    private static String declaration(Form form) {
        return form.name()
                + form.parameters().stream()
                        .map(parameter -> "|" + parameter.type() + " " + parameter.name())
                        .collect(Collectors.joining());
    }

    private static String body(Form form, int number) {
        List<String> casts = new ArrayList<>();
        for (int i = 0; i < form.parameters().size(); i++) {
            String type = form.parameters().get(i).type().replace("...", "[]");
            casts.add(type.equals("Object") ? "a[" + i + "]" : "(" + type + ") a[" + i + "]");
        }
        String call = SourceText.call("super." + form.name(), String.join(", ", casts), 20);
        String arguments = SourceText.call("", form.arguments(), 40);
        return "{\n        Object[] arguments = {" + arguments.substring(1, arguments.length() - 1)
                + "};\n        return onCall(" + number + ", arguments, a -> " + call + ");\n    }";
    }
}
