package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;

import java.util.Arrays;
import java.util.Random;
import org.javampi.MPI_Datatype;

/**
 * A datatype of some numbers of one kind at random places, and where its items lie in raw memory. A
 * flat one is the numbers themselves, so that as many of them make an item.
 */
final class Items {
    private static final byte UNTOUCHED = 0x5a;

    /** Numbers that an item is made of. */
    private final int numbers;

    private final int width;
    private final int[] places;
    private final MPI_Datatype type;
    private final boolean derived;
    final int extent;

    private Items(int width, int[] places, int extent, MPI_Datatype type, boolean derived) {
        this.width = width;
        this.places = places;
        this.extent = extent;
        this.type = type;
        this.derived = derived;
        numbers = places.length;
    }

    private static MPI_Datatype basic(int width) {
        return switch (width) {
            case 1 -> MPI_BYTE;
            case 2 -> MPI_SHORT;
            case 4 -> MPI_INT;
            default -> MPI_DOUBLE;
        };
    }

    /** Items of {@code numbers} numbers of {@code width} bytes, laid out in one of five ways. */
    static Items any(Random random, int width, int numbers) {
        int[] places = new int[numbers];
        MPI_Datatype basic = basic(width);
        switch (random.nextInt(5)) {
            case 0 -> {
                Arrays.setAll(places, i -> i * width);
                return new Items(width, places, numbers * width, basic, false);
            }
            case 1 -> {
                Arrays.setAll(places, i -> i * width);
                MPI_Datatype type = MPI_Type_contiguous(numbers, basic);
                return committed(width, places, numbers * width, type);
            }
            case 2 -> {
                int stride = 2 + random.nextInt(3);
                Arrays.setAll(places, i -> i * stride * width);
                MPI_Datatype type = MPI_Type_vector(numbers, 1, stride, basic);
                return committed(width, places, ((numbers - 1) * stride + 1) * width, type);
            }
            case 3 -> {
                Arrays.setAll(places, i -> (numbers - 1 - i) * width);
                int[] ones = Rows.filled(numbers, 1);
                int[] displs = new int[numbers];
                Arrays.setAll(displs, i -> numbers - 1 - i);
                MPI_Datatype type = MPI_Type_indexed(numbers, ones, displs, basic);
                return committed(width, places, numbers * width, type);
            }
            default -> {
                int extent = (numbers + 1 + random.nextInt(3)) * width;
                Arrays.setAll(places, i -> i * width);
                MPI_Datatype type = MPI_Type_struct(
                        2, new int[] {numbers, 1}, new long[] {0, extent}, new MPI_Datatype[] {basic, MPI_UB});
                return committed(width, places, extent, type);
            }
        }
    }

    private static Items committed(int width, int[] places, int extent, MPI_Datatype type) {
        MPI_Type_commit(type);
        return new Items(width, places, extent, type, true);
    }

    MPI_Datatype type() {
        return type;
    }

    /** {@code items} as a count of {@link #type}. */
    int count(int items) {
        return derived ? items : items * numbers;
    }

    int[] counts(int[] items) {
        return Arrays.stream(items).map(this::count).toArray();
    }

    /** Bytes of an item's data. */
    int size() {
        return numbers * width;
    }

    /** Memory for {@code items} items that nobody has touched. */
    byte[] memory(int items) {
        byte[] memory = new byte[items * extent];
        Arrays.fill(memory, UNTOUCHED);
        return memory;
    }

    /** Writes {@code data} as items from item {@code first} on. */
    void put(byte[] memory, int first, byte[] data) {
        for (int at = 0; at < data.length; at += width) {
            int number = at / width;
            int to = (first + number / numbers) * extent + places[number % numbers];
            System.arraycopy(data, at, memory, to, width);
        }
    }

    void free() {
        if (derived) {
            MPI_Type_free(type);
        }
    }
}
