package org.javampi.river.mapreduce;

/** A segment is gone with its VM: its map has to be run again. */
final class LostSegmentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostSegmentException(String message, Throwable cause) {
        super(message, cause);
    }
}
