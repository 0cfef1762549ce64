package org.javampi.core.spi.transport;

/**
 * The way to one peer. A frame is claimed, written in place, and committed; frames of one endpoint
 * arrive whole, once, and in the order of their commits. All calls are made under the engine's
 * lock, and at most one claim is open at a time.
 *
 * <p>Bytes 0..3 of a frame belong to the transport (the frame length); the engine writes the rest.
 */
public interface Endpoint {
    /** Answer of {@link #claim}: no room yet; try again after polling. */
    int FULL = -1;

    /** Answer of {@link #claim}: the peer is gone. */
    int CLOSED = -2;

    /**
     * Reserves room for a frame.
     *
     * @param byteCount frame length, the 4-byte length word included; at most {@link
     *     #maxFrameBytes}
     * @return offset of the frame in {@link #region}, a multiple of 8, or FULL or CLOSED
     */
    int claim(int byteCount);

    /**
     * Where the frame of the last successful claim is written.
     *
     * @return the claim's own until {@link #commit}; the next claim may be in another region
     */
    Region region();

    /** Publishes the claimed frame. Never blocks. */
    void commit();

    /** The longest frame that this endpoint can take; at least 4096. Constant. */
    int maxFrameBytes();

    /**
     * The shortest piece of a long message that is worth a frame of its own, so that the peer takes
     * one out while the next is written; {@link #maxFrameBytes} where a frame costs a system call.
     */
    default int smallestPieceBytes() {
        return maxFrameBytes();
    }

    /**
     * The longest frame that a piece of a long message should have; less than {@link
     * #maxFrameBytes} where the peer had better begin to take it out earlier.
     */
    default int largestPieceBytes() {
        return maxFrameBytes();
    }
}
