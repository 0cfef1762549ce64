package org.javampi.mpirun.failure;

/** Exit statuses of the launcher's own; all others are the program's. */
public final class ExitStatus {
    /** The launcher itself has failed, or there is nothing to run. */
    public static final int FAILED = 1;

    /** Wrong usage. */
    public static final int USAGE = 2;

    /** The job has not ended within its time limit, as timeout(1) has it. */
    public static final int TIMED_OUT = 124;

    /** A status of a process that was ended by signal n is this and n. */
    public static final int SIGNAL_BASE = 128;

    private ExitStatus() {}
}
