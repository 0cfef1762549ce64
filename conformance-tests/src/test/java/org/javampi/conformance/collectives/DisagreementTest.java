package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.javampi.MPIException;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;
import org.javampi.conformance.harness.Place;
import org.javampi.conformance.harness.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ranks that do not make the same calls: each that takes part gets an error, at the latest in MPI_Finalize, and none
 * waits for ever (MPI-1.1 §4.12).
 */
class DisagreementTest {
    /** What a user waits for at most when the machine is not busy; here many programs run at once. */
    private static final long FEW_SECONDS_NS = TimeUnit.SECONDS.toNanos(60);

    /** A call of a program; answers its code. */
    @FunctionalInterface
    private interface Call {
        int make(MPI_Comm comm);
    }

    /** What became of one rank. */
    private static final class Outcome {
        private int code;
        private String text = "";
        private int atEnd;
        private String endText = "";

        boolean failed() {
            return code != MPI_SUCCESS || atEnd != MPI_SUCCESS;
        }

        String all() {
            return text + "\n" + endText;
        }
    }

    /** Runs {@code calls[rank]} on a duplicate of the world, or on the world itself. */
    private static Outcome[] run(Place place, boolean onWorld, Call... calls) {
        Outcome[] outcomes = new Outcome[calls.length];
        long start = System.nanoTime();
        place.world(calls.length).run(rank -> {
            Outcome outcome = new Outcome();
            outcomes[rank] = outcome;
            MPI_Init();
            MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
            MPI_Comm comm = onWorld ? MPI_COMM_WORLD : MPI_Comm_dup(MPI_COMM_WORLD);
            MPI_Errhandler_set(comm, MPI_ERRORS_RETURN);
            outcome.code = calls[rank].make(comm);
            outcome.text = text(outcome.code);
            MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRORS_THROW_EXCEPTIONS);
            try {
                outcome.atEnd = MPI_Finalize();
            } catch (MPIException e) {
                outcome.atEnd = e.errorClass();
                outcome.endText = e.getMessage();
            }
        });
        long ns = System.nanoTime() - start;
        assertTrue(ns < FEW_SECONDS_NS, "took " + ns / 1_000_000 + " ms");
        return outcomes;
    }

    private static String text(int code) {
        if (code == MPI_SUCCESS) {
            return "";
        }
        String[] text = new String[1];
        MPI_Error_string(code, text, new int[1]);
        return text[0];
    }

    private static void assertAllFailed(String what, Outcome[] outcomes, String... words) {
        StringBuilder all = new StringBuilder(what);
        for (Outcome outcome : outcomes) {
            all.append("\n - ").append(outcome.text).append(" | ").append(outcome.endText);
        }
        for (int rank = 0; rank < outcomes.length; rank++) {
            assertTrue(outcomes[rank].failed(), "rank " + rank + " of " + all);
            for (String word : words) {
                assertTrue(outcomes[rank].all().contains(word), "rank " + rank + " lacks '" + word + "' of " + all);
            }
        }
    }

    private static int[] ints(int count) {
        return new int[count];
    }

    private static Call barrier() {
        return comm -> MPI_Barrier(comm);
    }

    private static Call bcast(int count, int root) {
        return comm -> MPI_Bcast(ints(count), count, MPI_INT, root, comm);
    }

    private static Call reduce(int count, MPI_Op op, int root) {
        return comm -> MPI_Reduce(ints(count), ints(count), count, MPI_INT, op, root, comm);
    }

    private static Call allreduce(int count, MPI_Op op) {
        return comm -> MPI_Allreduce(ints(count), ints(count), count, MPI_INT, op, comm);
    }

    private static Call gather(int count, int root) {
        return comm ->
                MPI_Gather(ints(count), count, MPI_INT, ints(count * MPI_Comm_size(comm)), count, MPI_INT, root, comm);
    }

    private static Call scatter(int count, int root) {
        return comm ->
                MPI_Scatter(ints(count * MPI_Comm_size(comm)), count, MPI_INT, ints(count), count, MPI_INT, root, comm);
    }

    private static Call allgather(int count) {
        return comm ->
                MPI_Allgather(ints(count), count, MPI_INT, ints(count * MPI_Comm_size(comm)), count, MPI_INT, comm);
    }

    private static Call alltoall(int count) {
        return comm -> {
            int all = count * MPI_Comm_size(comm);
            return MPI_Alltoall(ints(all), count, MPI_INT, ints(all), count, MPI_INT, comm);
        };
    }

    private static Call scan(int count) {
        return comm -> MPI_Scan(ints(count), ints(count), count, MPI_INT, MPI_SUM, comm);
    }

    private static Call reduceScatter(int count) {
        return comm ->
                MPI_Reduce_scatter_block(ints(count * MPI_Comm_size(comm)), ints(count), count, MPI_INT, MPI_SUM, comm);
    }

    private static Call dup() {
        return comm -> MPI_Comm_dup(comm, new MPI_Comm[1]);
    }

    private static Call split() {
        return comm -> MPI_Comm_split(comm, 0, 0, new MPI_Comm[1]);
    }

    private static Call nothing() {
        return comm -> MPI_SUCCESS;
    }

    /** A call that does not block, and its completion. */
    private static Call waited(String form) {
        return comm -> {
            MPI_Request[] request = new MPI_Request[1];
            int code =
                    switch (form) {
                        case "barrier" -> MPI_Ibarrier(comm, request);
                        case "bcast" -> MPI_Ibcast(ints(4), 4, MPI_INT, 0, comm, request);
                        default -> MPI_Iallreduce(ints(4), ints(4), 4, MPI_INT, MPI_SUM, comm, request);
                    };
            return code == MPI_SUCCESS ? MPI_Wait(request, MPI_STATUS_IGNORE) : code;
        };
    }

    private record Named(String function, Call call) {}

    /** Different functions on one rank and on all others. */
    @ParameterizedTest
    @EnumSource(Place.class)
    @Rule({"COL-001"})
    void shouldTellRanksInDifferentFunctions(Place place) {
        List<Named> all = List.of(
                new Named("MPI_Barrier", barrier()),
                new Named("MPI_Bcast", bcast(4, 0)),
                new Named("MPI_Reduce", reduce(4, MPI_SUM, 0)),
                new Named("MPI_Allreduce", allreduce(4, MPI_SUM)),
                new Named("MPI_Gather", gather(4, 0)),
                new Named("MPI_Scatter", scatter(4, 0)),
                new Named("MPI_Allgather", allgather(4)),
                new Named("MPI_Alltoall", alltoall(4)),
                new Named("MPI_Scan", scan(4)),
                new Named("MPI_Reduce_scatter_block", reduceScatter(4)),
                new Named("MPI_Comm_dup", dup()),
                new Named("MPI_Comm_split", split()));
        for (int i = 0; i < all.size(); i++) {
            Named one = all.get(i);
            // Each function meets two others, as the odd one and as the rule: all pairs would take minutes.
            for (int step : new int[] {1, 4}) {
                Named other = all.get((i + step) % all.size());
                int odd = step == 1 ? 2 : 0;
                Call[] calls = new Call[3];
                Arrays.fill(calls, one.call);
                calls[odd] = other.call;
                Outcome[] outcomes = run(place, i % 2 == 0, calls);
                assertAllFailed(
                        other.function + " on rank " + odd + ", else " + one.function,
                        outcomes,
                        one.function,
                        other.function,
                        "do not call the same");
                for (Outcome outcome : outcomes) {
                    assertFalse(outcome.all().contains("different roots"), outcome.all());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    @Rule({"COL-001", "COL-009"})
    void shouldTellRanksThatNameDifferentRoots(Place place) {
        for (int size : new int[] {2, 3}) {
            for (int form = 0; form < 4; form++) {
                Call[] calls = new Call[size];
                for (int rank = 0; rank < size; rank++) {
                    int root = rank == size - 1 ? size - 1 : 0;
                    calls[rank] = switch (form) {
                        case 0 -> gather(3, root);
                        case 1 -> scatter(3, root);
                        case 2 -> bcast(3, root);
                        default -> reduce(3, MPI_SUM, root);
                    };
                }
                assertAllFailed(
                        "roots, form " + form + " of " + size,
                        run(place, false, calls),
                        "root 0",
                        "root " + (size - 1));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    @Rule({"COL-001", "RED-002"})
    void shouldTellRanksThatNameDifferentOperations(Place place) {
        for (int count : new int[] {4, 30_000}) {
            assertAllFailed(
                    "allreduce",
                    run(place, false, allreduce(count, MPI_SUM), allreduce(count, MPI_SUM), allreduce(count, MPI_MAX)),
                    "MPI_SUM",
                    "MPI_MAX");
            assertAllFailed(
                    "reduce",
                    run(place, false, reduce(count, MPI_SUM, 0), reduce(count, MPI_PROD, 0), reduce(count, MPI_SUM, 0)),
                    "MPI_SUM",
                    "MPI_PROD");
        }
    }

    /** Of ranks that need nobody, such as the root of a broadcast, the call may have ended long before. */
    @ParameterizedTest
    @EnumSource(Place.class)
    @Rule({"COL-001"})
    void shouldTellRanksThatNameDifferentAmounts(Place place) {
        for (int[] counts : new int[][] {{4, 5, 5, 5}, {5, 5, 5, 4}, {10, 50_000, 10, 10}}) {
            for (int form = 0; form < 8; form++) {
                Call[] calls = new Call[counts.length];
                for (int rank = 0; rank < counts.length; rank++) {
                    int n = counts[rank];
                    calls[rank] = switch (form) {
                        case 0 -> allreduce(n, MPI_SUM);
                        case 1 -> allgather(n);
                        case 2 -> alltoall(n);
                        case 3 -> reduceScatter(n);
                        case 4 -> gather(n, 0);
                        case 5 -> scatter(n, 0);
                        case 6 -> reduce(n, MPI_SUM, 0);
                        default -> bcast(n, 0);
                    };
                }
                Outcome[] outcomes = run(place, false, calls);
                String what = "form " + form + ", " + Arrays.toString(counts);
                if (form < 4) {
                    assertAllFailed(what, outcomes);
                } else {
                    int failed = 0;
                    for (Outcome outcome : outcomes) {
                        failed += outcome.failed() ? 1 : 0;
                    }
                    assertNotEquals(0, failed, what);
                    if (form == 7) {
                        for (int rank = 1; rank < counts.length; rank++) {
                            assertTrue(counts[rank] == counts[0] || outcomes[rank].code != 0, what + ", rank " + rank);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    @Rule({"COL-001"})
    void shouldTellBlockingCallsFromOthers(Place place) {
        assertAllFailed(
                "barrier", run(place, false, barrier(), waited("barrier"), barrier()), "MPI_Barrier", "MPI_Ibarrier");
        assertAllFailed("bcast", run(place, false, bcast(4, 0), waited("bcast")), "MPI_Bcast", "MPI_Ibcast");
        assertAllFailed(
                "allreduce",
                run(place, false, waited("allreduce"), allreduce(4, MPI_SUM)),
                "MPI_Allreduce",
                "MPI_Iallreduce");
        assertAllFailed(
                "others", run(place, false, waited("allreduce"), waited("bcast")), "MPI_Allreduce", "MPI_Bcast");
    }

    /** A persistent collective, started once. */
    private static Call repeated(String form) {
        return comm -> {
            MPI_Request[] request = new MPI_Request[1];
            int code =
                    switch (form) {
                        case "barrier" -> MPI_Barrier_init(comm, MPI_INFO_NULL, request);
                        case "bcast" -> MPI_Bcast_init(ints(4), 4, MPI_INT, 0, comm, MPI_INFO_NULL, request);
                        default -> MPI_Scan_init(ints(4), ints(4), 4, MPI_INT, MPI_SUM, comm, MPI_INFO_NULL, request);
                    };
            if (code == MPI_SUCCESS) {
                MPI_Start(request);
                code = MPI_Wait(request, MPI_STATUS_IGNORE);
                MPI_Request_free(request);
            }
            return code;
        };
    }

    /** It is the preparation that has a place among the calls; starts have none. */
    @ParameterizedTest
    @EnumSource(Place.class)
    @Rule({"COL-001"})
    void shouldTellPersistentCallsFromOthers(Place place) {
        assertAllFailed(
                "blocking", run(place, false, barrier(), repeated("barrier")), "MPI_Barrier", "MPI_Barrier_init");
        assertAllFailed(
                "not blocking",
                run(place, false, waited("bcast"), waited("bcast"), repeated("bcast")),
                "MPI_Ibcast",
                "MPI_Bcast_init");
        assertAllFailed("leaving", run(place, false, repeated("scan"), nothing()), "MPI_Scan_init", "MPI_Finalize");
        for (Outcome outcome : run(place, false, repeated("scan"), repeated("scan"), repeated("scan"))) {
            assertFalse(outcome.failed(), outcome.all());
        }
    }

    /** The library's own calls are told from the program's, and a rank that leaves is told, too. */
    @ParameterizedTest
    @EnumSource(Place.class)
    @Rule({"COL-001"})
    void shouldTellRanksThatLeave(Place place) {
        assertAllFailed(
                "barrier of 2", run(place, true, barrier(), barrier(), nothing()), "MPI_Barrier", "MPI_Finalize");
        assertAllFailed("dup of 0", run(place, true, dup(), nothing(), nothing()), "MPI_Comm_dup", "MPI_Finalize");
        assertAllFailed("dup of 2", run(place, true, nothing(), nothing(), dup()), "MPI_Comm_dup", "MPI_Finalize");
        assertAllFailed("bcast of 0", run(place, true, bcast(1, 0), nothing()), "MPI_Bcast", "MPI_Finalize");
        // On another communicator the rank that has left it out may learn it from what it has not received.
        Outcome[] outcomes = run(place, false, barrier(), nothing(), barrier());
        assertAllFailed("barrier of a duplicate", outcomes, "MPI_Barrier", "MPI_Finalize");
    }

    /** All others would wait for it. */
    @ParameterizedTest
    @EnumSource(Place.class)
    @Rule({"COL-032"})
    void shouldTellTheOthersWhenARankRefusesItsArguments(Place place) {
        assertAllFailed("bcast", run(place, false, bcast(4, 5), bcast(4, 0), bcast(4, 0)));
        assertAllFailed(
                "gather",
                run(
                        place,
                        false,
                        comm -> MPI_Gather(ints(1), 1, MPI_INT, ints(1), 1, MPI_INT, 0, comm),
                        gather(1, 0),
                        gather(1, 0)));
        assertAllFailed(
                "split", run(place, false, comm -> MPI_Comm_split(comm, -5, 0, new MPI_Comm[1]), split(), split()));
    }

    /** A rank that has got an error before any effect can make the call again; the others have waited for it. */
    @ParameterizedTest
    @EnumSource(Place.class)
    @Rule({"COL-032"})
    void shouldTakePartAfterARefusal(Place place) {
        Set<Integer> codes = new TreeSet<>();
        for (Outcome outcome : run(
                place,
                false,
                comm -> bcast(4, -1).make(comm) == MPI_SUCCESS
                        ? -1
                        : bcast(4, 0).make(comm),
                bcast(4, 0),
                bcast(4, 0))) {
            codes.add(outcome.code);
            codes.add(outcome.atEnd);
        }
        assertEquals(Set.of(MPI_SUCCESS), codes);
    }

    /** What a function of the program throws at one rank ends the call of all that depend on it. */
    @ParameterizedTest
    @EnumSource(Place.class)
    @Rule({"RED-019"})
    void shouldTellTheOthersWhenAFunctionOfTheProgramThrows(Place place) {
        Call throwing = comm -> {
            MPI_Op op = MPI_Op_create(
                    (in, inout, len, type) -> {
                        throw new IllegalStateException("overheated");
                    },
                    true);
            return MPI_Allreduce(ints(30_000), ints(30_000), 30_000, MPI_INT, op, comm);
        };
        assertAllFailed("throwing", run(place, false, throwing, throwing, throwing));
    }

    /** A rank that computes for long is waited for, however often it is asked. */
    @ParameterizedTest
    @EnumSource(Place.class)
    @Rule({"COL-001"})
    void shouldWaitForARankThatComputes(Place place) {
        Call late = comm -> {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1500);
            while (System.nanoTime() - end < 0) {
                Thread.onSpinWait();
            }
            return allreduce(4, MPI_SUM).make(comm);
        };
        for (Outcome outcome : run(place, false, allreduce(4, MPI_SUM), late, allreduce(4, MPI_SUM))) {
            assertFalse(outcome.failed(), outcome.all());
        }
    }
}
