package org.javampi.core.world;

/** A world that has not ended well: the rank that failed first, and what it threw as the cause. */
public final class WorldFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int rank;
    private final int status;

    WorldFailure(int rank, int status, String message, Throwable cause) {
        super(message, cause);
        this.rank = rank;
        this.status = status;
    }

    /** World rank that failed first. */
    public int rank() {
        return rank;
    }

    /** The status with which a launched job would have ended. */
    public int status() {
        return status;
    }
}
