package org.javampi.job.hang;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** The edges of the wait-for graph of one round, as people want to see them: from ranks to ranks. */
final class WaitingRanks {
    /** A cycle is searched from so many ranks: where more wait, they wait for the same few. */
    private static final int STARTS = 64;

    private final Round round;
    private final RollCalls calls;

    WaitingRanks(Round round, RollCalls calls) {
        this.round = round;
        this.calls = calls;
    }

    /** The ranks that a thread waits for: in a collective those that have not entered it, if there are any. */
    NavigableSet<Integer> awaitedBy(int rank, ThreadReport thread) {
        NavigableSet<Integer> awaited = new TreeSet<>();
        if (thread.collective() != null) {
            awaited.addAll(calls.missing(thread.collective()));
        }
        if (awaited.isEmpty()) {
            for (Operation operation : thread.operations()) {
                for (int provider : operation.providers()) {
                    awaited.add(provider);
                }
            }
        }
        if (awaited.size() > 1) {
            // A wildcard includes the rank itself, which tells nothing.
            awaited.remove(rank);
        }
        return awaited;
    }

    /** Whether one of {@code others} waits for {@code rank}. */
    boolean isAwaited(int rank, int... others) {
        for (int other : others) {
            if (other != rank && awaitedBy(other).contains(rank)) {
                return true;
            }
        }
        return false;
    }

    private NavigableSet<Integer> awaitedBy(int rank) {
        NavigableSet<Integer> awaited = new TreeSet<>();
        RankReport report = round.reports().get(rank);
        if (report != null) {
            report.waiting().forEach(thread -> awaited.addAll(awaitedBy(rank, thread)));
        }
        return awaited;
    }

    /** {@code 0 -> 1; 1 -> 0 or 2}, for all that wait; null when none does. */
    String text() {
        List<String> edges = new ArrayList<>();
        for (RankReport report : round.reports().values()) {
            for (ThreadReport thread : report.waitingThreads()) {
                NavigableSet<Integer> awaited = awaitedBy(report.rank(), thread);
                boolean any = thread.any()
                        || thread.operations().size() == 1
                                && thread.operations().get(0).providers().length > 1
                                && thread.collective() == null;
                String others = Ranks.list(awaited).replace(", ", any ? " or " : " and ");
                edges.add(report.rank() + " -> " + (any && awaited.size() > 2 ? "any of " : "") + others);
            }
        }
        return edges.isEmpty() ? null : "wait-for graph: " + String.join("; ", edges);
    }

    /** The shortest way from one of {@code ranks} back to itself, or to a rank that is gone; empty if there is none. */
    List<Integer> cycle(Set<Integer> ranks) {
        List<Integer> shortest = List.of();
        int left = STARTS;
        for (int start : new TreeSet<>(ranks)) {
            if (left-- == 0) {
                break;
            }
            List<Integer> found = cycleFrom(start, ranks);
            if (!found.isEmpty() && (shortest.isEmpty() || found.size() < shortest.size())) {
                shortest = found;
            }
        }
        return shortest;
    }

    private List<Integer> cycleFrom(int start, Set<Integer> ranks) {
        Map<Integer, Integer> from = new HashMap<>();
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            int rank = open.poll();
            for (int next : awaitedBy(rank)) {
                if (next == start || round.gone().containsKey(next)) {
                    return way(start, rank, next, from);
                }
                if (ranks.contains(next) && !from.containsKey(next)) {
                    from.put(next, rank);
                    open.add(next);
                }
            }
        }
        return List.of();
    }

    private static List<Integer> way(int start, int last, int end, Map<Integer, Integer> from) {
        List<Integer> way = new ArrayList<>(List.of(end));
        for (int rank = last; rank != start; rank = from.get(rank)) {
            way.add(rank);
        }
        way.add(start);
        Collections.reverse(way);
        return way;
    }
}
