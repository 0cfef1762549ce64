package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One job of a test, run by a launcher in this VM, and what it leaves: its output, its status, and
 * nothing else.
 */
final class JobRun {
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

    /** Runs a job; {@code watcher} sees each piece of standard output as it comes. */
    static JobRun watched(Consumer<String> watcher, String... words) throws IOException {
        Set<String> before = files();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream watchedOut =
                new PrintStream(out, true, StandardCharsets.UTF_8) {
                    @Override
                    public void write(byte[] bytes, int offset, int length) {
                        super.write(bytes, offset, length);
                        watcher.accept(new String(bytes, offset, length, StandardCharsets.UTF_8));
                    }
                };
        int status =
                new Javampirun(
                                RuntimePath.of(System.getProperty("java.class.path")),
                                watchedOut,
                                new PrintStream(err, true, StandardCharsets.UTF_8))
                        .run(List.of(words));
        Set<String> left = files();
        left.removeAll(before);
        assertEquals(Set.of(), left, "files left behind");
        assertEquals(List.of(), machines(), "processes left behind");
        return new JobRun(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Rank processes of this VM. */
    static List<Long> machines() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .collect(Collectors.toList());
    }

    /** What jobs may leave where transports meet and classes are compiled. */
    static Set<String> files() throws IOException {
        Set<String> found = new TreeSet<>();
        for (String folder : List.of("/dev/shm", System.getProperty("java.io.tmpdir"))) {
            if (Files.isDirectory(Path.of(folder))) {
                try (Stream<Path> files = Files.list(Path.of(folder))) {
                    files.map(Path::toString)
                            .filter(name -> name.contains("/javampi-"))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }
}
