package org.javampi.collectives.bcast;

import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.Channel;

/**
 * Cuts a vector into one block of bytes for each rank and hands them out through a binomial tree.
 */
final class BinomialByteScatter {
    private final Channel channel;
    private final Block data;
    private final int root;
    private final int members;
    private final long each;

    /** Among {@code root} and the {@code members - 1} ranks after it. */
    BinomialByteScatter(Channel channel, Block data, int root, int members) {
        this.channel = channel;
        this.data = data;
        this.root = root;
        this.members = members;
        each = (data.byteCount() + members - 1) / members;
    }

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
