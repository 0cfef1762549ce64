package org.javampi.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobFilesTest {
    private final UUID job = UUID.randomUUID();
    private final List<Process> launchers = new ArrayList<>();

    @AfterEach
    void cleanUp() {
        launchers.forEach(Process::destroyForcibly);
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
    void shouldNotTouchAnotherUsersFilesNorBelieveThem() throws IOException {
        make("classes", "0-mine", "0-theirs");
        Path theirs = temporary().resolve("javampi-" + job + "-0-theirs");
        Path launcher = Files.createFile(temporary().resolve("javampi-" + job + "-launcher-999999999"));
        try {
            Files.setAttribute(theirs, "unix:uid", 65534);
            Files.setAttribute(launcher, "unix:uid", 65534);
        } catch (IOException e) {
            Files.delete(launcher);
            assumeTrue(false, "only root can give files away");
        }
        try {
            JobFiles.sweep();
            assertEquals(List.of("0-mine", "0-theirs", "classes", "launcher-999999999"), left());
            JobFiles.remove(job);
            assertEquals(List.of("0-theirs", "launcher-999999999"), left());
        } finally {
            Files.setAttribute(theirs, "unix:uid", 0);
            Files.setAttribute(launcher, "unix:uid", 0);
        }
    }

    @Test
    void shouldRemoveALinkAndNotWhatItLeadsTo() throws IOException {
        assumeTrue(
                temporary().getFileSystem().supportedFileAttributeViews().contains("posix"), "links need a privilege");
        Path elsewhere = Files.createTempDirectory("linked");
        Path inside = Files.createFile(elsewhere.resolve("precious"));
        Files.createSymbolicLink(temporary().resolve("javampi-" + job + "-0-link"), elsewhere);
        JobFiles.removeLife(job, 0);
        assertEquals(List.of(), left());
        assertTrue(Files.exists(inside));
        Files.delete(inside);
        Files.delete(elsewhere);
    }

    /** Starts a launcher that has let go all lives but {@code life}. */
    private Process launcher(int life) throws IOException {
        Process launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        job.toString(),
                        Integer.toString(life))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        launchers.add(launcher);
        assertEquals('h', launcher.getInputStream().read());
        return launcher;
    }

    private static void kill(Process launcher) throws InterruptedException {
        assertTrue(launcher.destroyForcibly().waitFor(Patience.seconds(120), TimeUnit.SECONDS));
    }

    private static String held(Process launcher) {
        return "launcher-" + launcher.pid();
    }

    @Test
    void shouldRemoveTheLaunchersFilesOnlyWhenItIsGone() throws Exception {
        make("0-0", "1-0", "classes");
        Process launcher = launcher(1);
        JobFiles.leave(job, 0);
        assertEquals(List.of("1-0", "classes", held(launcher)), left());
        kill(launcher);
        JobFiles.leave(job, 0);
        assertEquals(List.of(), left());
    }

    /** Of a launcher that is being killed the connections may be gone and the locks not yet. */
    @Test
    void shouldWaitForTheEndOfALauncherThatHasNotLetTheLifeGo() throws Exception {
        make("0-0", "classes");
        Process launcher = launcher(0);
        Thread leaver = new Thread(() -> JobFiles.leave(job, 0), "leaver");
        leaver.setDaemon(true);
        leaver.start();
        // Either it waits, or it has given up.
        while (leaver.isAlive() && !isWaiting(leaver)) {
            assertFalse(Thread.interrupted(), "the leaver neither waits nor ends");
            Thread.onSpinWait();
        }
        assertTrue(leaver.isAlive(), "the leaver has not waited for the launcher");
        assertEquals(List.of("classes", held(launcher)), left());
        kill(launcher);
        leaver.join();
        assertEquals(List.of(), left());
    }

    private static boolean isWaiting(Thread leaver) {
        return Stream.of(leaver.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("lock")
                        && frame.getClassName().startsWith("sun.nio.ch.File"));
    }

    @Test
    void shouldSeeThatTheLauncherIsGoneWhenTheLeaverHasBeenInterrupted() throws Exception {
        make("classes");
        kill(launcher(0));
        Thread.currentThread().interrupt();
        JobFiles.leave(job, 0);
        assertTrue(Thread.interrupted(), "the interrupt is lost");
        assertEquals(List.of(), left());
    }

    @Test
    void shouldSweepWhatIsLeftOfAJobOnlyWhenItsLauncherIsGone() throws Exception {
        make("0-0", "classes", "control");
        Process launcher = launcher(0);
        JobFiles.sweep();
        assertEquals(List.of("0-0", "classes", "control", held(launcher)), left());
        kill(launcher);
        JobFiles.sweep();
        assertEquals(List.of(), left());
    }

    @Test
    void shouldNotLoseTheOwnHoldToASweep() throws Exception {
        make("classes");
        JobHold hold = JobFiles.hold(job);
        JobFiles.sweep();
        assertEquals(List.of("classes", "launcher-" + ProcessHandle.current().pid()), left());
        hold.close();
    }

    /** A process that holds the files of a job, and one life of it, until it is killed. */
    static final class Launcher {
        public static void main(String[] args) throws Exception {
            JobFiles.hold(UUID.fromString(args[0])).live(Integer.parseInt(args[1]));
            System.out.print("h");
            System.out.flush();
            Thread.currentThread().join();
        }
    }
}
