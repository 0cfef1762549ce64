package org.javampi.river.farm;

/**
 * Why a task has failed: its message names the task, the attempt, the VM with its host and process, how that has ended
 * where it has, and what to do. The cause is what the task has thrown, with its stack on the VM.
 */
public final class TaskFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure. */
    public TaskFailure(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        // It is made in a thread of the farm: the stack that matters is the cause's.
        return this;
    }
}
