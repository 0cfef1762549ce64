package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javampi.testing.Deadline;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code javampirun migrate}, {@code drain} and {@code suspend} of a program that does not help, under traffic. */
class MoveTest {
    private static final int PATIENCE_S = 240;

    /** Each rank checks what it gets from its neighbour, and says now and then where it is, until a file is there. */
    private static final String SOURCE = """
            import static org.javampi.MPI.*;
            import java.nio.file.*;

            public class Walk {
                public static void main(String[] args) throws Exception {
                    MPI_Init(args);
                    int rank = MPI_Comm_rank(MPI_COMM_WORLD), size = MPI_Comm_size(MPI_COMM_WORLD);
                    if (rank == 0) {
                        System.out.println("job " + System.getenv("JAVAMPI_JOB"));
                    }
                    int[] more = {1}, got = new int[1];
                    String[] host = new String[1];
                    for (int i = 0; more[0] == 1; i++) {
                        MPI_Sendrecv(new int[] {1000 * rank + i}, 1, MPI_INT, (rank + 1) % size, 3,
                            got, 1, MPI_INT, (rank + size - 1) % size, 3, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                        if (got[0] != 1000 * ((rank + size - 1) % size) + i) {
                            throw new IllegalStateException(got[0] + " in round " + i);
                        }
                        if (i % 50 == 0) {
                            System.out.println("rank " + rank + " round " + i + " on " + MPI_Get_processor_name());
                        }
                        more[0] = Files.exists(Path.of(args[0])) ? 0 : 1;
                        MPI_Bcast(more, 1, MPI_INT, 0, MPI_COMM_WORLD);
                        Thread.sleep(1);
                    }
                    MPI_Finalize();
                }
            }
            """;

    @TempDir
    Path directory;

    /** What the job has printed so far. */
    private final StringBuffer printed = new StringBuffer();

    @Test
    @Deadline(600)
    void shouldMoveRanksAndSuspendTheJobUnderTraffic() throws Exception {
        Path source = Files.writeString(directory.resolve("Walk.java"), SOURCE);
        Path stop = directory.resolve("stop");
        String kept = directory.resolve("kept").toString();
        CompletableFuture<JobRun> job = begin(
                ("-launcher fork -host a:2,b:2 --transparent -np 3 --checkpoint-dir " + kept).split(" "),
                source.toString(),
                stop.toString());
        String name = await(job, "job (\\S+)");
        await(job, "rank 1 round (0) on a");

        assertEquals("rank 1 continues on c\nall ranks continue\n", visit("migrate", name, "1", "c"));
        await(job, "(rank 1) .* on c");
        assertEquals(
                "the ranks of b continue on other hosts: rank 2 on a\nall ranks continue\n", visit("drain", name, "b"));
        await(job, "(rank 2) .* on a");
        String suspended = "the job is suspended; to resume it: javampirun --restart " + kept + "\n";
        assertEquals(suspended, visit("suspend", name));
        JobRun first = job.get(PATIENCE_S, TimeUnit.SECONDS);
        assertEquals(75, first.status, first.err);
        assertTrue(first.err.endsWith("javampirun: " + suspended), first.err);

        Files.createFile(stop);
        JobRun second = JobRun.of("--restart", kept, "--transport", "tcp", "--vm-ranks", "3")
                .good();
        for (int rank = 0; rank < 3; rank++) {
            String start = "rank " + rank + " round ";
            int next = 0;
            for (String line : (first.out + second.out)
                    .lines()
                    .filter(each -> each.startsWith(start))
                    .toList()) {
                assertEquals(start + next, line.replaceAll(" on .*", ""), "none is lost or comes twice");
                next += 50;
            }
        }
    }

    /** Frames go back into the code that they were in, or nowhere. */
    @Test
    @Deadline(600)
    void shouldRefuseOtherCodeAtARestart() throws Exception {
        Path source = Files.writeString(directory.resolve("Walk.java"), SOURCE);
        Path stop = directory.resolve("stop");
        Path classes = compile(source);
        Path kept = directory.resolve("kept");
        CompletableFuture<JobRun> job = begin(
                ("--transparent -np 1 --checkpoint-dir " + kept + " -cp " + classes).split(" "),
                "Walk",
                stop.toString());
        String name = await(job, "job (\\S+)");
        await(job, "rank 0 round (0)");
        visit("checkpoint", "take", name);
        visit("suspend", name);
        assertEquals(75, job.get(PATIENCE_S, TimeUnit.SECONDS).status);

        Files.writeString(source, SOURCE.replace("1000 *", "2000 *"));
        compile(source);
        JobRun other = JobRun.of("--restart", kept.toString());
        assertTrue(
                other.err.contains("epoch-00000002" + File.separator + "rank-0.part: class Walk is not the one that was"
                        + " frozen: it has been compiled anew; frames go back into the same code only"),
                other.err);
        assertEquals(16, other.status, other.err);
        Files.delete(classes.resolve("Walk.class"));
        assertTrue(JobRun.of("--restart", kept.toString()).err.contains("class Walk is not on the class path"));

        Files.writeString(source, SOURCE);
        compile(source);
        Files.createFile(stop);
        assertEquals(
                "javampirun: --at 7: " + kept + " has the checkpoints [1, 2]\n",
                JobRun.of("--restart", kept.toString(), "--at", "7").err);
        JobRun.of("--restart", kept.toString(), "--at", "1").good();
    }

    private static Path compile(Path source) {
        Path classes = source.resolveSibling("classes");
        CompiledProgram.into(classes.toString(), source.toString());
        return classes;
    }

    @Test
    void shouldSayWhyAJobCannotMove() throws Exception {
        Path source = Files.writeString(directory.resolve("Walk.java"), SOURCE);
        Path stop = directory.resolve("stop");
        CompletableFuture<JobRun> job = begin(
                ("--transparent -np 1 --checkpoint-dir " + directory.resolve("kept")).split(" "),
                source.toString(),
                stop.toString());
        String name = await(job, "job (\\S+)");
        await(job, "rank 0 round (0)");
        String host = await(job, "rank 0 round 0 on (\\S+)");
        assertEquals(
                "the job has no other host than " + host + ": javampirun migrate JOB RANK HOST adds one\n",
                refused("drain", name, host));
        assertEquals("the job has no host nowhere: it has " + host + "\n", refused("drain", name, "nowhere"));
        assertEquals("there is no rank 1: ranks are 0 to 0\n", refused("migrate", name, "1", host));
        assertTrue(
                refused("suspend", "no-job").startsWith("javampirun: suspend: no job whose name starts with no-job"));
        Files.createFile(stop);
        job.get(PATIENCE_S, TimeUnit.SECONDS).good();
    }

    private CompletableFuture<JobRun> begin(String[] options, String... program) {
        List<String> words = new ArrayList<>(List.of(options));
        words.addAll(List.of(program));
        return CompletableFuture.supplyAsync(() -> {
            try {
                return JobRun.watched(printed::append, words.toArray(new String[0]));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Waits until a line is printed that fits; answers its group. */
    private String await(CompletableFuture<JobRun> job, String line) throws Exception {
        Pattern pattern = Pattern.compile("(?m)^" + line + ".*\\R");
        long deadline = Patience.deadlineNs(PATIENCE_S);
        while (System.nanoTime() - deadline < 0 && !job.isDone()) {
            Matcher matcher = pattern.matcher(printed);
            if (matcher.find()) {
                return matcher.group(1);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        throw new AssertionError("no line '" + line + "' in " + printed + (job.isDone() ? job.get().err : ""));
    }

    private static String visit(String... words) {
        return command(0, words);
    }

    private static String refused(String... words) {
        return command(1, words);
    }

    /** What a command prints that ends with this status. */
    private static String command(int expected, String... words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int status = new Javampirun(List.of(), out, out).run(List.of(words));
        String text = bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
        assertEquals(expected, status, text);
        return text;
    }
}
