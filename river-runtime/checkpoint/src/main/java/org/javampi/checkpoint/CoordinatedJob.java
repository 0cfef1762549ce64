package org.javampi.checkpoint;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * A job whose checkpoints are led by a {@link Coordinator}: what does not change while it lives.
 *
 * @param job name of the job
 * @param resources names of its resources by rank
 * @param incarnation which life this is
 * @param from number of the checkpoint that it began at, 0 for the program's start
 * @param command what to run again at a restart
 * @param everyMs time between checkpoints, 0 for none
 * @param patienceMs how long resources may take to stand and to be quiet, and how long a disk may
 *     take nothing
 * @param kept checkpoints that stay, at least {@link CheckpointDirectory#LEAST_KEPT}
 * @param who what people call the resource of a rank, and where it is
 */
public record CoordinatedJob(
        UUID job,
        List<UUID> resources,
        int incarnation,
        long from,
        List<String> command,
        long everyMs,
        long patienceMs,
        int kept,
        IntFunction<String> who) {

    /** Number of its resources. */
    int size() {
        return resources.size();
    }

    String who(int rank) {
        return who.apply(rank);
    }

    String who(Collection<Integer> ranks) {
        return ranks.stream().map(who::apply).collect(Collectors.joining(", "));
    }
}
