package org.javampi.job.hang;

import java.util.List;

/** A rank's queues in words: receives that wait for a message, and messages that have met no receive. */
public final class Queues {
    private Queues() {}

    /** All of both, a line each. */
    public static String text(RankState state) {
        StringBuilder text = new StringBuilder();
        text.append(count(state.posted(), "posted receive"));
        state.posted().forEach(one -> text.append("\n      from ").append(one.text()));
        text.append(state.posted().isEmpty() ? ", " : "\n    ").append(count(state.early(), "unexpected message"));
        state.early().forEach(one -> text.append("\n      from rank ")
                .append(one.source())
                .append(", tag ")
                .append(one.tag())
                .append(", ")
                .append(one.communicator())
                .append(", ")
                .append(one.byteCount())
                .append(one.waits() ? " bytes, its sender keeps it" : " bytes"));
        return text.toString();
    }

    private static String count(List<?> all, String what) {
        return (all.isEmpty() ? "no" : Integer.toString(all.size())) + " " + what + (all.size() == 1 ? "" : "s");
    }
}
