package org.javampi.core.spi.collective;

import java.util.Locale;

/** The collectives that algorithms carry out. */
public enum Collective {
    BARRIER(BarrierAlgorithm.class),
    BCAST(BcastAlgorithm.class),
    GATHER(GatherAlgorithm.class),
    SCATTER(ScatterAlgorithm.class),
    ALLGATHER(AllgatherAlgorithm.class),
    ALLTOALL(AlltoallAlgorithm.class),
    REDUCE(ReduceAlgorithm.class),
    ALLREDUCE(AllreduceAlgorithm.class),
    REDUCE_SCATTER(ReduceScatterAlgorithm.class),
    SCAN(ScanAlgorithm.class);

    private final Class<? extends Algorithm> kind;

    Collective(Class<? extends Algorithm> kind) {
        this.kind = kind;
    }

    /** The interface of its algorithms. */
    public Class<? extends Algorithm> kind() {
        return kind;
    }

    /** As written in rules. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The function that it carries out, and its v-variant. */
    public String function() {
        return "MPI_" + name().charAt(0) + label().substring(1);
    }

    /** The collective that {@code algorithm} is for. */
    public static Collective of(Algorithm algorithm) {
        for (Collective collective : values()) {
            if (collective.kind.isInstance(algorithm)) {
                return collective;
            }
        }
        throw new IllegalArgumentException(
                algorithm.getClass().getName() + " implements the interface of no collective");
    }
}
