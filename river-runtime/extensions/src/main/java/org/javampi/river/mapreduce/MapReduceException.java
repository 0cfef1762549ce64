package org.javampi.river.mapreduce;

/** A run has failed: names the task, its VM and what it has thrown; that is the cause. */
public final class MapReduceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MapReduceException(String message, Throwable cause) {
        super(message, cause);
    }
}
