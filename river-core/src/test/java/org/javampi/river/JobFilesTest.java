package org.javampi.river;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JobFilesTest {
    private final UUID job = UUID.randomUUID();

    @AfterEach
    void cleanUp() {
        JobFiles.remove(job);
    }

    private void make(String... names) throws IOException {
        for (String name : names) {
            Path directory = temporary().resolve("javampi-" + job + "-" + name);
            Files.createDirectories(directory.resolve("inside"));
        }
    }

    private List<String> left() throws IOException {
        String prefix = "javampi-" + job + "-";
        try (Stream<Path> files = Files.list(temporary())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length()))
                    .sorted()
                    .toList();
        }
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    @Test
    void shouldLeaveOtherLivesAndTheLaunchersFilesAloneWhenALifeEnds() throws IOException {
        make("1-0", "1-classes-0", "11-0", "2-0", "classes");
        JobFiles.leave(job, 1);
        assertEquals(List.of("11-0", "2-0", "classes"), left());
        JobFiles.removeLife(job, 2);
        assertEquals(List.of("11-0", "classes"), left());
        JobFiles.remove(job);
        assertEquals(List.of(), left());
    }

    @Test
    void shouldRemoveTheLaunchersFilesOnlyWhenItIsGone() throws Exception {
        make("0-0", "1-0", "classes");
        Process launcher =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Launcher.class.getName(),
                                job.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try {
            assertEquals('h', launcher.getInputStream().read());
            JobFiles.leave(job, 0);
            assertEquals(List.of("1-0", "classes", "launcher"), left());
        } finally {
            launcher.destroyForcibly();
        }
        assertTrue(launcher.waitFor(30, TimeUnit.SECONDS));
        JobFiles.leave(job, 0);
        assertEquals(List.of(), left());
    }

    /** A process that holds the files of a job until it is killed. */
    static final class Launcher {
        public static void main(String[] args) throws Exception {
            JobFiles.hold(UUID.fromString(args[0]));
            System.out.print("h");
            System.out.flush();
            Thread.currentThread().join();
        }
    }
}
