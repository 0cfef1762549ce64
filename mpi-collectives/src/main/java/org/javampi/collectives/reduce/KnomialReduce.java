package org.javampi.collectives.reduce;

import java.util.List;
import java.util.Map;
import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Parameter;
import org.javampi.core.spi.collective.ReduceAlgorithm;
import org.javampi.core.spi.collective.Situation;

/**
 * Binomial tree of any radix with the root at the top.
 *
 * <p>Cost: ceil(log_k p) levels of k - 1 messages and reductions.
 *
 * @param radix branches, k
 */
public record KnomialReduce(int radix) implements ReduceAlgorithm {
    /** With radix 4. */
    public KnomialReduce() {
        this(4);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("radix", 4, 2, 1 << 20, "branches of each node"));
    }

    @Override
    public KnomialReduce with(Map<String, Long> values) {
        return new KnomialReduce(values.get("radix").intValue());
    }

    @Override
    public String name() {
        return "knomial";
    }

    @Override
    public String cost() {
        return "ceil(log_k p) (k-1) (latency + n bytes + reduction)";
    }

    @Override
    public String refusal(Situation situation) {
        return situation.commutative()
                ? null
                : "it combines operands out of rank order, which needs a commutative operation";
    }

    @Override
    public void run(Channel channel, Block send, Block receive, Operation operation, int root) {
        int size = channel.size();
        int relative = (channel.rank() - root + size) % size;
        Block sum = send != null ? send : receive;
        Block spare = channel.scratch(sum, sum.count());
        Block next = channel.scratch(sum, sum.count());
        for (long distance = 1; distance < size; distance *= radix) {
            if (relative % (distance * radix) != 0) {
                long parent = relative - relative % (distance * radix);
                channel.send(sum, (int) ((parent + root) % size));
                return;
            }
            for (int way = 1; way < radix && relative + way * distance < size; way++) {
                Block other = spare;
                channel.receive(other, (int) ((relative + way * distance + root) % size));
                channel.combine(sum, other, operation);
                sum = other;
                spare = next;
                next = other;
            }
        }
        if (sum != receive) {
            channel.copy(sum, receive);
        }
    }
}
