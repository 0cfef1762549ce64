package org.javampi.collectives;

import java.util.List;
import org.javampi.core.spi.collective.Algorithm;
import org.javampi.core.spi.collective.CollectiveProvider;

/** The algorithms of this module; the first of each collective is the default. */
public final class BuiltInCollectives implements CollectiveProvider {
    /** For {@link java.util.ServiceLoader}. */
    public BuiltInCollectives() {}

    @Override
    public List<Algorithm> algorithms() {
        return List.of(
                new DisseminationBarrier(),
                new BinomialBcast(),
                new LinearGather(),
                new LinearScatter(),
                new RingAllgather(),
                new ScatteredAlltoall(),
                new InOrderBinomialReduce(),
                new RecursiveDoublingAllreduce(),
                new ReduceThenScatter(),
                new LinearScan());
    }
}
