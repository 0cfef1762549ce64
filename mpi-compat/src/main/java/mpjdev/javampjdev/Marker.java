package mpjdev.javampjdev;

/**
 * Lets {@code import mpjdev.javampjdev.*;} compile: programs of MPJ Express import this package of its the pure-Java device without using it.
 */
public final class Marker {
    private Marker() {}
}
