package org.javampi.job.foreign;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.javampi.job.RankHost;
import org.javampi.job.slurm.SlurmStep;
import org.javampi.job.slurm.StepAssembly;
import org.javampi.river.platform.Platform;

/**
 * The processes of {@code mpirun java Prog} become one world: they know their numbers, and meet by the process that
 * has started them all. Processes on several hosts are refused: nothing that all of them see is known to javampi.
 */
public final class ForeignAssembly {
    /** What starts the processes of a host: mpirun or its daemon there. */
    private static final Set<String> STARTERS = Set.of(
            "mpirun",
            "mpiexec",
            "mpiexec.hydra",
            "mpirun_rsh",
            "mpispawn",
            "orterun",
            "orted",
            "prterun",
            "prted",
            "hydra_pmi_proxy",
            "hydra_bstrap_proxy");

    private ForeignAssembly() {}

    /**
     * Joins the other processes; answers this one's rankHost.
     *
     * @param launcher which has started this process
     * @throws IOException when they cannot be found, in words for people
     */
    public static RankHost join(ForeignLauncher launcher, Map<String, String> environment) throws IOException {
        return StepAssembly.join(step(launcher, environment, ProcessHandle.current()), environment);
    }

    /** @throws IOException when this process cannot know how to meet the others */
    static SlurmStep step(ForeignLauncher launcher, Map<String, String> environment, ProcessHandle own)
            throws IOException {
        int size = launcher.size(environment);
        int rank = launcher.rank(environment);
        if (rank < 0 || rank >= size) {
            throw new IOException(launcher.refusal(environment, ""));
        }
        if (!launcher.isOnOneHost(environment)) {
            throw new IOException(launcher.refusal(environment, "not all of them are on this host"));
        }
        Optional<ProcessHandle> starter = starter(own);
        if (starter.isEmpty()) {
            throw new IOException(launcher.refusal(environment, "what has started them all is not among its parents"));
        }
        ProcessHandle common = starter.get();
        long start = common.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return new SlurmStep(
                "mpirun-" + common.pid() + "-" + start,
                rank,
                new int[size],
                List.of(Platform.current().hostName()));
    }

    /** The nearest parent that starts processes of a job. */
    private static Optional<ProcessHandle> starter(ProcessHandle own) {
        Optional<ProcessHandle> parent = own.parent();
        while (parent.isPresent() && !isStarter(parent.get())) {
            parent = parent.get().parent();
        }
        return parent;
    }

    private static boolean isStarter(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(STARTERS::contains)
                .isPresent();
    }
}
