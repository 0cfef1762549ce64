package org.javampi.collectives.allreduce;

import java.util.List;
import java.util.Map;
import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.AllreduceAlgorithm;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Parameter;
import org.javampi.core.spi.collective.Situation;

/**
 * The ring on stretches of the vector, one after the other, whose chunks stay in cache.
 *
 * <p>Cost: as the ring, with 2 (p - 1) latencies for each stretch of p segments.
 *
 * @param segment bytes of a chunk
 */
public record SegmentedRingAllreduce(long segment) implements AllreduceAlgorithm {
    /** With segments of 64 KiB. */
    public SegmentedRingAllreduce() {
        this(64 * 1024);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("segment", 64 * 1024, 1, Long.MAX_VALUE, "bytes of a chunk"));
    }

    @Override
    public SegmentedRingAllreduce with(Map<String, Long> values) {
        return new SegmentedRingAllreduce(values.get("segment"));
    }

    @Override
    public String name() {
        return "segmented_ring";
    }

    @Override
    public String cost() {
        return "n/(p segment) rings of p segments";
    }

    @Override
    public String refusal(Situation situation) {
        return situation.commutative()
                ? null
                : "it combines operands out of rank order, which needs a commutative operation";
    }

    @Override
    public void run(Channel channel, Block receive, Operation operation) {
        long size = Math.max(1, receive.itemBytes());
        long stretch = Math.max(1, segment / size) * channel.size();
        for (long from = 0; from < receive.count(); from += stretch) {
            int items = (int) Math.min(stretch, receive.count() - from);
            Ring.run(channel, channel.part(receive, from, items), operation);
        }
    }
}
