package org.javampi.core.datatype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.javampi.MPI;
import org.javampi.core.buffer.Block;
import org.javampi.core.spi.transport.Region;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;

/** Types of types of types, as recursive programs and libraries make them. */
final class NestingTest {
    private static final int DEPTH = 20_000;
    private static final Datatype INT = Datatypes.of(MPI.MPI_INT);

    @Test
    void shouldNestTypesThatAddNothing() {
        Datatype pair = DatatypeFactory.vector(2, 1, 2, INT);
        Datatype[] type = {pair};
        assertTimeout(Patience.duration(60), () -> {
            for (int i = 0; i < DEPTH; i++) {
                type[0] = DatatypeFactory.contiguous(1, type[0]);
                type[0] = DatatypeFactory.struct("a struct", new long[] {1}, new long[] {4}, new Datatype[] {type[0]});
            }
        });
        assertEquals(8, type[0].size());
        assertEquals(2, type[0].elementsIn(8));
        assertTrue(type[0].toString().length() < 1000, type[0].toString());
        long displacement = 4L * DEPTH;
        assertEquals(displacement, type[0].trueLowerBound());
        int[] memory = new int[DEPTH + 3];
        memory[DEPTH] = 7;
        memory[DEPTH + 2] = 9;
        Region packed = pack(memory, type[0]);
        assertEquals(7, packed.getInt(0));
        assertEquals(9, packed.getInt(4));
    }

    /** Each level adds one entry that touches none of the others. */
    @Test
    void shouldNestTypesThatGrow() {
        Datatype[] type = {INT};
        assertTimeout(Patience.duration(60), () -> {
            for (int i = 1; i < DEPTH; i++) {
                type[0] = DatatypeFactory.struct(
                        "a struct", new long[] {1, 1}, new long[] {0, 8L * i}, new Datatype[] {type[0], INT});
            }
        });
        assertEquals(4L * DEPTH, type[0].size());
        assertEquals(DEPTH, type[0].elementsIn(4L * DEPTH));
        int[] memory = new int[2 * DEPTH];
        for (int i = 0; i < DEPTH; i++) {
            memory[2 * i] = i;
        }
        Region packed = pack(memory, type[0]);
        for (int i = 0; i < DEPTH; i++) {
            assertEquals(i, packed.getInt(4 * i));
        }
    }

    private static Region pack(int[] memory, Datatype type) {
        Block block = new Block();
        block.set(memory, 1, type, false);
        Region packed = Region.allocate((int) type.size());
        block.pack(0, packed, 0, (int) type.size());
        return packed;
    }
}
