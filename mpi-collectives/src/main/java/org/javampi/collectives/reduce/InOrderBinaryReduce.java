package org.javampi.collectives.reduce;

import java.util.List;
import java.util.Map;
import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Parameter;
import org.javampi.core.spi.collective.ReduceAlgorithm;

/**
 * A binary tree in which lower ranks are always on the left, so that operands meet in rank order;
 * in segments.
 *
 * <p>Cost: as the binary tree, and one message more when the root is not the rank in the middle.
 *
 * @param segment bytes of a segment
 */
public record InOrderBinaryReduce(long segment) implements ReduceAlgorithm {
    /** With segments of 32 KiB. */
    public InOrderBinaryReduce() {
        this(32 * 1024);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("segment", 32 * 1024, 0, Long.MAX_VALUE, "bytes of a segment, 0 for all"));
    }

    @Override
    public InOrderBinaryReduce with(Map<String, Long> values) {
        return new InOrderBinaryReduce(values.get("segment"));
    }

    @Override
    public String name() {
        return "in_order_binary";
    }

    @Override
    public String cost() {
        return "(log2 p + n/segment) 2 (latency + segment time and reduction), in order";
    }

    @Override
    public void run(Channel channel, Block send, Block receive, Operation operation, int root) {
        int rank = channel.rank();
        int low = 0;
        int high = channel.size();
        int top = high / 2;
        int parent = -1;
        int middle = top;
        while (middle != rank) {
            parent = middle;
            low = rank < middle ? low : middle + 1;
            high = rank < middle ? middle : high;
            middle = low + (high - low) / 2;
        }
        int lower = rank > low ? low + (rank - low) / 2 : -1;
        int[] upper = channel.numbers(1);
        upper[0] = rank + 1 + (high - rank - 1) / 2;
        Block operand = send != null ? send : receive;
        Block result = Delivery.place(channel, operand, receive, top, root);
        TreeReduction.of(channel, operation, parent, lower, upper, rank + 1 < high ? 1 : 0)
                .run(operand, result, segment);
        Delivery.run(channel, result, receive, top, root);
    }
}
