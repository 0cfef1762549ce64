package org.javampi.collectives.allreduce;

import org.javampi.collectives.bcast.BinomialBcast;
import org.javampi.collectives.reduce.InOrderBinomialReduce;
import org.javampi.core.buffer.Block;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.AllreduceAlgorithm;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Situation;

/**
 * Each host reduces to its first rank, these reduce among themselves by recursive doubling, and
 * each broadcasts the result on its host.
 *
 * <p>Cost: two binomial trees inside hosts, recursive doubling between hosts.
 */
public final class TwoLevelAllreduce implements AllreduceAlgorithm {
    private final InOrderBinomialReduce reduce = new InOrderBinomialReduce();
    private final RecursiveDoublingAllreduce between = new RecursiveDoublingAllreduce();
    private final BinomialBcast bcast = new BinomialBcast();

    /** Stateless. */
    public TwoLevelAllreduce() {}

    @Override
    public String name() {
        return "two_level";
    }

    @Override
    public String cost() {
        return "2 binomial trees inside hosts + recursive doubling between hosts";
    }

    @Override
    public String refusal(Situation situation) {
        return situation.commutative()
                ? null
                : "it combines operands out of rank order, which needs a commutative operation";
    }

    @Override
    public void run(Channel channel, Block receive, Operation operation) {
        Channel local = channel.onHost();
        Channel leaders = channel.betweenHosts();
        reduce.run(local, leaders == null ? receive : null, receive, operation, 0);
        if (leaders != null) {
            between.run(leaders, receive, operation);
        }
        bcast.run(local, receive, 0);
    }
}
