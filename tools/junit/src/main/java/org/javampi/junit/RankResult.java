package org.javampi.junit;

import java.io.Serializable;
import java.util.List;

/**
 * What one rank has done.
 *
 * @param failure what it threw, or null
 */
record RankResult(String output, String errors, List<SentMessage> sent, RankThrowable failure) implements Serializable {
    static RankResult of(ThisRank rank, Throwable thrown) {
        return new RankResult(
                rank.output(),
                rank.errors(),
                List.copyOf(rank.sent()),
                thrown == null ? null : RankThrowable.of(thrown));
    }

    /** Of a rank that could not say anything. */
    static RankResult none() {
        return new RankResult("", "", List.of(), null);
    }
}
