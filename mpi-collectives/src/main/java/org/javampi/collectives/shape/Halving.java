package org.javampi.collectives.shape;

import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Channel;

/**
 * Recursive vector halving with distance doubling, the first half of Rabenseifner's algorithm:
 * neighbours exchange halves of what they still have, then pairs of neighbours, so that each step
 * combines adjacent runs of ranks, in order. At the end each position has the result of one stretch
 * of the vector; {@link #gather} and {@link #spread} go the way back.
 */
public final class Halving {
    private Channel channel;
    private Folding folding;
    private int position;
    private Block vector;
    private int steps;

    /**
     * Stretch before each step: items {@code low[step] .. high[step] - 1}; the last is what is
     * left.
     */
    private int[] low;

    private int[] high;

    /** For a rank that takes part, on its own copy of the operand. */
    public static Halving of(Channel channel, Folding folding, Block vector) {
        Halving one = channel.borrow(Halving.class, Halving::new);
        one.channel = channel;
        one.folding = folding;
        one.vector = vector;
        one.position = folding.virtual(channel.rank());
        one.steps = Integer.numberOfTrailingZeros(folding.power());
        one.low = channel.numbers(one.steps + 1);
        one.high = channel.numbers(one.steps + 1);
        one.stretches(vector.count());
        return one;
    }

    private Halving() {}

    /** The stretch that each step leaves to this position of a vector of {@code count} items. */
    private void stretches(int count) {
        low[0] = 0;
        high[0] = count;
        for (int step = 0; step < steps; step++) {
            int middle = low[step] + (high[step] - low[step]) / 2;
            boolean upper = (position >> step & 1) != 0;
            low[step + 1] = upper ? middle : low[step];
            high[step + 1] = upper ? high[step] : middle;
        }
    }

    /** First item that {@code anyPosition} has the result of. */
    public int lowOf(int anyPosition) {
        return stretch(anyPosition, true);
    }

    /** The item after the last that {@code anyPosition} has the result of. */
    public int highOf(int anyPosition) {
        return stretch(anyPosition, false);
    }

    private int stretch(int anyPosition, boolean lower) {
        int from = 0;
        int to = vector.count();
        for (int step = 0; step < steps; step++) {
            int middle = from + (to - from) / 2;
            if ((anyPosition >> step & 1) != 0) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return lower ? from : to;
    }

    /** Reduces: afterwards this position's stretch of the vector is the result. */
    public void reduce(Operation operation) {
        Block other = channel.scratch(vector, vector.count());
        for (int step = 0; step < steps; step++) {
            int peer = folding.real(position ^ 1 << step);
            boolean upper = (position >> step & 1) != 0;
            int middle = upper ? low[step + 1] : high[step + 1];
            Block out = upper ? part(low[step], middle) : part(middle, high[step]);
            Block mine = part(low[step + 1], high[step + 1]);
            Block in = channel.part(other, low[step + 1], high[step + 1] - low[step + 1]);
            channel.exchange(out, peer, in, peer);
            if (upper || operation.isCommutative()) {
                channel.combine(in, mine, operation);
            } else {
                channel.combine(mine, in, operation);
                channel.copy(in, mine);
            }
        }
    }

    /** Collects the stretches at {@code root}, a position. */
    public void gather(int root) {
        for (int step = steps - 1; step >= 0; step--) {
            int peer = folding.real(position ^ 1 << step);
            if ((position >> step & 1) != (root >> step & 1)) {
                channel.send(part(low[step + 1], high[step + 1]), peer);
                return;
            }
            channel.receive(sibling(step), peer);
        }
    }

    /** Collects the stretches everywhere. */
    public void spread() {
        for (int step = steps - 1; step >= 0; step--) {
            int peer = folding.real(position ^ 1 << step);
            channel.exchange(part(low[step + 1], high[step + 1]), peer, sibling(step), peer);
        }
    }

    /** What the partner of {@code step} has when this position has its own part. */
    private Block sibling(int step) {
        boolean upper = (position >> step & 1) != 0;
        return upper ? part(low[step], low[step + 1]) : part(high[step + 1], high[step]);
    }

    private Block part(int from, int to) {
        return channel.part(vector, from, to - from);
    }
}
