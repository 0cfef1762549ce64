package org.javampi.collectives.allgather;

import org.javampi.collectives.shape.Pieces;
import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.AllgatherAlgorithm;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Layout;

/**
 * Neighbours exchange their own pieces, then, with the neighbours on alternating sides, the two
 * pieces that came last. With an odd number of ranks the last one leaves its piece to the one
 * before it and gets the result from there.
 *
 * <p>Cost: p / 2 steps, each a latency and the time of two pieces; only neighbours talk. Source:
 * Chen, Zhang, Zhang, Yuan, "Performance evaluation of allgather algorithms on terascale Linux
 * cluster with fast Ethernet", 2005.
 */
public final class NeighborExchangeAllgather implements AllgatherAlgorithm {
    /** Stateless. */
    public NeighborExchangeAllgather() {}

    @Override
    public String name() {
        return "neighbor_exchange";
    }

    @Override
    public String cost() {
        return "(p/2) (latency + two pieces), neighbours only";
    }

    @Override
    public void run(Channel channel, Block send, Block receive, Layout layout) {
        int size = channel.size();
        int rank = channel.rank();
        Pieces pieces = Pieces.of(channel, receive, layout);
        if (send != null) {
            channel.copy(send, pieces.of(rank));
        }
        int nodes = size - size % 2;
        boolean odd = nodes < size && size > 1;
        if (odd && rank == size - 1) {
            channel.send(pieces.of(rank), rank - 1);
            pieces.startReceive(0, size, rank - 1);
            channel.completeAll();
            return;
        }
        if (odd && rank == nodes - 1) {
            channel.receive(pieces.of(rank + 1), rank + 1);
        }
        if (nodes > 1) {
            among(channel, pieces, nodes);
        }
        if (odd && rank == nodes - 1) {
            pieces.startSend(0, size, rank + 1);
            channel.completeAll();
        }
    }

    private static void among(Channel channel, Pieces pieces, int nodes) {
        int rank = channel.rank();
        int sign = rank % 2 == 0 ? 1 : -1;
        int near = (rank + sign + nodes) % nodes;
        int far = (rank - sign + nodes) % nodes;
        swap(channel, pieces, rank, rank + 1, near, near + 1, near);
        int first = rank % 2 == 0 ? rank : near;
        int nearFrom = first;
        int farFrom = first;
        int send = first;
        for (int step = 1; step < nodes / 2; step++) {
            int from;
            if (step % 2 == 0) {
                nearFrom = (nearFrom + 2 * sign + nodes) % nodes;
                from = nearFrom;
            } else {
                farFrom = (farFrom - 2 * sign + nodes) % nodes;
                from = farFrom;
            }
            swap(channel, pieces, send, send + 2, from, from + 2, step % 2 == 0 ? near : far);
            send = from;
        }
    }

    /** Swaps the pieces of nodes; the last node may have one rank's more. */
    private static void swap(Channel channel, Pieces pieces, int from, int to, int inFrom, int inTo, int peer) {
        int size = channel.size();
        int nodes = size - size % 2;
        pieces.startReceive(inFrom, inTo == nodes ? size : inTo, peer);
        pieces.startSend(from, to == nodes ? size : to, peer);
        channel.completeAll();
    }
}
