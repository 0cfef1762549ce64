package org.javampi.checkpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.javampi.job.control.CheckpointReport;

/**
 * The disks, of ranks and of the coordinator, that have used up patience and have not answered
 * since. While there is one, nobody stands still for a checkpoint.
 */
final class DeadDisks {
    private final CoordinatedJob job;
    private final CheckpointFiles files;

    /** Number of the checkpoint that a rank's disk has not let it write, by rank. */
    private final Map<Integer, Long> stuck = new TreeMap<>();

    DeadDisks(CoordinatedJob job, CheckpointFiles files) {
        this.job = job;
        this.files = files;
    }

    /** Patience is lost with the disks of {@code ranks} that write checkpoint {@code epoch}. */
    void giveUp(List<Integer> ranks, long epoch) {
        ranks.forEach(rank -> stuck.put(rank, epoch));
    }

    /** Whether {@code report} shows that the disk of {@code rank} was dead and is no longer. */
    boolean onReport(int rank, CheckpointReport report) {
        boolean ended = report.verb() == CheckpointReport.Verb.WRITTEN || report.verb() == CheckpointReport.Verb.FAILED;
        return ended && stuck.remove(rank, report.epoch());
    }

    /** Why there is no use in standing still now, or empty. */
    Optional<String> obstacle() {
        if (files.isDeaf()) {
            return Optional.of(files.path() + " does not answer the launcher");
        }
        return stuck.isEmpty()
                ? Optional.empty()
                : Optional.of(job.who(stuck.keySet()) + " still waits for " + files.path() + " to answer");
    }
}
