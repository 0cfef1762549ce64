package org.javampi.pages.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where values lie along one side of a chart, and which of them get a label.
 *
 * <p>A logarithmic axis runs over whole powers of its base; a linear one from 0 (or below) to a
 * round number.
 */
public final class Axis {
    /** How values are spread. */
    public enum Scale {
        /** Equal differences, equal distances; begins at 0. */
        LINEAR,
        /** Powers of two, labelled as bytes with binary prefixes. */
        BYTES,
        /** Powers of ten. */
        LOG10
    }

    private static final int MOST_LABELS = 12;

    private final Scale scale;
    private final double low;
    private final double high;

    /** Between ticks of a linear axis; the factor between powers of a logarithmic one. */
    private final double step;

    private Axis(Scale scale, double low, double high, double step) {
        this.scale = scale;
        this.low = low;
        this.high = high;
        this.step = step;
    }

    /**
     * The smallest axis of round ends that shows {@code from} to {@code to}; on a logarithmic scale
     * values that are not positive are shown at its lower end.
     */
    public static Axis covering(Scale scale, double from, double to) {
        if (scale == Scale.LINEAR) {
            double bottom = Math.min(0, from);
            double step = step(bottom, to);
            return new Axis(
                    scale, Math.floor(bottom / step) * step, Math.max(step, Math.ceil(to / step - 1e-9) * step), step);
        }
        double base = scale == Scale.BYTES ? 2 : 10;
        double least = Math.floor(log(from > 0 ? from : 1, base) + 1e-9);
        double most = Math.ceil(log(to > 0 ? to : 1, base) - 1e-9);
        return new Axis(scale, Math.pow(base, least), Math.pow(base, Math.max(most, least + 1)), base);
    }

    /** How far along the axis a value lies: 0 at its begin, 1 at its end; never outside. */
    public double position(double value) {
        double place = scale == Scale.LINEAR
                ? (value - low) / (high - low)
                : Math.log(Math.max(value, low) / low) / Math.log(high / low);
        return Math.min(1, Math.max(0, place));
    }

    /** The values that get a line and a label, ascending. */
    public List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        if (scale == Scale.LINEAR) {
            for (long i = Math.round(low / step); i * step <= high + step / 2; i++) {
                ticks.add(i * step);
            }
            return ticks;
        }
        long powers = Math.round(log(high / low, step));
        long stride = (powers + MOST_LABELS - 1) / MOST_LABELS;
        for (long i = 0; i <= powers; i += stride) {
            ticks.add(low * Math.pow(step, i));
        }
        return ticks;
    }

    /** How a value is written: {@code 64 Ki}, {@code 0.5}, {@code 1000}. */
    public String label(double value) {
        if (scale != Scale.BYTES || value < 1024) {
            return number(value);
        }
        String[] prefixes = {" Ki", " Mi", " Gi", " Ti"};
        double scaled = value / 1024;
        int prefix = 0;
        while (scaled >= 1024 && prefix < prefixes.length - 1) {
            scaled /= 1024;
            prefix++;
        }
        return number(scaled) + prefixes[prefix];
    }

    /** Four significant digits at most, and no zeros behind the point. */
    static String number(double value) {
        if (value == 0) {
            return "0";
        }
        int digits = (int) Math.floor(Math.log10(Math.abs(value)));
        if (digits < -5 || digits > 8) {
            return String.format(Locale.ROOT, "%.3g", value);
        }
        String text = String.format(Locale.ROOT, "%." + Math.max(0, 3 - digits) + "f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    /** A step of 1, 2 or 5 times a power of ten that gives about six of them. */
    private static double step(double from, double to) {
        double rough = Math.max(to - from, Double.MIN_NORMAL) / 6;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double times = rough / power;
        return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
    }

    private static double log(double value, double base) {
        return Math.log(value) / Math.log(base);
    }
}
