package org.javampi.collectives.reduce;

import java.util.List;
import java.util.Map;
import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Parameter;
import org.javampi.core.spi.collective.ReduceAlgorithm;

/**
 * A chain from the last rank to rank 0 through which segments run.
 *
 * <p>Cost: p + segments - 2 steps of a latency, a segment and its reduction; in rank order; one
 * message more when the root is not 0.
 *
 * @param segment bytes of a segment
 */
public record PipelineReduce(long segment) implements ReduceAlgorithm {
    /** With segments of 64 KiB. */
    public PipelineReduce() {
        this(64 * 1024);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("segment", 64 * 1024, 0, Long.MAX_VALUE, "bytes of a segment, 0 for all"));
    }

    @Override
    public PipelineReduce with(Map<String, Long> values) {
        return new PipelineReduce(values.get("segment"));
    }

    @Override
    public String name() {
        return "pipeline";
    }

    @Override
    public String cost() {
        return "(p + n/segment) (latency + segment time and reduction), in order";
    }

    @Override
    public void run(Channel channel, Block send, Block receive, Operation operation, int root) {
        int rank = channel.rank();
        Block operand = send != null ? send : receive;
        int[] above = channel.numbers(1);
        above[0] = rank + 1;
        int count = rank + 1 < channel.size() ? 1 : 0;
        Block result = Delivery.place(channel, operand, receive, 0, root);
        TreeReduction.of(channel, operation, rank - 1, -1, above, count).run(operand, result, segment);
        Delivery.run(channel, result, receive, 0, root);
    }
}
