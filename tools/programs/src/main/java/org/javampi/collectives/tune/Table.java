package org.javampi.collectives.tune;

import java.io.PrintStream;
import java.util.Locale;

/** Figures of cells for people, a row each, under heads. */
final class Table {
    private static final String ROW = "%-15s %6s %14s %14s %10s  %-22s %s";

    private final PrintStream out;

    /**
     * Prints the heads.
     *
     * @param out null prints nothing
     */
    Table(PrintStream out, String other, String ratio, String algorithm) {
        this.out = out;
        print("collective", "bytes", "built-in us", other, ratio, "verdict", algorithm);
    }

    /**
     * Prints a row.
     *
     * @param otherMicros NaN where there is no other
     */
    void row(Cell cell, double builtInMicros, double otherMicros, String ratio, String verdict, String algorithm) {
        print(
                cell.collective().label(),
                Bytes.text(cell.bytes()),
                number(builtInMicros),
                Double.isNaN(otherMicros) ? "" : number(otherMicros),
                ratio,
                verdict,
                algorithm);
    }

    private static String number(double micros) {
        return String.format(Locale.ROOT, "%.3f", micros);
    }

    private void print(Object... columns) {
        if (out != null) {
            out.println(String.format(Locale.ROOT, ROW, columns).stripTrailing());
        }
    }
}
