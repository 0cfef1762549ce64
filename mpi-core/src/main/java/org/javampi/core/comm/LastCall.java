package org.javampi.core.comm;

/**
 * The last collective that was called on a communicator.
 *
 * @param number how many there have been, this one included
 * @param function what the program has called
 * @param root rank in the communicator; {@link #NO_ROOT} where there is none
 */
public record LastCall(int number, String function, int root) {
    /** A collective without a root. */
    public static final int NO_ROOT = -1;
}
