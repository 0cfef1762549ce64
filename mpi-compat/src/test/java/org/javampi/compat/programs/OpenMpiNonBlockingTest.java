package org.javampi.compat.programs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import mpi.Comm;
import mpi.Datatype;
import mpi.MPI;
import mpi.Request;
import org.javampi.junit.MpiTest;

/** Collective communication that does not block, as programs for Open MPI's Java bindings write it. */
class OpenMpiNonBlockingTest extends MpiBegun {
    private static final int[] ONE = {1, 1, 1};
    private static final int[] ORDER = {0, 1, 2};

    private static int me() {
        return MPI.COMM_WORLD.getRank();
    }

    @MpiTest(np = 3)
    void barrierWithMessagesInBetween() {
        if (me() == 0) {
            Request barrier = MPI.COMM_WORLD.iBarrier();
            MPI.COMM_WORLD.send(new int[] {1}, 1, MPI.INT, 1, 0);
            MPI.COMM_WORLD.send(new int[] {1}, 1, MPI.INT, 2, 0);
            barrier.waitFor();
            assertTrue(barrier.isNull());
        } else {
            MPI.COMM_WORLD.recv(new int[1], 1, MPI.INT, 0, 0);
            MPI.COMM_WORLD.iBarrier().waitFor();
        }
    }

    @MpiTest(np = 3)
    void broadcastOfBuffersAndArrays() {
        DoubleBuffer direct = MPI.newDoubleBuffer(2);
        if (me() == 0) {
            direct.put(0, 1.5).put(1, 2.5);
        }
        Request first = MPI.COMM_WORLD.iBcast(direct, 2, MPI.DOUBLE, 0);
        int[] array = {me() == 1 ? 9 : 0};
        Request second = MPI.COMM_WORLD.iBcast(array, 1, MPI.INT, 1);
        Request.waitAll(new Request[] {first, second});
        assertEquals(2.5, direct.get(1));
        assertEquals(9, array[0]);
    }

    @MpiTest(np = 3)
    void gatherAndScatter() {
        IntBuffer own = MPI.newIntBuffer(1).put(0, me());
        IntBuffer all = MPI.newIntBuffer(3);
        MPI.COMM_WORLD.iGather(own, 1, MPI.INT, all, 1, MPI.INT, 0).waitFor();
        assertEquals(me() == 0 ? 2 : 0, all.get(2));
        int[] place = me() == 0 ? new int[] {4, 0, 0} : new int[] {4 + me()};
        MPI.COMM_WORLD.iGather(place, 1, MPI.INT, 0).waitFor();
        if (me() == 0) {
            assertArrayEquals(new int[] {4, 5, 6}, place);
        }
        int[] part = new int[1];
        MPI.COMM_WORLD.iScatter(place, 1, MPI.INT, part, 1, MPI.INT, 0).waitFor();
        assertEquals(4 + me(), part[0]);
        int[] buffer = me() == 0 ? new int[] {7, 8, 9} : new int[1];
        MPI.COMM_WORLD.iScatter(buffer, 1, MPI.INT, 0).waitFor();
        assertEquals(7 + me(), buffer[0]);
    }

    @MpiTest(np = 3)
    void gathervAndScatterv() {
        int[] own = {me()};
        int[] all = new int[3];
        MPI.COMM_WORLD.iGatherv(own, 1, MPI.INT, all, ONE, ORDER, MPI.INT, 0).waitFor();
        assertArrayEquals(me() == 0 ? ORDER : new int[3], all);
        if (me() == 0) {
            int[] place = {5, 0, 0};
            MPI.COMM_WORLD.iGatherv(place, ONE, ORDER, MPI.INT, 0).waitFor();
            assertArrayEquals(new int[] {5, 1, 2}, place);
            MPI.COMM_WORLD.iScatterv(place, ONE, ORDER, MPI.INT, 0).waitFor();
        } else {
            MPI.COMM_WORLD.iGatherv(own, 1, MPI.INT, 0).waitFor();
            int[] part = new int[1];
            MPI.COMM_WORLD.iScatterv(part, 1, MPI.INT, 0).waitFor();
            assertEquals(me(), part[0]);
        }
        int[] part = new int[1];
        MPI.COMM_WORLD.iScatterv(all, ONE, ORDER, MPI.INT, part, 1, MPI.INT, 0).waitFor();
        assertEquals(me(), part[0]);
    }

    @MpiTest(np = 3)
    void allGatherAndAllToAll() {
        int[] all = new int[3];
        MPI.COMM_WORLD.iAllGather(new int[] {me()}, 1, MPI.INT, all, 1, MPI.INT).waitFor();
        assertArrayEquals(ORDER, all);
        int[] place = new int[3];
        place[me()] = me();
        MPI.COMM_WORLD.iAllGather(place, 1, MPI.INT).waitFor();
        assertArrayEquals(ORDER, place);
        MPI.COMM_WORLD
                .iAllGatherv(new int[] {me()}, 1, MPI.INT, all, ONE, new int[] {2, 1, 0}, MPI.INT)
                .waitFor();
        assertArrayEquals(new int[] {2, 1, 0}, all);
        int[] mine = new int[3];
        mine[me()] = me();
        MPI.COMM_WORLD.iAllGatherv(mine, ONE, ORDER, MPI.INT).waitFor();
        assertArrayEquals(ORDER, mine);
        int[] out = {10 * me(), 10 * me() + 1, 10 * me() + 2};
        MPI.COMM_WORLD.iAllToAll(out, 1, MPI.INT, all, 1, MPI.INT).waitFor();
        assertArrayEquals(new int[] {me(), 10 + me(), 20 + me()}, all);
        MPI.COMM_WORLD
                .iAllToAllv(out, ONE, ORDER, MPI.INT, all, ONE, new int[] {2, 1, 0}, MPI.INT)
                .waitFor();
        assertArrayEquals(new int[] {20 + me(), 10 + me(), me()}, all);
    }

    @MpiTest(np = 3)
    void reductions() {
        int[] sum = new int[1];
        MPI.COMM_WORLD.iReduce(new int[] {me()}, sum, 1, MPI.INT, MPI.SUM, 1).waitFor();
        assertEquals(me() == 1 ? 3 : 0, sum[0]);
        int[] own = {me() + 1};
        MPI.COMM_WORLD.iReduce(own, 1, MPI.INT, MPI.PROD, 2).waitFor();
        assertEquals(me() == 2 ? 6 : me() + 1, own[0]);
        IntBuffer direct = MPI.newIntBuffer(1).put(0, me());
        IntBuffer result = MPI.newIntBuffer(1);
        MPI.COMM_WORLD.iAllReduce(direct, result, 1, MPI.INT, MPI.MAX).waitFor();
        assertEquals(2, result.get(0));
        MPI.COMM_WORLD.iAllReduce(direct, 1, MPI.INT, MPI.SUM).waitFor();
        assertEquals(3, direct.get(0));
        int[] part = new int[1];
        MPI.COMM_WORLD
                .iReduceScatter(new int[] {1, 2, 3}, part, ONE, MPI.INT, MPI.SUM)
                .waitFor();
        assertEquals(3 * (me() + 1), part[0]);
        int[] place = {1, 2, 3};
        MPI.COMM_WORLD.iReduceScatter(place, ONE, MPI.INT, MPI.SUM).waitFor();
        assertEquals(3 * (me() + 1), place[0]);
    }

    @MpiTest(np = 3)
    void reductionsOfEqualBlocksAndScans() {
        int[] part = new int[1];
        MPI.COMM_WORLD.reduceScatterBlock(new int[] {1, 2, 3}, part, 1, MPI.INT, MPI.SUM);
        assertEquals(3 * (me() + 1), part[0]);
        int[] place = {1, 2, 3};
        MPI.COMM_WORLD.reduceScatterBlock(place, 1, MPI.INT, MPI.SUM);
        assertEquals(3 * (me() + 1), place[0]);
        MPI.COMM_WORLD
                .iReduceScatterBlock(new int[] {1, 2, 3}, part, 1, MPI.INT, MPI.SUM)
                .waitFor();
        assertEquals(3 * (me() + 1), part[0]);
        MPI.COMM_WORLD
                .iReduceScatterBlock(new int[] {1, 2, 3}, 1, MPI.INT, MPI.SUM)
                .waitFor();
        MPI.COMM_WORLD.iScan(new int[] {me() + 1}, part, 1, MPI.INT, MPI.SUM).waitFor();
        assertEquals(new int[] {1, 3, 6}[me()], part[0]);
        int[] own = {me() + 1};
        MPI.COMM_WORLD.iScan(own, 1, MPI.INT, MPI.SUM).waitFor();
        assertEquals(new int[] {1, 3, 6}[me()], own[0]);
    }

    @MpiTest(np = 3)
    void testUntilComplete() {
        int[] sum = new int[1];
        Request request = MPI.COMM_WORLD.iAllReduce(new int[] {1}, sum, 1, MPI.INT, MPI.SUM);
        while (!request.test()) {
            Thread.onSpinWait();
        }
        assertEquals(3, sum[0]);
    }

    @MpiTest(np = 3)
    void scansOfRanksBefore() {
        int[] out = {-1};
        MPI.COMM_WORLD.exScan(new int[] {me() + 1}, out, 1, MPI.INT, MPI.SUM);
        assertEquals(new int[] {-1, 1, 3}[me()], out[0]);
        int[] own = {me() + 1};
        MPI.COMM_WORLD.exScan(own, 1, MPI.INT, MPI.SUM);
        assertEquals(new int[] {1, 1, 3}[me()], own[0]);
    }

    @MpiTest(np = 3)
    void scansOfRanksBeforeThatDoNotBlock() {
        int[] out = {-1};
        MPI.COMM_WORLD.iExScan(new int[] {me() + 1}, out, 1, MPI.INT, MPI.SUM).waitFor();
        assertEquals(new int[] {-1, 1, 3}[me()], out[0]);
        int[] own = {me() + 1};
        MPI.COMM_WORLD.iExScan(own, 1, MPI.INT, MPI.SUM).waitFor();
        assertEquals(new int[] {1, 1, 3}[me()], own[0]);
    }

    @MpiTest(np = 3)
    void partsOfTypesOfTheirOwn() {
        Datatype[] ints = {MPI.INT, MPI.INT, MPI.INT};
        int[] bytes = {0, 4, 8};
        int[] out = {10 * me(), 10 * me() + 1, 10 * me() + 2};
        int[] in = new int[3];
        MPI.COMM_WORLD.allToAllw(out, ONE, bytes, ints, in, ONE, new int[] {8, 4, 0}, ints);
        assertArrayEquals(new int[] {20 + me(), 10 + me(), me()}, in);
        MPI.COMM_WORLD.iAllToAllw(out, ONE, bytes, ints, in, ONE, bytes, ints).waitFor();
        assertArrayEquals(new int[] {me(), 10 + me(), 20 + me()}, in);
    }

    @MpiTest(np = 1)
    void reductionOfTwoBuffersHere() {
        int[] inOut = {5, 6};
        Comm.reduceLocal(new int[] {1, 2}, inOut, 2, MPI.INT, MPI.SUM);
        assertArrayEquals(new int[] {6, 8}, inOut);
    }
}
