package org.javampi.core.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.javampi.core.spi.transport.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays come back from the pieces they were copied into, wherever a piece ends. */
class SnapshotTest {
    private static List<Object> someArrays(Random random) {
        byte[] bytes = new byte[random.nextInt(100)];
        random.nextBytes(bytes);
        return List.of(
                new boolean[] {true, false, true},
                bytes,
                random.ints(random.nextInt(50)).toArray(),
                "primitive".toCharArray(),
                new short[] {-1, 300},
                random.longs(random.nextInt(50)).toArray(),
                new float[] {1.5f, Float.NaN, -0.0f},
                new int[0],
                random.doubles(random.nextInt(300)).toArray());
    }

    /** Pieces as they follow each other. */
    private static ArrayStore.Content content(List<ByteBuffer> pieces) {
        return offset -> {
            long start = 0;
            for (ByteBuffer piece : pieces) {
                if (offset < start + piece.limit()) {
                    return piece.position((int) (offset - start));
                }
                start += piece.limit();
            }
            throw new EOFException("nothing at " + offset);
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 13, 64, 1 << 16})
    void shouldReadBackWhatWasCopied(int pieceBytes) throws IOException {
        Random random = new Random(pieceBytes);
        List<Object> originals = someArrays(random);
        ArrayStore store = new ArrayStore();
        originals.forEach(store::idOf);
        Snapshot copy = new Snapshot(new SpareMemory(pieceBytes));
        store.copyTo(copy);
        long bytes = copy.content().stream().mapToLong(ByteBuffer::remaining).sum();
        assertEquals(bytes, copy.byteCount());
        ArrayStore read = ArrayStore.read(content(copy.content()));
        Object[] again = new Object[originals.size()];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < again.length; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        for (int i : order) {
            again[i] = read.get(i);
            assertSame(again[i], read.get(i));
        }
        assertArrayEquals(originals.toArray(), again, "pieces of " + pieceBytes);
    }

    @Test
    void shouldSayThatArraysEndEarlyWhenPiecesAreMissing() throws IOException {
        ArrayStore store = new ArrayStore();
        store.idOf(new double[100]);
        Snapshot copy = new Snapshot(new SpareMemory(64));
        store.copyTo(copy);
        List<ByteBuffer> content = copy.content();
        List<ByteBuffer> cut = content.subList(0, content.size() - 1);
        ArrayStore read = ArrayStore.read(content(cut));
        assertThrows(EOFException.class, () -> read.get(0));
    }

    @Test
    void shouldReadAnArrayInPlaceIfItFits() throws IOException {
        ArrayStore store = new ArrayStore();
        store.idOf(new int[] {1, 2, 3});
        store.idOf(new int[] {4, 5});
        store.idOf(new long[] {6});
        Snapshot copy = new Snapshot(new SpareMemory(64));
        store.copyTo(copy);
        ArrayStore read = ArrayStore.read(content(copy.content()));
        int[] given = new int[3];
        read.readInto(given);
        assertSame(given, read.get(0));
        assertArrayEquals(new int[] {1, 2, 3}, given);
        read.readInto(new int[3]);
        assertArrayEquals(new int[] {4, 5}, (int[]) read.get(1));
        read.readInto(new double[1]);
        assertArrayEquals(new long[] {6}, (long[]) read.get(2));
    }

    @Test
    void shouldUseMemoryAgainWhenACopyHasBeenReleased() {
        SpareMemory spare = new SpareMemory(64);
        Region piece = spare.take();
        spare.give(List.of(piece));
        Snapshot copy = new Snapshot(spare);
        copy.write(7);
        copy.release();
        assertEquals(0, copy.byteCount());
        assertSame(piece, spare.take());
        spare.give(new ArrayList<>(List.of(piece)));
        spare.drop();
        assertNotSame(piece, spare.take());
    }
}
