package org.javampi.core.spi.transport;

/**
 * Where a transport's poll delivers what has arrived. Called under the engine's lock, never
 * re-entered.
 */
public interface FrameHandler {
    /**
     * One whole frame of {@code peer}, in the order in which that peer committed its frames.
     *
     * @param peer world rank of the sender
     * @param region where the frame lies; valid during the call only
     * @param offset of the frame's first byte, the length word; a multiple of 8
     * @param byteCount frame length, length word included
     */
    void onFrame(int peer, Region region, int offset, int byteCount);

    /**
     * The way to and from {@code peer} is gone: nothing more will arrive and claims answer CLOSED.
     * May be told again by another end of the same way.
     *
     * @param peer world rank
     * @param reason for people: which address or file, and what the system said
     */
    void onDisconnect(int peer, String reason);
}
