package org.javampi.collectives.bcast;

import java.util.List;
import java.util.Map;
import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.BcastAlgorithm;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Parameter;

/**
 * The other ranks form chains that start at the root; segments run down all of them.
 *
 * <p>Cost: p / chains + segments - 1 steps of a latency and a segment each; the root sends every
 * byte once per chain.
 *
 * @param chains number of chains
 * @param segment bytes of a segment, 0 for all in one
 */
public record ChainBcast(int chains, long segment) implements BcastAlgorithm {
    /** Four chains, segments of 64 KiB. */
    public ChainBcast() {
        this(4, 64 * 1024);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("chains", 4, 1, 1 << 20, "number of chains"),
                new Parameter("segment", 64 * 1024, 0, Long.MAX_VALUE, "bytes of a segment, 0 for all"));
    }

    @Override
    public ChainBcast with(Map<String, Long> values) {
        return new ChainBcast(values.get("chains").intValue(), values.get("segment"));
    }

    @Override
    public String name() {
        return "chain";
    }

    @Override
    public String cost() {
        return "(p/chains + n/segment) (latency + segment time)";
    }

    @Override
    public void run(Channel channel, Block data, int root) {
        int size = channel.size();
        int relative = (channel.rank() - root + size) % size;
        int used = Math.min(chains, size - 1);
        if (relative == 0) {
            int[] heads = channel.numbers(used);
            for (int chain = 0; chain < used; chain++) {
                heads[chain] = (first(chain, used, size) + root) % size;
            }
            TreePipeline.run(channel, data, segment, -1, heads, used);
            return;
        }
        int chain = 0;
        while (chain + 1 < used && first(chain + 1, used, size) <= relative) {
            chain++;
        }
        boolean head = first(chain, used, size) == relative;
        boolean tail = relative + 1 == size || first(chain + 1, used, size) == relative + 1;
        int parent = head ? root : (relative - 1 + root) % size;
        int[] next = channel.numbers(1);
        next[0] = (relative + 1 + root) % size;
        TreePipeline.run(channel, data, segment, parent, next, tail ? 0 : 1);
    }

    /** First member of a chain: the others are dealt out evenly. */
    private static int first(int chain, int used, int size) {
        return 1 + (int) ((long) chain * (size - 1) / used);
    }
}
