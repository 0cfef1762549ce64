package org.javampi.job.hang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.javampi.job.hang.Operation.Kind;
import org.javampi.job.hang.ThreadReport.Activity;
import org.junit.jupiter.api.Test;

/** What two rounds of answers prove, and what they do not. */
class RoundTest {
    private static Operation receive(int source, int tag) {
        return new Operation(Kind.RECEIVE, "MPI_COMM_WORLD", source, tag, 1, "MPI_INT", 4, new int[] {source}, "");
    }

    private static ThreadReport waits(long id, Operation operation) {
        return new ThreadReport(
                "main",
                Activity.WAITS,
                "waits in MPI_Recv",
                "MPI_Recv",
                new Place("Dead.main", "Dead.java", 4),
                "",
                id,
                12_345,
                false,
                List.of(operation),
                null);
    }

    private static ThreadReport does(Activity activity, String doing) {
        return new ThreadReport(
                "main",
                activity,
                doing,
                "",
                new Place("Heat.solve", "Heat.java", 87),
                "",
                0,
                0,
                false,
                List.of(),
                null);
    }

    private static RankReport report(int rank, long[] frames, ThreadReport... threads) {
        return new RankReport(
                rank, true, true, 7, List.of(threads), List.of(), List.of(), frames, List.of(), List.of());
    }

    private static Round round(RankReport... reports) {
        Map<Integer, RankReport> all = new TreeMap<>();
        for (RankReport report : reports) {
            all.put(report.rank(), report);
        }
        return new Round(reports.length, all, Map.of());
    }

    private static RankReport blocked(int rank, long id, long sent, long received) {
        return report(rank, new long[] {1 - rank, sent, received}, waits(id, receive(1 - rank, 6)));
    }

    @Test
    void shouldProveWhatHoldsInTwoRounds() {
        Round round = round(blocked(0, 3, 5, 6), blocked(1, 9, 6, 5));
        assertEquals(Set.of(0, 1), round.deadlocked(round));
        assertTrue(round.isWhole(round.deadlocked(round)));
    }

    @Test
    void shouldProveNothingWhenARankHasWaitedForSomethingElseBefore() {
        Round before = round(blocked(0, 3, 5, 6), blocked(1, 8, 6, 5));
        Round now = round(blocked(0, 3, 5, 6), blocked(1, 9, 6, 5));
        assertEquals(Set.of(), now.deadlocked(before));
    }

    @Test
    void shouldProveNothingWhenAFrameIsOnTheWay() {
        Round round = round(blocked(0, 3, 6, 6), blocked(1, 9, 6, 5));
        assertEquals(Set.of(), round.deadlocked(round));
    }

    @Test
    void shouldProveNothingWhenFramesHaveComeBetweenTheRounds() {
        Round before = round(blocked(0, 3, 5, 5), blocked(1, 9, 5, 5));
        Round now = round(blocked(0, 3, 5, 6), blocked(1, 9, 6, 5));
        assertEquals(Set.of(), now.deadlocked(before));
    }

    @Test
    void shouldProveNothingWhenAnotherThreadMayAct() {
        RankReport active = report(1, new long[0], waits(9, receive(0, 6)), does(Activity.ACTIVE, "sleeps"));
        Round round = round(report(0, new long[0], waits(3, receive(1, 6))), active);
        assertEquals(Set.of(), round.deadlocked(round));
    }

    @Test
    void shouldProveItWhenOtherThreadsAreIdle() {
        RankReport idle = report(1, new long[0], waits(9, receive(0, 6)), does(Activity.IDLE, "waits for a thread"));
        Round round = round(report(0, new long[0], waits(3, receive(1, 6))), idle);
        assertEquals(Set.of(0, 1), round.deadlocked(round));
    }

    @Test
    void shouldProveNothingOfARankThatDoesNotAnswer() {
        Round round = new Round(2, Map.of(0, blocked(0, 3, 0, 0)), Map.of());
        assertEquals(Set.of(), round.deadlocked(round));
        assertTrue(new HangReport(round, rank -> 0).text().contains("rank 1 does not answer"));
    }

    @Test
    void shouldProveNothingOfRanksThatNoneOfThemWaitsInside() {
        Round round = round(
                report(0, new long[0], does(Activity.IDLE, "waits for a lock")),
                report(1, new long[0], waits(9, receive(0, 6))));
        assertEquals(Set.of(), round.deadlocked(round));
    }

    @Test
    void shouldProveItOfARankThatWaitsForOneThatHasEnded() {
        Round round = new Round(2, Map.of(0, blocked(0, 3, 0, 0)), Map.of(1, "has ended with status 0"));
        assertEquals(Set.of(0), round.deadlocked(round));
        String text = new HangReport(round, rank -> 0).text(Set.of(0));
        assertTrue(text.contains("-> rank 1, which has ended with status 0"), text);
    }

    @Test
    void shouldSayWhenOthersMayStillAct() {
        Round round = round(
                blocked(0, 3, 0, 0), blocked(1, 9, 0, 0), report(2, new long[0], does(Activity.ACTIVE, "computes")));
        assertEquals(Set.of(0, 1), round.deadlocked(round));
        assertFalse(round.isWhole(round.deadlocked(round)));
        String text = new HangReport(round, rank -> rank == 2 ? 12_000 : 0).text(Set.of(0, 1));
        assertTrue(text.contains("rank 2 computes in Heat.solve (Heat.java:87) since 12 s"), text);
        assertTrue(text.contains("the other ranks may still act"), text);
    }

    @Test
    void shouldTellEachRankInALine() {
        String text = new HangReport(round(blocked(0, 3, 0, 0), blocked(1, 9, 0, 0)), rank -> 0).text(Set.of(0, 1));
        assertTrue(
                text.contains("rank 0 waits in MPI_Recv for rank 1, tag 6, MPI_COMM_WORLD, 1 MPI_INT, at Dead.java:4,"
                        + " for 12 s"),
                text);
        assertTrue(
                text.endsWith("cycle: rank 0 (MPI_Recv at Dead.java:4) -> rank 1 (MPI_Recv at Dead.java:4) -> rank 0"),
                text);
    }

    @Test
    void shouldJoinRanksThatDoTheSameInLargeJobs() {
        RankReport[] reports = new RankReport[40];
        for (int rank = 0; rank < reports.length; rank++) {
            reports[rank] = report(rank, new long[0], does(Activity.ACTIVE, "computes"));
        }
        String text = new HangReport(round(reports), rank -> 0).text();
        assertEquals("ranks 0-39: computes in Heat.solve (Heat.java:87)", text);
    }

    private static RankReport polls(int rank, long id, long lastedMs) {
        ThreadReport thread = new ThreadReport(
                "main",
                Activity.POLLS,
                "polls with MPI_Test",
                "MPI_Test",
                new Place("Dead.main", "Dead.java", 9),
                "",
                id,
                lastedMs,
                true,
                List.of(receive(1 - rank, 7)),
                null);
        return report(rank, new long[] {1 - rank, 4, 4}, thread);
    }

    @Test
    void shouldProveNoDeadlockOfARankThatPolls() {
        Round before = round(polls(0, 1, 3_000), blocked(1, 9, 4, 4));
        Round now = round(polls(0, 1, 4_000), blocked(1, 9, 4, 4));
        assertEquals(Set.of(), now.deadlocked(before));
        assertEquals(4_000, now.fruitlessMs(before));
        String text = new HangReport(now, rank -> 0).textOfPolling(4_000);
        assertTrue(
                text.startsWith("no progress for 4 s: rank 0 polls without success, rank 1 waits, and nothing is under"
                        + " way; the job goes on only if rank 0 leaves its loop by itself"),
                text);
        assertTrue(
                text.contains("rank 0 polls with MPI_Test for rank 1, tag 7, MPI_COMM_WORLD, 1 MPI_INT, at Dead.java:9,"
                        + " for 4 s without success"),
                text);
    }

    @Test
    void shouldSayWhenAllRanksPoll() {
        Round before = round(polls(0, 1, 3_000), polls(1, 5, 3_100));
        Round now = round(polls(0, 1, 4_100), polls(1, 5, 4_000));
        assertEquals(4_000, now.fruitlessMs(before));
        String text = new HangReport(now, rank -> 0).textOfPolling(4_000);
        assertTrue(text.contains("ranks 0, 1 poll without success, and nothing is under way"), text);
        assertTrue(text.contains("only if one of them leaves its loop by itself"), text);
    }

    @Test
    void shouldSayNothingOfPollsThatHaveEndedOrBegunAgain() {
        Round before = round(polls(0, 1, 4_000), blocked(1, 9, 4, 4));
        assertEquals(0, round(polls(0, 1, 4_000), blocked(1, 9, 4, 4)).fruitlessMs(before));
        assertEquals(0, round(polls(0, 2, 5_000), blocked(1, 9, 4, 4)).fruitlessMs(before));
    }

    @Test
    void shouldSayNothingOfPollsWhileAnotherRankComputes() {
        RankReport computes = report(1, new long[] {0, 4, 4}, does(Activity.ACTIVE, "computes"));
        Round before = round(polls(0, 1, 3_000), computes);
        assertEquals(0, round(polls(0, 1, 4_000), computes).fruitlessMs(before));
    }

    @Test
    void shouldSayNothingOfPollsWhileAFrameIsOnTheWay() {
        Round before = round(polls(0, 1, 3_000), blocked(1, 9, 5, 4));
        assertEquals(0, round(polls(0, 1, 4_000), blocked(1, 9, 5, 4)).fruitlessMs(before));
    }
}
