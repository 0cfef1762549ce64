package org.javampi.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.javampi.job.control.CheckpointOrder;
import org.javampi.job.control.CheckpointOrder.Verb;
import org.javampi.job.control.CheckpointReport;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The coordinator's side of the protocol, step by step: what it says to what it hears. */
class CoordinatorTest {
    private static final long DEADLINE_S = Patience.seconds(120);

    /** Long enough for all that has to come before on a busy machine. */
    private static final long PATIENCE_MS = 2000;

    private record Told(int rank, CheckpointOrder order) {}

    @TempDir
    Path directory;

    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    private Coordinator coordinator;

    private void start(long patienceMs, long from) throws IOException {
        start(patienceMs, from, null);
    }

    private void start(long patienceMs, long from, String fault) throws IOException {
        coordinator = new Coordinator(
                new CoordinatedJob(
                        new UUID(0, 7),
                        List.of(new UUID(0, 0), new UUID(0, 1)),
                        0,
                        from,
                        List.of(),
                        0,
                        patienceMs,
                        CheckpointDirectory.LEAST_KEPT,
                        rank -> "rank " + rank),
                new CheckpointDirectory(directory),
                (rank, order) -> told.add(new Told(rank, order)),
                new Fault("coordinator", fault),
                log::add);
        coordinator.onJoined(0);
        coordinator.onJoined(1);
    }

    @AfterEach
    void stop() {
        coordinator.close();
    }

    /** Both ranks are told {@code verb}; answers what rank 1 was told. */
    private CheckpointOrder expect(Verb verb) throws InterruptedException {
        CheckpointOrder last = null;
        for (int rank = 0; rank < 2; rank++) {
            Told next = told.poll(DEADLINE_S, TimeUnit.SECONDS);
            assertNotNull(next, "no " + verb + " to rank " + rank + "; said: " + log);
            assertEquals(rank, next.rank, next.toString());
            assertEquals(verb, next.order.verb(), next + "; said: " + log);
            last = next.order;
        }
        return last;
    }

    private void both(CheckpointReport report) {
        coordinator.onReport(0, report);
        coordinator.onReport(1, report);
    }

    private String said() throws InterruptedException {
        String text = log.poll(DEADLINE_S, TimeUnit.SECONDS);
        assertNotNull(text, "nothing was said");
        return text;
    }

    private static CheckpointReport counted(CheckpointOrder count, long... triples) {
        return new CheckpointReport(CheckpointReport.Verb.COUNTED, count.epoch(), count.number(), triples, "");
    }

    private CheckpointReport write(CheckpointOrder capture, int rank) throws IOException {
        Path file = Path.of(capture.text()).resolve(FreezePoint.partName(rank));
        try (PartOutput out = new PartOutput(file)) {
            out.section("state", "of " + rank);
            out.finish();
            return CheckpointReport.of(CheckpointReport.Verb.WRITTEN, capture.epoch(), out.byteCount(), out.hash());
        }
    }

    /** From a request to both standing at one beyond {@code passed}. */
    private CheckpointOrder gather(long passed) throws InterruptedException {
        CheckpointOrder hold = expect(Verb.HOLD);
        both(CheckpointReport.of(CheckpointReport.Verb.HELD, hold.epoch(), passed));
        CheckpointOrder stop = expect(Verb.STOP_AT);
        both(CheckpointReport.of(CheckpointReport.Verb.ARRIVED, 0, stop.number()));
        return stop;
    }

    private CheckpointOrder capture() throws InterruptedException {
        CheckpointOrder count = expect(Verb.COUNT);
        both(counted(count));
        CheckpointOrder capture = expect(Verb.CAPTURE);
        both(CheckpointReport.of(CheckpointReport.Verb.CAPTURED, capture.epoch(), 1));
        expect(Verb.THAW);
        return capture;
    }

    private void complete(long passed) throws Exception {
        coordinator.onReport(0, CheckpointReport.of(CheckpointReport.Verb.WANTED, 0, 0));
        gather(passed);
        CheckpointOrder capture = capture();
        coordinator.onReport(1, write(capture, 1));
        coordinator.onReport(0, write(capture, 0));
        expect(Verb.COMMITTED);
        assertTrue(said().startsWith("checkpoint " + capture.epoch() + " at point "));
    }

    @Test
    void shouldStandOneBeyondTheFarthest() throws Exception {
        start(60_000, 0);
        coordinator.onReport(1, CheckpointReport.of(CheckpointReport.Verb.WANTED, 0, 0));
        CheckpointOrder hold = expect(Verb.HOLD);
        coordinator.onReport(1, CheckpointReport.of(CheckpointReport.Verb.HELD, hold.epoch(), 7));
        coordinator.onReport(0, CheckpointReport.of(CheckpointReport.Verb.HELD, hold.epoch(), 3));
        assertEquals(8, expect(Verb.STOP_AT).number());
    }

    @Test
    void shouldCountUntilWhatWasSentHasCome() throws Exception {
        start(60_000, 0);
        coordinator.onReport(0, CheckpointReport.of(CheckpointReport.Verb.WANTED, 0, 0));
        gather(4);
        CheckpointOrder count = expect(Verb.COUNT);
        coordinator.onReport(0, counted(count, 1, 10, 5));
        coordinator.onReport(1, counted(count, 0, 5, 9));
        CheckpointOrder again = expect(Verb.COUNT);
        assertEquals(count.number() + 1, again.number());
        // A late answer of the round before counts for nothing.
        coordinator.onReport(0, counted(count, 1, 10, 5));
        coordinator.onReport(0, counted(again, 1, 10, 5));
        coordinator.onReport(1, counted(again, 0, 5, 10));
        expect(Verb.CAPTURE);
    }

    @Test
    void shouldTryOnceMoreWhenRanksStandApart() throws Exception {
        start(60_000, 0);
        coordinator.onReport(0, CheckpointReport.of(CheckpointReport.Verb.ARRIVED, 0, 5));
        coordinator.onReport(1, CheckpointReport.of(CheckpointReport.Verb.ARRIVED, 0, 10));
        long released = expect(Verb.ABANDON).number();
        assertTrue(said().contains("all ranks must pass the same points"));
        CheckpointOrder hold = expect(Verb.HOLD);
        coordinator.onReport(0, CheckpointReport.of(CheckpointReport.Verb.HELD, hold.epoch(), 5));
        coordinator.onReport(1, CheckpointReport.of(CheckpointReport.Verb.HELD, hold.epoch(), 10));
        assertEquals(11, expect(Verb.STOP_AT).number());
        coordinator.onReport(0, CheckpointReport.of(CheckpointReport.Verb.ARRIVED, released, 10));
        coordinator.onReport(1, CheckpointReport.of(CheckpointReport.Verb.ARRIVED, released, 11));
        expect(Verb.ABANDON);
        assertTrue(told.isEmpty(), "once more, not for ever");
    }

    @Test
    void shouldNotCountAnArrivalThatHasNotHeardOfItsRelease() throws Exception {
        start(200, 0);
        coordinator.onReport(0, CheckpointReport.of(CheckpointReport.Verb.ARRIVED, 0, 5));
        long released = expect(Verb.ABANDON).number();
        assertEquals(
                "checkpoint 1 abandoned, the job goes on: not all ranks have come to point 5:"
                        + " missing 1 within 0 s",
                said());
        // Rank 1 came to 5 while the order was on its way: it has gone on by now.
        coordinator.onReport(1, CheckpointReport.of(CheckpointReport.Verb.ARRIVED, 0, 5));
        coordinator.onReport(0, CheckpointReport.of(CheckpointReport.Verb.ARRIVED, released, 10));
        coordinator.onReport(1, CheckpointReport.of(CheckpointReport.Verb.ARRIVED, released, 10));
        assertEquals(2, expect(Verb.COUNT).epoch());
    }

    @Test
    void shouldSayWhatHasNotSettled() throws Exception {
        start(200, 0);
        both(CheckpointReport.of(CheckpointReport.Verb.ARRIVED, 0, 5));
        CheckpointOrder count = expect(Verb.COUNT);
        coordinator.onReport(
                0,
                new CheckpointReport(
                        CheckpointReport.Verb.COUNTED,
                        count.epoch(),
                        count.number(),
                        new long[0],
                        "a letter is on its way"));
        assertTrue(said().contains("messages have not settled: {0=a letter is on its way}"));
    }

    @Test
    void shouldCompleteWhatIsBeingWrittenWhenARankLeaves() throws Exception {
        start(60_000, 0);
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        coordinator.request((taken, text) -> answers.add(taken + " " + text));
        gather(0);
        CheckpointOrder capture = capture();
        coordinator.onReport(0, CheckpointReport.of(CheckpointReport.Verb.LEAVING, 0, 0));
        coordinator.request((taken, text) -> answers.add(taken + " " + text));
        coordinator.onReport(1, write(capture, 1));
        coordinator.onReport(0, write(capture, 0));
        expect(Verb.COMMITTED);
        assertEquals("false no checkpoint: rank 0 has called MPI_Finalize", answers.poll(DEADLINE_S, TimeUnit.SECONDS));
        assertTrue(answers.poll(DEADLINE_S, TimeUnit.SECONDS).startsWith("true checkpoint 1 at"));
    }

    @Test
    void shouldAnswerEachRequestWhenTheJobEnds() throws Exception {
        start(60_000, 0);
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        coordinator.request((taken, text) -> answers.add(taken + " " + text));
        gather(0);
        coordinator.close();
        coordinator.request((taken, text) -> answers.add(taken + " " + text));
        for (int i = 0; i < 2; i++) {
            assertEquals("false no checkpoint: the job has ended", answers.poll(DEADLINE_S, TimeUnit.SECONDS));
        }
    }

    @Test
    void shouldAnswerWhenARankLeavesWhileAnotherAttemptIsWaitedFor() throws Exception {
        start(60_000, 0);
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        coordinator.request((taken, text) -> answers.add(taken + " " + text));
        CheckpointOrder hold = expect(Verb.HOLD);
        both(CheckpointReport.of(CheckpointReport.Verb.HELD, hold.epoch(), 0));
        CheckpointOrder stop = expect(Verb.STOP_AT);
        coordinator.onReport(
                1, CheckpointReport.of(CheckpointReport.Verb.OBSTRUCTED, stop.epoch(), 0, "a static initialiser"));
        coordinator.onReport(0, CheckpointReport.of(CheckpointReport.Verb.LEAVING, 0, 0));
        assertEquals("false no checkpoint: rank 0 has called MPI_Finalize", answers.poll(DEADLINE_S, TimeUnit.SECONDS));
    }

    /** From a request for the last one to all images made, with all standing. */
    private CheckpointOrder captureLast(BlockingQueue<String> answers) throws InterruptedException {
        coordinator.requestLast((taken, text) -> answers.add(taken + " " + text));
        gather(0);
        both(counted(expect(Verb.COUNT)));
        CheckpointOrder capture = expect(Verb.CAPTURE);
        both(CheckpointReport.of(CheckpointReport.Verb.CAPTURED, capture.epoch(), 1));
        return capture;
    }

    @Test
    void shouldKeepAllStandingBehindTheLastOne() throws Exception {
        start(60_000, 0);
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        CheckpointOrder capture = captureLast(answers);
        coordinator.onReport(1, write(capture, 1));
        coordinator.onReport(0, write(capture, 0));
        expect(Verb.COMMITTED);
        assertTrue(answers.poll(DEADLINE_S, TimeUnit.SECONDS).startsWith("true checkpoint 1 at"));
        coordinator.request((taken, text) -> answers.add(taken + " " + text));
        assertEquals(
                "false no checkpoint: the job is ending, with a checkpoint that it can go on from",
                answers.poll(DEADLINE_S, TimeUnit.SECONDS));
        assertTrue(told.isEmpty(), told.toString());
    }

    @Test
    void shouldLetAllGoOnWhenTheLastOneCannotBeWritten() throws Exception {
        start(60_000, 0);
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        CheckpointOrder capture = captureLast(answers);
        coordinator.onReport(0, CheckpointReport.of(CheckpointReport.Verb.FAILED, capture.epoch(), 0, "disk full"));
        long released = expect(Verb.ABANDON).number();
        expect(Verb.DROPPED);
        assertEquals(
                "false checkpoint 1 abandoned, the job goes on: rank 0: disk full",
                answers.poll(DEADLINE_S, TimeUnit.SECONDS));
        // The wish is over with it: the next one lets all go on.
        both(CheckpointReport.of(CheckpointReport.Verb.ARRIVED, released, 9));
        capture();
    }

    @Test
    void shouldGiveWhoAsksWhileOneIsWrittenTheNext() throws Exception {
        start(60_000, 0);
        coordinator.onReport(0, CheckpointReport.of(CheckpointReport.Verb.WANTED, 0, 0));
        gather(0);
        CheckpointOrder capture = capture();
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        coordinator.request((taken, text) -> answers.add(text));
        coordinator.onReport(1, write(capture, 1));
        coordinator.onReport(0, write(capture, 0));
        expect(Verb.COMMITTED);
        gather(1);
        assertTrue(answers.isEmpty(), "what stands was frozen before it was asked for");
        capture = capture();
        coordinator.onReport(1, write(capture, 1));
        coordinator.onReport(0, write(capture, 0));
        assertTrue(answers.poll(DEADLINE_S, TimeUnit.SECONDS).startsWith("checkpoint 2 at"));
    }

    @Test
    void shouldGoOnWhenAnImageCannotBeMadeOrWritten() throws Exception {
        start(60_000, 0);
        coordinator.onReport(0, CheckpointReport.of(CheckpointReport.Verb.WANTED, 0, 0));
        gather(0);
        both(counted(expect(Verb.COUNT)));
        CheckpointOrder capture = expect(Verb.CAPTURE);
        coordinator.onReport(0, CheckpointReport.of(CheckpointReport.Verb.CAPTURED, capture.epoch(), 1));
        coordinator.onReport(1, CheckpointReport.of(CheckpointReport.Verb.FAILED, capture.epoch(), 0, "a lock"));
        long released = expect(Verb.ABANDON).number();
        expect(Verb.DROPPED);
        assertEquals("checkpoint 1 abandoned, the job goes on: rank 1: a lock", said());
        both(CheckpointReport.of(CheckpointReport.Verb.ARRIVED, released, 9));
        capture = capture();
        coordinator.onReport(0, CheckpointReport.of(CheckpointReport.Verb.FAILED, capture.epoch(), 0, "disk full"));
        assertTrue(said().endsWith("rank 0: disk full"));
        // Nobody stands: nobody is told to go on.
        expect(Verb.DROPPED);
        assertTrue(told.isEmpty(), told.toString());
        assertEquals(0, coordinator.committed());
        coordinator.settle(TimeUnit.SECONDS.toMillis(DEADLINE_S));
        try (var files = Files.list(directory)) {
            assertEquals(0, files.count(), "leftovers");
        }
    }

    @Test
    void shouldKeepTheOneItBeganFromUntilTwoNewOnesStand() throws Exception {
        start(60_000, 0);
        complete(10);
        complete(20);
        complete(30);
        coordinator.close();
        assertEquals(List.of(2L, 3L), new CheckpointDirectory(directory).epochs());
        // The newest was damaged: this life began from the one before.
        start(60_000, 2);
        complete(40);
        coordinator.close();
        assertEquals(List.of(2L, 4L), new CheckpointDirectory(directory).epochs());
    }

    @Test
    void shouldGoOnWhenItCannotWriteInItsDirectory() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        directory = file.resolve("below");
        start(60_000, 0);
        coordinator.onReport(0, CheckpointReport.of(CheckpointReport.Verb.WANTED, 0, 0));
        gather(0);
        both(counted(expect(Verb.COUNT)));
        expect(Verb.ABANDON);
        assertTrue(said().contains("cannot write in " + directory), "says where");
    }

    // ---- Disks that hang

    @Test
    void shouldGoOnWithoutADiskThatTakesNothingUntilItAnswers() throws Exception {
        start(PATIENCE_MS, 0);
        both(CheckpointReport.of(CheckpointReport.Verb.ARRIVED, 0, 10));
        CheckpointOrder capture = capture();
        coordinator.onReport(0, write(capture, 0));
        // Rank 0 is held at its next point until the disk of rank 1 is given up.
        coordinator.onReport(0, CheckpointReport.of(CheckpointReport.Verb.ARRIVED, 0, 20));
        expect(Verb.DROPPED);
        assertEquals(
                "checkpoint 1 abandoned, the job goes on: no progress for 2 s in "
                        + directory
                        + ": rank 1 at 0 % of its part",
                said());
        Told released = told.poll(DEADLINE_S, TimeUnit.SECONDS);
        assertEquals(Verb.ABANDON, released.order.verb());
        assertEquals("rank 1 still waits for " + directory + " to answer", released.order.text());
        // Who comes now is not held at all, and who asks hears why there is none.
        coordinator.onReport(1, CheckpointReport.of(CheckpointReport.Verb.ARRIVED, 0, 20));
        assertEquals(1, told.poll(DEADLINE_S, TimeUnit.SECONDS).rank);
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        coordinator.request((taken, text) -> answers.add(taken + " " + text));
        assertEquals(
                "false no checkpoint: rank 1 still waits for " + directory + " to answer",
                answers.poll(DEADLINE_S, TimeUnit.SECONDS));
        coordinator.onReport(1, CheckpointReport.of(CheckpointReport.Verb.FAILED, 1, 0, "too late"));
        assertEquals("rank 1: its disk answers again", said());
        both(CheckpointReport.of(CheckpointReport.Verb.ARRIVED, released.order.number() + 1, 30));
        assertEquals(2, expect(Verb.COUNT).epoch());
    }

    @Test
    void shouldGoOnWhenItsOwnDirectoryDoesNotAnswer() throws Exception {
        start(PATIENCE_MS, 0, "coordinator:8:1:hang");
        both(CheckpointReport.of(CheckpointReport.Verb.ARRIVED, 0, 10));
        CheckpointOrder capture = capture();
        coordinator.onReport(0, write(capture, 0));
        coordinator.onReport(1, write(capture, 1));
        expect(Verb.DROPPED);
        String why = directory + " does not answer the launcher";
        assertEquals("checkpoint 1 abandoned, the job goes on: " + why + " within 2 s", said());
        coordinator.onReport(0, CheckpointReport.of(CheckpointReport.Verb.ARRIVED, 0, 20));
        assertEquals(why, told.poll(DEADLINE_S, TimeUnit.SECONDS).order.text());
        assertEquals(0, coordinator.committed());
    }
}
