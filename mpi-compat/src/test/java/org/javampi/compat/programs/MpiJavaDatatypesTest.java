package org.javampi.compat.programs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import mpi.Datatype;
import mpi.MPI;
import mpi.MPIException;
import mpi.Status;
import mpi.Struct;
import org.javampi.junit.MpiTest;

/** Derived datatypes as programs for mpiJava write them: everything counts in elements of the base type. */
class MpiJavaDatatypesTest extends MpiBegun {
    private static int me() {
        return MPI.COMM_WORLD.Rank();
    }

    /** What rank 1 gets of ten ints when rank 0 sends {@code count} items from {@code offset} on. */
    private static int[] sent(Datatype type, int offset, int count) {
        int[] numbers = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        int[] got = new int[10];
        if (me() == 0) {
            MPI.COMM_WORLD.Send(numbers, offset, count, type, 1, 0);
            return null;
        }
        Status status = MPI.COMM_WORLD.Recv(got, 0, 10, MPI.INT, 0, 0);
        return Arrays.copyOf(got, status.Get_count(MPI.INT));
    }

    private static void check(int[] expected, Datatype type, int offset, int count) {
        int[] got = sent(type, offset, count);
        if (me() == 1) {
            assertArrayEquals(expected, got);
        }
    }

    @MpiTest(np = 2)
    void contiguous() {
        Datatype type = Datatype.Contiguous(3, MPI.INT);
        type.Commit();
        assertEquals(3, type.Extent());
        assertEquals(3, type.Size());
        assertEquals(12, type.getByteSize());
        check(new int[] {1, 2, 3, 4, 5, 6}, type, 1, 2);
    }

    @MpiTest(np = 2)
    void vector() {
        Datatype type = Datatype.Vector(3, 1, 3, MPI.INT);
        type.Commit();
        assertEquals(7, type.Extent());
        assertEquals(3, type.Size());
        check(new int[] {2, 5, 8}, type, 2, 1);
    }

    @MpiTest(np = 2)
    void withoutCommit() {
        check(new int[] {0, 2, 4}, Datatype.Vector(3, 1, 2, MPI.INT), 0, 1);
    }

    @MpiTest(np = 2)
    void hvectorCountsInElements() {
        Datatype pair = Datatype.Contiguous(2, MPI.INT);
        check(new int[] {0, 1, 5, 6}, Datatype.Hvector(2, 1, 5, pair), 0, 1);
    }

    @MpiTest(np = 2)
    void indexed() {
        Datatype type = Datatype.Indexed(new int[] {2, 1}, new int[] {4, 0}, MPI.INT);
        type.Commit();
        assertEquals(6, type.Extent());
        assertEquals(0, type.Lb());
        assertEquals(6, type.Ub());
        check(new int[] {5, 6, 1}, type, 1, 1);
    }

    @MpiTest(np = 2)
    void hindexedCountsInElements() {
        Datatype pair = Datatype.Contiguous(2, MPI.INT);
        check(new int[] {3, 4, 0, 1}, Datatype.Hindexed(new int[] {1, 1}, new int[] {3, 0}, pair), 0, 1);
    }

    @MpiTest(np = 2)
    void structWithBounds() {
        Datatype type =
                Datatype.Struct(new int[] {1, 2, 1}, new int[] {0, 1, 5}, new Datatype[] {MPI.LB, MPI.INT, MPI.UB});
        type.Commit();
        assertEquals(5, type.Extent());
        assertEquals(2, type.Size());
        assertEquals(0, type.Lb());
        assertEquals(5, type.Ub());
        check(new int[] {1, 2, 6, 7}, type, 0, 2);
    }

    @MpiTest(np = 2)
    void structsOfOtherForms() {
        check(
                new int[] {2, 0},
                Datatype.Struct(new int[] {1, 1}, new long[] {2, 0}, new Datatype[] {MPI.INT, MPI.INT}),
                0,
                1);
        check(new int[] {4, 5}, new Struct(new int[] {2}, new int[] {3}, new Datatype[] {MPI.INT}), 1, 1);
        MPIException error = assertThrows(
                MPIException.class,
                () -> Datatype.Struct(new int[] {1, 1}, new int[] {0, 1}, new Datatype[] {MPI.INT, MPI.LONG}));
        assertTrue(error.getMessage().contains("createStruct"), error.getMessage());
    }

    @MpiTest(np = 2)
    void columnOfAMatrix() {
        int n = 4;
        double[] matrix = new double[n * n];
        Datatype column = Datatype.Vector(n, 1, n, MPI.DOUBLE);
        column.Commit();
        if (me() == 0) {
            for (int i = 0; i < matrix.length; i++) {
                matrix[i] = i;
            }
            MPI.COMM_WORLD.Send(matrix, 2, 1, column, 1, 0);
        } else {
            Status status = MPI.COMM_WORLD.Recv(matrix, 1, 1, column, 0, 0);
            assertArrayEquals(new double[] {0, 2, 0, 0, 0, 6, 0, 0, 0, 10, 0, 0, 0, 14, 0, 0}, matrix);
            assertEquals(1, status.Get_count(column));
            assertEquals(4, status.Get_elements(column));
        }
        column.free();
        assertTrue(column.isNull());
    }

    @MpiTest(np = 2)
    void countThatIsNoWholeNumber() {
        if (me() == 0) {
            MPI.COMM_WORLD.Send(new int[3], 0, 3, MPI.INT, 1, 0);
        } else {
            Datatype two = Datatype.Contiguous(2, MPI.INT);
            Status status = MPI.COMM_WORLD.Recv(new int[4], 0, 2, two, 0, 0);
            assertEquals(MPI.UNDEFINED, status.Get_count(two));
            assertEquals(3, status.Get_elements(two));
        }
    }

    @MpiTest(np = 1)
    void basicTypes() {
        assertEquals(1, MPI.DOUBLE.Extent());
        assertEquals(1, MPI.CHAR.Size());
        assertEquals(2, MPI.CHAR.getByteSize());
        assertEquals(2, MPI.INT2.Extent());
        assertEquals(2, MPI.LONG2.Size());
        MPI.INT.Commit();
        assertTrue(MPI.NULL.isNull());
    }

    @MpiTest(np = 3)
    void derivedTypesInCollectives() {
        int n = 3;
        Datatype column = Datatype.Struct(
                new int[] {1, 1}, new int[] {0, 1}, new Datatype[] {Datatype.Vector(n, 1, n, MPI.INT), MPI.UB});
        int[] matrix = me() == 0 ? new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8} : null;
        int[] own = new int[3];
        MPI.COMM_WORLD.Scatter(matrix, 0, 1, column, own, 0, 3, MPI.INT, 0);
        assertArrayEquals(new int[] {me(), 3 + me(), 6 + me()}, own);
    }
}
