package org.javampi.mpirun.output;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.javampi.mpirun.plan.OutputPlan;
import org.javampi.river.platform.Encodings;

/** A rank's label, the time and, on a terminal, a colour. */
final class Decoration implements LineStyle {
    /** Colours of terminals (ECMA-48): those that can be read on black and on white. */
    private static final int[] COLOURS = {36, 33, 35, 32, 34, 31};

    private static final int TIME_LENGTH = "00:00:00.000".length();

    private final byte[] label;
    private final byte[] end;
    private final boolean timestamps;

    private Decoration(byte[] label, byte[] end, boolean timestamps) {
        this.label = label;
        this.end = end;
        this.timestamps = timestamps;
    }

    /** The decoration of a rank's lines. */
    static LineStyle of(OutputPlan plan, int rank, String host, boolean colours) {
        String label = (plan.labels() ? "[" + rank + "] " : "")
                + (plan.pattern() == null ? "" : OutputPlan.expand(plan.pattern(), rank, host));
        String colour = "\u001b[" + COLOURS[rank % COLOURS.length] + "m";
        if (label.isEmpty() && !plan.timestamps() && !colours) {
            return PLAIN;
        }
        String reset = "\u001b[0m";
        // With labels the label alone is coloured: programs may have colours of their own.
        String before = colours ? label.isEmpty() ? colour : colour + label + reset : label;
        String behind = colours && label.isEmpty() ? reset : "";
        return new Decoration(bytes(before), bytes(behind), plan.timestamps());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(Encodings.ofOutput());
    }

    @Override
    public byte[] before() {
        if (!timestamps) {
            return label;
        }
        String time = LocalTime.now().truncatedTo(ChronoUnit.MILLIS).toString();
        StringBuilder text = new StringBuilder(time);
        // What LocalTime leaves out when it is zero.
        for (String rest = "00:00:00.000"; text.length() < TIME_LENGTH; ) {
            text.append(rest.charAt(text.length()));
        }
        byte[] now = bytes(text.append(' ').toString());
        byte[] all = Arrays.copyOf(now, now.length + label.length);
        System.arraycopy(label, 0, all, now.length, label.length);
        return all;
    }

    @Override
    public byte[] behind() {
        return end;
    }
}
