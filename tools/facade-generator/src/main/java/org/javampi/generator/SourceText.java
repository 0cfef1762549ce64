package org.javampi.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Java source as text, in lines of at most 120 columns. */
final class SourceText {
    private static final int COLUMNS = 120;
    private static final String BROKEN = "            ";
    private static final String CONTINUATION = "                ";

    private final StringBuilder text = new StringBuilder();

    /** Begins a compilation unit of the facade whose class is {@code declaration}. */
    static SourceText ofFacade(String declaration, String constructor, String... javadoc) {
        List<String> comment = new ArrayList<>(List.of(javadoc));
        comment.addAll(List.of("", "<p>Generated from the chapters when mpi-api is built."));
        SourceText text = new SourceText("org.javampi", List.of(), declaration, comment);
        return text.lines("    " + constructor + "() {}");
    }

    /** Begins a compilation unit. */
    SourceText(String packageName, List<String> imports, String declaration, List<String> javadoc) {
        text.append("package ").append(packageName).append(";\n\n");
        imports.forEach(line -> text.append(line).append('\n'));
        text.append(imports.isEmpty() ? "/**\n" : "\n/**\n");
        for (String line : javadoc) {
            text.append((" * " + line).stripTrailing()).append('\n');
        }
        text.append(" */\n").append(declaration).append(" {\n");
    }

    /** Adds lines as they are. */
    SourceText lines(String... lines) {
        for (String line : lines) {
            text.append(line).append('\n');
        }
        return this;
    }

    /** Adds a comment before the next member. */
    SourceText javadoc(Javadoc comment) {
        List<String> lines = comment.lines();
        text.append('\n');
        if (lines.size() == 1) {
            text.append("    /** ").append(lines.get(0)).append(" */\n");
        } else if (!lines.isEmpty()) {
            text.append("    /**\n");
            lines.forEach(
                    line -> text.append(("     * " + line).stripTrailing()).append('\n'));
            text.append("     */\n");
        }
        return this;
    }

    /** Adds a method; {@code end} is its body, or a semicolon. */
    SourceText method(String modifiers, Form form, String end) {
        String head = "    " + modifiers + " " + form.result() + " " + form.name() + "(";
        List<Parameter> parameters = form.parameters();
        String inLine = parameters.stream().map(Parameter::declaration).collect(Collectors.joining(", "));
        String tail = end.equals(";") ? ");" : ") " + end;
        int lineEnd = tail.indexOf('\n') < 0 ? tail.length() : tail.indexOf('\n');
        if (head.length() + inLine.length() + lineEnd <= COLUMNS) {
            text.append(head).append(inLine).append(tail).append('\n');
        } else if (BROKEN.length() + inLine.length() + lineEnd <= COLUMNS) {
            text.append(head)
                    .append('\n')
                    .append(BROKEN)
                    .append(inLine)
                    .append(tail)
                    .append('\n');
        } else {
            String each = parameters.stream()
                    .map(parameter -> BROKEN + parameter.declaration())
                    .collect(Collectors.joining(",\n"));
            text.append(head).append('\n').append(each).append(tail).append('\n');
        }
        return this;
    }

    String unit() {
        return text + "}\n";
    }

    /** A call as an expression; broken before its arguments when {@code columnsAround} leave too little room. */
    static String call(String function, String arguments, int columnsAround) {
        String inLine = function + "(" + arguments + ")";
        if (columnsAround + inLine.length() <= COLUMNS) {
            return inLine;
        }
        StringBuilder broken = new StringBuilder(function).append("(\n");
        StringBuilder line = new StringBuilder(CONTINUATION);
        for (String argument : arguments.split(" ")) {
            if (line.length() + argument.length() > COLUMNS - 4) {
                broken.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(CONTINUATION);
            }
            line.append(argument).append(' ');
        }
        return broken.append(line.toString().stripTrailing()).append(')').toString();
    }
}
