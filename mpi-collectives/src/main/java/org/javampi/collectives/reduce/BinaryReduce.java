package org.javampi.collectives.reduce;

import java.util.List;
import java.util.Map;
import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Parameter;
import org.javampi.core.spi.collective.ReduceAlgorithm;
import org.javampi.core.spi.collective.Situation;

/**
 * A complete binary tree with the root at the top, in segments.
 *
 * <p>Cost: log2 p + segments steps; each inner rank receives and combines every byte twice.
 *
 * @param segment bytes of a segment
 */
public record BinaryReduce(long segment) implements ReduceAlgorithm {
    /** With segments of 32 KiB. */
    public BinaryReduce() {
        this(32 * 1024);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("segment", 32 * 1024, 0, Long.MAX_VALUE, "bytes of a segment, 0 for all"));
    }

    @Override
    public BinaryReduce with(Map<String, Long> values) {
        return new BinaryReduce(values.get("segment"));
    }

    @Override
    public String name() {
        return "binary";
    }

    @Override
    public String cost() {
        return "(log2 p + n/segment) 2 (latency + segment time and reduction)";
    }

    @Override
    public String refusal(Situation situation) {
        return situation.commutative()
                ? null
                : "it combines operands out of rank order, which needs a commutative operation";
    }

    @Override
    public void run(Channel channel, Block send, Block receive, Operation operation, int root) {
        int size = channel.size();
        int relative = (channel.rank() - root + size) % size;
        int parent = relative == 0 ? -1 : ((relative - 1) / 2 + root) % size;
        long first = 2L * relative + 1;
        int count = (int) Math.max(0, Math.min(2, size - first));
        int[] children = channel.numbers(2);
        for (int i = 0; i < count; i++) {
            children[i] = (int) ((first + i + root) % size);
        }
        Block operand = send != null ? send : receive;
        TreeReduction.of(channel, operation, parent, -1, children, count).run(operand, receive, segment);
    }
}
