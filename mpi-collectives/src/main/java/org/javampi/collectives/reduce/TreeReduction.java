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

    private Channel channel;
    private Operation operation;
    private int parent;
    private int lower;
    private int[] upper;
    private int upperCount;

    /**
     * One rank's place in the tree.
     *
     * @param parent -1 at the top
     * @param lower child whose operands come before the own one, or -1
     * @param upper children whose operands come after it, in order
     * @param upperCount how many these are
     */
    static TreeReduction of(Channel channel, Operation operation, int parent, int lower, int[] upper, int upperCount) {
        TreeReduction one = channel.borrow(TreeReduction.class, TreeReduction::new);
        one.channel = channel;
        one.operation = operation;
        one.parent = parent;
        one.lower = lower;
        one.upper = upper;
        one.upperCount = upperCount;
        return one;
    }

    private TreeReduction() {}

    /**
     * Reduces.
     *
     * @param operand not changed
     * @param result where the top rank puts the result; may be the operand; unused elsewhere
     */
    void run(Block operand, Block result, long segmentBytes) {
        Segments segments = Segments.ofItems(channel, operand, segmentBytes);
        int most = segments.items(0);
        Block spare = channel.scratch(operand, most);
        Block next = channel.scratch(operand, most);
        for (int index = 0; index < segments.count(); index++) {
            int items = segments.items(index);
            Block sum = segment(segments.part(channel, operand, index), spare, next, items);
            if (parent != NONE) {
                channel.send(sum, parent);
            } else {
                channel.copy(sum, segments.part(channel, result, index));
            }
        }
    }

    private Block segment(Block own, Block one, Block two, int items) {
        Block sum = own;
        Block spare = one;
        Block next = two;
        for (int i = 0; i < upperCount; i++) {
            Block other = channel.part(spare, 0, items);
            channel.receive(other, upper[i]);
            channel.combine(sum, other, operation);
            sum = other;
            Block used = spare;
            spare = next;
            next = used;
        }
        if (lower == NONE) {
            return sum;
        }
        Block below = channel.part(spare, 0, items);
        channel.receive(below, lower);
        if (sum == own) {
            sum = channel.part(next, 0, items);
            channel.copy(own, sum);
        }
        channel.combine(below, sum, operation);
        return sum;
    }
}
