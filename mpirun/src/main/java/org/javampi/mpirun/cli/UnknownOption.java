package org.javampi.mpirun.cli;

import java.util.Map;
import java.util.Optional;
import org.javampi.mpirun.setting.Spelling;
import picocli.CommandLine.Model.CommandSpec;

/** What is said of an option that is none. */
public final class UnknownOption {
    private static final String RANKFILE = "ranks are placed by -hostfile, -host and --map-by";
    private static final String MODULES = "programs run on the class path: write -cp FOLDER-OR-JAR package.Class";

    private static final String QUIET = "leave it out, the launcher says nothing but failures";

    /** Options of other launchers that have no counterpart, and what to write instead. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry(
                    "mca",
                    "there are no MCA parameters here; --transport chooses the transport, --coll"
                            + " collective algorithms, --set key=value what --list-settings names"),
            Map.entry("rf", RANKFILE),
            Map.entry("rankfile", RANKFILE),
            Map.entry("bynode", "write --map-by node"),
            Map.entry("byslot", "write --map-by slot"),
            Map.entry("rank-by", "ranks are numbered as they are placed: write --map-by slot or node"),
            Map.entry("display-allocation", "write --display-map, or --dry-run for the whole plan"),
            Map.entry("q", QUIET),
            Map.entry("quiet", QUIET),
            Map.entry("s", "write --stdin R, all or none"),
            Map.entry("module", MODULES),
            Map.entry("m", MODULES));

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
