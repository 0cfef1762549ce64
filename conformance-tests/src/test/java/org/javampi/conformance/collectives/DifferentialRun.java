package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.rank;
import static org.javampi.conformance.collectives.Rows.size;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;

/**
 * Collectives that do not block against the blocking ones: random counts, types, operations and roots, any number
 * outstanding and mixed with blocking calls and messages on one communicator, completed in any order by any thread.
 *
 * <pre>
 * javampirun -np 5 -cp conformance-tests/target/test-classes org.javampi.conformance.collectives.DifferentialRun SECONDS SEED
 * </pre>
 */
public final class DifferentialRun {
    private static final int MOST_OUTSTANDING = 9;
    private static final int ROUNDS_OF_A_SEED = 20;

    private DifferentialRun() {}

    /** Runs for {@code args[0]} seconds, seeds from {@code args[1]} on; rank 0 prints how much was compared. */
    public static void main(String[] args) {
        MPI_Init(args);
        long begin = System.nanoTime();
        long endNs = begin + TimeUnit.SECONDS.toNanos(Long.parseLong(args[0]));
        long first = Long.parseLong(args[1]);
        long seed = first;
        long calls = 0;
        int[] goesOn = {1};
        while (goesOn[0] == 1) {
            try {
                calls += compare(seed, ROUNDS_OF_A_SEED);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("rank " + rank() + " of " + size() + ", seed " + seed, e);
            }
            seed++;
            goesOn[0] = System.nanoTime() - endNs < 0 ? 1 : 0;
            MPI_Bcast(goesOn, 1, MPI_INT, 0, MPI_COMM_WORLD);
        }
        if (rank() == 0) {
            System.out.println(size() + " ranks: " + calls + " calls equal to the blocking ones, seeds " + first
                    + " to " + (seed - 1) + ", " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin) + " s");
        }
        MPI_Finalize();
    }

    /**
     * Rounds of random collectives, called on one communicator and started on another.
     *
     * @return how many calls were compared
     */
    static int compare(long seed, int rounds) {
        int calls = 0;
        MPI_Comm[] calling = {MPI_Comm_dup(MPI_COMM_WORLD)};
        MPI_Comm[] starting = {MPI_Comm_dup(MPI_COMM_WORLD)};
        MPI_Datatype[] spaced = {spaced()};
        MPI_Op[] op = {MPI_Op_create((in, inout, length, type) -> combine(in, inout, length, type, spaced[0]), false)};
        Random common = new Random(seed + size());
        Random own = new Random(seed + 1000L * rank());
        for (int round = 0; round < rounds; round++) {
            int outstanding = 1 + common.nextInt(MOST_OUTSTANDING);
            List<RandomCall> expected = new ArrayList<>();
            List<RandomCall> found = new ArrayList<>();
            MPI_Request[] requests = new MPI_Request[outstanding + 2];
            int[] in = {-1};
            int[] out = {round};
            requests[outstanding] = MPI_Irecv(in, 1, MPI_INT, (rank() + size() - 1) % size(), 77, starting[0]);
            requests[outstanding + 1] = MPI_Isend(out, 1, MPI_INT, (rank() + 1) % size(), 77, starting[0]);
            for (int i = 0; i < outstanding; i++) {
                long callSeed = common.nextLong();
                expected.add(new RandomCall(callSeed, rank(), size(), spaced[0], op[0]));
                found.add(new RandomCall(callSeed, rank(), size(), spaced[0], op[0]));
                expected.get(i).call(calling[0]);
                requests[i] = MPI_REQUEST_NULL;
                if (common.nextInt(4) == 0) {
                    found.get(i).call(starting[0]);
                } else {
                    requests[i] = found.get(i).start(starting[0]);
                }
            }
            complete(requests, own);
            for (int i = 0; i < outstanding; i++) {
                found.get(i).assertEquals(expected.get(i));
            }
            assertEquals(round, in[0]);
            calls += outstanding;
        }
        MPI_Op_free(op);
        MPI_Type_free(spaced);
        MPI_Comm_free(calling);
        MPI_Comm_free(starting);
        return calls;
    }

    private static MPI_Datatype spaced() {
        MPI_Datatype[] type = {
            MPI_Type_struct(2, new int[] {1, 1}, new long[] {0, 8}, new MPI_Datatype[] {MPI_INT, MPI_UB})
        };
        MPI_Type_commit(type);
        return type[0];
    }

    /** The left operand: associative, and does not commute. */
    private static void combine(Object in, Object inout, int length, MPI_Datatype type, MPI_Datatype spaced) {
        int stride = type == spaced ? 2 : 1;
        int[] left = (int[]) in;
        int[] right = (int[]) inout;
        for (int i = 0; i < length; i++) {
            right[i * stride] = left[i * stride];
        }
    }

    /** Completes all of them in an order, and with functions, of this rank's own. */
    private static void complete(MPI_Request[] requests, Random own) {
        int count = requests.length;
        switch (own.nextInt(4)) {
            case 0 -> MPI_Waitall(count, requests, MPI_STATUSES_IGNORE);
            case 1 -> {
                int[] index = {0};
                while (index[0] != MPI_UNDEFINED) {
                    MPI_Waitany(count, requests, index, MPI_STATUS_IGNORE);
                }
            }
            case 2 -> {
                int[] outcount = {0};
                int[] indices = new int[count];
                while (outcount[0] != MPI_UNDEFINED) {
                    MPI_Testsome(count, requests, outcount, indices, MPI_STATUSES_IGNORE);
                }
            }
            default -> {
                List<Integer> order = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    order.add(own.nextInt(order.size() + 1), i);
                }
                for (int i : order) {
                    inThreadOfItsOwn(own.nextInt(3) == 0, () -> MPI_Wait(requests[i], MPI_STATUS_IGNORE));
                }
            }
        }
    }

    private static void inThreadOfItsOwn(boolean wanted, Runnable body) {
        if (!wanted) {
            body.run();
            return;
        }
        Thread thread = new Thread(body);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
