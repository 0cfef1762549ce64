package org.javampi.job.vm;

/**
 * A thread of the runtime in a rank's JVM. The job cannot go on without it: what it throws ends the job, with its name. A
 * program that interrupts all threads of its group does not reach it.
 */
final class ServiceThread extends Thread {
    /** A daemon thread, not started; {@code onFailure} gets what {@code body} throws. */
    ServiceThread(String name, Runnable body, UncaughtExceptionHandler onFailure) {
        super(body, name);
        setDaemon(true);
        setUncaughtExceptionHandler(onFailure);
    }

    /** Without effect: only the program could have meant it, and it means its own threads. */
    @Override
    public void interrupt() {}
}
