package org.javampi.benchmarks.compare;

import java.util.Locale;

/** How far apart the cores of two ranks are; figures of different distances are not compared. */
public enum Cores {
    /** They share a cache. */
    NEAR,

    /** They share none. */
    FAR,

    /** Neither one nor the other. */
    BETWEEN,

    /** They were moved while something was measured. */
    CHANGING,

    /** Nobody has looked. */
    UNKNOWN;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
