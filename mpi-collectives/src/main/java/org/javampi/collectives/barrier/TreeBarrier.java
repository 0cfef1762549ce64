package org.javampi.collectives.barrier;

import java.util.List;
import java.util.Map;
import org.javampi.core.spi.collective.BarrierAlgorithm;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Parameter;

/**
 * Signals go up a tree and down again: rank r has the children k r + 1 to k r + k.
 *
 * <p>Cost: 2 log_k p levels of up to k messages each.
 *
 * @param radix children of each node, k
 */
public record TreeBarrier(int radix) implements BarrierAlgorithm {
    /** With radix 2. */
    public TreeBarrier() {
        this(2);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("radix", 2, 1, 1 << 20, "branches of each node"));
    }

    @Override
    public TreeBarrier with(Map<String, Long> values) {
        return new TreeBarrier(values.get("radix").intValue());
    }

    @Override
    public String name() {
        return "tree";
    }

    @Override
    public String cost() {
        return "2 log_k(p) latencies, up to k messages each";
    }

    @Override
    public void run(Channel channel) {
        int rank = channel.rank();
        long first = (long) radix * rank + 1;
        long end = Math.min(channel.size(), first + radix);
        for (long child = first; child < end; child++) {
            channel.startReceive(channel.nothing(), (int) child);
        }
        channel.completeAll();
        if (rank > 0) {
            int parent = (rank - 1) / radix;
            channel.send(channel.nothing(), parent);
            channel.receive(channel.nothing(), parent);
        }
        for (long child = first; child < end; child++) {
            channel.startSend(channel.nothing(), (int) child);
        }
        channel.completeAll();
    }
}
