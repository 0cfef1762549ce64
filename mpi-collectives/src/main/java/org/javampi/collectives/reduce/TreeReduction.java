package org.javampi.collectives.reduce;

import org.javampi.collectives.shape.Segments;
import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Channel;

/**
 * Reduces up a tree in segments, so that the levels work at the same time. What a rank passes on is
 * {@code lower child op own operand op upper children}, in this order.
 */
final class TreeReduction {
    private static final int NONE = -1;

    private final Channel channel;
    private final Operation operation;
    private final int parent;
    private final int lower;
    private final int[] upper;

    /**
     * One rank's place in the tree.
     *
     * @param parent -1 at the top
     * @param lower child whose operands come before the own one, or -1
     * @param upper children whose operands come after it, in order
     */
    TreeReduction(Channel channel, Operation operation, int parent, int lower, int... upper) {
        this.channel = channel;
        this.operation = operation;
        this.parent = parent;
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * Reduces.
     *
     * @param operand not changed
     * @param result where the top rank puts the result; may be the operand; unused elsewhere
     */
    void run(Block operand, Block result, long segmentBytes) {
        Segments segments = Segments.ofItems(operand, segmentBytes);
        int most = segments.items(0);
        Block[] spare = {channel.scratch(operand, most), channel.scratch(operand, most)};
        for (int index = 0; index < segments.count(); index++) {
            int items = segments.items(index);
            Block sum = segment(segments.part(channel, operand, index), spare, items);
            if (parent != NONE) {
                channel.send(sum, parent);
            } else {
                channel.copy(sum, segments.part(channel, result, index));
            }
        }
    }

    private Block segment(Block own, Block[] spare, int items) {
        Block sum = own;
        int free = 0;
        for (int child : upper) {
            Block other = channel.part(spare[free], 0, items);
            channel.receive(other, child);
            channel.combine(sum, other, operation);
            sum = other;
            free ^= 1;
        }
        if (lower == NONE) {
            return sum;
        }
        Block below = channel.part(spare[free], 0, items);
        channel.receive(below, lower);
        if (sum == own) {
            sum = channel.part(spare[free ^ 1], 0, items);
            channel.copy(own, sum);
        }
        channel.combine(below, sum, operation);
        return sum;
    }
}
