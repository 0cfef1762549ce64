package org.javampi.collectives.reduce;

import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.Channel;

/** Brings a result from the rank at the top of a tree to the root of the call. */
final class Delivery {
    private Delivery() {}

    /** Where the top may leave the result: with the receive block, if it is the root. */
    static Block place(Channel channel, Block operand, Block receive, int top, int root) {
        if (channel.rank() != top) {
            return null;
        }
        return top == root ? receive : channel.scratch(operand, operand.count());
    }

    /** Sends the result on, unless it is there. */
    static void run(Channel channel, Block result, Block receive, int top, int root) {
        if (top == root) {
            return;
        }
        if (channel.rank() == top) {
            channel.send(result, root);
        } else if (channel.rank() == root) {
            channel.receive(receive, top);
        }
    }
}
