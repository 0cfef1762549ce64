package xdev;

/**
 * Lets {@code import xdev.*;} compile: programs of MPJ Express import this package of its device drivers without using it.
 */
public final class Marker {
    private Marker() {}
}
