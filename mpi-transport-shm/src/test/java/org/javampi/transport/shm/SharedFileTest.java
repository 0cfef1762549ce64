package org.javampi.transport.shm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.javampi.river.platform.Platform;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SharedFileTest {
    private static final int BYTES = 1 << 20;

    private static final Path MAPPINGS = Path.of("/proc/self/maps");

    @TempDir
    Path folder;

    private volatile boolean room = true;

    private SharedFile open(String name, int member, int participants, int firstBytes) {
        return SharedFile.open(folder.resolve(name), participants, member, BYTES, firstBytes, bytes -> room);
    }

    @Test
    void shouldShareOneMemoryAndLoseTheNameWithTheLast() {
        try (SharedFile one = open("a", 0, 2, 100)) {
            assertTrue(Files.exists(folder.resolve("a")));
            assertFalse(one.isComplete());
            try (SharedFile other = open("a", 1, 2, 100)) {
                assertEquals(!Platform.current().removesOpenFiles(), Files.exists(folder.resolve("a")));
                assertTrue(one.isComplete());
                one.region().putLong(BYTES - 8, 77);
                assertEquals(77, other.region().getLong(BYTES - 8));
                one.release();
                assertEquals(77, other.region().getLong(BYTES - 8));
                other.release();
                assertFalse(Files.exists(folder.resolve("a")));
            }
        }
    }

    /** A FileChannel closes itself when its thread is interrupted, and lets its locks go. */
    @Test
    void shouldWorkForAThreadThatIsInterruptedAgainAndAgain() {
        Thread program = Thread.currentThread();
        AtomicBoolean over = new AtomicBoolean();
        Thread other = new Thread(() -> {
            while (!over.get()) {
                program.interrupt();
                Thread.yield();
            }
        });
        other.start();
        try {
            for (int round = 0; round < 100; round++) {
                String name = "interrupted-" + round;
                try (SharedFile one = open(name, 0, 2, 100);
                        SharedFile two = open(name, 1, 2, 100)) {
                    one.region().putLong(8, round);
                    assertEquals(round, two.region().getLong(8));
                    assertTrue(one.isComplete());
                    one.release();
                    two.release();
                }
                assertFalse(Files.exists(folder.resolve(name)));
            }
        } finally {
            over.set(true);
            while (other.isAlive()) {
                Thread.interrupted();
                Thread.onSpinWait();
            }
            Thread.interrupted();
        }
    }

    @Test
    void shouldGiveMemoryBackAtOnceWhenItIsReleased() throws IOException {
        assumeTrue(Files.isReadable(MAPPINGS), "only Linux lists a process's mappings");
        try (SharedFile file = open("given-back", 0, 2, 100)) {
            assertTrue(isMapped("given-back"));
            file.release();
            assertFalse(isMapped("given-back"));
            file.release();
        }
    }

    private boolean isMapped(String name) throws IOException {
        return Files.readString(MAPPINGS).contains(folder.resolve(name).toString());
    }

    /** The first finds no room; the others do what it does, although there may be some by then. */
    @Test
    void shouldHaveNoMemoryAtAllRanksWhenTheFirstHasFoundNone() {
        List<SharedFile> files = new ArrayList<>();
        room = false;
        files.add(open("a", 0, 3, 100));
        room = true;
        for (int member = 1; member < 3; member++) {
            files.add(open("a", member, 3, 100));
        }
        for (SharedFile file : files) {
            assertNull(file.region());
            assertTrue(file.isComplete());
            file.close();
        }
        assertFalse(Files.exists(folder.resolve("a")));
    }

    @Test
    void shouldLetAllRanksOfAVmComeAtOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            String name = "round" + round;
            List<CompletableFuture<SharedFile>> coming = new ArrayList<>();
            for (int member = 0; member < 4; member++) {
                int self = member;
                coming.add(CompletableFuture.supplyAsync(() -> open(name, self, 4, 4096)));
            }
            CompletableFuture.allOf(coming.toArray(new CompletableFuture<?>[0]))
                    .get(Patience.seconds(120), TimeUnit.SECONDS);
            for (CompletableFuture<SharedFile> future : coming) {
                SharedFile file = future.get();
                assertNotNull(file.region());
                assertTrue(file.isComplete());
                file.release();
                file.close();
            }
            assertFalse(Files.exists(folder.resolve(name)));
        }
    }

    @Test
    void shouldEndMappingsHere() {
        assertTrue(Mapping.canEnd(), "this JDK has no way to end a mapping");
    }

    /** A warning would stand on the screen of every program that frees a communicator. */
    @Test
    void shouldEndMappingsWithoutAWarningOfTheJdk() throws Exception {
        Path out = folder.resolve("out");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Ends.class.getName(), folder + "/mapped")
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertTrue(process.waitFor(Patience.seconds(120), TimeUnit.SECONDS), "still running");
        } finally {
            process.destroyForcibly();
        }
        assertEquals("ended\n", Files.readString(out));
    }

    /** Maps a file, ends the mapping, and says so. */
    static final class Ends {
        private Ends() {}

        public static void main(String[] args) {
            SharedFile file = SharedFile.open(Path.of(args[0]), 1, 0, 4096, 64, room -> true);
            file.region().putInt(0, 1);
            file.release();
            file.close();
            System.out.println("ended");
        }
    }
}
