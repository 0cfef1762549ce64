package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.javampi.checkpoint.CheckpointDirectory;
import org.javampi.checkpoint.Recordings;
import org.javampi.testing.Deadline;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --record} and {@code --replay}: a rank that was killed runs again alone, up to its last recorded call. */
class ReplayTest {
    /** Rank 0 deals numbers to whichever rank asks first; rank 2 says how far it is. */
    private static final String SOURCE = """
            import static org.javampi.MPI.*;
            import java.nio.file.*;
            import org.javampi.*;

            public class Deal {
                public static void main(String[] args) throws Exception {
                    MPI_Init(args);
                    int rank = MPI_Comm_rank(MPI_COMM_WORLD);
                    int[] word = new int[1];
                    for (int i = 0; true; i++) {
                        if (rank == 0 && (i == 300 || i == 900)) {
                            Checkpoint.request();
                        }
                        if (rank == 2 && i % 50 == 0) {
                            Path progress = Path.of(args[0] + ".new");
                            Files.writeString(progress, ProcessHandle.current().pid() + " " + i);
                            Files.move(progress, Path.of(args[0]), StandardCopyOption.ATOMIC_MOVE);
                        }
                        MPI_Status status = new MPI_Status();
                        if (rank == 0) {
                            MPI_Recv(word, 1, MPI_INT, MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, status);
                            word[0] = 31 * word[0] + i;
                            MPI_Send(word, 1, MPI_INT, status.MPI_SOURCE, 1, MPI_COMM_WORLD);
                        } else {
                            MPI_Send(word, 1, MPI_INT, 0, rank, MPI_COMM_WORLD);
                            MPI_Recv(word, 1, MPI_INT, 0, 1, MPI_COMM_WORLD, status);
                        }
                        System.out.println("rank " + rank + ": " + i + " " + word[0] + " " + MPI_Wtime());
                        Thread.sleep(1);
                    }
                }
            }
            """;

    @TempDir
    Path directory;

    @Test
    @Deadline(600)
    void shouldRunAKilledRankAgainUpToItsLastRecordedCall() throws Exception {
        Path source = Files.writeString(directory.resolve("Deal.java"), SOURCE);
        Path kept = directory.resolve("kept");
        Path progress = directory.resolve("progress");
        CompletableFuture<Void> killed =
                CompletableFuture.runAsync(() -> killBehindTheSecondCheckpoint(kept, progress));
        JobRun job = JobRun.of(
                "-np",
                "3",
                "--transparent",
                "--record",
                "--checkpoint-dir",
                kept.toString(),
                source.toString(),
                progress.toString());
        killed.join();
        assertEquals(137, job.status, job.err);
        long epoch = new CheckpointDirectory(kept).epochs().get(0);
        Map<String, Long> before = contents(kept);
        for (String rank : List.of("0", "2")) {
            JobRun replay = JobRun.of("--restart", kept.toString(), "--rank", rank, "--replay", "--at", "" + epoch);
            assertTrue(
                    replay.err.matches("(?s).*replay: rank " + rank
                            + " has done its [0-9]+ recorded calls after checkpoint " + epoch
                            + ", the last ones after checkpoint [0-9]+; its log ends here\n"),
                    replay.err);
            assertEquals(0, replay.status, replay.err);
            String all = lines(job.out, rank);
            String was =
                    all.substring(all.indexOf(replay.out.lines().findFirst().orElseThrow()));
            // What a rank has printed last may be lost when it is killed.
            assertTrue(
                    was.startsWith(replay.out) || replay.out.startsWith(was),
                    () -> "it was\n" + was + "\nand is\n" + replay.out);
            assertTrue(replay.out.lines().count() > 100, replay.out);
        }
        assertEquals(before, contents(kept), "a replay writes nothing");

        refused("nothing is recorded of rank 1 after the start of the job, but after checkpoint .*", "--at", "0");
        refused("--rank 5: the job has 3 ranks, from 0 on", "--rank", "5");
        Path log = new Recordings(kept).of(1, epoch).after(1, epoch);
        byte[] bytes = Files.readAllBytes(log);
        bytes[40]++;
        Files.write(log, bytes);
        refused(".*" + log.getFileName() + " is damaged at record [01] \\(byte [0-9]+\\): .*", "--at", "" + epoch);
    }

    /** From outside: a program that looked for checkpoints itself would find them when it runs again. */
    private static void killBehindTheSecondCheckpoint(Path kept, Path progress) {
        try {
            await(() -> new CheckpointDirectory(kept).epochs().size() == 2);
            long then = number(progress, 1);
            await(() -> number(progress, 1) >= then + 200);
            ProcessHandle.of(number(progress, 0)).orElseThrow().destroyForcibly();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition) throws IOException, InterruptedException {
        long endNs = Patience.deadlineNs(300);
        while (!condition.holds()) {
            assertTrue(System.nanoTime() - endNs < 0, "the job does not get on");
            Thread.sleep(10);
        }
    }

    private static long number(Path progress, int word) throws IOException {
        return Long.parseLong(Files.readString(progress).split(" ")[word]);
    }

    private static String lines(String out, String rank) {
        return out.lines()
                .filter(line -> line.startsWith("rank " + rank + ": "))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private void refused(String why, String... more) throws IOException {
        List<String> words =
                new ArrayList<>(List.of("--restart", directory.resolve("kept").toString(), "--replay"));
        if (!List.of(more).contains("--rank")) {
            words.addAll(List.of("--rank", "1"));
        }
        words.addAll(List.of(more));
        JobRun run = JobRun.of(words);
        assertEquals(1, run.status, run.err);
        assertTrue(run.err.strip().matches("javampirun: --replay: " + why), run.err);
    }

    private static Map<String, Long> contents(Path folder) throws IOException {
        Map<String, Long> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                found.put(
                        path.toString(),
                        Files.isDirectory(path)
                                ? -1
                                : Files.getLastModifiedTime(path).toMillis());
            }
        }
        return found;
    }
}
