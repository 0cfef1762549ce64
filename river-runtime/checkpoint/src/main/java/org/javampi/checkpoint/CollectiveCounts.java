package org.javampi.checkpoint;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many collectives each group of resources has begun together, and how many are over. Two resources are at
 * compatible places when each is outside of any collective and both have made as many in each group that they share.
 */
final class CollectiveCounts {
    private static final int WIDTH = 3;

    private record Count(long begun, long over) {}

    private final Map<Long, Count> counts = new TreeMap<>();

    /** A group that the resource is a member of. */
    void know(long group) {
        counts.putIfAbsent(group, new Count(0, 0));
    }

    void begin(long group) {
        Count count = counts.getOrDefault(group, new Count(0, 0));
        // A call that has thrown was never seen to end.
        counts.put(group, new Count(count.begun + 1, count.begun));
    }

    void end(long group) {
        Count count = counts.getOrDefault(group, new Count(0, 0));
        counts.put(group, new Count(count.begun, count.begun));
    }

    /** The collective that was begun last has not come to be. */
    void undo(long group) {
        long begun = counts.get(group).begun - 1;
        counts.put(group, new Count(begun, begun));
    }

    long begun(long group) {
        Count count = counts.get(group);
        return count == null ? 0 : count.begun;
    }

    /** Forgets all: every resource is at a place of the same counts. */
    void clear() {
        counts.clear();
    }

    /** Whether all collectives that {@code targets} names are over, for the groups known here. */
    boolean haveReached(Map<Long, Long> targets) {
        for (Map.Entry<Long, Count> entry : counts.entrySet()) {
            Count count = entry.getValue();
            if (count.over < count.begun || count.over < targets.getOrDefault(entry.getKey(), 0L)) {
                return false;
            }
        }
        return true;
    }

    /** As a report has them: triples of group, begun and over. */
    long[] toReport() {
        long[] report = new long[WIDTH * counts.size()];
        int used = 0;
        for (Map.Entry<Long, Count> entry : counts.entrySet()) {
            report[used++] = entry.getKey();
            report[used++] = entry.getValue().begun;
            report[used++] = entry.getValue().over;
        }
        return report;
    }

    static CollectiveCounts ofReport(long[] report) {
        CollectiveCounts read = new CollectiveCounts();
        for (int i = 0; i + 2 < report.length; i += WIDTH) {
            read.counts.put(report[i], new Count(report[i + 1], report[i + 2]));
        }
        return read;
    }

    /** Raises each of {@code targets} to what was begun here. */
    void raise(Map<Long, Long> targets) {
        counts.forEach((group, count) -> targets.merge(group, count.begun, Math::max));
    }

    static String text(Map<Long, Long> targets) {
        return targets.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    static Map<Long, Long> targets(String text) {
        Map<Long, Long> targets = new TreeMap<>();
        for (String part : text.split(",")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                targets.put(Long.valueOf(part.substring(0, equals)), Long.valueOf(part.substring(equals + 1)));
            }
        }
        return targets;
    }
}
