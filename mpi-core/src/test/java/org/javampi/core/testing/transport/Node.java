package org.javampi.core.testing.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import org.javampi.core.spi.transport.Endpoint;
import org.javampi.core.spi.transport.FrameHandler;
import org.javampi.core.spi.transport.Region;
import org.javampi.core.spi.transport.Transport;

/**
 * One rank of a test: numbers and fills each frame it sends, and checks each one it receives.
 *
 * <p>A frame: bytes 0..3 the transport's, 4..7 its number among those of its pair, then bytes that
 * follow from sender, number and position. One thread.
 */
final class Node implements FrameHandler, AutoCloseable {
    static final int HEADER = 8;

    final TestContext context;
    final Transport transport;
    final int[] sent;
    final int[] received;
    final long[] sentBytes;
    final long[] receivedBytes;

    Node(TestContext context, Transport transport) {
        this.context = context;
        this.transport = transport;
        sent = new int[context.size()];
        received = new int[context.size()];
        sentBytes = new long[context.size()];
        receivedBytes = new long[context.size()];
    }

    /** Whether the frame was taken; the sent count moves only then. */
    boolean trySend(int peer, int byteCount) {
        Endpoint endpoint = transport.endpoint(peer);
        int offset = endpoint.claim(byteCount);
        if (offset < 0) {
            assertEquals(Endpoint.FULL, offset, "claim of " + byteCount + " for rank " + peer);
            return false;
        }
        assertEquals(0, offset & 7, "alignment of a claim at " + offset);
        Region region = endpoint.region();
        int number = sent[peer]++;
        region.putInt(offset + 4, number);
        for (int i = HEADER; i < byteCount; i++) {
            region.putByte(offset + i, pattern(context.rank(), number, i));
        }
        endpoint.commit();
        sentBytes[peer] += byteCount;
        return true;
    }

    int poll() {
        return transport.poll(this);
    }

    @Override
    public void onFrame(int peer, Region region, int offset, int byteCount) {
        assertEquals(0, offset & 7, "alignment of a frame at " + offset);
        int number = region.getInt(offset + 4);
        assertEquals(received[peer]++, number, "number of a frame from rank " + peer);
        for (int i = HEADER; i < byteCount; i++) {
            byte expected = pattern(peer, number, i);
            if (region.getByte(offset + i) != expected) {
                fail("frame " + number + " of rank " + peer + ": byte " + i + " of " + byteCount);
            }
        }
        receivedBytes[peer] += byteCount;
    }

    @Override
    public void onDisconnect(int peer, String reason) {
        fail("rank " + context.rank() + " lost rank " + peer + ": " + reason);
    }

    @Override
    public void close() throws IOException {
        transport.close();
        context.close();
    }

    private static byte pattern(int sender, int number, int position) {
        return (byte) (sender * 31 + number * 7 + position * 13 + (position >> 8));
    }
}
