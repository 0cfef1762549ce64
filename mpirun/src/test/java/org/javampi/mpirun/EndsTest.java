package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.javampi.testing.AboutLinux;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ends of jobs: what each is called, and what its status is. */
class EndsTest {
    private static final String CLASSES = Path.of("target", "test-classes").toString();

    private static JobRun run(int perVm, String... program) throws IOException {
        List<String> words = new ArrayList<>(List.of("-np", "2", "--vm-ranks", Integer.toString(perVm)));
        words.addAll(List.of("-cp", CLASSES, "org.javampi.mpirun.Ends"));
        words.addAll(List.of(program));
        return JobRun.of(words);
    }

    @Test
    void shouldNameARankThatOthersWaitForInVain() throws IOException {
        JobRun run = run(1, "absent");
        assertEquals(1, run.status, run.err);
        assertTrue(run.err.contains("rank 1 has ended without MPI_Init; rank 0 waits for it"), run.err);
    }

    @Test
    @AboutLinux("sessions, which show what an ended process has started")
    void shouldEndWhatRanksLeaveBehind() throws IOException {
        JobRun run = run(1, "child").good();
        assertTrue(run.err.contains("has left processes behind"), run.err);
        assertTrue(run.err.contains("sleep (pid "), run.err);
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void shouldNameTheRankOfAThreadThatThrows(int perVm) throws IOException {
        JobRun run = run(perVm, "thread").good();
        for (int rank = 0; rank < 2; rank++) {
            assertTrue(run.err.contains("rank " + rank + " on "), run.err);
        }
        assertTrue(run.err.contains("thread \"worker\" has ended with an exception"), run.err);
        assertTrue(run.err.contains("IllegalStateException: in a thread"), run.err);
    }

    @Test
    void shouldEndWhenAThreadOfTheProgramRunsOutOfMemory() throws IOException {
        JobRun run = JobRun.of("-np", "2", "-Xmx40m", "-cp", CLASSES, "org.javampi.mpirun.Ends", "memory");
        assertEquals(1, run.status, run.err);
        assertTrue(run.err.contains("thread \"filler\" has ended with an exception"), run.err);
        assertTrue(run.err.contains("OutOfMemoryError"), run.err);
    }

    @Test
    void shouldGoOnBehindAThreadWithoutMemoryWhenToldSo() throws IOException {
        List<String> words = List.of("-np", "2", "-Xmx40m", "--thread-exception", "report");
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of("-cp", CLASSES, "org.javampi.mpirun.Ends", "memory"));
        JobRun run = JobRun.of(all).good();
        assertEquals("went on\nwent on\n", run.out);
        assertTrue(run.err.contains("OutOfMemoryError"), run.err);
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void shouldLetOtherThreadsGoOnBehindMain(int perVm) throws IOException {
        assertEquals("went on\nwent on\n", run(perVm, "other").good().out);
    }

    /** The threads of the runtime wait until there is memory again; where none comes, the job ends. */
    @Test
    void shouldGoOnWhenTheHeapWasFullForAMoment() throws IOException {
        JobRun run = JobRun.of("-np", "2", "-Xmx32m", "-cp", CLASSES, "org.javampi.mpirun.FullHeap", "moment")
                .good();
        assertTrue(run.out.endsWith("all said\n"), "the last lines are missing");
        assertFalse(run.err.contains("thread"), run.err);
    }

    @Test
    void shouldEndWhenTheHeapStaysFull() throws IOException {
        JobRun run = JobRun.of(
                "-np", "2", "--vm-ranks", "2", "-Xmx40m", "-cp", CLASSES, "org.javampi.mpirun.FullHeap", "for ever");
        assertEquals(1, run.status, run.err);
        assertTrue(run.err.contains("no memory is left to say how") || run.err.contains("OutOfMemoryError"), run.err);
    }

    @Test
    void shouldShortenAStackThatOverflows() throws IOException {
        JobRun run = run(1, "deep");
        assertEquals(1, run.status);
        assertTrue(run.err.contains("StackOverflowError"), run.err);
        assertTrue(run.err.contains("frames left out"), run.err);
        assertTrue(run.err.lines().count() < 80, run.err);
    }

    @Test
    void shouldGiveStandardInputToEveryRankThatReadsWhenToldSo() throws IOException {
        JobRun run = JobRun.of(
                "-launcher", "fork", "-H", "a,b", "--stdin", "all", "-cp", "none", "org.javampi.mpirun.Ends", "read");
        assertEquals(
                List.of("0 read " + JobRun.INPUT.length(), "1 read " + JobRun.INPUT.length()),
                run.good().out.lines().sorted().toList());
    }

    @Test
    void shouldSayToARankThatReadsWhoGetsStandardInput() throws IOException {
        JobRun run = JobRun.of("-launcher", "fork", "-H", "a,b", "-cp", "none", "org.javampi.mpirun.Ends", "read");
        assertEquals(
                List.of("0 read " + JobRun.INPUT.length(), "1 read 0"),
                run.good().out.lines().sorted().toList());
        assertTrue(run.err.contains("rank 1 reads standard input, which is empty for it: rank 0 gets it"), run.err);
    }
}
