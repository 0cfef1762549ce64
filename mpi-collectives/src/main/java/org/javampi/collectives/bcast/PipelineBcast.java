package org.javampi.collectives.bcast;

import java.util.List;
import java.util.Map;
import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.BcastAlgorithm;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Parameter;

/**
 * One chain of all ranks through which segments run.
 *
 * <p>Cost: p + segments - 2 steps of a latency and a segment each: for very long vectors close to
 * the time of one message.
 *
 * @param segment bytes of a segment
 */
public record PipelineBcast(long segment) implements BcastAlgorithm {
    /** With segments of 64 KiB. */
    public PipelineBcast() {
        this(64 * 1024);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("segment", 64 * 1024, 0, Long.MAX_VALUE, "bytes of a segment, 0 for all"));
    }

    @Override
    public PipelineBcast with(Map<String, Long> values) {
        return new PipelineBcast(values.get("segment"));
    }

    @Override
    public String name() {
        return "pipeline";
    }

    @Override
    public String cost() {
        return "(p + n/segment) (latency + segment time)";
    }

    @Override
    public void run(Channel channel, Block data, int root) {
        int size = channel.size();
        int relative = (channel.rank() - root + size) % size;
        int parent = relative == 0 ? -1 : (relative - 1 + root) % size;
        int[] next = channel.numbers(1);
        next[0] = (relative + 1 + root) % size;
        TreePipeline.run(channel, data, segment, parent, next, relative + 1 < size ? 1 : 0);
    }
}
