package org.javampi.transport.shm;

import static org.javampi.transport.shm.SegmentLayout.SLEEP_OFFSET;
import static org.javampi.transport.shm.SegmentLayout.controlOffset;

import org.javampi.core.spi.transport.Region;

/**
 * Whether ranks sleep, and for what: a word in each rank's control block, by which a sender learns whether it has to
 * wake the receiver. What is left to the {@link Bell} is the waking.
 */
final class SleepWords {
    static final int AWAKE = 0;

    /** Asleep with nothing to wait for: only urgent frames ring. */
    static final int IDLE = 1;

    /** Asleep until anything comes. */
    static final int AWAITING = 2;

    private final Region control;

    SleepWords(Region control) {
        this.control = control;
    }

    /** A rank's own: it falls asleep. A fence goes with it; the rank must look for frames once more after it. */
    void announce(int rank, boolean urgentOnly) {
        control.putIntVolatile(controlOffset(rank) + SLEEP_OFFSET, urgentOnly ? IDLE : AWAITING);
    }

    /** A rank's own: it is awake. */
    void retract(int rank) {
        control.putIntRelease(controlOffset(rank) + SLEEP_OFFSET, AWAKE);
    }

    /**
     * After a frame: whether the caller is the one to wake {@code peer}. No fence lies between the frame and this read:
     * it may say false to a peer that has not seen the frame.
     */
    boolean takeIfAwaiting(int peer) {
        int state = controlOffset(peer) + SLEEP_OFFSET;
        return control.getIntAcquire(state) == AWAITING && control.compareAndSetInt(state, AWAITING, AWAKE);
    }

    /** After a frame that cannot wait: whether {@code peer} must be woken. Never false to a peer that sleeps on. */
    boolean takeIfAsleep(int peer) {
        int state = controlOffset(peer) + SLEEP_OFFSET;
        // An urgent frame must not be missed by a rank that has nothing else to wake it. The write of this
        // read-modify-write comes behind the release of the frame. The sleeper stores its word, pairing with it, and
        // looks at its rings after that: if this finds no sleeper, that store comes later, and the look finds the
        // frame.
        if (control.getAndAddInt(state, 0) == AWAKE) {
            return false;
        }
        control.putIntRelease(state, AWAKE);
        return true;
    }
}
