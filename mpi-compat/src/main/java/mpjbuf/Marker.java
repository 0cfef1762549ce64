package mpjbuf;

/**
 * Lets {@code import mpjbuf.*;} compile: programs of MPJ Express import this package of its buffers without using it.
 */
public final class Marker {
    private Marker() {}
}
