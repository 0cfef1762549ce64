package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.MPIX.MPIX_COLLECTIVE_ALGORITHMS;
import static org.javampi.conformance.collectives.Rows.*;

import java.util.Random;
import org.javampi.MPIException;
import org.javampi.MPI_Comm;
import org.javampi.conformance.harness.AlgorithmRules;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/**
 * Random collectives against what each rank works out alone (MPI-1.1 chapter 4): types, counts,
 * places, roots, operations, and half of the time any of the algorithms. {@code
 * -Dconformance.seeds=N} runs N seeds, from {@code -Dconformance.seed} on.
 */
class RandomCollectivesTest {
    private static final int SEEDS = 60;

    @Spmd({1, 2, 3, 4, 5, 8})
    @Rule({"COL-012", "COL-017", "COL-024", "COL-008", "COL-016", "COL-003", "RED-001", "RED-015"})
    void shouldEqualWhatEachRankWorksOutAlone() {
        runSeeds();
    }

    @Spmd(
            value = {6, 7, 9, 13, 16, 17},
            processes = false,
            everywhere = false)
    @Rule({"COL-012", "RED-015"})
    void shouldEqualWhatEachOfManyRanksWorksOutAlone() {
        runSeeds();
    }

    private static void runSeeds() {
        int seeds = Integer.getInteger("conformance.seeds", SEEDS);
        long first = Long.getLong("conformance.seed", 1000L * size());
        MPI_Comm reversed = MPI_Comm_split(MPI_COMM_WORLD, 0, -rank());
        for (long seed = first; seed < first + seeds; seed++) {
            StringBuilder what = new StringBuilder();
            try {
                run(reversed, seed, what);
            } catch (MPIException | AssertionError failure) {
                throw new AssertionError(
                        what
                                + " among "
                                + size()
                                + " ranks: repeat with -Dconformance.seeds=1 -Dconformance.seed="
                                + seed,
                        failure);
            }
        }
        MPI_Comm_free(reversed);
    }

    private static void run(MPI_Comm reversed, long seed, StringBuilder what) {
        Random random = new Random(seed);
        MPI_Comm comm = random.nextBoolean() ? MPI_COMM_WORLD : reversed;
        boolean moves = random.nextBoolean();
        String[] names = moves ? RandomMovement.NAMES : RandomReduction.NAMES;
        String name = names[random.nextInt(names.length)];
        what.append(name);
        if (comm == reversed) {
            String label = moves && name.endsWith("v") ? name.replaceAll("v$", "") : name;
            String rule = AlgorithmRules.any(label, random);
            what.append(" by ").append(rule);
            MPI_Attr_put(comm, MPIX_COLLECTIVE_ALGORITHMS, rule);
        }
        try {
            runOne(comm, moves, name, seed, what);
            if (comm == reversed) {
                MPI_Attr_delete(comm, MPIX_COLLECTIVE_ALGORITHMS);
            }
        } catch (MPIException refused) {
            // an algorithm that cannot do this is refused at all ranks before anything moves
            if (comm != reversed || refused.errorClass() != MPI_ERR_OTHER) {
                throw refused;
            }
            what.append(", refused");
            MPI_Attr_delete(comm, MPIX_COLLECTIVE_ALGORITHMS);
            runOne(comm, moves, name, seed, what);
        }
    }

    private static void runOne(MPI_Comm comm, boolean moves, String name, long seed, StringBuilder what) {
        if (moves) {
            new RandomMovement(comm, seed).run(name);
        } else {
            RandomReduction reduction = new RandomReduction(comm, seed);
            what.append(", ").append(reduction);
            reduction.run(name);
        }
    }
}
