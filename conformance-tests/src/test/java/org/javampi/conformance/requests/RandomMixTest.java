package org.javampi.conformance.requests;

import static org.javampi.MPI.*;

import org.javampi.MPI_Comm;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/**
 * Random mixes of starts, completions and cancels against a model of matching (MPI-1.1 §3.5, §3.7
 * to §3.9). {@code -Dconformance.seeds=N} runs N seeds, from {@code -Dconformance.seed} on.
 */
class RandomMixTest {
    private static final int SEEDS = 5;

    @Spmd({1, 2, 3, 4})
    @Rule({
        "NB-010", "MUL-002", "MUL-014", "MUL-017", "MUL-025", "PER-006", "PER-007", "PER-014",
        "P2P-019", "P2P-022", "P2P-025", "CAN-002", "CAN-003", "CAN-004", "CAN-005", "CAN-010",
        "CAN-014"
    })
    void shouldMatchAsTheModelWhenRequestsAreMixedAtRandom() {
        long first = Long.getLong("conformance.seed", 1);
        int seeds = Integer.getInteger("conformance.seeds", SEEDS);
        MPI_Comm[] comms = {MPI_Comm_dup(MPI_COMM_WORLD), MPI_Comm_dup(MPI_COMM_WORLD)};
        for (long seed = first; seed < first + seeds; seed++) {
            run(comms, seed);
        }
        MPI_Comm_free(comms[0]);
        MPI_Comm_free(comms[1]);
    }

    private static void run(MPI_Comm[] comms, long seed) {
        String how = "repeat with -Dconformance.seeds=1 -Dconformance.seed=" + seed;
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        // What is printed of a rank that hangs begins with this name.
        thread.setName(name + ": " + how);
        try {
            new RandomMix(comms, seed).run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(how + ": " + e.getMessage(), e);
        } finally {
            thread.setName(name);
        }
    }
}
