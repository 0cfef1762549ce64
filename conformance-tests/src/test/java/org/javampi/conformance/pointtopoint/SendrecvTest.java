package org.javampi.conformance.pointtopoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.javampi.MPIException;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Sending and receiving in one call (MPI-1.1 §3.10). */
class SendrecvTest {
    private static final int LARGE = 100_000;

    @Spmd({2, 3, 5, 8})
    @Rule({"SR-001", "SR-004"})
    void shouldShiftAroundARingWhateverTheSize() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        int right = (rank + 1) % size;
        int left = (rank + size - 1) % size;
        for (int n : new int[] {0, 1, 10_000, 1 << 20}) {
            byte[] out = new byte[n];
            Arrays.fill(out, (byte) (rank + 1));
            byte[] in = new byte[n];
            MPI_Status status = new MPI_Status();
            MPI_Sendrecv(out, n, MPI_BYTE, right, 4, in, n, MPI_BYTE, left, 4, MPI_COMM_WORLD, status);
            assertFilled(in, left + 1);
            assertEquals(left, status.MPI_SOURCE);
            assertEquals(4, status.MPI_TAG);
            assertEquals(n, MPI_Get_count(status, MPI_BYTE));
            MPI_Sendrecv_replace(out, n, MPI_BYTE, right, 5, left, 5, MPI_COMM_WORLD, status);
            assertFilled(out, left + 1);
            assertEquals(left, status.MPI_SOURCE);
            assertEquals(5, status.MPI_TAG);
            assertEquals(n, MPI_Get_count(status, MPI_BYTE));
        }
    }

    private static void assertFilled(byte[] data, int value) {
        byte[] expected = new byte[data.length];
        Arrays.fill(expected, (byte) value);
        assertArrayEquals(expected, data);
    }

    /** Each rank sends so many items of one type to the right and gets others from rank - 2. */
    @Spmd({3, 4})
    @Rule({"SR-002", "SR-004"})
    void shouldTakeHalvesThatHaveNothingInCommon() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        for (int base : new int[] {1, 20_000}) {
            int dest = (rank + 2) % size;
            int source = (rank + size - 2) % size;
            int sendCount = base + rank;
            int receiveCount = base + source;
            MPI_Status status = new MPI_Status();
            if (rank % 2 == 0) {
                int[] out = new int[sendCount];
                Arrays.fill(out, rank);
                receiveMixed(out, MPI_INT, sendCount, dest, source, receiveCount, status, rank);
            } else {
                double[] out = new double[sendCount];
                Arrays.fill(out, rank);
                receiveMixed(out, MPI_DOUBLE, sendCount, dest, source, receiveCount, status, rank);
            }
            assertEquals(source, status.MPI_SOURCE);
            assertEquals(10 + source, status.MPI_TAG);
        }
    }

    private static void receiveMixed(
            Object out,
            MPI_Datatype outType,
            int sendCount,
            int dest,
            int source,
            int receiveCount,
            MPI_Status status,
            int rank) {
        int room = receiveCount + 7;
        boolean ints = source % 2 == 0;
        Object in = ints ? new int[room] : new double[room];
        MPI_Datatype inType = ints ? MPI_INT : MPI_DOUBLE;
        MPI_Sendrecv(
                out,
                sendCount,
                outType,
                dest,
                10 + rank,
                in,
                room,
                inType,
                source,
                MPI_ANY_TAG,
                MPI_COMM_WORLD,
                status);
        assertEquals(receiveCount, MPI_Get_count(status, inType));
        for (int i = 0; i < room; i++) {
            double value = ints ? ((int[]) in)[i] : ((double[]) in)[i];
            assertEquals(i < receiveCount ? source : 0, value);
        }
    }

    @Spmd({2})
    @Rule({"SR-003"})
    void shouldMeetOrdinarySendsReceivesAndProbes() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : new int[] {1, LARGE}) {
            byte[] out = new byte[n];
            Arrays.fill(out, (byte) (rank + 1));
            byte[] in = new byte[n];
            for (boolean probing : new boolean[] {false, true}) {
                if (rank == 0) {
                    MPI_Sendrecv(out, n, MPI_BYTE, 1, 1, in, n, MPI_BYTE, 1, 2, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                    assertFilled(in, 2);
                } else if (probing) {
                    MPI_Status status = MPI_Probe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD);
                    assertEquals(1, status.MPI_TAG);
                    assertEquals(n, MPI_Get_count(status, MPI_BYTE));
                    MPI_Recv(in, n, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
                    assertFilled(in, 1);
                    MPI_Send(out, n, MPI_BYTE, 0, 2, MPI_COMM_WORLD);
                } else {
                    MPI_Request[] both = {
                        MPI_Isend(out, n, MPI_BYTE, 0, 2, MPI_COMM_WORLD),
                        MPI_Irecv(in, n, MPI_BYTE, 0, 1, MPI_COMM_WORLD)
                    };
                    MPI_Waitall(2, both, MPI_STATUSES_IGNORE);
                    assertFilled(in, 1);
                }
            }
        }
    }

    /** The transposition of a matrix: columns out, rows in. */
    @Spmd({1, 2})
    @Rule({"SR-005"})
    void shouldExchangeWithItselfAcrossTypes() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : new int[] {3, 120}) {
            double[] matrix = new double[n * n];
            double[] transposed = new double[n * n];
            for (int i = 0; i < n * n; i++) {
                matrix[i] = i;
            }
            MPI_Datatype column = MPI_Type_vector(n, 1, n, MPI_DOUBLE);
            MPI_Datatype columns = MPI_Type_hvector(n, 1, Double.BYTES, column);
            MPI_Type_commit(columns);
            MPI_Status status = new MPI_Status();
            MPI_Sendrecv(matrix, 1, columns, rank, 3, transposed, n * n, MPI_DOUBLE, rank, 3, MPI_COMM_WORLD, status);
            assertEquals(rank, status.MPI_SOURCE);
            assertEquals(n * n, MPI_Get_count(status, MPI_DOUBLE));
            for (int i = 0; i < n * n; i++) {
                assertEquals(matrix[i % n * n + i / n], transposed[i]);
            }
            MPI_Sendrecv_replace(matrix, 1, columns, rank, 3, rank, 3, MPI_COMM_WORLD, status);
            for (int i = 0; i < n * n; i++) {
                assertEquals(i, matrix[i]);
            }
            MPI_Type_free(columns);
            MPI_Type_free(column);
        }
    }

    /** Every third int travels, the two between stay. */
    @Spmd({2, 3})
    @Rule({"SR-006"})
    void shouldReplaceOnlyWhatTheTypeCovers() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        int right = (rank + 1) % size;
        int left = (rank + size - 1) % size;
        for (int blocks : new int[] {4, 40_000}) {
            MPI_Datatype strided = MPI_Type_vector(blocks, 1, 3, MPI_INT);
            MPI_Type_commit(strided);
            int[] data = new int[3 * blocks];
            Arrays.fill(data, -9);
            for (int i = 0; i < data.length; i += 3) {
                data[i] = rank * 1000 + i;
            }
            MPI_Sendrecv_replace(data, 1, strided, right, 1, left, 1, MPI_COMM_WORLD);
            for (int i = 0; i < data.length; i++) {
                assertEquals(i % 3 == 0 ? left * 1000 + i : -9, data[i]);
            }
            MPI_Type_free(strided);
        }
    }

    @Spmd({2})
    @Rule({"SR-006"})
    void shouldKeepTheUnfilledTailWhenReplacingByAShorterMessage() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : new int[] {10, LARGE}) {
            int[] data = new int[n];
            Arrays.fill(data, 5);
            if (rank == 0) {
                MPI_Status status = MPI_Sendrecv_replace(data, n, MPI_INT, 1, 1, 1, 1, MPI_COMM_WORLD);
                assertEquals(n / 2, MPI_Get_count(status, MPI_INT));
                for (int i = 0; i < n; i++) {
                    assertEquals(i < n / 2 ? 6 : 5, data[i]);
                }
            } else {
                int[] shorter = new int[n / 2];
                Arrays.fill(shorter, 6);
                MPI_Request send = MPI_Isend(shorter, n / 2, MPI_INT, 0, 1, MPI_COMM_WORLD);
                int[] in = new int[n];
                MPI_Recv(in, n, MPI_INT, 0, 1, MPI_COMM_WORLD);
                assertArrayEquals(data, in);
                MPI_Wait(send);
            }
        }
    }

    /** Items that all lie in the same eight bytes, so that it takes no memory to have too many. */
    @Spmd({1, 2})
    @Rule({"ERR-015"})
    void shouldRefuseToReplaceWhatNobodyCanHoldACopyOf() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        MPI_Datatype many = MPI_Type_hvector(1 << 30, 1, 0, MPI_DOUBLE);
        MPI_Type_commit(many);
        double[] data = {1, 2, 3};
        MPIException thrown = Errors.expect(
                MPI_ERR_OTHER, () -> MPI_Sendrecv_replace(data, 3, many, rank, 0, rank, 0, MPI_COMM_WORLD));
        assertTrue(thrown.getMessage().contains("a copy of the 25769803776 bytes to be sent"));
        assertFalse(MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
        MPI_Sendrecv_replace(data, 3, MPI_DOUBLE, rank, 0, rank, 0, MPI_COMM_WORLD);
        assertArrayEquals(new double[] {1, 2, 3}, data);
        MPI_Type_free(many);
    }

    @Spmd({2})
    @Rule({"SR-008"})
    void shouldDeliverTheSendHalfWhenTheReceiveHalfIsTruncated() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : new int[] {10, LARGE}) {
            byte[] out = new byte[n];
            Arrays.fill(out, (byte) (rank + 1));
            byte[] in = new byte[n];
            if (rank == 0) {
                Errors.expect(
                        MPI_ERR_TRUNCATE,
                        () -> MPI_Sendrecv(out, n, MPI_BYTE, 1, 1, in, n - 1, MPI_BYTE, 1, 1, MPI_COMM_WORLD));
                assertEquals(0, in[n - 1]);
                Errors.expect(
                        MPI_ERR_TRUNCATE, () -> MPI_Sendrecv_replace(out, n - 1, MPI_BYTE, 1, 1, 1, 1, MPI_COMM_WORLD));
                assertEquals(1, out[n - 1]);
            } else {
                MPI_Sendrecv(out, n, MPI_BYTE, 0, 1, in, n, MPI_BYTE, 0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                assertFilled(in, 1);
                MPI_Status status = new MPI_Status();
                MPI_Sendrecv(out, n, MPI_BYTE, 0, 1, in, n, MPI_BYTE, 0, 1, MPI_COMM_WORLD, status);
                assertEquals(n - 1, MPI_Get_count(status, MPI_BYTE));
                assertFilled(in, 1);
            }
        }
    }
}
