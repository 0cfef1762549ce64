package org.javampi.mpirun.watch;

import org.javampi.mpirun.output.LineOutput;

/** What is known of one rank. Guarded by its {@link RankWatch}, but for the output, which guards itself. */
final class RankRecord {
    final int rank;
    final LineOutput out;
    final LineOutput err;

    /** It has called MPI_Init. */
    boolean joined;

    /** It has called MPI_Finalize. */
    boolean left;

    /** Where it ends its JVM although it has not left; null as long as it does not. */
    String exiting;

    RankRecord(int rank, LineOutput out, LineOutput err) {
        this.rank = rank;
        this.out = out;
        this.err = err;
    }

    /** Whether the job needs it to go on. */
    boolean isUnfinished() {
        return joined && !left;
    }

    /** Writes what is left of last lines. */
    void finishOutput() {
        out.finish();
        err.finish();
    }
}
