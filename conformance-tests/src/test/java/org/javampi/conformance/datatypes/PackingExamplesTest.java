package org.javampi.conformance.datatypes;

import static org.javampi.MPI.*;
import static org.javampi.conformance.datatypes.Types.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** The worked examples of packing (MPI-1.1 §3.13). */
class PackingExamplesTest {
    private static final int ROOM = 1000;
    private static final int TAG = 6;

    private static int rank() {
        return MPI_Comm_rank(MPI_COMM_WORLD);
    }

    /** Example 3.36: two ints packed, received as what they are. */
    @Spmd
    @Rule({"PCK-004", "TYP-003", "PCK-002"})
    void shouldReceivePackedIntsAsInts() {
        if (rank() == 0) {
            byte[] buff = new byte[ROOM];
            int[] position = {0};
            MPI_Pack(new int[] {3}, 1, MPI_INT, buff, ROOM, position, MPI_COMM_WORLD);
            MPI_Pack(new int[] {4}, 1, MPI_INT, buff, ROOM, position, MPI_COMM_WORLD);
            MPI_Send(buff, position[0], MPI_PACKED, 1, TAG, MPI_COMM_WORLD);
        } else {
            int[] a = new int[2];
            MPI_Recv(a, 2, MPI_INT, 0, TAG, MPI_COMM_WORLD);
            assertArrayEquals(new int[] {3, 4}, a);
        }
    }

    /**
     * Example 3.37: an int and that many floats, packed by one call with addresses; unpacked by
     * two, after a receive that does not know the number.
     */
    @Spmd
    @Rule({"PCK-001", "PCK-003", "PCK-010", "PCK-006"})
    void shouldUnpackACountAndThenThatMany() {
        int[] i = {rank() == 0 ? 90 : 0};
        float[] a = new float[ROOM];
        byte[] buff = new byte[ROOM];
        int[] position = {0};
        if (rank() == 0) {
            for (int k = 0; k < i[0]; k++) {
                a[k] = k / 2f;
            }
            MPI_Datatype type = commit(
                    struct(new int[] {1, i[0]}, new long[] {MPI_Address(i), MPI_Address(a)}, MPI_INT, MPI_FLOAT));
            MPI_Pack(MPI_BOTTOM, 1, type, buff, ROOM, position, MPI_COMM_WORLD);
            MPI_Send(buff, position[0], MPI_PACKED, 1, 0, MPI_COMM_WORLD);
            free(type);
        } else {
            MPI_Status status = MPI_Recv(buff, ROOM, MPI_PACKED, 0, 0, MPI_COMM_WORLD);
            int length = MPI_Get_count(status, MPI_PACKED);
            MPI_Unpack(buff, length, position, i, 1, MPI_INT, MPI_COMM_WORLD);
            assertEquals(90, i[0]);
            MPI_Unpack(buff, length, position, a, i[0], MPI_FLOAT, MPI_COMM_WORLD);
            assertEquals(length, position[0]);
            for (int k = 0; k < ROOM; k++) {
                assertEquals(k < 90 ? k / 2f : 0, a[k]);
            }
        }
    }

    /** The same, received by the type: what is packed and what is typed may meet either way. */
    @Spmd
    @Rule({"PCK-004", "PCK-005"})
    void shouldMeetPackedWithTyped() {
        int[] count = {5};
        double[] values = {1, 2, 3, 4, 5};
        int[] countHere = new int[1];
        double[] valuesHere = new double[5];
        MPI_Datatype here = commit(struct(
                new int[] {1, 5},
                new long[] {MPI_Address(rank() == 0 ? count : countHere), MPI_Address(rank() == 0 ? values : valuesHere)
                },
                MPI_INT,
                MPI_DOUBLE));
        byte[] buff = new byte[ROOM];
        int[] position = {0};
        if (rank() == 0) {
            MPI_Pack(count, 1, MPI_INT, buff, ROOM, position, MPI_COMM_WORLD);
            MPI_Pack(values, 5, MPI_DOUBLE, buff, ROOM, position, MPI_COMM_WORLD);
            MPI_Send(buff, position[0], MPI_PACKED, 1, TAG, MPI_COMM_WORLD);
            MPI_Send(MPI_BOTTOM, 1, here, 1, TAG, MPI_COMM_WORLD);
        } else {
            MPI_Recv(MPI_BOTTOM, 1, here, 0, TAG, MPI_COMM_WORLD);
            assertEquals(5, countHere[0]);
            assertArrayEquals(values, valuesHere);
            Arrays.fill(valuesHere, 0);
            MPI_Recv(buff, ROOM, MPI_PACKED, 0, TAG, MPI_COMM_WORLD);
            MPI_Unpack(buff, ROOM, position, countHere, 1, MPI_INT, MPI_COMM_WORLD);
            MPI_Unpack(buff, ROOM, position, valuesHere, 5, MPI_DOUBLE, MPI_COMM_WORLD);
            assertArrayEquals(values, valuesHere);
        }
        free(here);
    }

    /**
     * Example 3.38: from each a number and that many characters; the root gathers the lengths of
     * the packed units, then the units.
     */
    @Spmd({1, 2, 3, 5})
    @Rule({"PCK-013", "PCK-007", "COL-017"})
    void shouldGatherPackedTexts() {
        int root = 0;
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        byte[] chr = text(rank()).getBytes(StandardCharsets.US_ASCII);
        int[] count = {chr.length};
        int room = MPI_Pack_size(1, MPI_INT, MPI_COMM_WORLD) + MPI_Pack_size(count[0], MPI_CHAR, MPI_COMM_WORLD);
        byte[] lbuf = new byte[room];
        int[] k = {0};
        MPI_Pack(count, 1, MPI_INT, lbuf, room, k, MPI_COMM_WORLD);
        MPI_Pack(chr, count[0], MPI_CHAR, lbuf, room, k, MPI_COMM_WORLD);
        int[] counts = new int[size];
        MPI_Gather(k, 1, MPI_INT, counts, 1, MPI_INT, root, MPI_COMM_WORLD);
        int[] displs = new int[size];
        for (int i = 1; i < size; i++) {
            displs[i] = displs[i - 1] + counts[i - 1];
        }
        byte[] rbuf = new byte[displs[size - 1] + counts[size - 1]];
        MPI_Gatherv(lbuf, k[0], MPI_PACKED, rbuf, counts, displs, MPI_PACKED, root, MPI_COMM_WORLD);
        if (rank() != root) {
            return;
        }
        StringBuilder all = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < size; i++) {
            int[] position = {0};
            int length = rbuf.length - displs[i];
            MPI_Unpack(at(rbuf, displs[i]), length, position, count, 1, MPI_INT, MPI_COMM_WORLD);
            byte[] part = new byte[count[0]];
            MPI_Unpack(at(rbuf, displs[i]), length, position, part, count[0], MPI_CHAR, MPI_COMM_WORLD);
            assertEquals(counts[i], position[0]);
            all.append(new String(part, StandardCharsets.US_ASCII));
            expected.append(text(i));
        }
        assertEquals(expected.toString(), all.toString());
    }

    private static String text(int rank) {
        return ("<" + rank + ">").repeat(rank * 5 % 7 + 1);
    }
}
