package org.javampi.river.discovery;

/** Whether a VM takes work. The order is part of the protocol; new states go to the end. */
public enum VmState {
    /** It waits for work. */
    FREE,
    /** It works for one owner. */
    LEASED,
    /** It gives work and takes none: a user's program. */
    CLIENT
}
