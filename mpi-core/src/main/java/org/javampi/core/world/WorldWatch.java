package org.javampi.core.world;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.javampi.job.hang.HangWatch;
import org.javampi.job.hang.RankLook;
import org.javampi.job.hang.RankState;

/**
 * Watches a world inside one VM for deadlocks. The VM belongs to others, too, whose threads may wake those of ranks: so
 * only threads that wait inside of MPI are known not to go on.
 */
final class WorldWatch implements AutoCloseable {
    private final RankThreads[] groups;
    private final HangWatch watch;
    private final Map<Integer, RankState.Source> sources = new ConcurrentHashMap<>();

    /** Threads of the VM that were there before the world. */
    private final Set<Thread> earlier = new HashSet<>(Thread.getAllStackTraces().keySet());

    WorldWatch(RankThreads[] groups, HangWatch.Verdict verdict) {
        this.groups = groups;
        // A test whose ranks poll for ever ends at its deadline.
        watch = new HangWatch(groups.length, this::ask, verdict, report -> {});
    }

    void onLook(int rank, RankState.Source source) {
        sources.put(rank, source);
    }

    void onWaiting() {
        watch.onWaiting();
    }

    void onJoined(int rank) {
        watch.onJoined(rank);
    }

    void onLeft(int rank) {
        sources.remove(rank);
        watch.onLeft(rank);
    }

    void onGone(int rank, String how) {
        sources.remove(rank);
        watch.onGone(rank, how);
    }

    private void ask(int round) {
        for (int rank = 0; rank < groups.length; rank++) {
            int asked = rank;
            RankLook look = new RankLook(rank, thread -> mayActFor(thread, asked), true);
            watch.onReport(round, look.look(sources.get(rank)));
        }
    }

    private boolean mayActFor(Thread thread, int rank) {
        RankThreads group = RankThreads.of(thread);
        return group != null ? group == groups[rank] : !earlier.contains(thread);
    }

    @Override
    public void close() {
        watch.close();
    }
}
