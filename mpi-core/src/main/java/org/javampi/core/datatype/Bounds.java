package org.javampi.core.datatype;

import java.io.Serializable;

/**
 * The extent of a type under construction (MPI-1.1 §3.12, §3.12.3): of its data, and of the MPI_LB
 * and MPI_UB markers in it, which win over the data and over markers further inside.
 */
final class Bounds implements Serializable {
    private static final long serialVersionUID = 1L;

    private long dataLower = Long.MAX_VALUE;
    private long dataUpper = Long.MIN_VALUE;
    private long markedLower = Long.MAX_VALUE;
    private long markedUpper = Long.MIN_VALUE;
    private long alignment = 1;

    /**
     * Copies of {@code type}, the outermost of them displaced by {@code least} and {@code most}
     * bytes.
     */
    void include(Datatype type, long least, long most) {
        Bounds inner = type.bounds();
        if (inner.dataLower <= inner.dataUpper) {
            dataLower = Math.min(dataLower, Math.addExact(inner.dataLower, least));
            dataUpper = Math.max(dataUpper, Math.addExact(inner.dataUpper, most));
        }
        if (inner.hasMarkedLower()) {
            markedLower = Math.min(markedLower, Math.addExact(inner.markedLower, least));
        }
        if (inner.hasMarkedUpper()) {
            markedUpper = Math.max(markedUpper, Math.addExact(inner.markedUpper, most));
        }
        alignment = Math.max(alignment, inner.alignment);
    }

    /** A basic type of that many bytes at displacement 0. */
    static Bounds ofBasic(long bytes) {
        Bounds bounds = new Bounds();
        bounds.dataLower = 0;
        bounds.dataUpper = bytes;
        bounds.alignment = bytes;
        return bounds;
    }

    static Bounds ofLowerMarker() {
        Bounds bounds = new Bounds();
        bounds.markedLower = 0;
        return bounds;
    }

    static Bounds ofUpperMarker() {
        Bounds bounds = new Bounds();
        bounds.markedUpper = 0;
        return bounds;
    }

    /** The same data between two marks, which win over those that there are. */
    Bounds marked(long lower, long upper) {
        Bounds bounds = new Bounds();
        bounds.dataLower = dataLower;
        bounds.dataUpper = dataUpper;
        bounds.alignment = alignment;
        bounds.markedLower = lower;
        bounds.markedUpper = upper;
        return bounds;
    }

    private boolean hasMarkedLower() {
        return markedLower != Long.MAX_VALUE;
    }

    private boolean hasMarkedUpper() {
        return markedUpper != Long.MIN_VALUE;
    }

    private boolean hasData() {
        return dataLower <= dataUpper;
    }

    long lower() {
        if (hasMarkedLower()) {
            return markedLower;
        }
        return hasData() ? dataLower : hasMarkedUpper() ? Math.min(0, markedUpper) : 0;
    }

    long upper() {
        if (hasMarkedUpper()) {
            return markedUpper;
        }
        if (!hasData()) {
            return lower();
        }
        long extent = Math.subtractExact(dataUpper, lower());
        long padding = Math.floorMod(-extent, alignment);
        return Math.addExact(dataUpper, padding);
    }

    /** First byte of data; 0 when there is none. */
    long trueLower() {
        return hasData() ? dataLower : 0;
    }

    /** Byte behind the data; 0 when there is none. */
    long trueUpper() {
        return hasData() ? dataUpper : 0;
    }
}
