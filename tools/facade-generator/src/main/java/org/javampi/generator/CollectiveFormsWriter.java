package org.javampi.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the functions that recordings serve. */
final class CollectiveFormsWriter implements GeneratedClass {
    private static final Parameter COMM = new Parameter("MPI_Comm", "comm");
    private static final Parameter INFO = new Parameter("MPI_Info", "info");
    private static final Parameter REQUEST = new Parameter("MPI_Request[]", "request");

    private final List<RecordedCall> calls;
    private final String packageName;
    private final String rankHosts;

    /**
     * Of some calls.
     *
     * @param packageName of the recordings, and of what is written
     * @param rankHosts type of what the binding's constructors take
     */
    CollectiveFormsWriter(List<RecordedCall> calls, String packageName, String rankHosts) {
        this.calls = calls;
        this.packageName = packageName;
        this.rankHosts = rankHosts;
    }

    /** How a function treats what it has recorded: its method, and its parameters behind the call's own. */
    private enum Manner {
        CARRY_OUT("carryOut", COMM),
        START("start", COMM, REQUEST),
        PREPARE("prepare", COMM, INFO, REQUEST);

        private final String method;
        private final List<Parameter> parameters;

        Manner(String method, Parameter... parameters) {
            this.method = method;
            this.parameters = List.of(parameters);
        }

        String function(String blocking) {
            return switch (this) {
                case CARRY_OUT -> "MPI_" + blocking;
                case START -> "MPI_I" + Character.toLowerCase(blocking.charAt(0)) + blocking.substring(1);
                case PREPARE -> "MPI_" + blocking + "_init";
            };
        }
    }

    @Override
    public String name() {
        return "CollectiveForms";
    }

    @Override
    public String source() {
        SourceText text = new SourceText(
                packageName,
                List.of(
                        "import static " + packageName + ".CollectiveArguments.isRoot;",
                        "import static " + packageName + ".CollectiveArguments.narrowed;",
                        "",
                        "import org.javampi.MPI_Comm;",
                        "import org.javampi.MPI_Datatype;",
                        "import org.javampi.MPI_Info;",
                        "import org.javampi.MPI_Op;",
                        "import org.javampi.MPI_Request;"),
                "abstract class CollectiveForms extends ScheduledCalls",
                List.of(
                        "Collectives that are recorded: each function of them, made of its recording.",
                        "",
                        "<p>Generated from {@link CollectiveRecordings} when mpi-core is built."));
        text.lines("    CollectiveForms(" + rankHosts + " rankHosts) {", "        super(rankHosts);", "    }");
        for (Manner manner : Manner.values()) {
            for (RecordedCall call : calls) {
                if (manner != Manner.CARRY_OUT || call.blocking()) {
                    write(text, call, manner, false);
                    if (call.counts()) {
                        write(text, call, manner, true);
                    }
                }
            }
        }
        return text.unit();
    }

    private static void write(SourceText text, RecordedCall call, Manner manner, boolean large) {
        String function = manner.function(call.function()) + (large ? "_c" : "");
        List<Parameter> parameters = new ArrayList<>();
        List<String> values = new ArrayList<>(List.of("c", "s"));
        for (RecordedCall.Argument argument : call.arguments()) {
            parameters.add(large ? argument.large() : argument.plain(call.neighbors()));
            values.add(large ? argument.largeValue(call.neighbors()) : argument.plainValue(call.neighbors()));
        }
        parameters.addAll(manner.parameters);
        String passed = Stream.concat(
                        Stream.of("\"" + function + "\""),
                        manner.parameters.stream().map(Parameter::name))
                .collect(Collectors.joining(", "));
        String start = "        return " + manner.method + "(" + passed + ", (c, s) -> ";
        String recording = SourceText.call(call.method(), String.join(", ", values), start.length() + ");".length());
        String body = "{\n" + start + recording + ");\n    }";
        Form form = new Form(Form.Kind.C, function, "int", parameters, body, Javadoc.of(null));
        text.lines("", "    @Override").method("public final", form, body);
    }
}
