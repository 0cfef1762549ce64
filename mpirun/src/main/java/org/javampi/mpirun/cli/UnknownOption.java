package org.javampi.mpirun.cli;

import java.util.Map;
import java.util.Optional;
import org.javampi.mpirun.setting.Spelling;
import picocli.CommandLine.Model.CommandSpec;

/** What is said of an option that is none. */
public final class UnknownOption {
    /** Options of other launchers that have no counterpart, and what to write instead. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "mca",
            "there are no MCA parameters here; --transport chooses the transport, --coll"
                    + " collective algorithms, --set key=value what --list-settings names",
            "genv",
            "write -x NAME=VALUE",
            "env",
            "write -x NAME=VALUE",
            "genvlist",
            "write -x NAME for each variable",
            "rf",
            "ranks are placed by -hostfile, -host and --map-by",
            "rankfile",
            "ranks are placed by -hostfile, -host and --map-by",
            "configfile",
            "all ranks run one program, which branches by its rank");

    private UnknownOption() {}

    /** The refusal of an unknown option. */
    static String refusal(String word, CommandSpec spec) {
        String name = word.split("=", 2)[0];
        String elsewhere = ELSEWHERE.get(name.replaceFirst("^-+", ""));
        if (elsewhere != null) {
            return "unknown option " + name + ": " + elsewhere;
        }
        Optional<String> nearest = nearest(name, spec);
        return "unknown option "
                + name
                + nearest.map(option -> ": did you mean " + option + "?").orElse("")
                + " (options for the program go behind its name; javampirun --help lists the"
                + " launcher's)";
    }

    /** The option most like {@code name}, if any is. */
    public static Optional<String> nearest(String name, CommandSpec spec) {
        return Spelling.nearest(name, spec.optionsMap().keySet());
    }
}
