package org.javampi.compat.programs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import mpi.Datatype;
import mpi.DoubleComplex;
import mpi.DoubleInt;
import mpi.FloatComplex;
import mpi.Int2;
import mpi.MPI;
import mpi.MPIException;
import mpi.Op;
import mpi.UserFunction;
import org.javampi.junit.MpiTest;

/** Blocking collective communication as programs for Open MPI's Java bindings write it. */
class OpenMpiCollectivesTest extends MpiBegun {
    private static int me() {
        return MPI.COMM_WORLD.getRank();
    }

    @MpiTest(np = 3)
    void barrierAndBcast() {
        MPI.COMM_WORLD.barrier();
        IntBuffer data = MPI.newIntBuffer(2);
        if (me() == 2) {
            data.put(0, 8).put(1, 9);
        }
        MPI.COMM_WORLD.bcast(data, 2, MPI.INT, 2);
        assertEquals(9, data.get(1));
    }

    @MpiTest(np = 3)
    void gatherAndGatherInPlace() {
        int[] all = new int[3];
        MPI.COMM_WORLD.gather(new int[] {me()}, 1, MPI.INT, me() == 0 ? all : null, 1, MPI.INT, 0);
        assertArrayEquals(me() == 0 ? new int[] {0, 1, 2} : new int[3], all);
        int[] own = me() == 1 ? new int[] {-1, 11, -1} : new int[] {me() + 10};
        MPI.COMM_WORLD.gather(own, 1, MPI.INT, 1);
        if (me() == 1) {
            assertArrayEquals(new int[] {10, 11, 12}, own);
        }
    }

    @MpiTest(np = 3)
    void gathervInThreeForms() {
        int[] counts = {1, 1, 2};
        int[] displs = {0, 1, 2};
        int[] own = {me(), me()};
        int[] all = new int[4];
        MPI.COMM_WORLD.gatherv(own, counts[me()], MPI.INT, all, counts, displs, MPI.INT, 0);
        assertArrayEquals(me() == 0 ? new int[] {0, 1, 2, 2} : new int[4], all);
        if (me() == 0) {
            int[] place = {5, 0, 0, 0};
            MPI.COMM_WORLD.gatherv(place, counts, displs, MPI.INT, 0);
            assertArrayEquals(new int[] {5, 1, 2, 2}, place);
        } else {
            MPI.COMM_WORLD.gatherv(own, counts[me()], MPI.INT, 0);
        }
    }

    @MpiTest(np = 3)
    void scatterAndScatterInPlace() {
        int[] own = new int[1];
        MPI.COMM_WORLD.scatter(me() == 0 ? new int[] {4, 5, 6} : null, 1, MPI.INT, own, 1, MPI.INT, 0);
        assertEquals(4 + me(), own[0]);
        int[] buffer = me() == 0 ? new int[] {7, 8, 9} : new int[1];
        MPI.COMM_WORLD.scatter(buffer, 1, MPI.INT, 0);
        assertEquals(7 + me(), buffer[0]);
    }

    @MpiTest(np = 3)
    void scattervInThreeForms() {
        int[] counts = {1, 1, 2};
        int[] displs = {3, 2, 0};
        int[] all = {1, 2, 3, 4};
        int[] own = new int[2];
        MPI.COMM_WORLD.scatterv(all, counts, displs, MPI.INT, own, counts[me()], MPI.INT, 0);
        assertArrayEquals(me() == 0 ? new int[] {4, 0} : me() == 1 ? new int[] {3, 0} : new int[] {1, 2}, own);
        if (me() == 0) {
            MPI.COMM_WORLD.scatterv(all, counts, displs, MPI.INT, 0);
        } else {
            int[] second = new int[2];
            MPI.COMM_WORLD.scatterv(second, counts[me()], MPI.INT, 0);
            assertArrayEquals(own, second);
        }
    }

    @MpiTest(np = 3)
    void allGatherAndInPlace() {
        int[] all = new int[3];
        MPI.COMM_WORLD.allGather(new int[] {me()}, 1, MPI.INT, all, 1, MPI.INT);
        assertArrayEquals(new int[] {0, 1, 2}, all);
        int[] place = new int[3];
        place[me()] = me() + 5;
        MPI.COMM_WORLD.allGather(place, 1, MPI.INT);
        assertArrayEquals(new int[] {5, 6, 7}, place);
        int[] counts = {1, 1, 1};
        int[] displs = {2, 1, 0};
        MPI.COMM_WORLD.allGatherv(new int[] {me()}, 1, MPI.INT, all, counts, displs, MPI.INT);
        assertArrayEquals(new int[] {2, 1, 0}, all);
        int[] mine = new int[3];
        mine[displs[me()]] = me();
        MPI.COMM_WORLD.allGatherv(mine, counts, displs, MPI.INT);
        assertArrayEquals(new int[] {2, 1, 0}, mine);
    }

    @MpiTest(np = 3)
    void allToAllAndAllToAllv() {
        int[] in = new int[3];
        int[] out = {10 * me(), 10 * me() + 1, 10 * me() + 2};
        MPI.COMM_WORLD.allToAll(out, 1, MPI.INT, in, 1, MPI.INT);
        assertArrayEquals(new int[] {me(), 10 + me(), 20 + me()}, in);
        int[] one = {1, 1, 1};
        MPI.COMM_WORLD.allToAllv(out, one, new int[] {0, 1, 2}, MPI.INT, in, one, new int[] {2, 1, 0}, MPI.INT);
        assertArrayEquals(new int[] {20 + me(), 10 + me(), me()}, in);
    }

    @MpiTest(np = 3)
    void reduceAndReduceInPlace() {
        double[] sum = new double[1];
        MPI.COMM_WORLD.reduce(new double[] {me()}, sum, 1, MPI.DOUBLE, MPI.SUM, 1);
        assertEquals(me() == 1 ? 3 : 0, sum[0]);
        double[] own = {me() + 1};
        MPI.COMM_WORLD.reduce(own, 1, MPI.DOUBLE, MPI.PROD, 2);
        assertEquals(me() == 2 ? 6 : me() + 1, own[0]);
    }

    @MpiTest(np = 3)
    void allReduceAndAllReduceInPlace() {
        int[] sum = new int[1];
        MPI.COMM_WORLD.allReduce(new int[] {me()}, sum, 1, MPI.INT, MPI.SUM);
        assertEquals(3, sum[0]);
        IntBuffer own = MPI.newIntBuffer(1).put(0, me());
        MPI.COMM_WORLD.allReduce(own, 1, MPI.INT, MPI.MAX);
        assertEquals(2, own.get(0));
        boolean[] flags = {me() == 0};
        MPI.COMM_WORLD.allReduce(flags, 1, MPI.BOOLEAN, MPI.LOR);
        assertTrue(flags[0]);
        byte[] bytes = {(byte) me()};
        MPI.COMM_WORLD.allReduce(bytes, 1, MPI.BYTE, MPI.SUM);
        assertEquals(3, bytes[0]);
    }

    @MpiTest(np = 3)
    void reduceScatterAndScan() {
        int[] counts = {1, 1, 1};
        int[] out = new int[1];
        MPI.COMM_WORLD.reduceScatter(new int[] {1, 2, 3}, out, counts, MPI.INT, MPI.SUM);
        assertEquals(3 * (me() + 1), out[0]);
        int[] own = {1, 2, 3};
        MPI.COMM_WORLD.reduceScatter(own, counts, MPI.INT, MPI.SUM);
        assertEquals(3 * (me() + 1), own[0]);
        MPI.COMM_WORLD.scan(new int[] {me() + 1}, out, 1, MPI.INT, MPI.SUM);
        assertEquals(new int[] {1, 3, 6}[me()], out[0]);
        int[] place = {me() + 1};
        MPI.COMM_WORLD.scan(place, 1, MPI.INT, MPI.SUM);
        assertEquals(new int[] {1, 3, 6}[me()], place[0]);
    }

    @MpiTest(np = 3)
    void functionsOnArrays() {
        Op op = new Op(
                new UserFunction() {
                    @Override
                    public void call(Object in, Object inOut, int count, Datatype type) {
                        int[] a = (int[]) in;
                        int[] b = (int[]) inOut;
                        for (int i = 0; i < count; i++) {
                            b[i] = a[i] + b[i] + 100;
                        }
                    }
                },
                true);
        int[] sum = new int[1];
        MPI.COMM_WORLD.allReduce(new int[] {me()}, sum, 1, MPI.INT, op);
        assertEquals(203, sum[0]);
        IntBuffer direct = MPI.newIntBuffer(1).put(0, me());
        MPI.COMM_WORLD.allReduce(direct, 1, MPI.INT, op);
        assertEquals(203, direct.get(0));
        ByteBuffer bytes = MPI.newByteBuffer(4).putInt(0, me());
        MPI.COMM_WORLD.allReduce(bytes, 1, MPI.INT, op);
        assertEquals(203, bytes.getInt(0));
        assertTrue(op.isCommutative());
        op.free();
        assertTrue(op.isNull());
        assertFalse(MPI.SUM.isNull());
    }

    @MpiTest(np = 3)
    void functionsOnByteBuffers() {
        Op op = new Op(
                new UserFunction() {
                    @Override
                    public void call(ByteBuffer in, ByteBuffer inOut, int count, Datatype type) {
                        for (int i = 0; i < count; i++) {
                            double product = in.getDouble(8 * i) * inOut.getDouble(8 * i);
                            inOut.putDouble(8 * i, product);
                        }
                    }
                },
                false);
        double[] product = new double[2];
        MPI.COMM_WORLD.allReduce(new double[] {me() + 1, 2}, product, 2, MPI.DOUBLE, op);
        assertArrayEquals(new double[] {6, 8}, product);
    }

    @MpiTest(np = 3)
    void functionThatOverridesNothing() {
        Op op = new Op(new UserFunction() {}, true);
        MPIException error = assertThrows(
                MPIException.class, () -> MPI.COMM_SELF.allReduce(new int[1], new int[1], -1, MPI.INT, op));
        assertEquals(MPI.ERR_COUNT, error.getErrorClass());
    }

    @MpiTest(np = 3)
    void valueAndIndexInStructs() {
        ByteBuffer in = MPI.newByteBuffer(MPI.doubleInt.getExtent());
        ByteBuffer out = MPI.newByteBuffer(MPI.doubleInt.getExtent());
        DoubleInt.Data mine = MPI.doubleInt.getData(in);
        mine.putValue(10 - me());
        mine.putIndex(me());
        MPI.COMM_WORLD.allReduce(in, out, 1, MPI.DOUBLE_INT, MPI.MINLOC);
        DoubleInt.Data result = MPI.doubleInt.getData(out);
        assertEquals(8, result.getValue());
        assertEquals(2, result.getIndex());
        byte[] pairs = new byte[2 * MPI.int2.getExtent()];
        Int2.Data second = MPI.int2.getData(pairs, 1);
        second.putValue(me());
        second.putIndex(me());
        MPI.COMM_WORLD.allReduce(pairs, 2, MPI.INT2, MPI.MAXLOC);
        assertEquals(2, second.getIndex());
        assertEquals(8, MPI.shortInt.getExtent());
        assertEquals(16, MPI.longInt.getExtent());
        assertEquals(8, MPI.floatInt.getExtent());
    }

    @MpiTest(np = 2)
    void complexNumbers() {
        double[] numbers = {1, me() + 1, 0, 1};
        double[] out = new double[4];
        MPI.COMM_WORLD.allReduce(numbers, out, 2, MPI.DOUBLE_COMPLEX, MPI.PROD);
        assertArrayEquals(new double[] {-1, 3, -1, 0}, out);
        float[] floats = {1, 2};
        MPI.COMM_WORLD.allReduce(floats, 1, MPI.FLOAT_COMPLEX, MPI.SUM);
        assertArrayEquals(new float[] {2, 4}, floats);
        DoubleComplex first = DoubleComplex.get(out, 1);
        assertEquals(-1, first.getReal());
        assertEquals(0, first.getImag());
        first.putReal(5);
        first.putImag(6);
        assertArrayEquals(new double[] {-1, 3, 5, 6}, out);
        assertEquals(5, first.getBuffer().get(0));
        FloatComplex inBytes = FloatComplex.get(MPI.newByteBuffer(16), 1);
        inBytes.putImag(3);
        assertEquals(3, inBytes.getImag());
        assertEquals(2, FloatComplex.get(floats).getReal());
    }
}
