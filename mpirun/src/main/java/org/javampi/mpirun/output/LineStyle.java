package org.javampi.mpirun.output;

/** What each line of a rank is decorated with. */
@FunctionalInterface
public interface LineStyle {
    /** No bytes. */
    byte[] NOTHING = {};

    /** Nothing before a line, nothing behind it. */
    LineStyle PLAIN = () -> NOTHING;

    /** What goes before a line that begins now. */
    byte[] before();

    /** What goes behind a line's text, before its end. */
    default byte[] behind() {
        return NOTHING;
    }
}
