package org.javampi.transport.shm;

import org.javampi.core.spi.transport.Region;
import org.javampi.core.spi.transport.UrgentEndpoint;

/**
 * The way to one rank of this host: the ring that only this rank writes, and the sleeper's bell.
 */
final class ShmEndpoint implements UrgentEndpoint {
    private static final int SMALLEST_PIECE = 8 * 1024;

    /** Some of them fit into a core's cache, with what they are copied from and to. */
    private static final int LARGEST_PIECE = 64 * 1024 + RingProducer.ALIGNMENT;

    private final RingProducer ring;
    private final Region region;
    private final Bell bell;
    private final int peer;
    private final int maxFrameBytes;
    private boolean full;

    ShmEndpoint(int peer, RingProducer ring, int maxFrameBytes, Bell bell) {
        this.peer = peer;
        this.ring = ring;
        this.bell = bell;
        this.maxFrameBytes = maxFrameBytes;
        region = ring.region();
    }

    @Override
    public int claim(int byteCount) {
        int offset = ring.claim(byteCount);
        full = offset < 0;
        return offset >= 0 || !bell.hasClosed(peer) ? offset : CLOSED;
    }

    @Override
    public Region region() {
        return region;
    }

    @Override
    public void commit() {
        ring.commit();
        bell.ringIfAwaited(peer);
    }

    @Override
    public void commitUrgent() {
        ring.commit();
        bell.ringIfAsleep(peer);
    }

    @Override
    public int maxFrameBytes() {
        return maxFrameBytes;
    }

    @Override
    public int smallestPieceBytes() {
        return SMALLEST_PIECE;
    }

    @Override
    public int largestPieceBytes() {
        return Math.min(LARGEST_PIECE, maxFrameBytes);
    }

    /** Prepares for sleep: true when the last claim found no room and there is still none. */
    boolean starve() {
        if (full) {
            ring.starve();
            return !ring.hasDrained();
        }
        return true;
    }
}
