package org.javampi.benchmarks.jmh;

/** A world whose rank 0 is the thread that made it. */
interface Ranks extends AutoCloseable {
    /** Everybody calls so many times; returns when everybody has. */
    void call(int times);

    @Override
    void close();
}
