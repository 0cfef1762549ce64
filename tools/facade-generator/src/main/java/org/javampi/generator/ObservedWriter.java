package org.javampi.generator;

import java.util.List;

/** Writes a tool that is told of each call which communicates, or completes what does, before and after it. */
final class ObservedWriter implements GeneratedClass {
    private static final List<String> COMMUNICATING = List.of("MPI_Comm", "MPI_Request[]", "MPI_Message[]");
    private static final List<String> ENDS = List.of("MPI_Init", "MPI_Init_thread", "MPI_Finalize");

    private final List<Chapter> chapters;

    ObservedWriter(List<Chapter> chapters) {
        this.chapters = chapters;
    }

    @Override
    public String name() {
        return "ObservedTool";
    }

    @Override
    public String source() {
        SourceText text = SourceText.ofFacade(
                "public abstract class ObservedTool extends Tool",
                "protected ObservedTool",
                "A tool that is told of each call that communicates, with its arguments, before and after it.",
                "Calls that only ask, such as {@code MPI_Wtime}, go straight on.");
        text.lines(
                "",
                "    /**",
                "     * A call begins.",
                "     *",
                "     * @return what {@link #onReturn} gets",
                "     */",
                "    protected abstract Object onCall(String function, Object[] arguments);",
                "",
                "    /** A call has returned {@code code}; one that throws is not told of. */",
                "    protected abstract void onReturn(String function, Object begun, int code, Object[] arguments);");
        for (Chapter chapter : chapters) {
            for (Form form : chapter.all(Form.Kind.C)) {
                if (form.result().equals("int") && communicates(form)) {
                    text.lines("", "    @Override").method("public", form, body(form));
                }
            }
        }
        return text.unit();
    }

    private static boolean communicates(Form form) {
        return ENDS.contains(form.name())
                || form.parameters().stream().anyMatch(parameter -> COMMUNICATING.contains(parameter.type()));
    }

    private static String body(Form form) {
        String call = SourceText.call("super." + form.name(), form.arguments(), 20);
        String arguments = SourceText.call("", form.arguments(), 30);
        return "{\n        Object[] arguments = {" + arguments.substring(1, arguments.length() - 1)
                + "};\n        Object begun = onCall(\"" + form.name() + "\", arguments);\n        int code = " + call
                + ";\n        onReturn(\"" + form.name() + "\", begun, code, arguments);\n        return code;\n    }";
    }
}
