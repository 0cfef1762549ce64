package org.javampi.core.comm;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.javampi.MPI;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.collective.Algorithm;
import org.javampi.core.spi.collective.AllgatherAlgorithm;
import org.javampi.core.spi.collective.AllreduceAlgorithm;
import org.javampi.core.spi.collective.AlltoallAlgorithm;
import org.javampi.core.spi.collective.BarrierAlgorithm;
import org.javampi.core.spi.collective.BcastAlgorithm;
import org.javampi.core.spi.collective.CollectiveProvider;
import org.javampi.core.spi.collective.GatherAlgorithm;
import org.javampi.core.spi.collective.ReduceAlgorithm;
import org.javampi.core.spi.collective.ReduceScatterAlgorithm;
import org.javampi.core.spi.collective.ScanAlgorithm;
import org.javampi.core.spi.collective.ScatterAlgorithm;

/** The algorithms that a rank's collectives use: the first of each kind that a provider brings. */
public final class CollectiveRegistry {
    private final List<Algorithm> algorithms = new ArrayList<>();
    final BarrierAlgorithm barrier;
    final BcastAlgorithm bcast;
    final GatherAlgorithm gather;
    final ScatterAlgorithm scatter;
    final AllgatherAlgorithm allgather;
    final AlltoallAlgorithm alltoall;
    final ReduceAlgorithm reduce;
    final AllreduceAlgorithm allreduce;
    final ReduceScatterAlgorithm reduceScatter;
    final ScanAlgorithm scan;

    /** Looks for providers where the engine itself was loaded from. */
    public CollectiveRegistry() {
        for (CollectiveProvider provider :
                ServiceLoader.load(
                        CollectiveProvider.class, CollectiveRegistry.class.getClassLoader())) {
            algorithms.addAll(provider.algorithms());
        }
        barrier = first(BarrierAlgorithm.class);
        bcast = first(BcastAlgorithm.class);
        gather = first(GatherAlgorithm.class);
        scatter = first(ScatterAlgorithm.class);
        allgather = first(AllgatherAlgorithm.class);
        alltoall = first(AlltoallAlgorithm.class);
        reduce = first(ReduceAlgorithm.class);
        allreduce = first(AllreduceAlgorithm.class);
        reduceScatter = first(ReduceScatterAlgorithm.class);
        scan = first(ScanAlgorithm.class);
    }

    private <T extends Algorithm> T first(Class<T> kind) {
        for (Algorithm algorithm : algorithms) {
            if (kind.isInstance(algorithm)) {
                return kind.cast(algorithm);
            }
        }
        throw new MpiFailure(
                MPI.MPI_ERR_OTHER,
                "no " + kind.getSimpleName() + " is on the class path: add mpi-collectives");
    }
}
