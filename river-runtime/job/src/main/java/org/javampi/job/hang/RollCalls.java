package org.javampi.job.hang;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;

/** The collectives that ranks wait in: who has come, who has not, and who has come to another one. */
final class RollCalls {
    private final Round round;

    RollCalls(Round round) {
        this.round = round;
    }

    /** One collective: the communicator's context and how many there have been on it. */
    private record Key(long context, int number) {}

    /** World ranks of members that have not entered {@code call}. */
    NavigableSet<Integer> missing(CollectiveCall call) {
        NavigableSet<Integer> missing = new TreeSet<>();
        for (int member : call.members()) {
            if (lastNumber(member, call.context()) < call.number()) {
                missing.add(member);
            }
        }
        return missing;
    }

    private int lastNumber(int rank, long context) {
        RankReport report = round.reports().get(rank);
        if (report != null) {
            for (CollectiveCall call : report.collectives()) {
                if (call.context() == context) {
                    return call.number();
                }
            }
        }
        return 0;
    }

    /**
     * A line for each collective that ranks wait in.
     *
     * @param elsewhere what a rank that has not come does, as the rest of a sentence that begins with its name
     */
    List<String> lines(IntFunction<String> elsewhere) {
        Map<Key, List<RankReport>> byCall = new LinkedHashMap<>();
        Map<Key, CollectiveCall> calls = new LinkedHashMap<>();
        for (RankReport report : round.reports().values()) {
            for (ThreadReport thread : report.waiting()) {
                CollectiveCall call = thread.collective();
                if (call != null) {
                    Key key = new Key(call.context(), call.number());
                    byCall.computeIfAbsent(key, k -> new ArrayList<>()).add(report);
                    calls.putIfAbsent(key, call);
                }
            }
        }
        List<String> lines = new ArrayList<>();
        byCall.forEach((key, waiting) -> {
            CollectiveCall call = calls.get(key);
            if (call.members().length > 1) {
                lines.add(line(call, waiting, elsewhere));
            }
        });
        return lines;
    }

    private String line(CollectiveCall call, List<RankReport> waiting, IntFunction<String> elsewhere) {
        Map<String, NavigableSet<Integer>> groups = new LinkedHashMap<>();
        Map<String, NavigableSet<Integer>> kinds = new TreeMap<>();
        for (RankReport report : waiting) {
            for (ThreadReport thread : report.waiting()) {
                CollectiveCall own = thread.collective();
                if (own != null && own.context() == call.context() && own.number() == call.number()) {
                    String kind = name(thread) + (thread.hasRoot() ? " with root " + own.root() : "");
                    groups.computeIfAbsent(kind + " at " + thread.place().atLine(), k -> new TreeSet<>())
                            .add(report.rank());
                    kinds.computeIfAbsent(kind, k -> new TreeSet<>()).add(report.rank());
                }
            }
        }
        NavigableSet<Integer> missing = missing(call);
        StringBuilder text = new StringBuilder();
        if (groups.size() == 1) {
            text.append(waiting.size())
                    .append(" of ")
                    .append(call.members().length)
                    .append(" ranks wait in ");
            text.append(groups.keySet().iterator().next());
        } else {
            groups.forEach((kind, ranks) -> text.append(text.length() == 0 ? "" : "; ")
                    .append(Ranks.text(ranks))
                    .append(ranks.size() == 1 ? " waits in " : " wait in ")
                    .append(kind));
        }
        text.append(" (collective ")
                .append(call.number())
                .append(" on ")
                .append(call.communicator())
                .append(')');
        for (int rank : missing) {
            text.append("; rank ").append(rank).append(' ').append(elsewhere.apply(rank));
        }
        if (missing.isEmpty() && kinds.size() > 1) {
            text.append(": all ranks must call the same collectives in the same order, with the same root");
        }
        return text.toString();
    }

    private static String name(ThreadReport thread) {
        return thread.function().isEmpty() ? thread.collective().function() : thread.function();
    }
}
