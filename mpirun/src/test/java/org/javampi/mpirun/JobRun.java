package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.javampi.mpirun.launch.Console;
import org.javampi.mpirun.launch.LauncherSignals;
import org.javampi.testing.Patience;

/**
 * One job of a test, run by a launcher in this VM, and what it leaves: its output, its status, and
 * nothing else.
 */
final class JobRun {
    /** What the launcher's standard input has. */
    static final String INPUT = "first\nlast";

    /** Makes ranks compile quickly instead of thoroughly, which no job of a test lives long enough for. */
    private static final String BRIEF = "-XX:TieredStopAtLevel=1";

    final int status;
    final String out;
    final String err;

    private JobRun(int status, String out, String err) {
        this.status = status;
        this.out = out;
        this.err = err;
    }

    static JobRun of(String... words) throws IOException {
        return watched(line -> {}, words);
    }

    static JobRun of(List<String> words) throws IOException {
        return of(words.toArray(new String[0]));
    }

    /** This one, which must have ended with status 0. */
    JobRun good() {
        assertEquals(0, status, err);
        return this;
    }

    /** Runs a job; {@code watcher} sees each piece of standard output as it comes. */
    static JobRun watched(Consumer<String> watcher, String... words) throws IOException {
        return timed(System::nanoTime, watcher, words);
    }

    /** Runs a job whose {@code --timeout} goes by {@code clock}, in nanoseconds. */
    static JobRun timed(LongSupplier clock, Consumer<String> watcher, String... words) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream watchedOut = new PrintStream(out, true, StandardCharsets.UTF_8) {
            @Override
            public void write(byte[] bytes, int offset, int length) {
                super.write(bytes, offset, length);
                watcher.accept(new String(bytes, offset, length, StandardCharsets.UTF_8));
            }
        };
        Javampirun launcher = new Javampirun(
                RuntimePath.of(System.getProperty("java.class.path")),
                new Console(
                        new ByteArrayInputStream(INPUT.getBytes(StandardCharsets.UTF_8)),
                        watchedOut,
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        clock,
                        LauncherSignals.none()));
        List<Long> before = machines();
        int status = launcher.run(brief(List.of(words)));
        List<Long> left = new ArrayList<>(machines());
        left.removeAll(before);
        assertEquals(List.of(), left, "processes left behind");
        if (launcher.job() != null) {
            awaitNoFiles(launcher.job().toString());
        }
        return new JobRun(status, text(out), text(err));
    }

    /** Lines end the same way on every system. */
    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static List<String> brief(List<String> words) {
        boolean isJob = words.contains("-np") && words.get(0).startsWith("-");
        if (!isJob) {
            return words;
        }
        List<String> brief = new ArrayList<>(words);
        brief.add(words.indexOf("-np"), BRIEF);
        return brief;
    }

    /**
     * Whatever a job has made goes: at once for a launcher that has ended in order; ranks that have
     * lost their agent or launcher do it when they see that.
     */
    static void awaitNoFiles(String job) throws IOException {
        long deadline = Patience.deadlineNs(120);
        Set<String> left = files(job);
        while (!left.isEmpty() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            left = files(job);
        }
        assertEquals(Set.of(), left, "files left behind");
    }

    /** Rank processes of this VM. */
    static List<Long> machines() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .collect(Collectors.toList());
    }

    /**
     * What a job (or any, if the name is empty) may leave where transports meet and classes are
     * compiled.
     */
    static Set<String> files(String job) throws IOException {
        Set<String> found = new TreeSet<>();
        for (String folder : List.of("/dev/shm", System.getProperty("java.io.tmpdir"))) {
            if (Files.isDirectory(Path.of(folder))) {
                try (Stream<Path> files = Files.list(Path.of(folder))) {
                    files.filter(file -> file.getFileName().toString().startsWith("javampi-" + job))
                            .forEach(file -> found.add(file.toString()));
                }
            }
        }
        return found;
    }
}
