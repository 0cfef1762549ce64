package org.javampi.transport.shm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.javampi.river.trust.PrivateFiles;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeetingFileTest {
    @TempDir
    Path folder;

    private Path named(String name) {
        return folder.resolve("javampi-" + name);
    }

    /** Written before any process of this test began: some platforms take newer files for open ones. */
    private static Path old(Path file) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    }

    @Test
    void shouldRemoveOnlyWhatHasTheSignAndIsOfNoOwnLife() throws IOException {
        Path left = old(Files.createFile(named("job-0-0-shm"), PrivateFiles.fileMode(folder)));
        Path board = old(Files.createFile(named("job-0-0-shm-1f"), PrivateFiles.fileMode(folder)));
        Path own = Files.createFile(named("own-0-0-shm"), PrivateFiles.fileMode(folder));
        Path classes = Files.createFile(named("job-classes"), PrivateFiles.fileMode(folder));
        Path foreign = Files.createFile(folder.resolve("other-shm"), PrivateFiles.fileMode(folder));
        MeetingFile.sweep(folder, "javampi-own-0-");
        assertFalse(Files.exists(left));
        assertFalse(Files.exists(board));
        assertTrue(Files.exists(own));
        assertTrue(Files.exists(classes));
        assertTrue(Files.exists(foreign));
    }

    @Test
    void shouldNeitherFollowNorRemoveALinkWhenSweeping() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "links need a privilege");
        Path mine = Files.write(folder.resolve("mine"), new byte[100]);
        Path link = Files.createSymbolicLink(named("job-0-0-shm"), mine);
        MeetingFile.sweep(folder, "javampi-own");
        assertArrayEquals(new byte[100], Files.readAllBytes(mine));
        assertTrue(Files.isSymbolicLink(link));
    }

    @Test
    void shouldLeaveWhatIsOpenInThisProcess() throws IOException {
        Path path = named("job-0-0-shm");
        try (FileChannel channel = MeetingFile.open(path, 3)) {
            MeetingFile.sweep(folder, "none");
            assertTrue(Files.exists(path));
            assertTrue(channel.isOpen());
        }
        old(path);
        MeetingFile.sweep(folder, "none");
        assertFalse(Files.exists(path));
    }

    private Process start(String what) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        what,
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void shouldLeaveWhatAnotherProcessHasOpenUntilThatIsKilled() throws Exception {
        Path path = named("other-0-0-shm");
        Process holder = start("hold");
        try {
            assertEquals('h', holder.getInputStream().read());
            MeetingFile.sweep(folder, "none");
            assertTrue(Files.exists(path));
        } finally {
            holder.destroyForcibly();
        }
        assertTrue(holder.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
        old(path);
        MeetingFile.sweep(folder, "none");
        assertFalse(Files.exists(path));
    }

    @Test
    void shouldKeepTheLocksOfAnotherJobOfThisProcessWhenItSweeps() throws Exception {
        Path path = named("job-0-0-shm");
        try (FileChannel channel = MeetingFile.open(path, 0)) {
            MeetingFile.sweep(folder, "none");
            // What another process sees, after this one has looked.
            Process sweeper = start("sweep");
            try {
                assertEquals('s', sweeper.getInputStream().read());
                // Between the ends of two files lies a whole round of it.
                for (String left : new String[] {"gone-0-0-shm", "gone-0-1-shm"}) {
                    Path marker = named(left);
                    old(Files.createFile(marker, PrivateFiles.fileMode(folder)));
                    while (Files.exists(marker)) {
                        Thread.onSpinWait();
                    }
                }
            } finally {
                sweeper.destroyForcibly();
            }
            assertTrue(Files.exists(path), "swept, although it is open in a process that lives");
            assertTrue(channel.isOpen());
        }
    }

    @Test
    void shouldOpenTheNameAgainWhenTheFileIsBeingSwept() throws Exception {
        Path path = named("job-0-0-shm");
        Files.createFile(path, PrivateFiles.fileMode(path));
        Files.write(path, ByteBuffer.allocate(64).putInt(60, 1).array());
        CompletableFuture<FileChannel> opened = CompletableFuture.supplyAsync(() -> {
            try {
                return MeetingFile.open(path, 0);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        Files.delete(path);
        try (FileChannel channel = opened.get(Patience.seconds(120), TimeUnit.SECONDS)) {
            assertEquals(0, channel.size());
            assertTrue(Files.exists(path));
        }
    }

    @Test
    void shouldNeverLoseWhatIsOpenWhileAnotherProcessSweeps() throws Exception {
        Process sweeper = start("sweep");
        try {
            assertEquals('s', sweeper.getInputStream().read());
            for (int i = 0; i < 2000; i++) {
                Path path = named("job-0-" + i + "-shm");
                try (FileChannel channel = MeetingFile.open(path, 0)) {
                    channel.write(ByteBuffer.allocate(1), 100);
                    assertEquals(101, Files.size(path), "file " + i);
                    Files.delete(path);
                }
            }
            assertTrue(sweeper.isAlive());
        } finally {
            sweeper.destroyForcibly();
        }
    }

    /** A process that holds a file, or sweeps, until it is killed. */
    static final class Other {
        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[1]);
            if (args[0].equals("hold")) {
                MeetingFile.open(folder.resolve("javampi-other-0-0-shm"), 1);
                System.out.print("h");
                System.out.flush();
                Thread.currentThread().join();
            }
            System.out.print("s");
            System.out.flush();
            while (true) {
                MeetingFile.sweep(folder, "none");
            }
        }
    }
}
