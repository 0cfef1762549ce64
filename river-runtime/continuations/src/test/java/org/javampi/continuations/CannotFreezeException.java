package org.javampi.continuations;

/** A survey has found an obstacle. */
final class CannotFreezeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    final transient Obstacle obstacle;

    CannotFreezeException(Obstacle obstacle) {
        super(obstacle.toString());
        this.obstacle = obstacle;
    }
}
