package org.javampi.collectives.shape;

import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.Channel;

/** Cuts a vector into segments of about equal bytes, for pipelines. */
public final class Segments {
    private long whole;
    private long each;

    private static Segments of(Channel channel, long whole, long each) {
        Segments one = channel.borrow(Segments.class, Segments::new);
        one.whole = whole;
        one.each = each;
        return one;
    }

    private Segments() {}

    /** Of packed bytes; 0 leaves them in one piece. */
    public static Segments ofBytes(Channel channel, long bytes, long segmentBytes) {
        return of(channel, bytes, segmentBytes == 0 ? Math.max(1, bytes) : segmentBytes);
    }

    /** Of whole items, to be combined; 0 leaves them in one piece. */
    public static Segments ofItems(Channel channel, Block vector, long segmentBytes) {
        long size = Math.max(1, vector.itemBytes());
        long items = segmentBytes == 0 ? vector.count() : segmentBytes / size;
        return of(channel, vector.count(), Math.max(1, items));
    }

    /** How many; one of nothing when there is nothing, so that everybody still hears of it. */
    public int count() {
        return (int) Math.max(1, (whole + each - 1) / each);
    }

    /** Segment {@code index} as bytes. */
    public Block slice(Channel channel, Block vector, int index) {
        return channel.slice(vector, index * each, Math.min(each, whole - index * each));
    }

    /** Segment {@code index} as items. */
    public Block part(Channel channel, Block vector, int index) {
        return channel.part(vector, index * each, items(index));
    }

    /** Items of segment {@code index}. */
    public int items(int index) {
        return (int) Math.min(each, whole - index * each);
    }
}
