package org.javampi.river.mapreduce;

import java.io.Serializable;

/** Makes one result from all values of a key. */
@FunctionalInterface
public interface ReduceFunction<K, V, R> extends Serializable {
    /**
     * Called once for each key, on some VM.
     *
     * @param values all values of the key. Those of more than 10,000 values can be gone through once only
     * @throws Exception anything: the run fails
     */
    R reduce(K k, Iterable<V> values) throws Exception;
}
