package org.javampi.job.hang;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What all ranks of a job have told of themselves in one round of questions. Each looks at a moment of its own; a
 * second round that shows the same proves that all of it held at one moment in between.
 *
 * @param size of the job
 * @param reports of those ranks that have answered
 * @param gone ranks that will never act again, with how they have ended
 */
public record Round(int size, Map<Integer, RankReport> reports, Map<Integer, String> gone) {
    /** Keeps copies. */
    public Round {
        reports = new TreeMap<>(reports);
        gone = new TreeMap<>(gone);
    }

    /**
     * The ranks that can never go on, as far as this round shows: at least one of them waits. Those that are gone are
     * not among them.
     */
    NavigableSet<Integer> stuck() {
        WaitGraph graph = new WaitGraph();
        gone.keySet().forEach(graph::addGone);
        for (RankReport report : reports.values()) {
            if (report.isBlocked() && !gone.containsKey(report.rank())) {
                for (ThreadReport thread : report.waiting()) {
                    graph.add(report.rank(), wait(thread));
                }
            }
        }
        NavigableSet<Integer> stuck = new TreeSet<>(graph.stuck());
        stuck.removeAll(gone.keySet());
        return stuck;
    }

    private static WaitGraph.Wait wait(ThreadReport thread) {
        List<int[]> needs =
                thread.operations().stream().map(Operation::providers).toList();
        return new WaitGraph.Wait(thread.any(), needs);
    }

    /** Whether every rank that could still act is among {@code ranks}: the job as a whole cannot go on. */
    boolean isWhole(Set<Integer> ranks) {
        return ranks.size() + gone.size() == size;
    }

    /** Whether no frame is on the way between any two of {@code ranks}. */
    boolean isStill(Set<Integer> ranks) {
        Map<Long, Long> open = new HashMap<>();
        for (int rank : ranks) {
            long[] frames = reports.get(rank).frames();
            for (int i = 0; i < frames.length; i += 3) {
                int other = (int) frames[i];
                if (ranks.contains(other)) {
                    open.merge(pair(rank, other), frames[i + 1], Long::sum);
                    open.merge(pair(other, rank), -frames[i + 2], Long::sum);
                }
            }
        }
        return open.values().stream().allMatch(count -> count == 0);
    }

    private static long pair(int from, int to) {
        return (long) from << Integer.SIZE | to;
    }

    /** Whether each rank has answered, or is gone. */
    boolean isComplete() {
        for (int rank = 0; rank < size; rank++) {
            if (!reports.containsKey(rank) && !gone.containsKey(rank)) {
                return false;
            }
        }
        return true;
    }

    /** Whether anything in it may last: a rank that waits, or polls, or has not answered, and may do so as well. */
    boolean isWorthAnotherLook() {
        return !isComplete()
                || reports.values().stream()
                        .anyMatch(report -> !report.unserved().isEmpty());
    }

    /** Ranks that poll. */
    NavigableSet<Integer> polling() {
        NavigableSet<Integer> polling = new TreeSet<>();
        reports.values().stream()
                .filter(report -> !report.polling().isEmpty())
                .forEach(report -> polling.add(report.rank()));
        return polling;
    }

    /**
     * For how long nothing can have come to any rank, as far as this round and the one before show: all of them wait,
     * poll, or are gone, and nothing is under way. 0 if that does not hold, or if none polls.
     */
    long fruitlessMs(Round before) {
        NavigableSet<Integer> ranks = new TreeSet<>(reports.keySet());
        ranks.removeAll(gone.keySet());
        if (polling().isEmpty()
                || !isWhole(ranks)
                || !before.reports.keySet().containsAll(ranks)
                || !isStill(ranks)
                || !before.isStill(ranks)
                || !isUnmovedSince(before, ranks)) {
            return 0;
        }
        long shortest = Long.MAX_VALUE;
        for (int rank : ranks) {
            RankReport report = reports.get(rank);
            if (!report.isAtRest()
                    || !before.reports.get(rank).isAtRest()
                    || !report.looksAgainSince(before.reports.get(rank))) {
                return 0;
            }
            for (ThreadReport thread : report.unserved()) {
                shortest = thread.isThread() ? Math.min(shortest, thread.waitedMs()) : shortest;
            }
        }
        return shortest;
    }

    /** Whether {@code ranks} have not moved from an earlier round to this one. */
    boolean isUnmovedSince(Round earlier, Set<Integer> ranks) {
        for (int rank : ranks) {
            RankReport then = earlier.reports.get(rank);
            RankReport now = reports.get(rank);
            if (then == null || !waitIds(then).equals(waitIds(now)) || !isSameTraffic(then, now, ranks)) {
                return false;
            }
        }
        return true;
    }

    private static Set<Long> waitIds(RankReport report) {
        Set<Long> ids = new TreeSet<>();
        report.unserved().forEach(thread -> ids.add(thread.waitId()));
        return ids;
    }

    /** Counts only grow: when the sums agree, each count does. */
    private static boolean isSameTraffic(RankReport then, RankReport now, Set<Integer> ranks) {
        return traffic(then.frames(), ranks) == traffic(now.frames(), ranks);
    }

    private static long traffic(long[] frames, Set<Integer> ranks) {
        long sum = 0;
        for (int i = 0; i < frames.length; i += 3) {
            if (ranks.contains((int) frames[i])) {
                sum += frames[i + 1] + frames[i + 2];
            }
        }
        return sum;
    }

    /**
     * The ranks that this round and the one before prove to be deadlocked: stuck in both, unmoved, and nothing on the
     * way between them. Empty when there is no proof.
     */
    NavigableSet<Integer> deadlocked(Round before) {
        NavigableSet<Integer> stuck = stuck();
        stuck.retainAll(before.stuck());
        boolean proved = !stuck.isEmpty()
                && stuck.equals(stuck())
                && isStill(stuck)
                && before.isStill(stuck)
                && isUnmovedSince(before, stuck);
        return proved ? stuck : new TreeSet<>();
    }
}
