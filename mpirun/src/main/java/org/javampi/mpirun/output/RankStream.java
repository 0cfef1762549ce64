package org.javampi.mpirun.output;

/** One stream of one rank on its way out: in order, whole lines wherever they end in time. Thread-safe. */
public interface RankStream {
    /** Takes the next bytes; waits while their reader is slower. */
    void write(byte[] bytes, int length);

    /**
     * Takes the next bytes without waiting.
     *
     * @param taken is called, in any thread, when there is room for more
     */
    void offer(byte[] bytes, Runnable taken);

    /** The rank writes no more: what is left of a last line is kept. */
    void finish();
}
