package org.javampi.core.buffer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.javampi.MPI;
import org.javampi.MPI_Datatype;
import org.javampi.Predefined;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.datatype.DatatypeFactory;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.transport.Region;
import org.junit.jupiter.api.Test;

/** A copy of a block, in one region or, as one of more than 2 GiB, in the heap. */
final class BlockCopyTest {
    private static final int ALWAYS_HEAP = -1;

    private static Datatype basic(MPI_Datatype handle) {
        return Datatypes.of(handle);
    }

    private static byte[] packed(Block block, int position, int length) {
        Region region = Region.allocate(length);
        block.pack(position, region, 0, length);
        byte[] bytes = new byte[length];
        region.buffer().duplicate().get(bytes);
        return bytes;
    }

    private static Block of(Object buffer, int count, Datatype type) {
        Block block = new Block();
        block.set(buffer, count, type, true);
        return block;
    }

    /** {@code items} doubles that all lie in the same eight bytes. */
    private static Datatype onTopOfEachOther(int items) {
        return DatatypeFactory.hvector(items, 1, 0, basic(Predefined.DOUBLE));
    }

    private static void checkCopy(Block original, int longestRegion) {
        int length = (int) original.byteCount();
        byte[] content = packed(original, 0, length);
        Block copy = new Block();
        copy.copyOf(original, longestRegion);
        assertEquals(length, copy.byteCount());
        assertArrayEquals(content, packed(copy, 0, length));
        int middle = length / 3;
        assertArrayEquals(Arrays.copyOfRange(content, middle, length), packed(copy, middle, length - middle));
    }

    @Test
    void shouldHoldTheSameBytesWhereverTheyAreKept() {
        long seed = 4;
        Random random = new Random(seed);
        for (int length : new int[] {1, 7, 8, 9, 1000, 32 * 1024, 32 * 1024 + 1, 100_003}) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            Block original = of(bytes, length, basic(Predefined.BYTE));
            checkCopy(original, ALWAYS_HEAP);
            checkCopy(original, length - 1);
            checkCopy(original, length);
        }
        double[] column = random.doubles(60_000).toArray();
        Datatype type = DatatypeFactory.hvector(10_000, 1, 48, basic(Predefined.DOUBLE));
        checkCopy(of(column, 1, type), ALWAYS_HEAP);
        checkCopy(of(column, 1, type), Integer.MAX_VALUE);
    }

    @Test
    void shouldKeepWhatWasThereWhenTheOriginalChanges() {
        for (int longestRegion : new int[] {ALWAYS_HEAP, Integer.MAX_VALUE}) {
            int[] numbers = {1, 2, 3};
            Block copy = new Block();
            copy.copyOf(of(numbers, 3, basic(Predefined.INT)), longestRegion);
            Arrays.fill(numbers, 0);
            int[] back = new int[3];
            Block target = of(back, 3, basic(Predefined.INT));
            Region region = Region.allocate(12);
            copy.pack(0, region, 0, 12);
            target.unpack(0, region, 0, 12);
            assertArrayEquals(new int[] {1, 2, 3}, back);
        }
    }

    @Test
    void shouldSayThatThereIsNoMemoryForACopyBeyondAllArrays() {
        // 2^34 bytes are 2^31 longs, one more than an array can have
        assertNoMemory(1 << 3, 1 << 28, 17_179_869_184L);
        assertNoMemory(1 << 20, 1 << 20, 8_796_093_022_208L);
    }

    @Test
    void shouldSayThatThereIsNoMemoryWhenTheVirtualMachineHasNone() {
        // 2^31 - 1 longs: no machine makes an array so long, whatever its memory
        assertNoMemory(1, Integer.MAX_VALUE, 17_179_869_176L);
    }

    private static void assertNoMemory(int count, int itemsOfEach, long bytes) {
        Block original = of(new double[count], count, onTopOfEachOther(itemsOfEach));
        Block copy = of(new int[1], 1, basic(Predefined.INT));
        MpiFailure failure = assertThrows(MpiFailure.class, () -> copy.copyOf(original));
        assertEquals(MPI.MPI_ERR_OTHER, failure.errorClass());
        assertEquals(
                "there is no memory for a copy of the "
                        + bytes
                        + " bytes to be sent: give the JVM more (-Xmx), or use MPI_Sendrecv with a"
                        + " second buffer",
                failure.getMessage());
        assertNull(copy.memory());
        assertEquals(0, copy.byteCount());
    }
}
