package org.javampi.river.mapreduce;

import java.io.Serializable;
import java.util.function.BiConsumer;

/** Makes pairs of a key and a value from each item of the input. */
@FunctionalInterface
public interface MapFunction<K1, V1, K2, V2> extends Serializable {
    /**
     * Called for each item, on some VM.
     *
     * @param k the item's key: its position, or the path of its file
     * @param v the item
     * @param out takes pairs, any number of them
     * @throws Exception anything: the run fails
     */
    void map(K1 k, V1 v, BiConsumer<K2, V2> out) throws Exception;
}
