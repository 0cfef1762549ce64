package org.javampi.river.network;

/** What a frame between two VMs is. The order is part of the protocol; new kinds go to the end. */
enum FrameKind {
    /** A message for a resource. */
    MESSAGE,
    /** Nothing but a sign of life. */
    ALIVE,
    /** The sender ends in order; nothing follows. */
    BYE
}
