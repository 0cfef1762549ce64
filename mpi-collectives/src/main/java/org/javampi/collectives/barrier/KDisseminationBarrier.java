package org.javampi.collectives.barrier;

import java.util.List;
import java.util.Map;
import org.javampi.core.spi.collective.BarrierAlgorithm;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Parameter;

/**
 * Dissemination with k - 1 partners in each round: fewer rounds, more messages that overlap.
 *
 * <p>Cost: ceil(log_k p) latencies, k - 1 messages each. Source: Hoefler, Mehlan, Mietke and Rehm,
 * "Fast barrier synchronization for InfiniBand", 2006 (n-way dissemination).
 *
 * @param radix how much farther word reaches with each round, k
 */
public record KDisseminationBarrier(int radix) implements BarrierAlgorithm {
    /** With radix 4. */
    public KDisseminationBarrier() {
        this(4);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("radix", 4, 2, 1 << 20, "branches of each node"));
    }

    @Override
    public KDisseminationBarrier with(Map<String, Long> values) {
        return new KDisseminationBarrier(values.get("radix").intValue());
    }

    @Override
    public String name() {
        return "k_dissemination";
    }

    @Override
    public String cost() {
        return "ceil(log_k p) latencies, k-1 messages each";
    }

    @Override
    public void run(Channel channel) {
        int size = channel.size();
        int rank = channel.rank();
        for (long distance = 1; distance < size; distance *= radix) {
            for (int way = 1; way < radix && way * distance < size; way++) {
                int step = (int) (way * distance);
                channel.startReceive(channel.nothing(), (rank - step + size) % size);
                channel.startSend(channel.nothing(), (int) ((rank + (long) step) % size));
            }
            channel.completeAll();
        }
    }
}
