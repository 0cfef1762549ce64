package org.javampi.core.runtime;

import org.javampi.core.spi.transport.Endpoint;
import org.javampi.core.spi.transport.FrameHandler;
import org.javampi.core.spi.transport.Region;
import org.javampi.core.spi.transport.Transport;

/** The medium of a rank that is replayed alone: what is sent is gone, and nothing ever arrives. */
public final class SilentTransport implements Transport {
    /** Its name in the setting {@code transport}. */
    public static final String NAME = "silent";

    private static final int FRAME_BYTES = 16 * 1024;

    private final Endpoint nobody = new Endpoint() {
        private final Region region = Region.allocate(FRAME_BYTES);

        @Override
        public int claim(int byteCount) {
            return 0;
        }

        @Override
        public Region region() {
            return region;
        }

        @Override
        public void commit() {
            // Gone.
        }

        @Override
        public int maxFrameBytes() {
            return FRAME_BYTES;
        }
    };

    SilentTransport() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean reaches(int peer) {
        return true;
    }

    @Override
    public Endpoint endpoint(int peer) {
        return nobody;
    }

    @Override
    public int poll(FrameHandler handler) {
        return 0;
    }

    @Override
    public boolean arm(boolean urgentOnly) {
        return true;
    }

    @Override
    public void disarm() {
        // Nothing was armed.
    }

    @Override
    public boolean isFlushed() {
        return true;
    }

    @Override
    public void close() {
        // It has nothing.
    }
}
