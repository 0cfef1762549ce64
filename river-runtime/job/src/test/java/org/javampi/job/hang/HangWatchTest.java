package org.javampi.job.hang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.javampi.job.hang.Operation.Kind;
import org.javampi.job.hang.ThreadReport.Activity;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;

class HangWatchTest {
    private static RankReport blocked(int rank) {
        Operation receive =
                new Operation(Kind.RECEIVE, "MPI_COMM_WORLD", 1 - rank, 6, 1, "MPI_INT", 4, new int[] {1 - rank}, "");
        ThreadReport thread = new ThreadReport(
                "main",
                Activity.WAITS,
                "waits in MPI_Recv",
                "MPI_Recv",
                new Place("Dead.main", "Dead.java", 4),
                "",
                1,
                1_000,
                false,
                List.of(receive),
                null);
        return new RankReport(
                rank, true, true, 7, List.of(thread), List.of(), List.of(), new long[0], List.of(), List.of());
    }

    /** A rank tells of a wait once: who has not answered then must be asked again. */
    @Test
    void shouldAskAgainWhenNobodyHasAnsweredInTime() throws Exception {
        CompletableFuture<String> verdict = new CompletableFuture<>();
        AtomicReference<HangWatch> watch = new AtomicReference<>();
        try (HangWatch hangs = new HangWatch(
                2,
                round -> {
                    if (round > 1) {
                        watch.get().onReport(round, blocked(0));
                        watch.get().onReport(round, blocked(1));
                    }
                },
                (whole, report) -> verdict.complete(report),
                verdict::complete)) {
            watch.set(hangs);
            hangs.onWaiting();
            String report = verdict.get(Patience.seconds(120), TimeUnit.SECONDS);
            assertTrue(report.startsWith("deadlock: ranks 0, 1 wait"), report);
        }
    }

    /** Programs of package mpi may: one that has left is not gone once another one has begun the next session. */
    @Test
    void shouldNotTakeARankForGoneThatMayBeginAgain() throws Exception {
        try (HangWatch hangs = new HangWatch(2, round -> {}, (whole, report) -> {}, note -> {})) {
            hangs.onJoined(0);
            hangs.onJoined(1);
            hangs.onLeft(0);
            hangs.onLeft(1);
            assertEquals("rank 0 has called MPI_Finalize\nrank 1 has called MPI_Finalize", hangs.status());
            hangs.onJoined(0);
            assertFalse(hangs.status().contains("MPI_Finalize"), hangs.status());
            hangs.onJoined(1);
            hangs.onLeft(1);
            assertTrue(hangs.status().contains("rank 1 has called MPI_Finalize"), hangs.status());
            assertFalse(hangs.status().contains("rank 0 has called MPI_Finalize"), hangs.status());
        }
    }
}
