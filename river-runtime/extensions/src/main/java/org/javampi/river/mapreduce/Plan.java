package org.javampi.river.mapreduce;

import java.io.Serializable;

/**
 * What the VMs need to know of a run.
 *
 * @param job its name, under which segments are kept
 * @param parts how many parts the keys are divided into
 * @param output the folder for files, or null
 */
record Plan<K1, V1, K2, V2, R>(
        String job,
        MapFunction<K1, V1, K2, V2> map,
        ReduceFunction<K2, V2, V2> combine,
        PartitionFunction<K2> partition,
        ReduceFunction<K2, V2, R> reduce,
        KeyOrder<K2> order,
        int parts,
        String output)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    int partOf(K2 key) {
        if (partition == null) {
            return KeyOrder.partOf(key, parts);
        }
        int part = partition.of(key, parts);
        if (part < 0 || part >= parts) {
            throw new IllegalArgumentException(
                    "partition of key " + key + " is " + part + "; 0.." + (parts - 1) + " are possible");
        }
        return part;
    }
}
