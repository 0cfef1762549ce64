package org.javampi.river.farm;

/** How a task has ended for good. */
public enum Ended {
    /** Its function has returned. */
    OK,
    /** Its function has thrown. */
    FAILED,
    /** It took longer than its time-out, and was ended with its VM. */
    TIMED_OUT,
    /** The VMs that ran it have died. */
    LOST,
    /** It was not begun before the work was ended. */
    SKIPPED
}
