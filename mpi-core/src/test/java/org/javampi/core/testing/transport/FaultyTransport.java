package org.javampi.core.testing.transport;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import org.agrona.collections.Int2ObjectHashMap;
import org.javampi.core.spi.transport.Endpoint;
import org.javampi.core.spi.transport.FrameHandler;
import org.javampi.core.spi.transport.Region;
import org.javampi.core.spi.transport.Transport;

/**
 * A transport made as unpleasant as the SPI allows, by a seed: claims find no room although there
 * is some, polls look away, frames of one peer are held back while later ones of others pass.
 * Frames of one peer stay in order, none is lost, and what is held is delivered in the end.
 */
public final class FaultyTransport implements Transport {
    private static final int HOLD_ONE_IN = 8;
    private static final int FULL_ONE_IN = 4;
    private static final int LOOK_AWAY_ONE_IN = 3;

    private final Transport inner;
    private final Random random;
    private final Int2ObjectHashMap<Endpoint> endpoints = new Int2ObjectHashMap<>();
    private final Int2ObjectHashMap<Queue<Region>> held = new Int2ObjectHashMap<>();
    private int heldFrames;
    private long faults;

    /** Makes {@code inner} unpleasant. */
    public FaultyTransport(Transport inner, long seed) {
        this.inner = inner;
        random = new Random(seed);
    }

    /** Faults injected so far. */
    public long faults() {
        return faults;
    }

    @Override
    public String name() {
        return "faulty " + inner.name();
    }

    @Override
    public boolean reaches(int peer) {
        return inner.reaches(peer);
    }

    @Override
    public Endpoint endpoint(int peer) {
        return endpoints.computeIfAbsent(peer, p -> new Reluctant(inner.endpoint(p)));
    }

    @Override
    public int poll(FrameHandler handler) {
        int frames = release(handler);
        if (chance(LOOK_AWAY_ONE_IN)) {
            return frames;
        }
        return frames
                + inner.poll(new FrameHandler() {
                    @Override
                    public void onFrame(int peer, Region region, int offset, int bytes) {
                        Queue<Region> queue = held.get(peer);
                        if (queue == null || queue.isEmpty()) {
                            if (!chance(HOLD_ONE_IN)) {
                                handler.onFrame(peer, region, offset, bytes);
                                return;
                            }
                        }
                        hold(peer, region, offset, bytes);
                    }

                    @Override
                    public void onDisconnect(int peer, String reason) {
                        handler.onDisconnect(peer, reason);
                    }
                });
    }

    private void hold(int peer, Region region, int offset, int bytes) {
        Region copy = Region.allocate(bytes);
        copy.putBytes(0, region.buffer(), offset, bytes);
        held.computeIfAbsent(peer, p -> new ArrayDeque<>()).add(copy);
        heldFrames++;
    }

    private int release(FrameHandler handler) {
        if (heldFrames == 0) {
            return 0;
        }
        int released = 0;
        for (int peer : held.keySet().stream().mapToInt(Integer::intValue).toArray()) {
            Queue<Region> queue = held.get(peer);
            while (!queue.isEmpty() && random.nextBoolean()) {
                Region frame = queue.remove();
                heldFrames--;
                released++;
                handler.onFrame(peer, frame, 0, frame.capacity());
            }
        }
        return released;
    }

    private boolean chance(int oneIn) {
        boolean fault = random.nextInt(oneIn) == 0;
        if (fault) {
            faults++;
        }
        return fault;
    }

    @Override
    public boolean arm(boolean urgentOnly) {
        return inner.arm(urgentOnly) && heldFrames == 0;
    }

    @Override
    public void disarm() {
        inner.disarm();
    }

    @Override
    public boolean isFlushed() {
        return inner.isFlushed();
    }

    @Override
    public void close() {
        inner.close();
    }

    /** An endpoint that is often full. */
    private final class Reluctant implements Endpoint {
        private final Endpoint endpoint;

        Reluctant(Endpoint endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public int claim(int byteCount) {
            return chance(FULL_ONE_IN) ? FULL : endpoint.claim(byteCount);
        }

        @Override
        public Region region() {
            return endpoint.region();
        }

        @Override
        public void commit() {
            endpoint.commit();
        }

        @Override
        public int maxFrameBytes() {
            return endpoint.maxFrameBytes();
        }
    }
}
