package org.javampi.core.comm;

import org.javampi.core.spi.collective.Collective;

/**
 * The last collective that was called on a communicator.
 *
 * @param number how many there have been, this one included
 * @param root rank in the communicator; {@link #NO_ROOT} where there is none
 */
public record LastCall(int number, Collective collective, int root) {
    /** A collective without a root. */
    public static final int NO_ROOT = -1;
}
