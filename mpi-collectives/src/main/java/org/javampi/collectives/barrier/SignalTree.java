package org.javampi.collectives.barrier;

import org.javampi.core.spi.collective.Channel;

/** Signals through a binomial tree, to rank 0 and back. */
final class SignalTree {
    /** Returns at rank 0 after everybody has called. */
    void signalUp(Channel channel) {
        int rank = channel.rank();
        for (int bit = 1; bit < channel.size(); bit <<= 1) {
            if ((rank & bit) != 0) {
                channel.send(channel.nothing(), rank - bit);
                return;
            }
            if (rank + bit < channel.size()) {
                channel.receive(channel.nothing(), rank + bit);
            }
        }
    }

    /** Returns after rank 0 has called. */
    void signalDown(Channel channel) {
        int rank = channel.rank();
        int bit = 1;
        while (bit < channel.size() && (rank & bit) == 0) {
            bit <<= 1;
        }
        if (rank != 0) {
            channel.receive(channel.nothing(), rank - bit);
        }
        for (bit >>= 1; bit > 0; bit >>= 1) {
            if (rank + bit < channel.size()) {
                channel.startSend(channel.nothing(), rank + bit);
            }
        }
        channel.completeAll();
    }
}
