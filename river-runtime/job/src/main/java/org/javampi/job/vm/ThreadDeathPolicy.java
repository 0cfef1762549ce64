package org.javampi.job.vm;

/** What an uncaught exception in a thread of the program does, other than in its main thread. It is reported in any case. */
public enum ThreadDeathPolicy {
    /** The job ends where the rank cannot be trusted any more: its memory has run out, or a page of it is gone. */
    END_WHEN_DAMAGED,
    /** The job ends. */
    END,
    /** The job goes on, as a Java program does. */
    REPORT;

    /** Setting by which a launcher tells a VM; its value is a constant's name. */
    public static final String KEY = "thread.exception";

    /** Whether the job ends because of {@code thrown}. */
    boolean endsTheJob(Throwable thrown) {
        return switch (this) {
            case END -> true;
            case REPORT -> false;
            // Other threads of the rank may have lost as much, and be unable to say so.
            case END_WHEN_DAMAGED -> thrown instanceof OutOfMemoryError || thrown instanceof InternalError;
        };
    }
}
