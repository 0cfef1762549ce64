package org.javampi.transport.shm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Random;
import org.javampi.core.spi.transport.Endpoint;
import org.javampi.core.spi.transport.FrameHandler;
import org.javampi.core.spi.transport.Region;
import org.junit.jupiter.api.Test;

class RingTest {
    private static final int RING_BYTES = 16 * 1024;
    private static final int SHORT = 200;
    private static final int FRAMES = 200_000;
    private static final long SEED = 20261122;

    private final Region region = Region.allocate(SegmentLayout.RING_HEADER_BYTES + RING_BYTES);
    private final RingProducer producer = new RingProducer(region, RING_BYTES);
    private final RingConsumer consumer = new RingConsumer(7, region, RING_BYTES);
    private final ArrayDeque<Integer> lengths = new ArrayDeque<>();
    private final Random random = new Random(SEED);
    private int delivered;

    @Test
    void shouldDeliverEachFrameOnceWhenLengthsMixAndClaimsAreDropped() {
        FrameHandler handler = new Checking();
        int sent = 0;
        while (sent < FRAMES) {
            if (random.nextInt(8) == 0) {
                // Claimed and given up: the next claim is another.
                producer.claim(nextLength());
            }
            int length = nextLength();
            int at = producer.claim(length);
            if (at == Endpoint.FULL) {
                int before = delivered;
                consumer.poll(handler, RING_BYTES);
                assertTrue(delivered > before, "nothing came after frame " + sent);
                consumer.publishHead();
                continue;
            }
            if (random.nextInt(20) == 0) {
                // What has been claimed is not there yet, though what lies before may be skipped.
                consumer.poll(handler, RING_BYTES);
            }
            // No byte is zero: a slot that was not cleared looks like a frame.
            for (int i = Integer.BYTES; i < length; i++) {
                region.putByte(at + i, (byte) (1 + (sent + i) % 127));
            }
            producer.commit();
            lengths.add(length);
            sent++;
            if (random.nextInt(20) == 0) {
                consumer.poll(handler, 1 + random.nextInt(2 * SHORT));
                consumer.publishHead();
            }
        }
        while (consumer.hasFrame()) {
            consumer.poll(handler, RING_BYTES);
        }
        assertEquals(FRAMES, delivered);
    }

    private int nextLength() {
        int longest =
                switch (random.nextInt(4)) {
                    case 0 -> RING_BYTES / 4;
                    case 1 -> RingProducer.SLOT;
                    default -> SHORT;
                };
        return Integer.BYTES + 1 + random.nextInt(longest - Integer.BYTES);
    }

    private final class Checking implements FrameHandler {
        @Override
        public void onFrame(int peer, Region frame, int offset, int byteCount) {
            assertEquals(7, peer);
            assertEquals(lengths.poll(), byteCount, "length of frame " + delivered);
            for (int i = Integer.BYTES; i < byteCount; i++) {
                if (frame.getByte(offset + i) != (byte) (1 + (delivered + i) % 127)) {
                    throw new AssertionError("byte " + i + " of frame " + delivered);
                }
            }
            delivered++;
        }

        @Override
        public void onDisconnect(int peer, String reason) {
            throw new AssertionError(reason);
        }
    }
}
