package org.javampi.river.checkpoint;

/** Hears what has become of a request for a checkpoint. */
@FunctionalInterface
public interface Answer {
    /** Called once: whether there is a checkpoint, and what to tell people. */
    void tell(boolean taken, String text);
}
