package org.javampi.mpirun.watch;

/** What is known of one rank. Guarded by its {@link RankWatch}. */
final class RankRecord {
    final int rank;

    /** It has called MPI_Init. */
    boolean joined;

    /** Its main has returned, and no other thread of the program goes on. */
    boolean returned;

    /** It has called MPI_Finalize. */
    boolean left;

    /** Where it ends its JVM by an exit, or although it has not left; null as long as it does not. */
    String exiting;

    RankRecord(int rank) {
        this.rank = rank;
    }

    /** Whether the job needs it to go on. */
    boolean isUnfinished() {
        return joined && !left;
    }
}
