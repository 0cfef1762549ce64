package org.javampi.collectives.bcast;

import java.util.List;
import java.util.Map;
import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.BcastAlgorithm;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Parameter;

/**
 * A complete binary tree through which segments run.
 *
 * <p>Cost: log2 p + segments steps; each inner rank sends every byte twice.
 *
 * @param segment bytes of a segment
 */
public record BinaryBcast(long segment) implements BcastAlgorithm {
    /** With segments of 32 KiB. */
    public BinaryBcast() {
        this(32 * 1024);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("segment", 32 * 1024, 0, Long.MAX_VALUE, "bytes of a segment, 0 for all"));
    }

    @Override
    public BinaryBcast with(Map<String, Long> values) {
        return new BinaryBcast(values.get("segment"));
    }

    @Override
    public String name() {
        return "binary";
    }

    @Override
    public String cost() {
        return "(log2 p + n/segment) (2 latency + 2 segment time)";
    }

    @Override
    public void run(Channel channel, Block data, int root) {
        int size = channel.size();
        int relative = (channel.rank() - root + size) % size;
        int parent = relative == 0 ? -1 : ((relative - 1) / 2 + root) % size;
        int[] children = channel.numbers(2);
        int count = 0;
        for (long child = 2L * relative + 1; child <= 2L * relative + 2 && child < size; child++) {
            children[count++] = (int) ((child + root) % size);
        }
        TreePipeline.run(channel, data, segment, parent, children, count);
    }
}
