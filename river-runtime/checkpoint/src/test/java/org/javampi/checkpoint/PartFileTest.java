package org.javampi.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A part is read as it was written, or not at all. */
class PartFileTest {
    @TempDir
    Path directory;

    private Path small() throws IOException {
        Path file = directory.resolve("small.part");
        try (PartOutput out = new PartOutput(file)) {
            out.section("about", "rank=3\n");
            out.section("empty");
            OutputStream data = out.section("data");
            data.write(7);
            data.write(new byte[] {1, 2, 3}, 1, 2);
            out.finish();
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldReadBackWhatWasWritten(long seed) throws IOException {
        Random random = new Random(seed);
        Path file = directory.resolve("random.part");
        byte[][] contents = new byte[1 + random.nextInt(6)][];
        String hash;
        try (PartOutput out = new PartOutput(file)) {
            for (int i = 0; i < contents.length; i++) {
                ByteArrayOutputStream whole = new ByteArrayOutputStream();
                OutputStream section = out.section("section " + i);
                for (int pieces = random.nextInt(5); pieces > 0; pieces--) {
                    byte[] piece = new byte[random.nextInt(2 * PartOutput.BLOCK_BYTES)];
                    random.nextBytes(piece);
                    section.write(piece);
                    whole.write(piece);
                }
                contents[i] = whole.toByteArray();
            }
            out.finish();
            hash = out.hash();
            assertEquals(Files.size(file), out.byteCount(), "seed " + seed);
        }
        try (PartInput in = new PartInput(file)) {
            for (int i = 0; i < contents.length; i++) {
                assertEquals("section " + i, in.next());
                if (random.nextBoolean()) {
                    // What is not read is read over.
                    assertArrayEquals(contents[i], in.content().readAllBytes(), "seed " + seed);
                }
            }
            assertNull(in.next());
            assertEquals(hash, in.hash());
        }
        assertEquals(hash, PartInput.verify(file));
    }

    @Test
    void shouldReadBackWhatWasInMemoryAlready() throws IOException {
        Path file = directory.resolve("memory.part");
        ByteBuffer first = ByteBuffer.allocateDirect(PartOutput.BLOCK_BYTES);
        ByteBuffer second = ByteBuffer.allocateDirect(10).put(0, (byte) 5).limit(3);
        try (PartOutput out = new PartOutput(file)) {
            out.section("memory", List.of(first, second));
            out.section("after", "text");
            out.finish();
        }
        assertEquals(3, second.remaining(), "only looked at");
        try (PartInput in = new PartInput(file)) {
            assertEquals("memory", in.next());
            assertEquals(first, in.block());
            assertEquals(second, in.block());
            assertNull(in.block());
            assertEquals("after", in.next());
            assertEquals("text", in.text());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void shouldReadASectionInAnyOrder(long seed) throws IOException {
        Random random = new Random(seed);
        Path file = directory.resolve("any-order.part");
        byte[] whole = new byte[3 * PartOutput.BLOCK_BYTES + random.nextInt(PartOutput.BLOCK_BYTES)];
        random.nextBytes(whole);
        try (PartOutput out = new PartOutput(file)) {
            out.section("before", "text");
            out.section("data").write(whole);
            out.section("after", "more");
            out.finish();
        }
        try (PartInput in = new PartInput(file)) {
            assertEquals("before", in.next());
            assertEquals("data", in.next());
            SectionBlocks blocks = in.blocks();
            assertEquals("after", in.next());
            for (int i = 0; i < 20; i++) {
                int offset = i == 0 ? whole.length - 1 : random.nextInt(whole.length);
                ByteBuffer found = blocks.at(offset);
                assertTrue(found.hasRemaining());
                assertEquals(ByteBuffer.wrap(whole, offset, found.remaining()), found, "seed " + seed);
            }
            assertEquals("more", in.text());
            assertThrows(EOFException.class, () -> blocks.at(whole.length));
            assertNull(in.next());
            assertEquals(PartInput.verify(file), in.hash());
        }
    }

    @Test
    void shouldFindDamageOfALaterBlockWhenItIsRead() throws IOException {
        Path file = directory.resolve("later.part");
        try (PartOutput out = new PartOutput(file)) {
            out.section("data").write(new byte[PartOutput.BLOCK_BYTES + 10]);
            out.finish();
        }
        try (PartInput in = new PartInput(file)) {
            in.next();
            SectionBlocks blocks = in.blocks();
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length - 60] ^= 1;
            Files.write(file, bytes);
            assertTrue(blocks.at(0).hasRemaining());
            IOException damage = assertThrows(IOException.class, () -> blocks.at(PartOutput.BLOCK_BYTES));
            assertTrue(damage.getMessage().endsWith("the check sum of a block does not agree"), damage.getMessage());
            assertTrue(blocks.at(5).hasRemaining());
        }
    }

    @Test
    void shouldFindAPartCutAtAnyLength() throws IOException {
        byte[] whole = Files.readAllBytes(small());
        Path cut = directory.resolve("cut.part");
        for (int length = 0; length < whole.length; length++) {
            Files.write(cut, Arrays.copyOf(whole, length));
            IOException damage = assertThrows(IOException.class, () -> PartInput.verify(cut), "cut at " + length);
            assertTrue(damage.getMessage().startsWith(cut + " is damaged at byte "), "cut");
        }
    }

    @Test
    void shouldFindAnyFlippedBit() throws IOException {
        byte[] whole = Files.readAllBytes(small());
        Path flipped = directory.resolve("flipped.part");
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(flipped, damaged);
            assertThrows(IOException.class, () -> PartInput.verify(flipped), "bit " + bit);
        }
    }

    @Test
    void shouldFindWhatWasAdded() throws IOException {
        byte[] whole = Files.readAllBytes(small());
        Path longer = directory.resolve("longer.part");
        Files.write(longer, Arrays.copyOf(whole, whole.length + 1));
        IOException damage = assertThrows(IOException.class, () -> PartInput.verify(longer));
        assertTrue(damage.getMessage().endsWith("it goes on after its end"), damage.getMessage());
    }

    @Test
    void shouldNotWriteOverAFile() throws IOException {
        Path file = small();
        assertThrows(FileAlreadyExistsException.class, () -> new PartOutput(file));
    }
}
