package org.javampi.mpirun.failure;

/** Exit statuses of the launcher's own; all others are the program's. */
public final class ExitStatus {
    /** The launcher itself has failed, or there is nothing to run. */
    public static final int FAILED = 1;

    /** Wrong usage. */
    public static final int USAGE = 2;

    /** The job was suspended and can be resumed: try again later, as sysexits.h has it. */
    public static final int SUSPENDED = 75;

    /** {@code --check} has found mistakes in the program. */
    public static final int MISTAKEN = 123;

    /** The job has not ended within its time limit, as timeout(1) has it. */
    public static final int TIMED_OUT = 124;

    /** No rank of the job can ever go on. */
    public static final int DEADLOCKED = 125;

    /** A status of a process that was ended by signal n is this and n. */
    public static final int SIGNAL_BASE = 128;

    /** A process whose reader has gone, as by SIGPIPE. */
    public static final int BROKEN_PIPE = SIGNAL_BASE + 13;

    private static final int MASK = 0xff;

    private ExitStatus() {}

    /** The exit status that stands for the code of a failure: its last 8 bits, and never 0. */
    public static int ofFailure(int code) {
        int status = code & MASK;
        return status == 0 ? FAILED : status;
    }
}
