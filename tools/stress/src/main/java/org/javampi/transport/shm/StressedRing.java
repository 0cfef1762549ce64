package org.javampi.transport.shm;

import org.javampi.core.spi.transport.Endpoint;
import org.javampi.core.spi.transport.FrameHandler;
import org.javampi.core.spi.transport.Region;

/** A small ring with both of its ends. Frames are filled with one number, so that a torn one shows. */
final class StressedRing {
    private final RingProducer producer;
    private final RingConsumer consumer;
    private final Check check = new Check();
    private int next = 1;

    StressedRing(int ringBytes) {
        Region region = Region.allocate(SegmentLayout.RING_HEADER_BYTES + ringBytes);
        producer = new RingProducer(region, ringBytes);
        consumer = new RingConsumer(0, region, ringBytes);
    }

    RingProducer producer() {
        return producer;
    }

    RingConsumer consumer() {
        return consumer;
    }

    /** Writes a frame whose bytes behind its length are all {@code number}; false where there is no room. */
    boolean write(int byteCount, int number) {
        int at = producer.claim(byteCount);
        if (at == Endpoint.FULL) {
            return false;
        }
        for (int i = Integer.BYTES; i < byteCount; i++) {
            producer.region().putByte(at + i, (byte) number);
        }
        producer.commit();
        return true;
    }

    /** "none", "whole" when one frame of that number has come, or what is wrong with it. */
    String read(int number) {
        check.expected = number;
        check.found = "none";
        consumer.poll(check, 1);
        return check.found;
    }

    /** Reads all there is, frames numbered from 1 on; answers how many have come so far, or -1 if one was torn. */
    int readAll() {
        boolean whole = true;
        while (consumer.hasFrame()) {
            String frame = read(next);
            // What was skipped is no frame.
            if (!frame.equals("none")) {
                whole &= frame.equals("whole");
                next++;
            }
        }
        return whole ? next - 1 : -1;
    }

    private static final class Check implements FrameHandler {
        private int expected;
        private String found;

        @Override
        public void onFrame(int peer, Region frame, int index, int length) {
            found = "whole";
            for (int i = Integer.BYTES; i < length; i++) {
                byte seen = frame.getByte(index + i);
                if (seen != (byte) expected) {
                    found = "byte " + i + " of " + length + " is " + seen + ", not " + expected;
                }
            }
        }

        @Override
        public void onDisconnect(int peer, String reason) {
            found = reason;
        }
    }
}
