package org.javampi.junit;

import java.util.ArrayList;
import java.util.List;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Makes one failure of a test from those of its ranks. */
final class RankFailures {
    private RankFailures() {}

    /**
     * The failure to show, or null if all is well.
     *
     * @param first the rank that failed first, or -1
     * @param verdict what the runtime says of the whole, such as a deadlock; null for nothing
     */
    static Throwable of(List<RankResult> ranks, int first, String verdict) {
        List<Integer> failed = new ArrayList<>();
        for (int rank = 0; rank < ranks.size(); rank++) {
            RankThrowable failure = ranks.get(rank).failure();
            if (failure != null && (rank == first || !failure.isUnwound())) {
                failed.add(rank);
            }
        }
        if (failed.isEmpty()) {
            return verdict == null ? null : new AssertionFailedError(verdict);
        }
        if (failed.remove((Integer) first)) {
            failed.add(0, first);
        }
        RankThrowable leading = ranks.get(failed.get(0)).failure();
        StringBuilder text = new StringBuilder();
        if (failed.size() > 1) {
            text.append(failed.size()).append(" of ").append(ranks.size()).append(" ranks failed\n");
        }
        for (int rank : failed) {
            text.append(rank == failed.get(0) ? "" : "\n")
                    .append("rank ")
                    .append(rank)
                    .append(": ");
            text.append(ranks.get(rank).failure().text());
        }
        Throwable failure = failure(leading, text.toString());
        failure.setStackTrace(leading.frames().toArray(new StackTraceElement[0]));
        return failure;
    }

    private static Throwable failure(RankThrowable leading, String text) {
        if (leading.isAborted()) {
            return new TestAbortedException(text);
        }
        return leading.expected() == null
                ? new AssertionFailedError(text)
                : new AssertionFailedError(text, leading.expected(), leading.actual());
    }
}
