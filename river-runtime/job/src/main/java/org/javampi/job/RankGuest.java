package org.javampi.job;

import java.util.function.Consumer;

/**
 * What lets a visitor of a running job talk to its ranks, as a console does. Found by {@link java.util.ServiceLoader} in
 * the VM's own class loader when a visitor comes, not before.
 */
public interface RankGuest {
    /**
     * A visitor begins to talk to a rank. Called in a thread of the rank's own group, as are all methods of what it
     * answers; they may wait.
     *
     * @param rankHost the rank
     * @param programLoader has the classes of its program
     * @param answers takes messages to the visitor; does not wait
     */
    Talk open(RankHost rankHost, ClassLoader programLoader, Consumer<byte[]> answers);

    /** A visitor's talk with a rank. */
    interface Talk {
        /** A message of the visitor. */
        void onMessage(byte[] message);

        /** The visitor is gone, and hears nothing more. */
        void onGone();
    }
}
