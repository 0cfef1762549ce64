package org.javampi.conformance.hanging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.javampi.conformance.harness.LaunchedJob;
import org.javampi.conformance.harness.Place;
import org.javampi.mpirun.Javampirun;
import org.javampi.mpirun.RuntimePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same with processes, which only a launcher can see. */
class HangingJobsTest {
    private static LaunchedJob job(int ranks, List<String> options, Class<?> program, String... arguments)
            throws IOException {
        return LaunchedJob.run(ranks, Place.SHM, options, program, arguments);
    }

    /** Several ranks in each JVM: then the program may not be on the runtime's own class path. */
    private static LaunchedJob patient(int ranks, int ranksPerVm, String... works) {
        return manyInAVm(ranks, ranksPerVm, List.of(), new ByteArrayOutputStream(), Patient.class, works);
    }

    /** What the launcher says; makes a file once that has certain words. */
    private static ByteArrayOutputStream errorsThatMake(Path file, String words) {
        return new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                super.write(bytes, offset, length);
                if (toString(StandardCharsets.UTF_8).contains(words) && !Files.exists(file)) {
                    try {
                        Files.createFile(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        };
    }

    private static LaunchedJob manyInAVm(
            int ranks,
            int ranksPerVm,
            List<String> options,
            ByteArrayOutputStream err,
            Class<?> main,
            String... arguments) {
        List<String> runtime = new ArrayList<>();
        List<String> program = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            (entry.endsWith("test-classes") ? program : runtime).add(entry);
        }
        List<String> words = new ArrayList<>(List.of(
                "-np", Integer.toString(ranks), "--vm-ranks", Integer.toString(ranksPerVm), "--timeout", "300"));
        words.addAll(options);
        words.addAll(List.of("-cp", String.join(File.pathSeparator, program), main.getName()));
        words.addAll(List.of(arguments));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = new Javampirun(
                        RuntimePath.of(String.join(File.pathSeparator, runtime)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(words);
        return new LaunchedJob(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void shouldEndADeadlockedJobWithAStatusOfItsOwn() throws IOException {
        LaunchedJob job = job(4, List.of(), Hanging.class, "ring");
        assertEquals(125, job.status(), job.err());
        assertTrue(job.err().startsWith("javampirun: deadlock: ranks 0-3 wait"), job.err());
        assertTrue(job.err().contains("rank 2 waits in MPI_Recv for rank 1, tag 1, MPI_COMM_WORLD, 1 MPI_INT, at"));
        assertTrue(job.err().contains("cycle: rank 0"), job.err());
    }

    @Test
    void shouldSeeThreadsThatWaitForThreadsOfTheirProcess() throws IOException {
        LaunchedJob job = job(2, List.of(), Hanging.class, "thread");
        assertEquals(125, job.status(), job.err());
        assertTrue(job.err().contains("waits in MPI_Recv for rank 1, tag 3"), job.err());
    }

    /** A third rank ends the job some rounds of questions after the report. */
    @Test
    void shouldKeepADeadlockedJobWhenThatIsWanted(@TempDir Path folder) {
        Path said = folder.resolve("said");
        ByteArrayOutputStream err = errorsThatMake(said, "deadlock: ");
        LaunchedJob job = manyInAVm(3, 1, List.of("--deadlock", "keep"), err, KeptDeadlock.class, said.toString());
        assertEquals(KeptDeadlock.STATUS, job.status(), job.err());
        int first = job.err().indexOf("deadlock: ranks 0, 1 wait");
        assertTrue(first >= 0 && job.err().indexOf("deadlock: ", first + 1) < 0, "once: " + job.err());
        assertTrue(job.err().contains("rank 1 waits in MPI_Recv for rank 0, tag 6"), job.err());
    }

    @Test
    void shouldShowASendThatOnlyWorksWhileItIsShort() throws IOException {
        assertEquals(0, job(2, List.of(), Hanging.class, "short sends").status());
        LaunchedJob job = job(2, List.of("--sync-sends"), Hanging.class, "short sends");
        assertEquals(125, job.status(), job.err());
        assertTrue(job.err().contains("rank 0 waits in MPI_Send for rank 1, tag 2"), job.err());
    }

    /** Each rank hangs in another loop, which ends when the launcher has said so. */
    @Test
    void shouldSayWhenRanksPollForWhatCannotCome(@TempDir Path folder) {
        Path said = folder.resolve("said");
        ByteArrayOutputStream err = errorsThatMake(said, "rank 0 waits for tag 8");
        LaunchedJob job = manyInAVm(2, 1, List.of(), err, Polling.class, said.toString());
        assertEquals(0, job.status(), job.err());
        assertFalse(job.err().contains("deadlock"), job.err());
        assertTrue(job.err().startsWith("javampirun: no progress for "), job.err());
        List<String> facts = List.of(
                "ranks 0, 1 poll without success, and nothing is under way",
                "only if one of them leaves its loop by itself",
                "rank 0 polls with MPI_Iprobe for rank 1, tag 8, MPI_COMM_WORLD, at Polling.java",
                "rank 1 has sent tag 7 to rank 0 (MPI_COMM_WORLD, 4 bytes); rank 0 waits for tag 8",
                "rank 1 polls with MPI_Test for rank 0, tag 5, MPI_COMM_WORLD, 1 MPI_INT, at Polling.java");
        facts.forEach(fact -> assertTrue(job.err().contains(fact), () -> fact + " in:\n" + job.err()));
        int first = job.err().indexOf("no progress");
        assertTrue(job.err().indexOf("no progress", first + 1) < 0, "once: " + job.err());
    }

    /** Pairs of ranks in two JVMs, each pair at rest for another reason. */
    @Test
    void shouldCallNoPairDeadlockedThatMayGoOn() {
        String[] works = {
            "computes",
            "sleeps",
            "parks",
            "waits for a socket",
            "waits for a timer",
            "waits for a schedule",
            "waits for a thread that sleeps",
            "waits for a queue",
            "waits for a lock",
            "polls a probe"
        };
        LaunchedJob job = patient(20, 10, works);
        assertEquals(0, job.status(), job.err());
        assertFalse(job.err().contains("deadlock"), job.err());
    }

    @Test
    void shouldCallNoRankDeadlockedThatWaitsForAChildOrAFuture() {
        LaunchedJob job = patient(
                8,
                2,
                "waits for a child",
                "waits for a future",
                "computes in parallel",
                "polls between pieces of work");
        assertEquals(0, job.status(), job.err());
        assertFalse(job.err().contains("deadlock"), job.err());
        assertFalse(job.err().contains("no progress"), job.err());
    }
}
