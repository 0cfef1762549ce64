package org.javampi.conformance.datatypes;

import static org.javampi.MPI.*;
import static org.javampi.conformance.datatypes.Types.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Packing and unpacking (MPI-1.1 §3.13). */
class PackingTest {
    private static int rank() {
        return MPI_Comm_rank(MPI_COMM_WORLD);
    }

    @Spmd
    @Rule({"PCK-001", "PCK-002", "PCK-003", "PCK-006", "TYP-016"})
    void shouldCarrySeveralTypesInOneUnit() {
        byte[] unit = new byte[1000];
        int[] position = {0};
        if (rank() == 0) {
            MPI_Pack(new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 10, MPI_INT, unit, 1000, position, MPI_COMM_WORLD);
            assertEquals(40, position[0]);
            MPI_Pack(new double[] {0.5, 1.5}, 2, MPI_DOUBLE, unit, 1000, position, MPI_COMM_WORLD);
            MPI_Pack(new byte[] {65}, 1, MPI_CHAR, unit, 1000, position, MPI_COMM_WORLD);
            MPI_Send(unit, position[0], MPI_PACKED, 1, 1, MPI_COMM_WORLD);
            return;
        }
        MPI_Status status = new MPI_Status();
        MPI_Recv(unit, 1000, MPI_PACKED, 0, 1, MPI_COMM_WORLD, status);
        int length = MPI_Get_count(status, MPI_PACKED);
        int[] ints = new int[10];
        MPI_Unpack(unit, length, position, ints, 4, MPI_INT, MPI_COMM_WORLD);
        assertArrayEquals(new int[] {1, 2, 3, 4, 0, 0, 0, 0, 0, 0}, ints);
        MPI_Unpack(unit, length, position, at(ints, 4), 6, MPI_INT, MPI_COMM_WORLD);
        assertEquals(10, ints[9]);
        double[] doubles = new double[2];
        MPI_Unpack(unit, length, position, doubles, 2, MPI_DOUBLE, MPI_COMM_WORLD);
        byte[] letter = new byte[1];
        MPI_Unpack(unit, length, position, letter, 1, MPI_CHAR, MPI_COMM_WORLD);
        assertEquals(1.5, doubles[1]);
        assertEquals(65, letter[0]);
        assertEquals(length, position[0]);
    }

    @Spmd
    @Rule({"TYP-003", "PCK-004", "PCK-005", "PCK-003"})
    void shouldMatchTypedMessages() {
        MPI_Datatype record = commit(struct(new int[] {1, 3}, new long[] {0, 8}, MPI_INT, MPI_DOUBLE));
        byte[] unit = new byte[100];
        byte[] memory = new byte[32];
        int[] position = {0};
        int[] i = {7};
        double[] d = {1, 2, 3};
        if (rank() == 0) {
            MPI_Pack(i, 1, MPI_INT, unit, 100, position, MPI_COMM_WORLD);
            MPI_Pack(d, 3, MPI_DOUBLE, unit, 100, position, MPI_COMM_WORLD);
            MPI_Send(unit, position[0], MPI_PACKED, 1, 1, MPI_COMM_WORLD);
            MPI_Recv(memory, 1, record, 1, 2, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            assertArrayEquals(Arrays.copyOf(unit, position[0]), pack(memory, 1, record));
        } else {
            MPI_Recv(memory, 1, record, 0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            byte[] again = pack(memory, 1, record);
            MPI_Unpack(again, again.length, position, i, 1, MPI_INT, MPI_COMM_WORLD);
            MPI_Unpack(again, again.length, position, d, 3, MPI_DOUBLE, MPI_COMM_WORLD);
            assertEquals(7, i[0]);
            assertEquals(3, d[2]);
            MPI_Send(memory, 1, record, 0, 2, MPI_COMM_WORLD);
        }
        if (rank() == 0) {
            MPI_Send(new int[] {8, 9}, 2, MPI_INT, 1, 3, MPI_COMM_WORLD);
        } else {
            MPI_Recv(unit, 100, MPI_PACKED, 0, 3, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            position[0] = 0;
            int[] two = new int[2];
            MPI_Unpack(unit, 8, position, two, 2, MPI_INT, MPI_COMM_WORLD);
            assertArrayEquals(new int[] {8, 9}, two);
        }
        free(record);
    }

    @Spmd(1)
    @Rule({"PCK-007", "PCK-009", "PCK-015", "PCK-016"})
    void shouldNeedNoMoreThanPackSizeSays() {
        Random random = new Random(20261121);
        byte[] memory = new byte[4000];
        for (int round = 0; round < 200; round++) {
            MPI_Datatype type = commit(
                    struct(new int[] {random.nextInt(4), random.nextInt(3)}, new long[] {0, 40}, MPI_INT, MPI_DOUBLE));
            int count = random.nextInt(6);
            int bound = MPI_Pack_size(count, type, MPI_COMM_WORLD);
            byte[] unit = new byte[bound + 108];
            Arrays.fill(unit, (byte) 9);
            int[] position = {100};
            MPI_Pack(memory, count, type, unit, unit.length, position, MPI_COMM_WORLD);
            assertTrue(position[0] - 100 <= bound, "round " + round);
            for (int i = position[0]; i < unit.length; i++) {
                assertEquals(9, unit[i]);
            }
            int end = position[0];
            position[0] = 100;
            MPI_Unpack(unit, unit.length, position, memory, count, type, MPI_COMM_WORLD);
            assertEquals(end, position[0]);
            free(type);
        }
    }

    @Spmd(1)
    @Rule("PCK-008")
    void shouldNotWriteBeyondTheUnit() {
        byte[] unit = new byte[16];
        int[] position = {8};
        int[] bad = {MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_TRUNCATE};
        Errors.expectOneOf(bad, () -> MPI_Pack(new int[] {-1, -1, -1}, 3, MPI_INT, unit, 16, position, MPI_COMM_WORLD));
        Errors.expectOneOf(bad, () -> MPI_Pack(new int[] {-1, -1}, 2, MPI_INT, unit, 12, position, MPI_COMM_WORLD));
        assertArrayEquals(new byte[16], unit);
        Errors.expectOneOf(bad, () -> MPI_Unpack(unit, 12, position, new int[2], 2, MPI_INT, MPI_COMM_WORLD));
        assertEquals(8, position[0]);
    }

    @Spmd(4)
    @Rule({"PCK-013", "PCK-012"})
    void shouldGoThroughCollectives() {
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        byte[] mine = new byte[100];
        int[] position = {0};
        int[] words = new int[1 + rank()];
        Arrays.fill(words, rank());
        MPI_Pack(new int[] {words.length}, 1, MPI_INT, mine, 100, position, MPI_COMM_WORLD);
        MPI_Pack(words, words.length, MPI_INT, mine, 100, position, MPI_COMM_WORLD);
        int[] lengths = new int[size];
        MPI_Gather(position, 1, MPI_INT, lengths, 1, MPI_INT, 0, MPI_COMM_WORLD);
        int[] places = new int[size];
        Arrays.setAll(places, r -> r * 100);
        byte[] all = new byte[100 * size];
        MPI_Gatherv(mine, position[0], MPI_PACKED, all, lengths, places, MPI_PACKED, 0, MPI_COMM_WORLD);
        for (int r = 0; rank() == 0 && r < size; r++) {
            int[] at = {0};
            int[] n = new int[1];
            MPI_Unpack(at(all, places[r]), lengths[r], at, n, 1, MPI_INT, MPI_COMM_WORLD);
            int[] got = new int[n[0]];
            MPI_Unpack(at(all, places[r]), lengths[r], at, got, n[0], MPI_INT, MPI_COMM_WORLD);
            assertEquals(r + 1, n[0]);
            assertEquals(r, got[r]);
        }
        MPI_Bcast(mine, 8, MPI_PACKED, 0, MPI_COMM_WORLD);
        int[] first = new int[2];
        MPI_Unpack(mine, 8, new int[1], first, 2, MPI_INT, MPI_COMM_WORLD);
        assertArrayEquals(new int[] {1, 0}, first);
    }
}
