package org.javampi.core.record;

/** Leaves the program of a rank that is replayed, where its log ends. No failure. */
public final class ReplayOver extends Error {
    private static final long serialVersionUID = 1L;

    ReplayOver(String message) {
        super(message, null, false, false);
    }
}
