package org.javampi.river.mapreduce;

import java.io.Console;

/** How far a run is, in one line of standard error, where that is a terminal. */
final class Progress {
    private final boolean shown;
    private final int maps;
    private final int parts;
    private int mapped;
    private int reduced;

    Progress(int maps, int parts) {
        Console console = System.console();
        shown = console != null && isTerminal(console);
        this.maps = maps;
        this.parts = parts;
    }

    /** Since Java 22 there may be a console without a terminal. */
    private static boolean isTerminal(Console console) {
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            // Before, there was none without.
            return true;
        }
    }

    synchronized void onMapped(int change) {
        mapped += change;
        show("");
    }

    synchronized void onReduced() {
        reduced++;
        show("");
    }

    synchronized void end() {
        show("\n");
    }

    private void show(String end) {
        if (shown) {
            System.err.print(
                    "\r[mapreduce: map " + mapped + "/" + maps + ", reduce " + reduced + "/" + parts + "]" + end);
        }
    }
}
