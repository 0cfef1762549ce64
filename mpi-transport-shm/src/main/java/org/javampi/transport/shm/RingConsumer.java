package org.javampi.transport.shm;

import static org.javampi.transport.shm.SegmentLayout.HEAD_OFFSET;
import static org.javampi.transport.shm.SegmentLayout.RING_HEADER_BYTES;
import static org.javampi.transport.shm.SegmentLayout.STARVED_OFFSET;

import org.javampi.core.spi.transport.FrameHandler;
import org.javampi.core.spi.transport.Region;

/** The reading end of a ring; see {@link RingProducer} for what lies in it. */
final class RingConsumer {
    private final int peer;
    private final Region ring;
    private final int mask;
    private final int publishEvery;

    private long head;
    private long publishedHead;

    RingConsumer(int peer, Region ring, int ringBytes) {
        this.peer = peer;
        this.ring = ring;
        mask = ringBytes - 1;
        // Publishing seldom keeps the head's cache line with the writer. An eighth of the ring
        // withheld
        // still leaves room for the longest frame, a quarter of the ring.
        publishEvery = ringBytes / 8;
    }

    /** World rank of the writer. */
    int peer() {
        return peer;
    }

    /** Whether a frame is there. */
    boolean hasFrame() {
        return ring.getIntAcquire(RING_HEADER_BYTES + ((int) head & mask)) != 0;
    }

    /**
     * Delivers frames until none is there or {@code maxBytes} have been read.
     *
     * @return number of frames
     */
    int poll(FrameHandler handler, int maxBytes) {
        int frames = 0;
        long end = head + maxBytes;
        while (head < end) {
            int index = RING_HEADER_BYTES + ((int) head & mask);
            // Pairs with the writer's release of this word.
            int length = ring.getIntAcquire(index);
            if (length == 0) {
                break;
            }
            if (length < 0) {
                head -= length;
                continue;
            }
            handler.onFrame(peer, ring, index, length);
            head += RingProducer.room(length);
            frames++;
        }
        return frames;
    }

    /**
     * Gives room back to the writer when enough has gathered.
     *
     * @return true when the writer sleeps for want of room and must be woken
     */
    boolean publishHead() {
        if (head - publishedHead < publishEvery) {
            return false;
        }
        publishedHead = head;
        // Pairs with the writer's acquire: our reads of the frames come before it reuses their
        // room.
        ring.putLongRelease(HEAD_OFFSET, head);
        return ring.getIntAcquire(STARVED_OFFSET) != 0 && ring.compareAndSetInt(STARVED_OFFSET, 1, 0);
    }
}
