package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.*;

import org.javampi.MPI_Comm;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Groups of any size, any root, no items at all (MPI-1.1 §4.1, §4.2). */
class GroupSizesTest {
    @Spmd({1, 2, 3, 4, 5, 6, 7, 8})
    @Rule({"COL-012", "COL-015", "COL-018", "COL-021", "COL-022", "COL-023", "RED-022", "RED-023"})
    void shouldServeEveryRootAndCount() {
        for (int count : new int[] {0, 1, 7, 2500}) {
            Everything.checkRoots(MPI_COMM_WORLD, count);
            Everything.check(MPI_COMM_WORLD, count, size() - 1);
        }
    }

    @Spmd(
            value = {9, 13, 16, 17},
            processes = false,
            everywhere = false)
    @Rule({"COL-012"})
    void shouldServeEveryRootOfManyRanks() {
        for (int count : new int[] {0, 1, 7, 2500}) {
            Everything.checkRoots(MPI_COMM_WORLD, count);
            Everything.check(MPI_COMM_WORLD, count, size() / 2);
        }
    }

    @Spmd({2, 3, 5})
    @Rule({"COL-012"})
    void shouldMoveLargeBlocksToo() {
        Everything.check(MPI_COMM_WORLD, 300_000, size() - 1);
    }

    @Spmd({1, 3})
    @Rule({"COL-011"})
    void shouldWorkOnCommunicatorsOfOne() {
        MPI_Comm alone = MPI_Comm_split(MPI_COMM_WORLD, rank(), 0);
        for (int count : new int[] {0, 1, 7, 50_000}) {
            Everything.check(MPI_COMM_SELF, count, 0);
            Everything.check(alone, count, 0);
        }
        MPI_Comm_free(alone);
    }
}
