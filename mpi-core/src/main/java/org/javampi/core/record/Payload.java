package org.javampi.core.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.javampi.core.buffer.Block;

/** What a call has received, for itself or for operations that it has completed. One thread. */
final class Payload {
    private static final Block[] NONE = {};

    private final List<Integer> places = new ArrayList<>();
    private final List<Long> lengths = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private long byteCount;

    void clear() {
        places.clear();
        lengths.clear();
        blocks.clear();
        byteCount = 0;
    }

    /**
     * Adds what lies in {@code received}.
     *
     * @param place of the request in the call's list, 0 for the call itself
     * @param most packed bytes that count, from the first on
     */
    void add(int place, Block[] received, long most) {
        long left = most;
        long added = 0;
        for (Block block : received) {
            long length = Math.min(left, block.presentBytes());
            if (length > 0) {
                Block part = new Block();
                part.slice(block, 0, length);
                blocks.add(part);
                left -= length;
                added += length;
            }
        }
        if (added > 0) {
            places.add(place);
            lengths.add(added);
            byteCount += added;
        }
    }

    long byteCount() {
        return byteCount;
    }

    /** Writes how much there is in which place. */
    void write(Encoder out) {
        out.put(places.size());
        for (int i = 0; i < places.size(); i++) {
            out.put(places.get(i)).put(lengths.get(i));
        }
    }

    /** Gives the bytes themselves to {@code sink}. */
    void read(Staging staging, Staging.Sink sink) throws IOException {
        staging.read(blocks.toArray(NONE), byteCount, sink);
    }
}
