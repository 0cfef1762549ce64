package org.javampi.river.mapreduce;

import java.io.Serializable;

/** Says which part a key belongs to. */
@FunctionalInterface
public interface PartitionFunction<K> extends Serializable {
    /**
     * The part, 0 to {@code n} - 1; the same on every VM.
     *
     * @param n how many parts there are
     */
    int of(K k, int n);
}
