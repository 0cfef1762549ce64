package org.javampi.conformance.freeze;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Moves random ranks of a job to random hosts, again and again, under {@link Traffic}, which checks what comes and says how
 * long it stood at most. The hosts are this one under several names, with messages over TCP between them.
 *
 * <pre>
 * java -Dlauncher="./javampirun" -cp ... org.javampi.conformance.freeze.MoveSoak SEED MOVES
 * </pre>
 */
public final class MoveSoak {
    private static final int RANKS = 4;
    private static final List<String> HOSTS = List.of("a", "b", "c", "d");
    private static final long LIMIT_S = Long.getLong("limit", 300);
    private static final String[] LAUNCHER =
            System.getProperty("launcher", "./javampirun").split(" ");

    private MoveSoak() {}

    /** Prints what the moves took; ends with status 1 when one has failed, or when the traffic was disturbed. */
    public static void main(String[] args) throws Exception {
        long seed = Long.parseLong(args[0]);
        int moves = Integer.parseInt(args[1]);
        Random random = new Random(seed);
        Path folder = Files.createTempDirectory("move-soak");
        Path stop = folder.resolve("stop");
        Path errors = folder.resolve("err");
        Process job = start(
                folder.resolve("out"),
                errors,
                "-np",
                Integer.toString(RANKS),
                "-launcher",
                "fork",
                "-host",
                "a:2,b:2",
                "--transparent",
                "--checkpoint-dir",
                folder.resolve("kept").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Traffic.class.getName(),
                Long.toString(seed),
                stop.toString());
        List<Long> millis = new ArrayList<>();
        int failed = 0;
        String name = awaitName(job, folder.resolve("out"));
        for (int move = 0; move < moves && job.isAlive(); move++) {
            int rank = random.nextInt(RANKS);
            String host = HOSTS.get(random.nextInt(HOSTS.size()));
            long begun = System.nanoTime();
            Process mover = start(
                    folder.resolve("move-out"),
                    folder.resolve("move-err"),
                    "migrate",
                    name,
                    Integer.toString(rank),
                    host);
            boolean isOver = mover.waitFor(LIMIT_S, TimeUnit.SECONDS);
            millis.add((System.nanoTime() - begun) / 1_000_000);
            if (!isOver || mover.exitValue() != 0) {
                mover.destroyForcibly();
                failed++;
                System.out.println("move " + move + " of rank " + rank + " to " + host + ": "
                        + Files.readString(folder.resolve("move-out"))
                        + Files.readString(folder.resolve("move-err")));
            }
        }
        Files.createFile(stop);
        boolean isOver = job.waitFor(LIMIT_S, TimeUnit.SECONDS);
        if (!isOver) {
            job.descendants().forEach(ProcessHandle::destroyForcibly);
            job.destroyForcibly();
        }
        int status = job.waitFor();
        millis.sort(null);
        System.out.println(
                "seed " + seed + ": " + millis.size() + " moves, " + failed + " failed, each " + millis.get(0)
                        + " to " + millis.get(millis.size() - 1) + " ms, median " + millis.get(millis.size() / 2)
                        + " ms; the job ended with status " + status);
        System.out.print(Files.readString(folder.resolve("out")));
        if (status != 0) {
            System.out.print(Files.readString(errors));
        }
        System.exit(failed == 0 && status == 0 ? 0 : 1);
    }

    private static Process start(Path out, Path err, String... words) throws IOException {
        List<String> command = new ArrayList<>(Arrays.asList(LAUNCHER));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
    }

    /** The job's name, which its first rank prints when MPI has begun: from then on it can be visited. */
    private static String awaitName(Process job, Path out) throws IOException, InterruptedException {
        String text = Files.readString(out);
        while (job.isAlive() && text.indexOf('\n') < 0) {
            TimeUnit.MILLISECONDS.sleep(20);
            text = Files.readString(out);
        }
        return text.strip().replaceFirst("^job ", "");
    }
}
