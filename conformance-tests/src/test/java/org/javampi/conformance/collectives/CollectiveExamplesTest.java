package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** The worked examples of data movement (MPI-1.1 §4.4.1 to §4.7.1), with small arrays. */
class CollectiveExamplesTest {
    private static final int ROOT = 1;
    private static final int UNTOUCHED = -4;

    /** Example 4.1: 100 ints from process 0 to every process of the group. */
    @Spmd({2, 3, 5})
    @Rule({"COL-014"})
    void shouldBroadcastAHundredInts() {
        int[] array = rank() == 0 ? row(0, 0, 100) : new int[100];
        MPI_Bcast(array, 100, MPI_INT, 0, MPI_COMM_WORLD);
        assertArrayEquals(row(0, 0, 100), array);
    }

    /** Examples 4.2 and 4.3: gather 100 ints; only the root allocates. */
    @Spmd({2, 3, 5})
    @Rule({"COL-015", "COL-019"})
    void shouldGatherAHundredIntsFromEach() {
        int[] rbuf = null;
        if (rank() == ROOT) {
            rbuf = new int[size() * 100];
        }
        MPI_Gather(row(rank(), 0, 100), 100, MPI_INT, rbuf, 100, MPI_INT, ROOT, MPI_COMM_WORLD);
        if (rank() == ROOT) {
            assertArrayEquals(rows(size(), 0, 100), rbuf);
        }
    }

    /** Example 4.4: the same, received as one item of a type of 100 ints. */
    @Spmd({2, 3, 5})
    @Rule({"COL-008", "COL-015"})
    void shouldGatherIntoOneItemPerRank() {
        MPI_Datatype rtype = MPI_Type_contiguous(100, MPI_INT);
        MPI_Type_commit(rtype);
        int[] rbuf = new int[size() * 100];
        MPI_Gather(row(rank(), 0, 100), 100, MPI_INT, rbuf, 1, rtype, ROOT, MPI_COMM_WORLD);
        assertArrayEquals(rank() == ROOT ? rows(size(), 0, 100) : new int[size() * 100], rbuf);
        MPI_Type_free(rtype);
    }

    /** Example 4.5: 100 ints from each, placed {@code stride} ints apart. */
    @Spmd({2, 3, 5})
    @Rule({"COL-017"})
    void shouldGatherWithAStrideAtTheRoot() {
        int stride = 105;
        int[] rbuf = filled(size() * stride, UNTOUCHED);
        int[] displs = new int[size()];
        int[] rcounts = filled(size(), 100);
        Arrays.setAll(displs, i -> i * stride);
        MPI_Gatherv(row(rank(), 0, 100), 100, MPI_INT, rbuf, rcounts, displs, MPI_INT, ROOT, MPI_COMM_WORLD);
        int[] expected = filled(size() * stride, UNTOUCHED);
        for (int r = 0; r < size() && rank() == ROOT; r++) {
            System.arraycopy(row(r, 0, 100), 0, expected, r * stride, 100);
        }
        assertArrayEquals(expected, rbuf);
    }

    /** A rank's C array sendarray[100][150], row after row. */
    private static int[] matrix(int rank) {
        return row(rank, 0, 100 * 150);
    }

    /** Example 4.6: the first column of each matrix, as 100 ints with a stride at the root. */
    @Spmd({2, 3})
    @Rule({"COL-017", "COL-024"})
    void shouldGatherColumnsIntoRowsWithAStride() {
        int stride = 120;
        MPI_Datatype column = MPI_Type_vector(100, 1, 150, MPI_INT);
        MPI_Type_commit(column);
        int[] rbuf = filled(size() * stride, UNTOUCHED);
        int[] displs = new int[size()];
        Arrays.setAll(displs, i -> i * stride);
        MPI_Gatherv(at(matrix(rank()), 3), 1, column, rbuf, filled(size(), 100), displs, MPI_INT, ROOT, MPI_COMM_WORLD);
        int[] expected = filled(size() * stride, UNTOUCHED);
        for (int r = 0; r < size() && rank() == ROOT; r++) {
            for (int i = 0; i < 100; i++) {
                expected[r * stride + i] = matrix(r)[150 * i + 3];
            }
        }
        assertArrayEquals(expected, rbuf);
        MPI_Type_free(column);
    }

    /** Examples 4.7 and 4.8: rank i sends 100 - i ints of column i; the counts fall off. */
    @Spmd({2, 3, 5})
    @Rule({"COL-017", "COL-024"})
    void shouldGatherColumnsOfDecreasingLength() {
        int me = rank();
        int stride = 101;
        MPI_Datatype whole = MPI_Type_vector(100 - me, 1, 150, MPI_INT);
        // example 4.8: one int with the extent of a row
        MPI_Datatype one =
                MPI_Type_struct(2, new int[] {1, 1}, new long[] {0, 150 * 4}, new MPI_Datatype[] {MPI_INT, MPI_UB});
        MPI_Type_commit(whole);
        MPI_Type_commit(one);
        int[] displs = new int[size()];
        int[] rcounts = new int[size()];
        Arrays.setAll(displs, i -> i * stride);
        Arrays.setAll(rcounts, i -> 100 - i);
        int[] expected = filled(size() * stride, UNTOUCHED);
        for (int r = 0; r < size() && me == ROOT; r++) {
            for (int i = 0; i < 100 - r; i++) {
                expected[r * stride + i] = matrix(r)[150 * i + r];
            }
        }
        for (MPI_Datatype stype : new MPI_Datatype[] {whole, one}) {
            int[] rbuf = filled(size() * stride, UNTOUCHED);
            MPI_Gatherv(
                    at(matrix(me), me),
                    stype == whole ? 1 : 100 - me,
                    stype,
                    rbuf,
                    rcounts,
                    displs,
                    MPI_INT,
                    ROOT,
                    MPI_COMM_WORLD);
            assertArrayEquals(expected, rbuf);
        }
        MPI_Type_free(whole);
        MPI_Type_free(one);
    }

    /** Example 4.9: as before, with a stride of its own between all blocks. */
    @Spmd({2, 3, 5})
    @Rule({"COL-017"})
    void shouldGatherWithStridesThatVary() {
        int me = rank();
        int[] displs = new int[size()];
        int[] rcounts = new int[size()];
        int next = 0;
        for (int i = 0; i < size(); i++) {
            displs[i] = next;
            next += 100 + 7 * i % 11;
            rcounts[i] = 100 - i;
        }
        MPI_Datatype column = MPI_Type_vector(100 - me, 1, 150, MPI_INT);
        MPI_Type_commit(column);
        int[] rbuf = filled(next, UNTOUCHED);
        MPI_Gatherv(at(matrix(me), me), 1, column, rbuf, rcounts, displs, MPI_INT, ROOT, MPI_COMM_WORLD);
        int[] expected = filled(next, UNTOUCHED);
        for (int r = 0; r < size() && me == ROOT; r++) {
            for (int i = 0; i < 100 - r; i++) {
                expected[displs[r] + i] = matrix(r)[150 * i + r];
            }
        }
        assertArrayEquals(expected, rbuf);
        MPI_Type_free(column);
    }

    /** Example 4.10: rank i sends num ints; the root first gathers the counts. */
    @Spmd({2, 3, 5})
    @Rule({"COL-015", "COL-017"})
    void shouldGatherCountsFirstAndThenThatMany() {
        int num = (rank() * 37 + 5) % 60;
        int[] rcounts = new int[size()];
        MPI_Gather(new int[] {num}, 1, MPI_INT, rcounts, 1, MPI_INT, ROOT, MPI_COMM_WORLD);
        int[] displs = new int[size()];
        for (int i = 1; i < size(); i++) {
            displs[i] = displs[i - 1] + rcounts[i - 1];
        }
        int total = Arrays.stream(rcounts).sum();
        int[] rbuf = new int[total];
        MPI_Gatherv(row(rank(), 0, num), num, MPI_INT, rbuf, rcounts, displs, MPI_INT, ROOT, MPI_COMM_WORLD);
        if (rank() == ROOT) {
            for (int r = 0; r < size(); r++) {
                int count = (r * 37 + 5) % 60;
                assertEquals(count, rcounts[r]);
                assertArrayEquals(row(r, 0, count), Arrays.copyOfRange(rbuf, displs[r], displs[r] + count));
            }
        }
    }

    /** Example 4.11: the reverse of 4.2. */
    @Spmd({2, 3, 5})
    @Rule({"COL-018"})
    void shouldScatterAHundredIntsToEach() {
        int[] sendbuf = rank() == ROOT ? rows(size(), 0, 100) : null;
        int[] rbuf = new int[100];
        MPI_Scatter(sendbuf, 100, MPI_INT, rbuf, 100, MPI_INT, ROOT, MPI_COMM_WORLD);
        assertArrayEquals(row(rank(), 0, 100), rbuf);
    }

    /** Example 4.12: the reverse of 4.5. */
    @Spmd({2, 3, 5})
    @Rule({"COL-017", "COL-018"})
    void shouldScatterWithAStrideAtTheRoot() {
        int stride = 105;
        int[] sendbuf = filled(size() * stride, UNTOUCHED);
        int[] displs = new int[size()];
        Arrays.setAll(displs, i -> i * stride);
        for (int r = 0; r < size(); r++) {
            System.arraycopy(row(r, 0, 100), 0, sendbuf, r * stride, 100);
        }
        int[] rbuf = new int[100];
        MPI_Scatterv(sendbuf, filled(size(), 100), displs, MPI_INT, rbuf, 100, MPI_INT, ROOT, MPI_COMM_WORLD);
        assertArrayEquals(row(rank(), 0, 100), rbuf);
    }

    /** Example 4.13: the reverse of 4.9, received into columns. */
    @Spmd({2, 3, 5})
    @Rule({"COL-017", "COL-018", "COL-024"})
    void shouldScatterIntoColumnsOfDecreasingLength() {
        int me = rank();
        int[] displs = new int[size()];
        int[] scounts = new int[size()];
        int next = 0;
        for (int i = 0; i < size(); i++) {
            displs[i] = next;
            next += 100 + 5 * i % 7;
            scounts[i] = 100 - i;
        }
        int[] sendbuf = new int[next];
        for (int r = 0; r < size(); r++) {
            System.arraycopy(row(r, 5, 100 - r), 0, sendbuf, displs[r], 100 - r);
        }
        MPI_Datatype column = MPI_Type_vector(100 - me, 1, 150, MPI_INT);
        MPI_Type_commit(column);
        int[] recvarray = filled(100 * 150, UNTOUCHED);
        MPI_Scatterv(sendbuf, scounts, displs, MPI_INT, at(recvarray, me), 1, column, ROOT, MPI_COMM_WORLD);
        int[] expected = filled(100 * 150, UNTOUCHED);
        for (int i = 0; i < 100 - me; i++) {
            expected[150 * i + me] = item(me, 5, i);
        }
        assertArrayEquals(expected, recvarray);
        MPI_Type_free(column);
    }

    /** Example 4.14: 4.2 with the result everywhere. */
    @Spmd({2, 3, 5})
    @Rule({"COL-021"})
    void shouldAllgatherAHundredInts() {
        MPI_Comm comm = MPI_Comm_dup(MPI_COMM_WORLD);
        int[] rbuf = new int[size() * 100];
        MPI_Allgather(row(rank(), 0, 100), 100, MPI_INT, rbuf, 100, MPI_INT, comm);
        assertArrayEquals(rows(size(), 0, 100), rbuf);
        MPI_Comm_free(comm);
    }
}
