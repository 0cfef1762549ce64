package org.javampi.job.control;

/** Hears what has become of a request for a checkpoint. */
@FunctionalInterface
public interface CheckpointAnswer {
    /** Called once: whether there is a checkpoint, and what to tell people. */
    void tell(boolean taken, String text);
}
