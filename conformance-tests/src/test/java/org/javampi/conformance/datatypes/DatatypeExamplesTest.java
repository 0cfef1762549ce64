package org.javampi.conformance.datatypes;

import static org.javampi.MPI.*;
import static org.javampi.conformance.datatypes.Types.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/**
 * The worked examples of derived datatypes (MPI-1.1 §3.12): extents, matching, counts, sections of
 * arrays, triangles, transposes, unions.
 */
class DatatypeExamplesTest {
    private static final int DOUBLE_BYTES = 8;
    private static final double UNTOUCHED = -1;

    private static int rank() {
        return MPI_Comm_rank(MPI_COMM_WORLD);
    }

    /** The value 0, 1, 2 ... in each place, so that a value says where it came from. */
    private static double[] counted(int count) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> i);
        return values;
    }

    private static double[] untouched(int count) {
        double[] values = new double[count];
        Arrays.fill(values, UNTOUCHED);
        return values;
    }

    /** What {@code count} items of {@code type} hold, in the order of the type map. */
    private static double[] doublesOf(Object buffer, int count, MPI_Datatype type) {
        byte[] packed = pack(buffer, count, type);
        double[] values = new double[packed.length / DOUBLE_BYTES];
        ByteBuffer.wrap(packed).order(ByteOrder.nativeOrder()).asDoubleBuffer().get(values);
        return values;
    }

    /** A send to oneself. */
    private static void move(
            Object from, int sendcount, MPI_Datatype sendtype, Object to, int recvcount, MPI_Datatype recvtype) {
        MPI_Sendrecv(from, sendcount, sendtype, rank(), 0, to, recvcount, recvtype, rank(), 0, MPI_COMM_WORLD);
    }

    /** Examples 3.19 to 3.24: the constructors over {(double, 0), (char, 8)}. */
    @Spmd({1})
    @Rule({"DDT-003", "DDT-004", "DDT-005", "DDT-008", "DDT-009", "DDT-010", "DDT-014"})
    void shouldGiveTheExtentsOfTheExamples() {
        MPI_Datatype item = doubleChar();
        MPI_Datatype three = MPI_Type_contiguous(3, item);
        MPI_Datatype vector = MPI_Type_vector(2, 3, 4, item);
        MPI_Datatype backwards = MPI_Type_vector(3, 1, -2, item);
        MPI_Datatype indexed = MPI_Type_indexed(2, new int[] {3, 1}, new int[] {4, 0}, item);
        MPI_Datatype struct = struct(new int[] {2, 1, 3}, new long[] {0, 16, 26}, MPI_FLOAT, item, MPI_CHAR);
        checkBounds(item, 9, 0, 16);
        checkBounds(three, 27, 0, 48);
        checkBounds(vector, 54, 0, 112);
        checkBounds(backwards, 27, -64, 16);
        checkBounds(indexed, 36, 0, 112);
        checkBounds(struct, 20, 0, 32);
        free(item, three, vector, backwards, indexed, struct);
    }

    private static void checkBounds(MPI_Datatype type, int size, long lower, long upper) {
        assertEquals(size, MPI_Type_size(type));
        assertEquals(lower, MPI_Type_lb(type));
        assertEquals(upper, MPI_Type_ub(type));
        assertEquals(upper - lower, MPI_Type_extent(type));
    }

    /** Example 3.25: the distance of two elements of a REAL A(100,100) in bytes. */
    @Spmd({1})
    @Rule({"DDT-038"})
    void shouldGiveTheDistanceOfTwoElements() {
        float[] a = new float[100 * 100];
        long i1 = MPI_Address(a);
        long i2 = MPI_Address(at(a, 9 + 9 * 100));
        assertEquals(909 * 4, i2 - i1);
    }

    /** Example 3.26: {(lb,-3), (int,0), (ub,6)} and two of it in a row. */
    @Spmd({1})
    @Rule({"DDT-001", "DDT-002", "DDT-015", "DDT-016"})
    void shouldReplicateMarkers() {
        MPI_Datatype type1 = bounded(-3, 6);
        MPI_Datatype type2 = MPI_Type_contiguous(2, type1);
        checkBounds(type1, 4, -3, 6);
        checkBounds(type2, 8, -3, 15);
        assertArrayEquals(new int[] {1, 2}, intsOf(pack(pair(1, 2), 1, commit(type2))));
        free(type1, type2);
    }

    /** Ints at bytes 0 and 9. */
    private static ByteBuffer pair(int first, int second) {
        return ByteBuffer.allocate(15)
                .order(ByteOrder.nativeOrder())
                .putInt(0, first)
                .putInt(9, second);
    }

    /** Example 3.27: four reals, two pairs, one pair of pairs: any send matches any receive. */
    @Spmd
    @Rule({"TYP-004", "DDT-034"})
    void shouldMatchBySignature() {
        MPI_Datatype type2 = MPI_Type_contiguous(2, MPI_FLOAT);
        MPI_Datatype type4 = MPI_Type_contiguous(4, MPI_FLOAT);
        MPI_Datatype type22 = MPI_Type_contiguous(2, type2);
        MPI_Datatype[] types = {MPI_FLOAT, commit(type2), commit(type4), commit(type22)};
        int[] counts = {4, 2, 1, 1};
        float[] a = {1, 2, 3, 4};
        for (int s = 0; s < types.length; s++) {
            for (int r = 0; r < types.length; r++) {
                if (rank() == 0) {
                    MPI_Send(a, counts[s], types[s], 1, s, MPI_COMM_WORLD);
                } else {
                    float[] b = new float[4];
                    MPI_Recv(b, counts[r], types[r], 0, s, MPI_COMM_WORLD);
                    assertArrayEquals(a, b);
                }
            }
        }
        free(type2, type4, type22);
    }

    /** Example 3.28: two and three reals, received as pairs. */
    @Spmd
    @Rule({"TYP-008", "TYP-009", "TYP-015"})
    void shouldCountWholeItemsAndElements() {
        MPI_Datatype type2 = commit(MPI_Type_contiguous(2, MPI_FLOAT));
        float[] a = {1, 2, 3, 4};
        if (rank() == 0) {
            MPI_Send(a, 2, MPI_FLOAT, 1, 0, MPI_COMM_WORLD);
            MPI_Send(a, 3, MPI_FLOAT, 1, 0, MPI_COMM_WORLD);
        } else {
            MPI_Status status = MPI_Recv(a, 2, type2, 0, 0, MPI_COMM_WORLD);
            assertEquals(1, MPI_Get_count(status, type2));
            assertEquals(2, MPI_Get_elements(status, type2));
            status = MPI_Recv(a, 2, type2, 0, 0, MPI_COMM_WORLD);
            assertEquals(MPI_UNDEFINED, MPI_Get_count(status, type2));
            assertEquals(3, MPI_Get_elements(status, type2));
        }
        free(type2);
    }

    /** Example 3.29: e(9,9,9) = a(1:17:2, 3:11, 2:10) of a(100,100,100), here smaller. */
    @Spmd({1, 2})
    @Rule({"DDT-009", "DDT-012", "DDT-042"})
    void shouldExtractASectionOfAThreeDimensionalArray() {
        int n = 20;
        double[] a = counted(n * n * n);
        double[] e = untouched(9 * 9 * 9);
        MPI_Datatype one = MPI_Type_vector(9, 1, 2, MPI_DOUBLE);
        MPI_Datatype two = MPI_Type_hvector(9, 1, (long) n * DOUBLE_BYTES, one);
        MPI_Datatype three = MPI_Type_hvector(9, 1, (long) n * n * DOUBLE_BYTES, two);
        MPI_Type_commit(three);
        move(at(a, fortran(n, 1, 3, 2)), 1, three, e, 9 * 9 * 9, MPI_DOUBLE);
        for (int k = 0; k < 9; k++) {
            for (int j = 0; j < 9; j++) {
                for (int i = 0; i < 9; i++) {
                    assertEquals(fortran(n, 1 + 2 * i, 3 + j, 2 + k), e[i + 9 * j + 81 * k]);
                }
            }
        }
        // and back into an array that has nothing yet
        double[] again = untouched(n * n * n);
        move(e, 9 * 9 * 9, MPI_DOUBLE, at(again, fortran(n, 1, 3, 2)), 1, three);
        for (int p = 0; p < again.length; p++) {
            int i = p % n + 1;
            int j = p / n % n + 1;
            int k = p / (n * n) + 1;
            boolean inside = i % 2 == 1 && i <= 17 && j >= 3 && j <= 11 && k >= 2 && k <= 10;
            assertEquals(inside ? p : UNTOUCHED, again[p]);
        }
        free(one, two, three);
    }

    /** Index of a(i,j,k), as Fortran counts. */
    private static int fortran(int n, int i, int j, int k) {
        return i - 1 + (j - 1) * n + (k - 1) * n * n;
    }

    /** Example 3.30: the strictly lower triangle of a, into that of b. */
    @Spmd({1, 2})
    @Rule({"DDT-035", "DDT-013"})
    void shouldCopyTheLowerTriangle() {
        int n = 100;
        double[] a = counted(n * n);
        double[] b = untouched(n * n);
        int[] blocklen = new int[n];
        int[] disp = new int[n];
        for (int i = 0; i < n; i++) {
            disp[i] = n * i + i + 1 == n * n ? 0 : n * i + i + 1;
            blocklen[i] = n - i - 1;
        }
        MPI_Datatype ltype = commit(MPI_Type_indexed(n, blocklen, disp, MPI_DOUBLE));
        assertEquals(n * (n - 1) / 2 * DOUBLE_BYTES, MPI_Type_size(ltype));
        move(a, 1, ltype, b, 1, ltype);
        for (int column = 0; column < n; column++) {
            for (int row = 0; row < n; row++) {
                int p = row + n * column;
                assertEquals(row > column ? p : UNTOUCHED, b[p]);
            }
        }
        free(ltype);
    }

    /** Example 3.31: rows as vectors of columns, all rows by hvector of stride one element. */
    @Spmd({1, 2})
    @Rule({"DDT-012", "DDT-013", "DDT-042"})
    void shouldTransposeByAVectorOfRows() {
        int n = 50;
        MPI_Datatype row = MPI_Type_vector(n, 1, n, MPI_DOUBLE);
        MPI_Datatype xpose = commit(MPI_Type_hvector(n, 1, DOUBLE_BYTES, row));
        double[] b = untouched(n * n);
        move(counted(n * n), 1, xpose, b, n * n, MPI_DOUBLE);
        checkTransposed(n, b);
        // the receiver may do it as well
        double[] c = untouched(n * n);
        move(b, n * n, MPI_DOUBLE, c, 1, xpose);
        assertArrayEquals(counted(n * n), c);
        free(row, xpose);
    }

    /** Example 3.32: a row with the extent of one element, n times. */
    @Spmd({1, 2})
    @Rule({"DDT-015", "DDT-018", "DDT-002"})
    void shouldTransposeByRowsThatInterleave() {
        int n = 50;
        MPI_Datatype row = MPI_Type_vector(n, 1, n, MPI_DOUBLE);
        MPI_Datatype row1 = commit(struct(new int[] {1, 1}, new long[] {0, DOUBLE_BYTES}, row, MPI_UB));
        assertEquals(DOUBLE_BYTES, MPI_Type_extent(row1));
        double[] b = untouched(n * n);
        move(counted(n * n), n, row1, b, n * n, MPI_DOUBLE);
        checkTransposed(n, b);
        free(row, row1);
    }

    /** The same with one send of a row and one receive of a column for each. */
    @Spmd({1, 2})
    @Rule({"SR-005", "TYP-004", "NB-027"})
    void shouldTransposeRowByRow() {
        int n = 50;
        MPI_Datatype row = commit(MPI_Type_vector(n, 1, n, MPI_DOUBLE));
        double[] a = counted(n * n);
        double[] b = untouched(n * n);
        MPI_Request[] sends = new MPI_Request[n];
        for (int i = 0; i < n; i++) {
            sends[i] = MPI_Isend(at(a, i), 1, row, rank(), 0, MPI_COMM_WORLD);
        }
        for (int i = 0; i < n; i++) {
            MPI_Recv(at(b, i * n), n, MPI_DOUBLE, rank(), 0, MPI_COMM_WORLD);
        }
        MPI_Waitall(n, sends, MPI_STATUSES_IGNORE);
        checkTransposed(n, b);
        free(row);
    }

    private static void checkTransposed(int n, double[] b) {
        for (int p = 0; p < n * n; p++) {
            assertEquals(p / n + p % n * n, b[p]);
        }
    }

    /** A matrix spread by rows, transposed by an all-to-all of blocks (§4.8 needs the type). */
    @Spmd({2, 3})
    @Rule({"DDT-041", "DDT-018"})
    void shouldTransposeAMatrixThatIsSpread() {
        int ranks = MPI_Comm_size(MPI_COMM_WORLD);
        int mine = 4;
        int n = mine * ranks;
        double[] rows = new double[mine * n];
        Arrays.setAll(rows, p -> rank() * mine * n + p);
        // a column of one block, as wide as one element; mine of them are the block transposed
        MPI_Datatype column = MPI_Type_vector(mine, 1, n, MPI_DOUBLE);
        MPI_Datatype narrow = struct(new int[] {1, 1}, new long[] {0, DOUBLE_BYTES}, column, MPI_UB);
        // received as a block whose rows are n apart; the next block begins mine elements on
        MPI_Datatype square = MPI_Type_vector(mine, mine, n, MPI_DOUBLE);
        MPI_Datatype block = struct(new int[] {1, 1}, new long[] {0, mine * DOUBLE_BYTES}, square, MPI_UB);
        MPI_Type_commit(narrow);
        MPI_Type_commit(block);
        double[] transposed = untouched(mine * n);
        MPI_Alltoall(rows, mine, narrow, transposed, 1, block, MPI_COMM_WORLD);
        for (int i = 0; i < mine; i++) {
            for (int j = 0; j < n; j++) {
                assertEquals(j * n + rank() * mine + i, transposed[i * n + j]);
            }
        }
        free(column, narrow, square, block);
    }

    /** Example 3.35: an array of unions, each an int or a float, as the kind of all says. */
    @Spmd
    @Rule({"DDT-044"})
    void shouldSendAnArrayOfUnions() {
        int slot = 8;
        MPI_Datatype[] kinds = {
            commit(struct(new int[] {1, 1}, new long[] {0, slot}, MPI_INT, MPI_UB)),
            commit(struct(new int[] {1, 1}, new long[] {0, slot}, MPI_FLOAT, MPI_UB))
        };
        for (int utype = 0; utype < 2; utype++) {
            ByteBuffer u = ByteBuffer.allocate(1000 * slot).order(ByteOrder.nativeOrder());
            if (rank() == 0) {
                for (int i = 0; i < 1000; i++) {
                    u.putInt(i * slot, utype == 0 ? i : Float.floatToRawIntBits(i / 4f));
                    u.putInt(i * slot + 4, 77);
                }
                MPI_Send(u, 1000, kinds[utype], 1, 0, MPI_COMM_WORLD);
            } else {
                MPI_Recv(u, 1000, kinds[utype], 0, 0, MPI_COMM_WORLD);
                for (int i = 0; i < 1000; i++) {
                    assertEquals(utype == 0 ? i : Float.floatToRawIntBits(i / 4f), u.getInt(i * slot));
                    assertEquals(0, u.getInt(i * slot + 4));
                }
            }
        }
        free(kinds);
    }

    /** §3.12.1: the order of the type map is that of the message. */
    @Spmd({1})
    @Rule({"DDT-013", "DDT-010"})
    void shouldSendBackwards() {
        MPI_Datatype backwards = commit(MPI_Type_vector(5, 1, -1, MPI_DOUBLE));
        assertArrayEquals(new double[] {4, 3, 2, 1, 0}, doublesOf(at(counted(5), 4), 1, backwards));
        free(backwards);
    }
}
