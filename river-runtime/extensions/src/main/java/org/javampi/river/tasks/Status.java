package org.javampi.river.tasks;

/** How a task has ended. */
public enum Status {
    /** It has returned a value. */
    OK,
    /** It has thrown. */
    FAILED,
    /** It took longer than a task or all of them may, and was killed with its VM. */
    TIMED_OUT,
    /** It has ended its VM, or the VM has died under it. */
    LOST,
    /** The time for all was over, or no VM was left, before it was begun. */
    SKIPPED
}
