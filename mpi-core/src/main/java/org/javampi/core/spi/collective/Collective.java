package org.javampi.core.spi.collective;

import java.util.Locale;

/** The collectives that algorithms carry out. */
public enum Collective {
    /** MPI_Barrier (MPI-1.1 §4.3). */
    BARRIER(BarrierAlgorithm.class),
    /** MPI_Bcast (MPI-1.1 §4.4). */
    BCAST(BcastAlgorithm.class),
    /** MPI_Gather, MPI_Gatherv (MPI-1.1 §4.5). */
    GATHER(GatherAlgorithm.class),
    /** MPI_Scatter, MPI_Scatterv (MPI-1.1 §4.6). */
    SCATTER(ScatterAlgorithm.class),
    /** MPI_Allgather, MPI_Allgatherv (MPI-1.1 §4.7). */
    ALLGATHER(AllgatherAlgorithm.class),
    /** MPI_Alltoall, MPI_Alltoallv (MPI-1.1 §4.8). */
    ALLTOALL(AlltoallAlgorithm.class),
    /** MPI_Reduce (MPI-1.1 §4.9.1). */
    REDUCE(ReduceAlgorithm.class),
    /** MPI_Allreduce (MPI-1.1 §4.9.5). */
    ALLREDUCE(AllreduceAlgorithm.class),
    /** MPI_Reduce_scatter (MPI-1.1 §4.10). */
    REDUCE_SCATTER(ReduceScatterAlgorithm.class),
    /** MPI_Scan (MPI-1.1 §4.11). */
    SCAN(ScanAlgorithm.class),
    /** MPI_Exscan (MPI-4.1 §6.11.2). */
    EXSCAN(ExscanAlgorithm.class);

    private final Class<? extends Algorithm> kind;
    private final String label = name().toLowerCase(Locale.ROOT);

    Collective(Class<? extends Algorithm> kind) {
        this.kind = kind;
    }

    /** The interface of its algorithms. */
    public Class<? extends Algorithm> kind() {
        return kind;
    }

    /** As written in rules. */
    public String label() {
        return label;
    }

    /** The function that it carries out, and its v-variant. */
    public String function() {
        return "MPI_" + name().charAt(0) + label.substring(1);
    }

    /**
     * The collective that an algorithm is for.
     *
     * @throws IllegalArgumentException when it implements the interface of none
     */
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
