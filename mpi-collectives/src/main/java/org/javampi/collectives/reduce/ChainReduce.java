package org.javampi.collectives.reduce;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.ReduceAlgorithm;

/**
 * The operands run down a chain from the last rank to rank 0, whole.
 *
 * <p>Cost: p - 1 times latency, message time and reduction time; in rank order; one message more
 * when the root is not 0.
 */
public final class ChainReduce implements ReduceAlgorithm {
    private final PipelineReduce pipeline = new PipelineReduce(0);

    /** Stateless. */
    public ChainReduce() {}

    @Override
    public String name() {
        return "chain";
    }

    @Override
    public String cost() {
        return "(p-1) (latency + n bytes + reduction), in order";
    }

    @Override
    public void run(Channel channel, Block send, Block receive, Operation operation, int root) {
        pipeline.run(channel, send, receive, operation, root);
    }
}
