package org.javampi.river.resource;

/**
 * Ends the body of a resource that was frozen: what it was is in its image, and goes on where that is thawed. An error, so
 * that a body which catches exceptions does not go on here as well.
 */
final class FrozenException extends Error {
    private static final long serialVersionUID = 1L;

    FrozenException() {
        super("the resource was frozen, and goes on where it is thawed", null, false, false);
    }
}
