package mpjdev;

/**
 * Lets {@code import mpjdev.*;} compile: programs of MPJ Express import this package of its devices without using it.
 */
public final class Marker {
    private Marker() {}
}
