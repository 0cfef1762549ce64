package org.javampi.core.engine;

import java.util.Arrays;

/**
 * An engine at rest: whether it has come to rest, and what it holds then. A checkpoint is made of
 * this. Any thread.
 */
public final class Quiescence {
    private final Engine engine;

    Quiescence(Engine engine) {
        this.engine = engine;
    }

    /**
     * What of this rank's is on the way, in words; empty when nothing is: no answer, no cancellation, no data of a long
     * message that was asked for. Announced messages and early ones may be there.
     */
    public String unrest() {
        engine.lock.acquire();
        try {
            engine.progressAsCaller();
            for (Peer peer : engine.peers()) {
                if (peer != null && !peer.isQuiet()) {
                    return peer.unrest();
                }
            }
            if (!engine.conductor.isAtRest()) {
                return "a collective that does not block is at work";
            }
            return engine.outbound.isIdle() ? "" : "messages are on their way";
        } finally {
            engine.lock.release();
        }
    }

    /**
     * World rank, frames sent to it and frames received from it, for each other rank that this one
     * has met. Two ranks that are {@linkplain #isQuiet quiet} and agree have nothing between them.
     */
    public long[] frameCounts() {
        engine.lock.acquire();
        try {
            return frameCountsLocked();
        } finally {
            engine.lock.release();
        }
    }

    /** The same, with the lock held. */
    long[] frameCountsLocked() {
        long[] counts = new long[3 * engine.peers().length];
        int used = 0;
        for (Peer peer : engine.peers()) {
            if (peer != null && peer.endpoint != null) {
                counts[used++] = peer.worldRank;
                counts[used++] = peer.framesSent;
                counts[used++] = peer.framesReceived;
            }
        }
        return Arrays.copyOf(counts, used);
    }

    /** What the engine holds; it must be quiet, and nobody may call while the image is written. */
    public EngineImage image() {
        engine.lock.acquire();
        try {
            return EngineImage.of(engine, engine.attachedBuffer());
        } finally {
            engine.lock.release();
        }
    }

    /** Runs {@code change} while no message moves. */
    public void exclusively(Runnable change) {
        engine.lock.acquire();
        try {
            change.run();
        } finally {
            engine.lock.release();
        }
    }

    /** Takes over what an image holds; before {@link Engine#begin}. */
    public void revive(EngineImage image) {
        engine.lock.acquire();
        try {
            image.revive(engine, engine.attachedBuffer());
        } finally {
            engine.lock.release();
        }
    }
}
