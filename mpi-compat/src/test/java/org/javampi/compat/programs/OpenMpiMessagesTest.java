package org.javampi.compat.programs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import mpi.MPI;
import mpi.MPIException;
import mpi.Message;
import mpi.Prequest;
import mpi.Request;
import mpi.Status;
import org.javampi.junit.MpiTest;

/** Point-to-point communication as programs for Open MPI's Java bindings write it. */
class OpenMpiMessagesTest extends MpiBegun {
    private static int me() {
        return MPI.COMM_WORLD.getRank();
    }

    @MpiTest(np = 2)
    void sendAndReceiveArrays() {
        if (me() == 0) {
            MPI.COMM_WORLD.send(new double[] {1, 2}, 2, MPI.DOUBLE, 1, 3);
        } else {
            double[] got = new double[2];
            Status status = MPI.COMM_WORLD.recv(got, 2, MPI.DOUBLE, MPI.ANY_SOURCE, MPI.ANY_TAG);
            assertArrayEquals(new double[] {1, 2}, got);
            assertEquals(0, status.getSource());
            assertEquals(3, status.getTag());
            assertEquals(2, status.getCount(MPI.DOUBLE));
            assertEquals(2, status.getElements(MPI.DOUBLE));
            assertEquals(2, status.getElementsX(MPI.DOUBLE).getCount());
            assertEquals(MPI.SUCCESS, status.getError());
            assertFalse(status.isCancelled());
        }
    }

    @MpiTest(np = 2)
    void wildcardsWrittenAsMinusOne() {
        if (me() == 0) {
            MPI.COMM_WORLD.send(new int[] {1}, 1, MPI.INT, 1, 3);
        } else {
            int[] got = new int[1];
            assertEquals(3, MPI.COMM_WORLD.probe(-1, -1).getTag());
            MPI.COMM_WORLD.recv(got, 1, MPI.INT, -1, -1);
            assertEquals(1, got[0]);
        }
    }

    @MpiTest(np = 2)
    void directBuffersAreUsedFromTheirBeginning() {
        IntBuffer buffer = MPI.newIntBuffer(4);
        if (me() == 0) {
            buffer.put(10).put(11).put(12).put(13);
            MPI.COMM_WORLD.iSend(buffer, 4, MPI.INT, 1, 0).waitFor();
        } else {
            buffer.position(3).limit(3);
            MPI.COMM_WORLD.iRecv(buffer, 4, MPI.INT, 0, 0).waitFor();
            assertEquals(10, buffer.get(0));
            buffer.clear();
            assertEquals(13, buffer.get(3));
        }
    }

    @MpiTest(np = 2)
    void heapBuffersAndSlices() {
        double[] array = {0, 1, 2, 3};
        if (me() == 0) {
            MPI.COMM_WORLD.send(MPI.slice(array, 2), 2, MPI.DOUBLE, 1, 0);
            DoubleBuffer direct = MPI.newDoubleBuffer(4).put(array);
            MPI.COMM_WORLD.iSend(MPI.slice(direct, 1), 2, MPI.DOUBLE, 1, 1).waitFor();
        } else {
            MPI.COMM_WORLD.recv(MPI.slice(array, 1), 2, MPI.DOUBLE, 0, 0);
            assertArrayEquals(new double[] {0, 2, 3, 3}, array);
            MPI.COMM_WORLD.recv(array, 2, MPI.DOUBLE, 0, 1);
            assertArrayEquals(new double[] {1, 2, 3, 3}, array);
        }
    }

    @MpiTest(np = 2)
    void byteBuffersOfAnyOrder() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(8).order(ByteOrder.BIG_ENDIAN);
        if (me() == 0) {
            buffer.order(ByteOrder.nativeOrder()).putInt(0, 5).putInt(4, 6).order(ByteOrder.BIG_ENDIAN);
            MPI.COMM_WORLD.send(buffer, 2, MPI.INT, 1, 0);
        } else {
            MPI.COMM_WORLD.recv(buffer, 2, MPI.INT, 0, 0);
            assertEquals(6, buffer.order(ByteOrder.nativeOrder()).getInt(4));
        }
    }

    @MpiTest(np = 1)
    void newBuffersAreDirectAndNative() {
        assertTrue(MPI.newByteBuffer(1).isDirect());
        assertEquals(ByteOrder.nativeOrder(), MPI.newByteBuffer(1).order());
        assertEquals(ByteOrder.nativeOrder(), MPI.newLongBuffer(2).order());
        assertEquals(3, MPI.newCharBuffer(3).capacity());
        assertEquals(3, MPI.newShortBuffer(3).capacity());
        assertEquals(3, MPI.newFloatBuffer(3).capacity());
        LongBuffer longs = MPI.slice(new long[] {1, 2, 3}, 1);
        assertEquals(2, longs.get(0));
        assertEquals(2, longs.capacity());
        assertEquals(ByteOrder.nativeOrder(), MPI.slice(MPI.newByteBuffer(4), 1).order());
        assertEquals('b', MPI.slice("abc".toCharArray(), 1).get(0));
        assertEquals(4f, MPI.slice(new float[] {3, 4}, 1).get(0));
        assertEquals(4, MPI.slice(new short[] {3, 4}, 1).get(0));
        assertEquals(4, MPI.slice(new byte[] {3, 4}, 1).get(0));
    }

    @MpiTest(np = 2)
    void nonBlockingCallsTakeArrays() {
        int[] data = {me() + 1};
        int[] got = new int[1];
        Request receive = MPI.COMM_WORLD.iRecv(got, 1, MPI.INT, 1 - me(), 0);
        Request send = MPI.COMM_WORLD.iSend(data, 1, MPI.INT, 1 - me(), 0);
        Request.waitAll(new Request[] {receive, send});
        assertEquals(2 - me(), got[0]);
        assertTrue(send.isNull());
    }

    @MpiTest(np = 2)
    void everySendMode() {
        int[] one = {1};
        if (me() == 0) {
            MPI.attachBuffer(new byte[2 * (4 + MPI.BSEND_OVERHEAD)]);
            MPI.COMM_WORLD.sSend(one, 1, MPI.INT, 1, 0);
            MPI.COMM_WORLD.bSend(one, 1, MPI.INT, 1, 1);
            MPI.COMM_WORLD.ibSend(one, 1, MPI.INT, 1, 2).waitFor();
            MPI.COMM_WORLD.isSend(one, 1, MPI.INT, 1, 3).waitFor();
            MPI.COMM_WORLD.recv(new int[1], 1, MPI.INT, 1, 9);
            MPI.COMM_WORLD.rSend(one, 1, MPI.INT, 1, 4);
            MPI.COMM_WORLD.irSend(one, 1, MPI.INT, 1, 5).waitFor();
            assertEquals(2 * (4 + MPI.BSEND_OVERHEAD), MPI.detachBuffer().length);
        } else {
            int[] got = new int[6];
            Request[] requests = new Request[6];
            for (int i = 0; i < 6; i++) {
                requests[i] = MPI.COMM_WORLD.iRecv(MPI.slice(got, i), 1, MPI.INT, 0, i);
            }
            MPI.COMM_WORLD.send(one, 1, MPI.INT, 0, 9);
            Request.waitAll(requests);
            assertArrayEquals(new int[] {1, 1, 1, 1, 1, 1}, got);
        }
    }

    @MpiTest(np = 2)
    void testIsABoolean() {
        IntBuffer got = MPI.newIntBuffer(1);
        if (me() == 0) {
            Request request = MPI.COMM_WORLD.iRecv(got, 1, MPI.INT, 1, 0);
            assertFalse(request.test());
            assertNull(request.testStatus());
            MPI.COMM_WORLD.send(new int[1], 1, MPI.INT, 1, 0);
            while (!request.test()) {
                Thread.onSpinWait();
            }
            assertEquals(4, got.get(0));
            assertNotNull(request.testStatus());
        } else {
            MPI.COMM_WORLD.recv(new int[1], 1, MPI.INT, 0, 0);
            MPI.COMM_WORLD.send(new int[] {4}, 1, MPI.INT, 0, 0);
        }
    }

    @MpiTest(np = 2)
    void completionOfSeveral() {
        int n = 4;
        Request[] requests = new Request[n];
        int[] data = {5, 6, 7, 8};
        for (int i = 0; i < n; i++) {
            requests[i] = me() == 0
                    ? MPI.COMM_WORLD.iSend(MPI.slice(data, i), 1, MPI.INT, 1, i)
                    : MPI.COMM_WORLD.iRecv(MPI.slice(data, i), 1, MPI.INT, 0, i);
        }
        int first = Request.waitAny(requests);
        assertTrue(first >= 0 && first < n);
        int done = 1;
        while (done < n) {
            done += Request.waitSome(requests).length;
        }
        assertEquals(MPI.UNDEFINED, Request.waitAny(requests));
        assertNull(Request.waitSome(requests));
        assertTrue(Request.testAll(requests));
        assertEquals(n, Request.testAllStatus(requests).length);
        assertArrayEquals(new int[] {5, 6, 7, 8}, data);
    }

    @MpiTest(np = 2)
    void completionOfSeveralWithStatuses() {
        int[] data = new int[2];
        Request[] requests = new Request[2];
        if (me() == 1) {
            requests[0] = MPI.COMM_WORLD.iRecv(MPI.slice(data, 0), 1, MPI.INT, 0, 0);
            requests[1] = MPI.COMM_WORLD.iRecv(MPI.slice(data, 1), 1, MPI.INT, 0, 1);
            assertEquals(MPI.UNDEFINED, Request.testAny(requests));
            assertNull(Request.testAnyStatus(requests));
            assertEquals(0, Request.testSome(requests).length);
            assertFalse(Request.testAll(requests));
            MPI.COMM_WORLD.barrier();
            Status first = Request.waitAnyStatus(requests);
            assertEquals(first.getIndex(), first.getTag());
            Status[] rest = Request.waitSomeStatus(requests);
            assertEquals(1, rest.length);
            assertEquals(rest[0].getIndex(), rest[0].getTag());
        } else {
            MPI.COMM_WORLD.barrier();
            requests[0] = MPI.COMM_WORLD.iSend(new int[] {1}, 1, MPI.INT, 1, 0);
            requests[1] = MPI.COMM_WORLD.iSend(new int[] {1}, 1, MPI.INT, 1, 1);
            assertEquals(2, Request.waitAllStatus(requests).length);
            assertNull(Request.testSomeStatus(requests));
        }
    }

    @MpiTest(np = 2)
    void cancelledRequests() {
        Request request = MPI.COMM_WORLD.iRecv(new int[1], 1, MPI.INT, 1 - me(), 77);
        request.cancel();
        assertTrue(request.waitStatus().isCancelled());
        Request freed = MPI.COMM_WORLD.iSend(new int[1], 1, MPI.INT, MPI.PROC_NULL, 0);
        freed.free();
        assertTrue(freed.isNull());
    }

    @MpiTest(np = 2)
    void iProbeIsNullWhenThereIsNothing() {
        if (me() == 0) {
            assertNull(MPI.COMM_WORLD.iProbe(1, 0));
            MPI.COMM_WORLD.barrier();
            Status status;
            do {
                status = MPI.COMM_WORLD.iProbe(MPI.ANY_SOURCE, MPI.ANY_TAG);
            } while (status == null);
            assertEquals(2, status.getCount(MPI.SHORT));
            MPI.COMM_WORLD.recv(new short[2], 2, MPI.SHORT, 1, 0);
        } else {
            MPI.COMM_WORLD.barrier();
            MPI.COMM_WORLD.send(new short[2], 2, MPI.SHORT, 0, 0);
        }
    }

    @MpiTest(np = 2)
    void sendRecvAndReplace() {
        long[] in = new long[1];
        Status status =
                MPI.COMM_WORLD.sendRecv(new long[] {me()}, 1, MPI.LONG, 1 - me(), 0, in, 1, MPI.LONG, 1 - me(), 0);
        assertEquals(1 - me(), in[0]);
        assertEquals(1 - me(), status.getSource());
        MPI.COMM_WORLD.sendRecvReplace(in, 1, MPI.LONG, 1 - me(), 0, 1 - me(), 0);
        assertEquals(me(), in[0]);
    }

    @MpiTest(np = 2)
    void persistentRequests() {
        IntBuffer data = MPI.newIntBuffer(1);
        Prequest request = me() == 0
                ? MPI.COMM_WORLD.sendInit(data, 1, MPI.INT, 1, 0)
                : MPI.COMM_WORLD.recvInit(data, 1, MPI.INT, 0, 0);
        for (int i = 0; i < 3; i++) {
            if (me() == 0) {
                data.put(0, i);
            }
            request.start();
            request.waitFor();
            assertEquals(i, data.get(0));
        }
        Prequest.startAll(new Prequest[] {request});
        request.waitFor();
        request.free();
        Prequest[] others = {
            MPI.COMM_WORLD.sSendInit(new int[1], 1, MPI.INT, MPI.PROC_NULL, 0),
            MPI.COMM_WORLD.rSendInit(new int[1], 1, MPI.INT, MPI.PROC_NULL, 0),
            MPI.COMM_WORLD.bSendInit(new int[1], 1, MPI.INT, MPI.PROC_NULL, 0),
            MPI.COMM_WORLD.recvInit(new int[1], 1, MPI.INT, MPI.PROC_NULL, 0)
        };
        Prequest.startAll(others);
        Request.waitAll(others);
    }

    @MpiTest(np = 2)
    void packAndUnpack() {
        byte[] packed = new byte[MPI.COMM_WORLD.packSize(1, MPI.INT) + MPI.COMM_WORLD.packSize(1, MPI.CHAR)];
        int position = MPI.COMM_WORLD.pack(new int[] {7}, 1, MPI.INT, packed, 0);
        position = MPI.COMM_WORLD.pack(new char[] {'x'}, 1, MPI.CHAR, packed, position);
        byte[] got = new byte[packed.length];
        MPI.COMM_WORLD.sendRecv(packed, position, MPI.PACKED, 1 - me(), 0, got, got.length, MPI.PACKED, 1 - me(), 0);
        int[] number = new int[1];
        char[] letter = new char[1];
        position = MPI.COMM_WORLD.unpack(got, 0, number, 1, MPI.INT);
        MPI.COMM_WORLD.unpack(got, position, letter, 1, MPI.CHAR);
        assertEquals(7, number[0]);
        assertEquals('x', letter[0]);
    }

    @MpiTest(np = 2)
    void bothDialectsInOneProgram() {
        if (me() == 0) {
            MPI.COMM_WORLD.Send(new int[] {0, 1, 2}, 1, 2, MPI.INT, 1, 0);
            MPI.COMM_WORLD.send(new String[] {"s"}, 1, MPI.OBJECT, 1, 1);
        } else {
            int[] got = new int[2];
            MPI.COMM_WORLD.recv(got, 2, MPI.INT, 0, 0);
            assertArrayEquals(new int[] {1, 2}, got);
            String[] text = new String[1];
            MPI.COMM_WORLD.Recv(text, 0, 1, MPI.OBJECT, 0, 1);
            assertEquals("s", text[0]);
        }
    }

    @MpiTest(np = 2)
    void errorsAreThrownAndAreUnchecked() {
        try {
            MPI.COMM_WORLD.send(new int[1], 1, MPI.INT, 5, 0);
        } catch (MPIException e) {
            assertEquals(MPI.ERR_RANK, e.getErrorClass());
            assertTrue(e.getErrorCode() > 0);
            return;
        }
        throw new AssertionError("no error");
    }

    @MpiTest(np = 1)
    void statusesThatAProgramFills() {
        Status status = new Status();
        status.setElements(MPI.INT, 6);
        assertEquals(6, status.getElements(MPI.INT));
        assertEquals(6, status.getCount(MPI.INT));
        status.setElementsX(MPI.BYTE, new mpi.Count(9));
        assertEquals(9, status.getElements(MPI.BYTE));
        status.setCancelled(true);
        assertTrue(status.isCancelled());
        assertThrows(MPIException.class, () -> MPI.COMM_WORLD.send(new int[1], 2, MPI.INT, 0, 0));
    }

    @MpiTest(np = 2)
    void receivesWhatAProbeHasTaken() {
        if (me() == 0) {
            MPI.COMM_WORLD.send(new int[] {7}, 1, MPI.INT, 1, 3);
            MPI.COMM_WORLD.send(new int[] {8, 9}, 2, MPI.INT, 1, 4);
            MPI.COMM_WORLD.barrier();
            return;
        }
        Message first = new Message();
        assertTrue(first.isNull());
        Status probed = first.mProbe(MPI.ANY_SOURCE, 3, MPI.COMM_WORLD);
        assertEquals(1, probed.getCount(MPI.INT));
        assertFalse(first.isNull());
        Message second = new Message();
        Status later = second.imProbe(-1, -1, MPI.COMM_WORLD);
        while (later == null) {
            later = second.imProbe(-1, -1, MPI.COMM_WORLD);
        }
        assertEquals(4, later.getTag());
        IntBuffer two = MPI.newIntBuffer(2);
        second.imRecv(two, 2, MPI.INT).waitFor();
        assertEquals(9, two.get(1));
        int[] one = new int[1];
        assertEquals(0, first.mRecv(one, 1, MPI.INT).getSource());
        assertEquals(7, one[0]);
        assertTrue(first.isNull());
        assertNull(second.imProbe(0, 5, MPI.COMM_WORLD));
        Message none = new Message();
        none.mProbe(MPI.PROC_NULL, 0, MPI.COMM_WORLD);
        assertTrue(none.isNoProc());
        MPI.COMM_WORLD.barrier();
    }

    @MpiTest(np = 1)
    void looksAtARequestAndKeepsIt() {
        int[] got = new int[1];
        Request receive = MPI.COMM_WORLD.iRecv(got, 1, MPI.INT, 0, 3);
        assertNull(receive.getStatus());
        MPI.COMM_WORLD.send(new int[] {5}, 1, MPI.INT, 0, 3);
        Status status = receive.getStatus();
        while (status == null) {
            status = receive.getStatus();
        }
        assertEquals(3, status.getTag());
        assertFalse(receive.isNull());
        assertEquals(3, receive.waitStatus().getTag());
        assertEquals(5, got[0]);
    }
}
