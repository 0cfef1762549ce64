package org.javampi.mpirun.hosts;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The ranks of one program of a job.
 *
 * @param ranks how many
 * @param hosts names of the hosts that they may be on; empty for all of the job's
 */
public record Share(int ranks, List<String> hosts) {
    public Share {
        hosts = List.copyOf(hosts);
    }

    /** Ranks that may be on all hosts of the job. */
    public Share(int ranks) {
        this(ranks, List.of());
    }

    /** Which of a job's hosts these ranks may be on: all, where none is left of those that were named. */
    int[] allowed(List<HostSlots> all) {
        int[] allowed = indices(all, false);
        return allowed.length > 0 ? allowed : indices(all, true);
    }

    private int[] indices(List<HostSlots> all, boolean any) {
        return IntStream.range(0, all.size())
                .filter(host ->
                        any || hosts.isEmpty() || hosts.contains(all.get(host).name()))
                .toArray();
    }
}
