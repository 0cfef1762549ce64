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
    private final Channel channel;
    private final Folding folding;
    private final int position;
    private final Block vector;
    private final int steps;

    /**
     * Stretch before each step: items {@code low[step] .. high[step] - 1}; the last is what is
     * left.
     */
    private final int[] low;

    private final int[] high;

    /** For a rank that takes part, on its own copy of the operand. */
    public Halving(Channel channel, Folding folding, Block vector) {
        this.channel = channel;
        this.folding = folding;
        this.vector = vector;
        position = folding.virtual(channel.rank());
        steps = Integer.numberOfTrailingZeros(folding.power());
        low = new int[steps + 1];
        high = new int[steps + 1];
        stretches(position, vector.count(), low, high);
    }

    /** The stretch that each step leaves to {@code position} of a vector of {@code count} items. */
    private static void stretches(int position, int count, int[] low, int[] high) {
        high[0] = count;
        for (int step = 0; step + 1 < low.length; step++) {
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
        int[] lows = new int[steps + 1];
        int[] highs = new int[steps + 1];
        stretches(anyPosition, vector.count(), lows, highs);
        return lower ? lows[steps] : highs[steps];
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
