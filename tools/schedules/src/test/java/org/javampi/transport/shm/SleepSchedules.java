package org.javampi.transport.shm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.javampi.core.spi.transport.Endpoint;
import org.javampi.core.spi.transport.FrameHandler;
import org.javampi.core.spi.transport.Region;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pastalab.fray.core.scheduler.RandomScheduler;
import org.pastalab.fray.junit.junit5.FrayTestExtension;
import org.pastalab.fray.junit.junit5.annotations.FrayTest;

/**
 * A ring and the words by which a sender learns that the receiver sleeps, in many orders of their steps. What processors
 * may reorder besides is jcstress's part.
 */
@ExtendWith(FrayTestExtension.class)
class SleepSchedules {
    private static final int RING_BYTES = 1024;
    private static final int FRAME_BYTES = 40;
    private static final int FRAMES = 60;

    private boolean sees;
    private boolean wakes;

    @FrayTest(iterations = 300)
    void shouldSeeTheFrameOrBeWoken() throws InterruptedException {
        Region memory = ring();
        RingProducer producer = new RingProducer(memory, RING_BYTES);
        RingConsumer consumer = new RingConsumer(0, memory, RING_BYTES);
        SleepWords words = new SleepWords(Region.allocate(SegmentLayout.controlOffset(1)));
        Thread sleeper = new Thread(() -> {
            words.announce(0, true);
            sees = consumer.hasFrame();
        });
        Thread sender = new Thread(() -> {
            producer.claim(FRAME_BYTES);
            producer.commit();
            wakes = words.takeIfAsleep(0);
        });
        sleeper.start();
        sender.start();
        sleeper.join();
        sender.join();
        assertTrue(sees || wakes, "the receiver sleeps on a frame");
    }

    /** More frames than fit: the writer waits for room that the reader gives back, an eighth of the ring at a time. */
    @FrayTest(iterations = 100, scheduler = RandomScheduler.class)
    void shouldCarryFramesInOrderThroughAFullRing() throws InterruptedException {
        Region memory = ring();
        RingProducer producer = new RingProducer(memory, RING_BYTES);
        RingConsumer consumer = new RingConsumer(0, memory, RING_BYTES);
        int[] come = new int[1];
        FrameHandler handler = new FrameHandler() {
            @Override
            public void onFrame(int peer, Region frame, int index, int length) {
                assertEquals(come[0]++, frame.getInt(index + Integer.BYTES));
            }

            @Override
            public void onDisconnect(int peer, String reason) {
                throw new AssertionError(reason);
            }
        };
        Thread sender = new Thread(() -> {
            for (int i = 0; i < FRAMES; i++) {
                int at = producer.claim(FRAME_BYTES);
                while (at == Endpoint.FULL) {
                    Thread.yield();
                    at = producer.claim(FRAME_BYTES);
                }
                producer.region().putInt(at + Integer.BYTES, i);
                producer.commit();
            }
        });
        sender.start();
        while (come[0] < FRAMES) {
            consumer.poll(handler, RING_BYTES);
            consumer.publishHead();
            Thread.yield();
        }
        sender.join();
    }

    private static Region ring() {
        return Region.allocate(SegmentLayout.RING_HEADER_BYTES + RING_BYTES);
    }
}
