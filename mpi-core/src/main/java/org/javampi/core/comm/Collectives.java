package org.javampi.core.comm;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Layout;

/**
 * A communicator's collectives: chooses the algorithm and runs it. Arguments have been checked;
 * blocks that are not significant at a rank are null, and so is the send block of a rank in place.
 */
public final class Collectives {
    private final CollectiveChannel channel;
    private final CollectiveRegistry registry;
    private final Block sendBlock = new Block();
    private final Block receiveBlock = new Block();
    private final Layout sendLayout = new Layout();
    private final Layout receiveLayout = new Layout();

    Collectives(Communicator communicator, CollectiveRegistry registry) {
        channel = new CollectiveChannel(communicator);
        this.registry = registry;
    }

    public void barrier() {
        channel.begin();
        try {
            registry.barrier.run(channel);
        } finally {
            end();
        }
    }

    public void bcast(Block data, int root) {
        channel.begin();
        try {
            registry.bcast.run(channel, data, root);
        } finally {
            end();
        }
    }

    public void gather(Block send, Block receive, Layout layout, int root) {
        channel.begin();
        try {
            registry.gather.run(channel, send, receive, layout, root);
        } finally {
            end();
        }
    }

    public void scatter(Block send, Layout layout, Block receive, int root) {
        channel.begin();
        try {
            registry.scatter.run(channel, send, layout, receive, root);
        } finally {
            end();
        }
    }

    public void allgather(Block send, Block receive, Layout layout) {
        channel.begin();
        try {
            registry.allgather.run(channel, send, receive, layout);
        } finally {
            end();
        }
    }

    public void alltoall(Block send, Layout sendPieces, Block receive, Layout receivePieces) {
        channel.begin();
        try {
            registry.alltoall.run(channel, send, sendPieces, receive, receivePieces);
        } finally {
            end();
        }
    }

    public void reduce(Block send, Block receive, Operation operation, int root) {
        channel.begin();
        try {
            registry.reduce.run(channel, send, receive, operation, root);
        } finally {
            end();
        }
    }

    /** {@code send} is null in place. */
    public void allreduce(Block send, Block receive, Operation operation) {
        channel.begin();
        try {
            load(send, receive);
            registry.allreduce.run(channel, receive, operation);
        } finally {
            end();
        }
    }

    public void reduceScatter(Block send, Block receive, Layout segments, Operation operation) {
        channel.begin();
        try {
            registry.reduceScatter.run(channel, send, receive, segments, operation);
        } finally {
            end();
        }
    }

    /** {@code send} is null in place. */
    public void scan(Block send, Block receive, Operation operation) {
        channel.begin();
        try {
            load(send, receive);
            registry.scan.run(channel, receive, operation);
        } finally {
            end();
        }
    }

    private void load(Block send, Block receive) {
        if (send != null) {
            channel.copy(send, receive);
        }
    }

    /** For the caller to describe what it sends; refilled by each call. */
    public Block sendBlock() {
        return sendBlock;
    }

    /** For the caller to describe where it receives; refilled by each call. */
    public Block receiveBlock() {
        return receiveBlock;
    }

    /** For the caller to describe pieces that are sent. */
    public Layout sendLayout() {
        return sendLayout;
    }

    /** For the caller to describe pieces that are received. */
    public Layout receiveLayout() {
        return receiveLayout;
    }

    private void end() {
        channel.end();
        sendBlock.clear();
        receiveBlock.clear();
    }
}
