package org.javampi.river.platform;

/**
 * How many threads of the whole machine run or want to. Asked seldom: it takes some microseconds. No garbage. Not
 * thread-safe.
 */
public interface RunQueue extends AutoCloseable {
    /** Whether more threads want to run than there are cores, or may, where that is not known. */
    boolean mayExceedCores();

    @Override
    void close();
}
