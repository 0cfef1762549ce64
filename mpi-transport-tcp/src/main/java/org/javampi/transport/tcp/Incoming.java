package org.javampi.transport.tcp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import org.javampi.core.spi.transport.FrameHandler;
import org.javampi.core.spi.transport.Region;

/**
 * What one peer sends to this rank on a connection that is proved, whichever of the two has opened
 * it.
 */
final class Incoming {
    private final TcpTransport transport;
    private final Wire wire;
    private final int peer;

    /** Room for frames; null before the first one: many connections are used one way only. */
    private Region region;

    private ByteBuffer bytes;
    private int start;
    private int end;
    private boolean closed;

    /** A handler has thrown: there are frames to deliver without reading. */
    private boolean isHeldUp;

    private String reason;

    /** Polls since something last came. */
    private int quietPolls;

    /** What comes from {@code peer} on {@code wire}. */
    Incoming(TcpTransport transport, Wire wire, int peer) {
        this.transport = transport;
        this.wire = wire;
        this.peer = peer;
        wire.watch(SelectionKey.OP_READ, true);
    }

    Wire wire() {
        return wire;
    }

    boolean isClosed() {
        return closed;
    }

    /** Why it is closed. */
    String reason() {
        return reason;
    }

    int peer() {
        return peer;
    }

    int quietPolls() {
        return quietPolls;
    }

    /** Reads once and delivers whole frames; answers their number. */
    int poll(FrameHandler handler) {
        if (isHeldUp) {
            return deliver(handler);
        }
        try {
            int read = read();
            if (read <= 0) {
                quietPolls++;
                if (read < 0) {
                    close("it has closed its connection");
                }
                return 0;
            }
            end += read;
            quietPolls = 0;
        } catch (IOException e) {
            close("receiving from it failed: " + e.getMessage());
            return 0;
        }
        return deliver(handler);
    }

    private int read() throws IOException {
        if (region != null) {
            bytes.limit(bytes.capacity()).position(end);
            return wire.channel().read(bytes);
        }
        ByteBuffer first = transport.firstBytes().clear();
        int read = wire.channel().read(first);
        if (read > 0) {
            place(first.flip());
        }
        return read;
    }

    /** What has been read once cannot be read again: without memory for it the connection is over. */
    private void place(ByteBuffer first) throws IOException {
        try {
            region = Region.allocate(transport.bufferBytes());
        } catch (OutOfMemoryError e) {
            throw new IOException(e.getMessage(), e);
        }
        bytes = region.buffer().duplicate();
        bytes.put(first);
    }

    private int deliver(FrameHandler handler) {
        int frames = 0;
        // The handler may have no memory for a frame: it is offered again then.
        isHeldUp = true;
        while (end - start >= Integer.BYTES) {
            int length = region.getInt(start);
            if (length < 8 || length > transport.maxFrameBytes()) {
                isHeldUp = false;
                close("it sent a frame of " + length + " bytes (allowed 8.." + transport.maxFrameBytes() + ")");
                return frames;
            }
            int onWire = Outgoing.padded(length);
            if (end - start < onWire) {
                break;
            }
            handler.onFrame(peer, region, start, length);
            start += onWire;
            frames++;
        }
        isHeldUp = false;
        if (start == end) {
            start = 0;
            end = 0;
        } else if (bytes.capacity() - end < transport.maxFrameBytes()) {
            // Frames begin at multiples of 8, and so does what is moved to the front.
            bytes.limit(end).position(start);
            bytes.compact();
            end -= start;
            start = 0;
        }
        return frames;
    }

    void close(String why) {
        if (!closed) {
            closed = true;
            String failure = wire.close();
            reason = failure == null ? why : why + "; closing failed: " + failure;
        }
    }
}
