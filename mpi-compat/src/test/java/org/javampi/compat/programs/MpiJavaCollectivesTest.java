package org.javampi.compat.programs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import mpi.Datatype;
import mpi.MPI;
import mpi.MPIException;
import mpi.Op;
import mpi.User_function;
import org.javampi.junit.MpiTest;

/** Collective communication as programs for mpiJava and MPJ Express write it. */
class MpiJavaCollectivesTest extends MpiBegun {
    private static int me() {
        return MPI.COMM_WORLD.Rank();
    }

    @MpiTest(np = 3)
    void bcast() {
        int[] data = me() == 1 ? new int[] {0, 4, 5} : new int[3];
        MPI.COMM_WORLD.Bcast(data, 1, 2, MPI.INT, 1);
        assertArrayEquals(new int[] {0, 4, 5}, data);
        MPI.COMM_WORLD.Barrier();
    }

    @MpiTest(np = 3)
    void gatherWithNullsAtOthers() {
        int[] all = me() == 0 ? new int[7] : null;
        MPI.COMM_WORLD.Gather(new int[] {me(), -me()}, 0, 2, MPI.INT, all, 1, 2, MPI.INT, 0);
        if (me() == 0) {
            assertArrayEquals(new int[] {0, 0, 0, 1, -1, 2, -2}, all);
        }
    }

    @MpiTest(np = 3)
    void gatherWithoutATypeAtOthers() {
        int[] all = new int[3];
        MPI.COMM_WORLD.Gather(new int[] {me()}, 0, 1, MPI.INT, all, 0, 1, me() == 0 ? MPI.INT : null, 0);
        assertArrayEquals(me() == 0 ? new int[] {0, 1, 2} : new int[3], all);
    }

    @MpiTest(np = 3)
    void gathervWithNullsAtOthers() {
        boolean root = me() == 2;
        int[] all = root ? new int[6] : null;
        int[] counts = root ? new int[] {1, 2, 3} : null;
        int[] displs = root ? new int[] {5, 3, 0} : null;
        int[] own = new int[me() + 1];
        Arrays.fill(own, me());
        MPI.COMM_WORLD.Gatherv(own, 0, me() + 1, MPI.INT, all, 0, counts, displs, MPI.INT, 2);
        if (root) {
            assertArrayEquals(new int[] {2, 2, 2, 1, 1, 0}, all);
        }
    }

    @MpiTest(np = 3)
    void scatterWithNullsAtOthers() {
        double[] all = me() == 0 ? new double[] {0, 1, 2, 3, 4, 5} : null;
        double[] own = new double[3];
        MPI.COMM_WORLD.Scatter(all, 0, 2, MPI.DOUBLE, own, 1, 2, MPI.DOUBLE, 0);
        assertArrayEquals(new double[] {0, 2 * me(), 2 * me() + 1}, own);
    }

    @MpiTest(np = 3)
    void scatterv() {
        boolean root = me() == 0;
        long[] all = {9, 8, 7, 6};
        long[] own = new long[2];
        int count = me() == 1 ? 2 : 1;
        MPI.COMM_WORLD.Scatterv(
                root ? all : null,
                0,
                root ? new int[] {1, 2, 1} : null,
                root ? new int[] {3, 0, 2} : null,
                MPI.LONG,
                own,
                0,
                count,
                MPI.LONG,
                0);
        assertArrayEquals(me() == 0 ? new long[] {6, 0} : me() == 1 ? new long[] {9, 8} : new long[] {7, 0}, own);
    }

    @MpiTest(np = 3)
    void allgatherAndAllgatherv() {
        int[] all = new int[3];
        MPI.COMM_WORLD.Allgather(new int[] {me() * 2}, 0, 1, MPI.INT, all, 0, 1, MPI.INT);
        assertArrayEquals(new int[] {0, 2, 4}, all);
        char[] text = new char[6];
        char[] own = {(char) ('a' + me()), (char) ('a' + me()), (char) ('a' + me())};
        MPI.COMM_WORLD.Allgatherv(
                own, 0, me() + 1, MPI.CHAR, text, 0, new int[] {1, 2, 3}, new int[] {0, 1, 3}, MPI.CHAR);
        assertEquals("abbccc", new String(text));
    }

    @MpiTest(np = 3)
    void alltoallAndAlltoallv() {
        int[] out = {10 * me(), 10 * me() + 1, 10 * me() + 2};
        int[] in = new int[3];
        MPI.COMM_WORLD.Alltoall(out, 0, 1, MPI.INT, in, 0, 1, MPI.INT);
        assertArrayEquals(new int[] {me(), 10 + me(), 20 + me()}, in);
        int[] one = {1, 1, 1};
        int[] backwards = {2, 1, 0};
        MPI.COMM_WORLD.Alltoallv(out, 0, one, new int[] {0, 1, 2}, MPI.INT, in, 0, one, backwards, MPI.INT);
        assertArrayEquals(new int[] {20 + me(), 10 + me(), me()}, in);
    }

    @MpiTest(np = 3)
    void reduceWithNullAtOthers() {
        int[] result = me() == 0 ? new int[2] : null;
        MPI.COMM_WORLD.Reduce(new int[] {me(), 1}, 0, result, 0, 2, MPI.INT, MPI.SUM, 0);
        if (me() == 0) {
            assertArrayEquals(new int[] {3, 3}, result);
        }
    }

    @MpiTest(np = 3)
    void allreduceEveryOperation() {
        int[] in = {me() + 1};
        int[] out = new int[1];
        Op[] ops = {MPI.MAX, MPI.MIN, MPI.SUM, MPI.PROD, MPI.BAND, MPI.BOR, MPI.BXOR};
        int[] expected = {3, 1, 6, 6, 0, 3, 0};
        for (int i = 0; i < ops.length; i++) {
            MPI.COMM_WORLD.Allreduce(in, 0, out, 0, 1, MPI.INT, ops[i]);
            assertEquals(expected[i], out[0], ops[i].toString());
        }
    }

    @MpiTest(np = 3)
    void reduceEveryType() {
        byte[] bytes = new byte[1];
        MPI.COMM_WORLD.Allreduce(new byte[] {-2}, 0, bytes, 0, 1, MPI.BYTE, MPI.SUM);
        assertEquals(-6, bytes[0]);
        MPI.COMM_WORLD.Allreduce(new byte[] {(byte) (me() - 1)}, 0, bytes, 0, 1, MPI.BYTE, MPI.MAX);
        assertEquals(1, bytes[0]);
        char[] chars = new char[1];
        MPI.COMM_WORLD.Allreduce(new char[] {(char) ('x' + me())}, 0, chars, 0, 1, MPI.CHAR, MPI.MAX);
        assertEquals('z', chars[0]);
        short[] shorts = new short[1];
        MPI.COMM_WORLD.Allreduce(new short[] {-5}, 0, shorts, 0, 1, MPI.SHORT, MPI.MIN);
        assertEquals(-5, shorts[0]);
        long[] longs = new long[1];
        MPI.COMM_WORLD.Allreduce(new long[] {1L << 40}, 0, longs, 0, 1, MPI.LONG, MPI.SUM);
        assertEquals(3L << 40, longs[0]);
        float[] floats = new float[1];
        MPI.COMM_WORLD.Allreduce(new float[] {.5f}, 0, floats, 0, 1, MPI.FLOAT, MPI.SUM);
        assertEquals(1.5f, floats[0]);
        double[] doubles = new double[1];
        MPI.COMM_WORLD.Allreduce(new double[] {2}, 0, doubles, 0, 1, MPI.DOUBLE, MPI.PROD);
        assertEquals(8, doubles[0]);
    }

    @MpiTest(np = 3)
    void logicalOperationsOnBooleans() {
        boolean[] out = new boolean[1];
        MPI.COMM_WORLD.Allreduce(new boolean[] {me() > 0}, 0, out, 0, 1, MPI.BOOLEAN, MPI.LAND);
        assertFalse(out[0]);
        MPI.COMM_WORLD.Allreduce(new boolean[] {me() > 0}, 0, out, 0, 1, MPI.BOOLEAN, MPI.LOR);
        assertEquals(true, out[0]);
        MPI.COMM_WORLD.Allreduce(new boolean[] {me() > 0}, 0, out, 0, 1, MPI.BOOLEAN, MPI.LXOR);
        assertFalse(out[0]);
    }

    @MpiTest(np = 3)
    void theSameArrayIsSendAndReceiveBuffer() {
        int[] data = {me(), 1};
        MPI.COMM_WORLD.Allreduce(data, 0, data, 0, 2, MPI.INT, MPI.SUM);
        assertArrayEquals(new int[] {3, 3}, data);
        int[] sum = {me() + 1};
        MPI.COMM_WORLD.Reduce(sum, 0, sum, 0, 1, MPI.INT, MPI.SUM, 1);
        assertEquals(me() == 1 ? 6 : me() + 1, sum[0]);
        int[] prefix = {me() + 1};
        MPI.COMM_WORLD.Scan(prefix, 0, prefix, 0, 1, MPI.INT, MPI.SUM);
        assertEquals(new int[] {1, 3, 6}[me()], prefix[0]);
        int[] all = {me(), -1, -1};
        MPI.COMM_WORLD.Allgather(all, 0, 1, MPI.INT, all, 0, 1, MPI.INT);
        assertArrayEquals(new int[] {0, 1, 2}, all);
        int[] table = {10 * me(), 10 * me() + 1, 10 * me() + 2};
        MPI.COMM_WORLD.Alltoall(table, 0, 1, MPI.INT, table, 0, 1, MPI.INT);
        assertArrayEquals(new int[] {me(), 10 + me(), 20 + me()}, table);
        int[] own = {me() + 5, 0, 0};
        MPI.COMM_WORLD.Gather(own, 0, 1, MPI.INT, own, 0, 1, MPI.INT, 0);
        assertArrayEquals(me() == 0 ? new int[] {5, 6, 7} : new int[] {me() + 5, 0, 0}, own);
        int[] parts = me() == 0 ? new int[] {7, 8, 9} : new int[3];
        MPI.COMM_WORLD.Scatter(parts, 0, 1, MPI.INT, parts, 2, 1, MPI.INT, 0);
        assertEquals(7 + me(), parts[2]);
    }

    @MpiTest(np = 3)
    void overlappingPartsOfOneArray() {
        int[] data = {me(), me() + 1, 0};
        MPI.COMM_WORLD.Allreduce(data, 0, data, 1, 2, MPI.INT, MPI.SUM);
        assertArrayEquals(new int[] {me(), 3, 6}, data);
    }

    @MpiTest(np = 3)
    void reduceScatter() {
        int[] in = {1, 2, 3, 4};
        int[] out = new int[2];
        MPI.COMM_WORLD.Reduce_scatter(in, 0, out, 0, new int[] {1, 2, 1}, MPI.INT, MPI.SUM);
        assertEquals(me() == 0 ? 3 : me() == 1 ? 6 : 12, out[0]);
    }

    @MpiTest(np = 3)
    void scan() {
        double[] out = new double[2];
        MPI.COMM_WORLD.Scan(new double[] {1, me()}, 0, out, 0, 2, MPI.DOUBLE, MPI.SUM);
        assertArrayEquals(new double[] {me() + 1, new int[] {0, 1, 3}[me()]}, out);
    }

    @MpiTest(np = 3)
    void maxlocAndMinlocOfEveryPair() {
        int[] ints = new int[2];
        MPI.COMM_WORLD.Allreduce(new int[] {5 - me(), me()}, 0, ints, 0, 1, MPI.INT2, MPI.MAXLOC);
        assertArrayEquals(new int[] {5, 0}, ints);
        double[] doubles = new double[2];
        MPI.COMM_WORLD.Allreduce(new double[] {5 - me(), me()}, 0, doubles, 0, 1, MPI.DOUBLE2, MPI.MINLOC);
        assertArrayEquals(new double[] {3, 2}, doubles);
        float[] floats = new float[2];
        MPI.COMM_WORLD.Allreduce(new float[] {me(), me()}, 0, floats, 0, 1, MPI.FLOAT2, MPI.MAXLOC);
        assertArrayEquals(new float[] {2, 2}, floats);
        long[] longs = new long[4];
        MPI.COMM_WORLD.Allreduce(new long[] {7, me(), 1L << 40 + me(), me()}, 0, longs, 0, 2, MPI.LONG2, MPI.MAXLOC);
        assertArrayEquals(new long[] {7, 0, 1L << 42, 2}, longs);
        short[] shorts = new short[2];
        MPI.COMM_WORLD.Allreduce(new short[] {(short) -me(), (short) me()}, 0, shorts, 0, 1, MPI.SHORT2, MPI.MINLOC);
        assertArrayEquals(new short[] {-2, 2}, shorts);
    }

    @MpiTest(np = 3)
    void operationOfTheProgramsOwn() {
        Op longest = new Op(
                new User_function() {
                    @Override
                    public void Call(Object in, int inOffset, Object inOut, int outOffset, int count, Datatype type) {
                        int[] a = (int[]) in;
                        int[] b = (int[]) inOut;
                        for (int i = 0; i < count; i++) {
                            b[outOffset + i] = Math.max(Math.abs(a[inOffset + i]), Math.abs(b[outOffset + i]));
                        }
                        assertEquals(MPI.INT, type);
                    }
                },
                true);
        int[] out = new int[3];
        MPI.COMM_WORLD.Allreduce(new int[] {0, -me(), 3}, 1, out, 1, 2, MPI.INT, longest);
        assertArrayEquals(new int[] {0, 2, 3}, out);
        longest.Free();
        assertThrows(MPIException.class, () -> MPI.COMM_WORLD.Allreduce(new int[1], 0, out, 0, 1, MPI.INT, longest));
    }

    @MpiTest(np = 3)
    void operationThatDoesNotCommute() {
        Op affine = new Op(
                new User_function() {
                    @Override
                    public void Call(Object in, int inOffset, Object inOut, int outOffset, int count, Datatype type) {
                        double[] a = (double[]) in;
                        double[] b = (double[]) inOut;
                        for (int i = 0; i < count; i++) {
                            b[outOffset + i] = 10 * a[inOffset + i] + b[outOffset + i];
                        }
                    }
                },
                false);
        double[] out = new double[1];
        MPI.COMM_WORLD.Reduce(new double[] {me() + 1}, 0, out, 0, 1, MPI.DOUBLE, affine, 0);
        if (me() == 0) {
            assertEquals(123, out[0]);
        }
    }

    @MpiTest(np = 2)
    void wrongArgumentsAreThrown() {
        assertThrows(MPIException.class, () -> MPI.COMM_WORLD.Bcast(new int[1], 0, 1, MPI.INT, 2));
        assertThrows(MPIException.class, () -> MPI.COMM_WORLD.Bcast(new int[1], 0, 2, MPI.INT, 0));
        assertThrows(
                MPIException.class,
                () -> MPI.COMM_WORLD.Allreduce(new double[1], 0, new double[1], 0, 1, MPI.DOUBLE, MPI.BAND));
    }

    @MpiTest(np = 2)
    void temporariesAreBuffers() {
        MPI.COMM_WORLD.Bcast(new int[] {me()}, 0, 1, MPI.INT, 0);
        MPI.COMM_WORLD.Allreduce(new int[] {1}, 0, new int[1], 0, 1, MPI.INT, MPI.SUM);
    }
}
