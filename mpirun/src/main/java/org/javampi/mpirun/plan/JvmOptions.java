package org.javampi.mpirun.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.javampi.mpirun.archive.ClassArchive;
import org.javampi.river.resource.SiteOptions;

/**
 * Options that the launcher adds to a rank's JVM: for a fast start, and so that nothing stays
 * behind.
 */
public final class JvmOptions {
    /** Options with which a user asks a JVM for its own output. */
    private static final Pattern WANTS_OUTPUT = Pattern.compile("Print|Trace|Log|Display");

    private JvmOptions() {}

    /**
     * The launcher's options, then the user's, which win.
     *
     * @param providers the option that names all providers; null when ranks must search
     */
    static List<String> forRanks(List<Path> runtimePath, String providers, List<String> users) {
        List<String> options = new ArrayList<>();
        // The performance-data file would survive a kill -9 in the directory for temporary files.
        options.add("-XX:-UsePerfData");
        if (users.stream()
                .noneMatch(option -> option.startsWith("-XX:")
                        && WANTS_OUTPUT.matcher(option).find())) {
            // Ctrl-\ reaches the ranks, too, whose JVMs would answer with hundreds of lines: the launcher's report says
            // it.
            options.add("-XX:+UnlockDiagnosticVMOptions");
            options.add("-XX:-DisplayVMOutput");
        }
        // One rank per core leaves no cores for parallel collectors.
        options.add(SiteOptions.DEFAULT_COLLECTOR);
        Path archive = ClassArchive.of(runtimePath);
        if (archive != null && Files.isReadable(archive)) {
            options.add("-Xshare:auto");
            options.add("-XX:SharedArchiveFile=" + archive);
            options.add("-Xlog:disable");
        }
        if (providers != null) {
            options.add(providers);
        }
        options.addAll(users);
        return SiteOptions.respected(options, Map.of());
    }
}
