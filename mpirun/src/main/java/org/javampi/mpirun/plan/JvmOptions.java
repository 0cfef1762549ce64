package org.javampi.mpirun.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.javampi.job.agent.SiteOptions;
import org.javampi.mpirun.archive.ClassArchive;

/**
 * Options that the launcher adds to a rank's JVM: for a fast start, and so that nothing stays
 * behind.
 */
public final class JvmOptions {
    private JvmOptions() {}

    private static boolean chooseCollector(List<String> users) {
        for (String option : users) {
            if (SiteOptions.isCollector(option)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The launcher's options, then the user's, which win.
     *
     * @param providers the option that names all providers; null when ranks must search
     */
    static List<String> forRanks(List<Path> runtimePath, String providers, List<String> users) {
        List<String> options = new ArrayList<>();
        // The performance-data file would survive a kill -9 in the directory for temporary files.
        options.add("-XX:-UsePerfData");
        if (!chooseCollector(users)) {
            // One rank per core leaves no cores for parallel collectors.
            options.add(SiteOptions.DEFAULT_COLLECTOR);
        }
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
        return options;
    }
}
