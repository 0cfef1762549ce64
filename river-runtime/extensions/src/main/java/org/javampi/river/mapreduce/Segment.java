package org.javampi.river.mapreduce;

import java.io.Serializable;
import java.util.UUID;

/**
 * Sorted pairs that a map has made, on the VM that made them.
 *
 * @param worker the resource that has them
 * @param id its name there
 * @param starts where each part begins, in bytes; one more for the end of the last one
 */
record Segment(UUID worker, long id, long[] starts) implements Serializable {
    private static final long serialVersionUID = 1L;

    long bytes(int part) {
        return starts[part + 1] - starts[part];
    }
}
