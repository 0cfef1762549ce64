package org.javampi.conformance.datatypes;

import static org.javampi.MPI.*;
import static org.javampi.conformance.datatypes.Types.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/**
 * Random nested types against a naive model: a list of entries. {@code -Dconformance.seeds=N} takes
 * N of them.
 */
class RandomTypesTest {
    private static final int SEEDS = Integer.getInteger("conformance.seeds", 60);
    private static final long FIRST_SEED = Long.getLong("conformance.seed", 1);
    private static final int MEMORY = 1 << 16;
    private static final MPI_Datatype[] BASIC = {MPI_BYTE, MPI_SHORT, MPI_INT, MPI_DOUBLE};
    private static final int[] BYTES = {1, 2, 4, 8};

    /** One basic element: where it lies and how long it is. */
    private record Entry(long place, int bytes) {}

    /** A type beside its model. */
    private static final class Model {
        private final List<Entry> entries = new ArrayList<>();
        private MPI_Datatype type;
        private Long lower;
        private Long upper;
        private int alignment = 1;

        long lb() {
            if (lower != null) {
                return lower;
            }
            return entries.stream().mapToLong(Entry::place).min().orElse(0);
        }

        long ub() {
            if (upper != null) {
                return upper;
            }
            long end = entries.stream().mapToLong(e -> e.place + e.bytes).max().orElse(0);
            long extent = end - lb();
            return lb() + (extent + alignment - 1) / alignment * alignment;
        }

        long extent() {
            return ub() - lb();
        }

        void add(Model part, long shift) {
            for (Entry entry : part.entries) {
                entries.add(new Entry(entry.place + shift, entry.bytes));
            }
            if (part.lower != null) {
                lower = lower == null ? part.lower + shift : Math.min(lower, part.lower + shift);
            }
            if (part.upper != null) {
                upper = upper == null ? part.upper + shift : Math.max(upper, part.upper + shift);
            }
            if (!part.entries.isEmpty()) {
                alignment = Math.max(alignment, part.alignment);
            }
        }

        void addBlock(Model part, int length, long shift) {
            for (int i = 0; i < length; i++) {
                add(part, shift + i * part.extent());
            }
        }
    }

    private final List<MPI_Datatype> made = new ArrayList<>();

    private Model basic(Random random) {
        int which = random.nextInt(BASIC.length);
        Model model = new Model();
        model.type = BASIC[which];
        model.alignment = BYTES[which];
        model.entries.add(new Entry(0, BYTES[which]));
        return model;
    }

    private Model derive(Random random, int depth) {
        if (depth == 0) {
            return basic(random);
        }
        Model old = derive(random, depth - 1);
        Model model = new Model();
        int count = random.nextInt(4);
        int length = random.nextInt(3);
        switch (random.nextInt(6)) {
            case 0 -> {
                model.addBlock(old, count, 0);
                model.type = MPI_Type_contiguous(count, old.type);
            }
            case 1 -> {
                int stride = random.nextInt(9) - 4;
                for (int i = 0; i < count; i++) {
                    model.addBlock(old, length, i * stride * old.extent());
                }
                model.type = MPI_Type_vector(count, length, stride, old.type);
            }
            case 2 -> {
                long stride = random.nextInt(65) - 32;
                for (int i = 0; i < count; i++) {
                    model.addBlock(old, length, i * stride);
                }
                model.type = MPI_Type_hvector(count, length, stride, old.type);
            }
            case 3 -> {
                int[] lengths = random.ints(count, 0, 3).toArray();
                int[] places = random.ints(count, -4, 5).toArray();
                for (int i = 0; i < count; i++) {
                    model.addBlock(old, lengths[i], places[i] * old.extent());
                }
                model.type = MPI_Type_indexed(count, lengths, places, old.type);
            }
            case 4 -> {
                int[] lengths = random.ints(count, 0, 3).toArray();
                long[] places = random.longs(count, -40, 41).toArray();
                for (int i = 0; i < count; i++) {
                    model.addBlock(old, lengths[i], places[i]);
                }
                model.type = MPI_Type_hindexed(count, lengths, places, old.type);
            }
            default -> structure(random, depth, old, model);
        }
        made.add(model.type);
        return model;
    }

    private void structure(Random random, int depth, Model old, Model model) {
        Model other = derive(random, depth - 1);
        long shift = random.nextInt(80) - 40;
        int[] lengths = {1 + random.nextInt(2), random.nextInt(3), 1, 1};
        long[] places = {0, shift, -random.nextInt(20), random.nextInt(60)};
        int parts = random.nextInt(3) == 0 ? 4 : 2;
        model.addBlock(old, lengths[0], 0);
        model.addBlock(other, lengths[1], shift);
        if (parts == 4) {
            model.lower = model.lower == null ? places[2] : Math.min(model.lower, places[2]);
            model.upper = model.upper == null ? places[3] : Math.max(model.upper, places[3]);
        }
        model.type = MPI_Type_struct(parts, lengths, places, new MPI_Datatype[] {old.type, other.type, MPI_LB, MPI_UB});
    }

    private static byte[] naivePack(byte[] memory, int base, int count, Model model) {
        byte[] packed =
                new byte[count * model.entries.stream().mapToInt(Entry::bytes).sum()];
        int at = 0;
        for (int item = 0; item < count; item++) {
            for (Entry entry : model.entries) {
                int from = (int) (base + item * model.extent() + entry.place);
                System.arraycopy(memory, from, packed, at, entry.bytes);
                at += entry.bytes;
            }
        }
        return packed;
    }

    private static void naiveUnpack(byte[] packed, byte[] memory, int base, int count, Model model) {
        int at = 0;
        for (int item = 0; item < count && at < packed.length; item++) {
            for (Entry entry : model.entries) {
                int to = (int) (base + item * model.extent() + entry.place);
                System.arraycopy(packed, at, memory, to, entry.bytes);
                at += entry.bytes;
            }
        }
    }

    private static boolean fits(Model model, int count) {
        return model.entries.stream()
                .allMatch(e -> Math.abs(e.place) + count * Math.abs(model.extent()) + 8 < MEMORY / 2);
    }

    private static boolean overlaps(Model model, int count) {
        Set<Long> seen = new HashSet<>();
        for (int item = 0; item < count; item++) {
            for (Entry entry : model.entries) {
                for (int b = 0; b < entry.bytes; b++) {
                    if (!seen.add(item * model.extent() + entry.place + b)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @Spmd
    @Rule({"DDT-024", "DDT-042", "DDT-035", "DDT-004", "PCK-007", "PCK-011", "DDT-045"})
    void shouldDoWhatTheNaiveModelDoes() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int base = MEMORY / 2;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            Random random = new Random(seed);
            Model model = derive(random, 1 + random.nextInt(4));
            int count = random.nextInt(5);
            String what = "seed " + seed;
            int bytes = model.entries.stream().mapToInt(Entry::bytes).sum();
            assertEquals(bytes, MPI_Type_size(model.type), what);
            assertEquals(model.lb(), MPI_Type_lb(model.type), what);
            assertEquals(model.ub(), MPI_Type_ub(model.type), what);
            if (fits(model, count)) {
                commit(model.type);
                byte[] memory = new byte[MEMORY];
                random.nextBytes(memory);
                byte[] expected = naivePack(memory, base, count, model);
                assertArrayEquals(expected, pack(at(memory, base), count, model.type), what);
                exchange(rank, memory, base, count, model, expected, what);
            }
            made.forEach(Types::free);
            made.clear();
        }
    }

    /** Derived to bytes and, where no two entries overlap, bytes to derived. */
    private static void exchange(
            int rank, byte[] memory, int base, int count, Model model, byte[] packed, String what) {
        MPI_Status status = new MPI_Status();
        if (rank == 0) {
            MPI_Send(at(memory, base), count, model.type, 1, 1, MPI_COMM_WORLD);
            MPI_Send(packed, packed.length, MPI_PACKED, 1, 2, MPI_COMM_WORLD);
            return;
        }
        byte[] flat = new byte[packed.length + 1];
        MPI_Recv(flat, flat.length, MPI_PACKED, 0, 1, MPI_COMM_WORLD, status);
        assertEquals(packed.length, MPI_Get_count(status, MPI_PACKED), what);
        assertArrayEquals(packed, Arrays.copyOf(flat, packed.length), what);
        if (overlaps(model, count)) {
            MPI_Recv(flat, flat.length, MPI_PACKED, 0, 2, MPI_COMM_WORLD, status);
            return;
        }
        byte[] target = new byte[MEMORY];
        byte[] expected = new byte[MEMORY];
        naiveUnpack(packed, expected, base, count, model);
        MPI_Recv(at(target, base), count, model.type, 0, 2, MPI_COMM_WORLD, status);
        assertArrayEquals(expected, target, what);
        if (!model.entries.isEmpty()) {
            assertEquals(count, MPI_Get_count(status, model.type), what);
            assertEquals(count * model.entries.size(), MPI_Get_elements(status, model.type), what);
        }
    }
}
