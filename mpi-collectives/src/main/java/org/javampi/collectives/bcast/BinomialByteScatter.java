package org.javampi.collectives.bcast;

import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.Channel;

/**
 * Cuts a vector into one block of bytes for each rank and hands them out through a binomial tree.
 */
final class BinomialByteScatter {
    private Channel channel;
    private Block data;
    private int root;
    private int members;
    private long each;

    /** Among {@code root} and the {@code members - 1} ranks after it. */
    static BinomialByteScatter of(Channel channel, Block data, int root, int members) {
        BinomialByteScatter one = channel.borrow(BinomialByteScatter.class, BinomialByteScatter::new);
        one.channel = channel;
        one.data = data;
        one.root = root;
        one.members = members;
        one.each = (data.byteCount() + members - 1) / members;
        return one;
    }

    private BinomialByteScatter() {}

    /** As the member {@code relative} places after the root. */
    void run(int relative) {
        int bit = 1;
        while (bit < members && (relative & bit) == 0) {
            bit <<= 1;
        }
        if (relative != 0) {
            channel.receive(blocks(relative, relative + bit), rank(relative - bit));
        }
        for (bit >>= 1; bit > 0; bit >>= 1) {
            if (relative + bit < members) {
                channel.startSend(blocks(relative + bit, relative + 2 * bit), rank(relative + bit));
            }
        }
        channel.completeAll();
    }

    /** Blocks {@code from .. to - 1}; those past the end are empty. */
    Block blocks(int from, int to) {
        long start = Math.min(data.byteCount(), from * each);
        long end = Math.min(data.byteCount(), Math.min(members, to) * each);
        return channel.slice(data, start, Math.max(0, end - start));
    }

    int rank(int relative) {
        return (relative + root) % channel.size();
    }
}
