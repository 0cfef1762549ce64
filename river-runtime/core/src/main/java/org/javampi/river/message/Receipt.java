package org.javampi.river.message;

import java.util.UUID;

/**
 * What a queued message costs, and the VM that is told when it is taken: senders wait while too much of theirs is queued.
 */
public final class Receipt {
    private final UUID from;
    private final long bytes;

    /** Whether the sender's VM has been told already. Guarded by the accounts of its queue. */
    private boolean settled;

    /** A receipt for a message of so many bytes from a VM. */
    public Receipt(UUID from, long bytes) {
        this.from = from;
        this.bytes = bytes;
    }

    /** The VM that has sent the message. */
    public UUID from() {
        return from;
    }

    /** What it costs. */
    public long bytes() {
        return bytes;
    }

    /** Whether its sender has been told. */
    public boolean isSettled() {
        return settled;
    }

    /** Its sender has been told. */
    public void settle() {
        settled = true;
    }
}
