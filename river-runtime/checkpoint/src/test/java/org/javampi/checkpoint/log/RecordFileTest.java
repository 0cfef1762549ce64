package org.javampi.checkpoint.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of records is read to its last whole one, and a damaged one is named. */
class RecordFileTest {
    private static final byte[] NONE = {};

    @TempDir
    Path folder;

    private Path write(Path path, List<byte[]> records) throws IOException {
        try (RecordOutput out = new RecordOutput(path)) {
            for (byte[] record : records) {
                int half = record.length / 2;
                out.append(record, half, ByteBuffer.wrap(record, half, record.length - half));
            }
        }
        return path;
    }

    private static List<byte[]> records(Random random, int count, int longest) {
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] record = new byte[1 + random.nextInt(longest)];
            random.nextBytes(record);
            records.add(record);
        }
        return records;
    }

    private static List<byte[]> read(Path path) throws IOException {
        List<byte[]> records = new ArrayList<>();
        try (RecordInput in = new RecordInput(path)) {
            for (ByteBuffer record = in.next(); record != null; record = in.next()) {
                byte[] copy = new byte[record.remaining()];
                record.get(copy);
                records.add(copy);
            }
        }
        return records;
    }

    private static void assertBegins(List<byte[]> all, List<byte[]> found) {
        for (int i = 0; i < found.size(); i++) {
            assertArrayEquals(all.get(i), found.get(i));
        }
    }

    /** The program's own thread writes and reads: a channel would close itself. */
    @Test
    void shouldWorkForAThreadThatIsInterrupted() throws IOException {
        List<byte[]> records = records(new Random(2), 50, 200_000);
        Thread.currentThread().interrupt();
        List<byte[]> found;
        try {
            found = read(write(folder.resolve("interrupted"), records));
        } finally {
            assertTrue(Thread.interrupted(), "the interruption is lost");
        }
        assertEquals(records.size(), found.size());
        assertBegins(records, found);
    }

    @Test
    void shouldReadWhatWasWrittenOverManyWindows() throws IOException {
        List<byte[]> records = records(new Random(1), 200, 200_000);
        List<byte[]> found = read(write(folder.resolve("all"), records));
        assertEquals(records.size(), found.size());
        assertBegins(records, found);
    }

    @Test
    void shouldReadToTheLastWholeRecordWhereverAFileIsCutOff() throws IOException {
        List<byte[]> records = records(new Random(2), 8, 40);
        byte[] whole = Files.readAllBytes(write(folder.resolve("whole"), records));
        int expected = 0;
        long end = 0;
        for (int length = 0; length <= whole.length; length++) {
            while (expected < records.size()
                    && length >= end + RecordOutput.HEAD_BYTES + records.get(expected).length) {
                end += RecordOutput.HEAD_BYTES + records.get(expected++).length;
            }
            Path cut = folder.resolve("cut");
            replace(cut, java.util.Arrays.copyOf(whole, length));
            List<byte[]> found = read(cut);
            assertEquals(expected, found.size(), "cut off at byte " + length);
            assertBegins(records, found);
            // As a process leaves it that is killed: zeros behind what it has written.
            replace(cut, java.util.Arrays.copyOf(java.util.Arrays.copyOf(whole, (int) end), whole.length + 100));
            assertEquals(expected, read(cut).size());
        }
    }

    @Test
    void shouldNameTheRecordInWhichABitIsWrong() throws IOException {
        List<byte[]> records = records(new Random(3), 5, 20);
        byte[] whole = Files.readAllBytes(write(folder.resolve("whole"), records));
        int third = 2 * RecordOutput.HEAD_BYTES + records.get(0).length + records.get(1).length;
        int length = RecordOutput.HEAD_BYTES + records.get(2).length;
        Path flipped = folder.resolve("flipped");
        for (int bit = 0; bit < 8 * length; bit++) {
            byte[] other = whole.clone();
            other[third + bit / 8] ^= (byte) (1 << bit % 8);
            replace(flipped, other);
            IOException damage = assertThrows(DamagedRecordException.class, () -> read(flipped), "bit " + bit);
            assertTrue(
                    damage.getMessage().startsWith(flipped + " is damaged at record 2 (byte " + third + "): "),
                    damage.getMessage());
        }
    }

    @Test
    void shouldShowARecordToAReaderAtOnce() throws IOException {
        Path path = folder.resolve("live");
        try (RecordOutput out = new RecordOutput(path);
                RecordInput in = new RecordInput(path)) {
            assertNull(in.next());
            out.append(new byte[] {7}, 1, ByteBuffer.wrap(NONE));
            assertEquals(7, in.next().get());
            assertNull(in.next());
        }
    }

    private void replace(Path path, byte[] bytes) throws IOException {
        Files.deleteIfExists(path);
        write(path, List.of());
        Files.write(path, bytes, StandardOpenOption.TRUNCATE_EXISTING);
    }
}
