package org.javampi.collectives.bcast;

import java.util.List;
import java.util.Map;
import org.javampi.core.buffer.Block;
import org.javampi.core.spi.collective.BcastAlgorithm;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Parameter;

/**
 * Binomial tree of any radix: each rank serves k - 1 others per level.
 *
 * <p>Cost: ceil(log_k p) levels of k - 1 messages. Fewer levels than binomial where messages
 * overlap.
 *
 * @param radix branches, k
 */
public record KnomialBcast(int radix) implements BcastAlgorithm {
    /** With radix 4. */
    public KnomialBcast() {
        this(4);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("radix", 4, 2, 1 << 20, "branches of each node"));
    }

    @Override
    public KnomialBcast with(Map<String, Long> values) {
        return new KnomialBcast(values.get("radix").intValue());
    }

    @Override
    public String name() {
        return "knomial";
    }

    @Override
    public String cost() {
        return "ceil(log_k p) (latency + (k-1) n bytes)";
    }

    @Override
    public void run(Channel channel, Block data, int root) {
        int size = channel.size();
        int relative = (channel.rank() - root + size) % size;
        long reach = 1;
        while (reach < size && relative % (reach * radix) == 0) {
            reach *= radix;
        }
        if (relative != 0) {
            long parent = relative - relative % (reach * radix);
            channel.receive(data, (int) ((parent + root) % size));
        }
        for (long distance = reach / radix; distance > 0; distance /= radix) {
            for (int way = 1; way < radix && relative + way * distance < size; way++) {
                channel.startSend(data, (int) ((relative + way * distance + root) % size));
            }
        }
        channel.completeAll();
    }
}
