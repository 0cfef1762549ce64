package org.javampi.core.check;

import java.util.HashSet;
import java.util.Set;
import org.javampi.core.runtime.Rank;

/** What the watched calls of a rank have shown, told once each. Any thread. */
final class Findings {
    /** Status of a job that was ended for a mistake, or in which there were any. */
    static final int STATUS = 123;

    private static final int MOST = 50;

    private final Set<String> told = new HashSet<>();
    private int left = MOST;

    /** Tells the job's watcher, unless the same was told before. */
    synchronized void tell(Rank rank, String text) {
        if (left > 0 && told.add(text)) {
            left--;
            rank.rankHost().finding(left > 0 ? text : text + " (further findings of this rank are not shown)");
        }
    }
}
