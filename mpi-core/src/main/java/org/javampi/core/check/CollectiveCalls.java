package org.javampi.core.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calls of all ranks of a communicator, compared. */
final class CollectiveCalls {
    private final String communicator;
    private final List<CollectiveCall> calls;

    CollectiveCalls(String communicator, List<CollectiveCall> calls) {
        this.communicator = communicator;
        this.calls = calls;
    }

    /** How they contradict each other, in words; null if they do not. */
    String contradiction() {
        Map<String, List<Integer>> kinds = new LinkedHashMap<>();
        for (int rank = 0; rank < calls.size(); rank++) {
            kinds.computeIfAbsent(calls.get(rank).kind(), kind -> new ArrayList<>())
                    .add(rank);
        }
        if (kinds.size() > 1) {
            return text("do not make the same call", rank -> calls.get(rank).kind());
        }
        if (calls.stream().mapToInt(CollectiveCall::counts).distinct().count() > 1) {
            return text(
                    "give different arrays of counts to " + calls.get(0).kind(),
                    rank -> "an array with the check sum "
                            + Integer.toHexString(calls.get(rank).counts()));
        }
        return isConsistent()
                ? null
                : text("do not agree on the data of " + calls.get(0).kind(), this::data);
    }

    private boolean isConsistent() {
        ElementSequence one = null;
        for (CollectiveCall call : calls) {
            for (ElementSequence other : new ElementSequence[] {call.gives(), call.takes()}) {
                if (other != null && one != null && !one.sameAs(other)) {
                    return false;
                }
                one = other != null ? other : one;
            }
        }
        return true;
    }

    private String data(int rank) {
        CollectiveCall call = calls.get(rank);
        List<String> parts = new ArrayList<>();
        if (call.gives() != null) {
            parts.add("gives " + call.givesText());
        }
        if (call.takes() != null) {
            parts.add("takes " + call.takesText());
        }
        return parts.isEmpty() ? "nothing" : String.join(" and ", parts);
    }

    /** What one rank does. */
    private interface Doing {
        String of(int rank);
    }

    /** Ranks that do the same in the same line share a part of the sentence. */
    private String text(String what, Doing doing) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int rank = 0; rank < calls.size(); rank++) {
            groups.computeIfAbsent(doing.of(rank) + " at " + calls.get(rank).place(), text -> new ArrayList<>())
                    .add(rank);
        }
        StringBuilder text = new StringBuilder("the ranks of " + communicator + " " + what);
        String separator = ": ";
        for (Map.Entry<String, List<Integer>> group : groups.entrySet()) {
            text.append(separator).append(ranks(group.getValue())).append(": ").append(group.getKey());
            separator = "; ";
        }
        return text.toString();
    }

    private static String ranks(List<Integer> ranks) {
        StringBuilder text = new StringBuilder(ranks.size() == 1 ? "rank " : "ranks ");
        for (int i = 0; i < ranks.size(); ) {
            int end = i;
            while (end + 1 < ranks.size() && ranks.get(end + 1) == ranks.get(end) + 1) {
                end++;
            }
            text.append(i == 0 ? "" : ", ").append(ranks.get(i));
            if (end > i) {
                text.append(end == i + 1 ? ", " : "-").append(ranks.get(end));
            }
            i = end + 1;
        }
        return text.toString();
    }
}
