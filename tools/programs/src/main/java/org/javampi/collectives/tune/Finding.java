package org.javampi.collectives.tune;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known about a cell.
 *
 * @param verdict of the first look
 * @param windows in which its winner was measured again; none where there is no winner
 */
record Finding(Cell cell, Verdict verdict, Windows windows) {
    /** Of a first look only. */
    Finding(Cell cell, Verdict verdict) {
        this(cell, verdict, Windows.NONE);
    }

    /** What is to be chosen instead of the built-in choice, or null. */
    Candidate winner() {
        return verdict.winner() != null && windows.stand() == Windows.Stand.HOLDS ? verdict.winner() : null;
    }

    /** Whether another window may still make a difference. */
    boolean isOpen() {
        return verdict.winner() != null && !windows.isRefuted();
    }

    /** With a further window. */
    Finding with(Window window) {
        List<Window> more = new ArrayList<>(windows.all());
        more.add(window);
        return new Finding(cell, verdict, new Windows(more));
    }
}
