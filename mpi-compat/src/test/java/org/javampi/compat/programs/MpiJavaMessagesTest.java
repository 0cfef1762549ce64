package org.javampi.compat.programs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import mpi.MPI;
import mpi.MPIException;
import mpi.Prequest;
import mpi.Request;
import mpi.Status;
import org.javampi.junit.MpiTest;

/** Point-to-point communication as programs for mpiJava and MPJ Express write it. */
class MpiJavaMessagesTest extends MpiBegun {
    private static int me() {
        return MPI.COMM_WORLD.Rank();
    }

    @MpiTest(np = 2)
    void sendInts() {
        if (me() == 0) {
            MPI.COMM_WORLD.Send(new int[] {1, 2, 3}, 0, 3, MPI.INT, 1, 7);
        } else {
            int[] got = new int[3];
            Status status = MPI.COMM_WORLD.Recv(got, 0, 3, MPI.INT, 0, 7);
            assertArrayEquals(new int[] {1, 2, 3}, got);
            assertEquals(0, status.source);
            assertEquals(7, status.tag);
            assertEquals(3, status.Get_count(MPI.INT));
        }
    }

    @MpiTest(np = 2)
    void offsetsCountInElements() {
        if (me() == 0) {
            MPI.COMM_WORLD.Send(new double[] {0, 1, 2, 3, 4}, 2, 2, MPI.DOUBLE, 1, 0);
        } else {
            double[] got = new double[6];
            MPI.COMM_WORLD.Recv(got, 3, 2, MPI.DOUBLE, 0, 0);
            assertArrayEquals(new double[] {0, 0, 0, 2, 3, 0}, got);
        }
    }

    @MpiTest(np = 2)
    void sendEveryBasicType() {
        if (me() == 0) {
            MPI.COMM_WORLD.Send(new byte[] {-1, 2}, 0, 2, MPI.BYTE, 1, 0);
            MPI.COMM_WORLD.Send(new char[] {'\u00e4', '\u4e2d'}, 0, 2, MPI.CHAR, 1, 1);
            MPI.COMM_WORLD.Send(new short[] {-3}, 0, 1, MPI.SHORT, 1, 2);
            MPI.COMM_WORLD.Send(new boolean[] {true, false, true}, 0, 3, MPI.BOOLEAN, 1, 3);
            MPI.COMM_WORLD.Send(new long[] {Long.MIN_VALUE}, 0, 1, MPI.LONG, 1, 4);
            MPI.COMM_WORLD.Send(new float[] {1.5f}, 0, 1, MPI.FLOAT, 1, 5);
        } else {
            byte[] bytes = new byte[2];
            MPI.COMM_WORLD.Recv(bytes, 0, 2, MPI.BYTE, 0, 0);
            assertArrayEquals(new byte[] {-1, 2}, bytes);
            char[] chars = new char[2];
            MPI.COMM_WORLD.Recv(chars, 0, 2, MPI.CHAR, 0, 1);
            assertEquals("\u00e4\u4e2d", new String(chars));
            short[] shorts = new short[1];
            MPI.COMM_WORLD.Recv(shorts, 0, 1, MPI.SHORT, 0, 2);
            assertEquals(-3, shorts[0]);
            boolean[] flags = new boolean[3];
            MPI.COMM_WORLD.Recv(flags, 0, 3, MPI.BOOLEAN, 0, 3);
            assertArrayEquals(new boolean[] {true, false, true}, flags);
            long[] longs = new long[1];
            MPI.COMM_WORLD.Recv(longs, 0, 1, MPI.LONG, 0, 4);
            assertEquals(Long.MIN_VALUE, longs[0]);
            float[] floats = new float[1];
            MPI.COMM_WORLD.Recv(floats, 0, 1, MPI.FLOAT, 0, 5);
            assertEquals(1.5f, floats[0]);
        }
    }

    @MpiTest(np = 3)
    void receiveFromAnySourceAndTag() {
        if (me() == 0) {
            int sum = 0;
            int[] got = new int[1];
            for (int i = 1; i < 3; i++) {
                Status status = MPI.COMM_WORLD.Recv(got, 0, 1, MPI.INT, MPI.ANY_SOURCE, MPI.ANY_TAG);
                assertEquals(status.source, got[0]);
                assertEquals(10 + status.source, status.tag);
                sum += got[0];
            }
            assertEquals(3, sum);
        } else {
            MPI.COMM_WORLD.Send(new int[] {me()}, 0, 1, MPI.INT, 0, 10 + me());
        }
    }

    @MpiTest(np = 2)
    void procNullDoesNothing() {
        int[] got = {5};
        MPI.COMM_WORLD.Send(got, 0, 1, MPI.INT, MPI.PROC_NULL, 0);
        Status status = MPI.COMM_WORLD.Recv(got, 0, 1, MPI.INT, MPI.PROC_NULL, 0);
        assertEquals(5, got[0]);
        assertEquals(MPI.PROC_NULL, status.source);
        assertEquals(MPI.ANY_TAG, status.tag);
        assertEquals(0, status.Get_count(MPI.INT));
    }

    @MpiTest(np = 2)
    void constantsDoNotMeetRanks() {
        assertEquals(-1, MPI.UNDEFINED);
        assertEquals(-2, MPI.ANY_SOURCE);
        assertEquals(-2, MPI.ANY_TAG);
        assertEquals(-3, MPI.PROC_NULL);
    }

    @MpiTest(np = 2)
    void wildcardIsNoDestination() {
        MPIException error = assertThrows(
                MPIException.class, () -> MPI.COMM_WORLD.Send(new int[1], 0, 1, MPI.INT, MPI.ANY_SOURCE, 0));
        assertEquals(MPI.ERR_RANK, error.getErrorClass());
        assertThrows(MPIException.class, () -> MPI.COMM_WORLD.Recv(new int[1], 0, 1, MPI.INT, -1, 0));
    }

    @MpiTest(np = 2)
    void synchronousAndReadySends() {
        if (me() == 0) {
            int[] ready = new int[1];
            MPI.COMM_WORLD.Recv(ready, 0, 1, MPI.INT, 1, 9);
            MPI.COMM_WORLD.Rsend(new int[] {1}, 0, 1, MPI.INT, 1, 1);
            MPI.COMM_WORLD.Ssend(new int[] {2}, 0, 1, MPI.INT, 1, 2);
        } else {
            int[] got = new int[2];
            Request first = MPI.COMM_WORLD.Irecv(got, 0, 1, MPI.INT, 0, 1);
            MPI.COMM_WORLD.Send(new int[1], 0, 1, MPI.INT, 0, 9);
            first.Wait();
            MPI.COMM_WORLD.Recv(got, 1, 1, MPI.INT, 0, 2);
            assertArrayEquals(new int[] {1, 2}, got);
        }
    }

    @MpiTest(np = 2)
    void bufferedSends() {
        if (me() == 0) {
            MPI.Buffer_attach(ByteBuffer.allocateDirect(4 * 4 + 2 * MPI.BSEND_OVERHEAD));
            MPI.COMM_WORLD.Bsend(new int[] {1, 2}, 0, 2, MPI.INT, 1, 0);
            MPI.COMM_WORLD.Ibsend(new int[] {3, 4}, 0, 2, MPI.INT, 1, 0).Wait();
            assertNull(MPI.Buffer_detach());
            byte[] own = new byte[1000];
            MPI.Buffer_attach(own);
            assertSame(own, MPI.Buffer_detach());
        } else {
            int[] got = new int[4];
            MPI.COMM_WORLD.Recv(got, 0, 2, MPI.INT, 0, 0);
            MPI.COMM_WORLD.Recv(got, 2, 2, MPI.INT, 0, 0);
            assertArrayEquals(new int[] {1, 2, 3, 4}, got);
        }
    }

    @MpiTest(np = 2)
    void nonBlockingBothWays() {
        int other = 1 - me();
        int[] in = new int[1000];
        int[] out = new int[1000];
        out[999] = me() + 1;
        Request receive = MPI.COMM_WORLD.Irecv(in, 0, 1000, MPI.INT, other, 3);
        Request send = MPI.COMM_WORLD.Isend(out, 0, 1000, MPI.INT, other, 3);
        assertFalse(receive.Is_null());
        send.Wait();
        Status status = receive.Wait();
        assertEquals(1000, status.Get_count(MPI.INT));
        assertEquals(other + 1, in[999]);
        assertTrue(receive.Is_null());
    }

    @MpiTest(np = 2)
    void testIsNullUntilComplete() {
        if (me() == 0) {
            int[] got = new int[1];
            Request request = MPI.COMM_WORLD.Irecv(got, 0, 1, MPI.INT, 1, 0);
            assertNull(request.Test());
            MPI.COMM_WORLD.Send(new int[1], 0, 1, MPI.INT, 1, 1);
            Status status;
            do {
                status = request.Test();
            } while (status == null);
            assertEquals(1, status.source);
            assertEquals(42, got[0]);
        } else {
            MPI.COMM_WORLD.Recv(new int[1], 0, 1, MPI.INT, 0, 1);
            MPI.COMM_WORLD.Send(new int[] {42}, 0, 1, MPI.INT, 0, 0);
        }
    }

    @MpiTest(np = 2)
    void iprobeIsNullWhenThereIsNothing() {
        if (me() == 0) {
            assertNull(MPI.COMM_WORLD.Iprobe(1, 5));
            MPI.COMM_WORLD.Send(new int[1], 0, 1, MPI.INT, 1, 0);
            Status status;
            do {
                status = MPI.COMM_WORLD.Iprobe(MPI.ANY_SOURCE, MPI.ANY_TAG);
            } while (status == null);
            assertEquals(5, status.tag);
            assertEquals(3, status.Get_count(MPI.LONG));
            long[] got = new long[3];
            MPI.COMM_WORLD.Recv(got, 0, 3, MPI.LONG, status.source, status.tag);
        } else {
            MPI.COMM_WORLD.Recv(new int[1], 0, 1, MPI.INT, 0, 0);
            MPI.COMM_WORLD.Send(new long[3], 0, 3, MPI.LONG, 0, 5);
        }
    }

    @MpiTest(np = 2)
    void probeTellsTheLength() {
        if (me() == 0) {
            MPI.COMM_WORLD.Send("hello".toCharArray(), 0, 5, MPI.CHAR, 1, 0);
        } else {
            Status status = MPI.COMM_WORLD.Probe(0, MPI.ANY_TAG);
            char[] got = new char[status.Get_count(MPI.CHAR)];
            MPI.COMM_WORLD.Recv(got, 0, got.length, MPI.CHAR, 0, 0);
            assertEquals("hello", new String(got));
        }
    }

    @MpiTest(np = 3)
    void sendrecvInARing() {
        int size = MPI.COMM_WORLD.Size();
        int[] in = new int[1];
        Status status = MPI.COMM_WORLD.Sendrecv(
                new int[] {me()}, 0, 1, MPI.INT, (me() + 1) % size, 4, in, 0, 1, MPI.INT, (me() + size - 1) % size, 4);
        assertEquals((me() + size - 1) % size, in[0]);
        assertEquals(in[0], status.source);
    }

    @MpiTest(np = 2)
    void sendrecvReplace() {
        double[] both = {me(), me() + 10};
        MPI.COMM_WORLD.Sendrecv_replace(both, 0, 2, MPI.DOUBLE, 1 - me(), 1, 1 - me(), 1);
        assertArrayEquals(new double[] {1 - me(), 11 - me()}, both);
    }

    @MpiTest(np = 2)
    void waitallGivesEachItsStatus() {
        int n = 5;
        Request[] requests = new Request[n];
        int[] data = new int[n];
        for (int i = 0; i < n; i++) {
            data[i] = i * i;
            requests[i] = me() == 0
                    ? MPI.COMM_WORLD.Isend(new int[] {data[i]}, 0, 1, MPI.INT, 1, i)
                    : MPI.COMM_WORLD.Irecv(data, i, 1, MPI.INT, 0, i);
        }
        Status[] statuses = Request.Waitall(requests);
        assertEquals(n, statuses.length);
        if (me() == 1) {
            assertArrayEquals(new int[] {0, 1, 4, 9, 16}, data);
            assertEquals(3, statuses[3].tag);
        }
    }

    @MpiTest(np = 2)
    void waitanyTellsTheIndex() {
        if (me() == 0) {
            MPI.COMM_WORLD.Send(new int[] {8}, 0, 1, MPI.INT, 1, 2);
        } else {
            int[] got = new int[3];
            Request[] requests = new Request[3];
            for (int i = 0; i < 3; i++) {
                requests[i] = MPI.COMM_WORLD.Irecv(got, i, 1, MPI.INT, 0, i);
            }
            Status status = Request.Waitany(requests);
            assertEquals(2, status.index);
            assertEquals(8, got[2]);
            assertNull(Request.Testany(requests));
            requests[0].Cancel();
            requests[1].Cancel();
            assertTrue(requests[0].Wait().Test_cancelled());
            assertTrue(requests[1].Wait().Test_cancelled());
        }
    }

    @MpiTest(np = 2)
    void waitsomeAndTestallAndTestsome() {
        if (me() == 0) {
            MPI.COMM_WORLD.Send(new int[] {1}, 0, 1, MPI.INT, 1, 0);
            MPI.COMM_WORLD.Send(new int[] {2}, 0, 1, MPI.INT, 1, 1);
        } else {
            int[] got = new int[2];
            Request[] requests = {
                MPI.COMM_WORLD.Irecv(got, 0, 1, MPI.INT, 0, 0), MPI.COMM_WORLD.Irecv(got, 1, 1, MPI.INT, 0, 1)
            };
            int done = 0;
            while (done < 2) {
                for (Status status : Request.Waitsome(requests)) {
                    assertEquals(status.index, status.tag);
                    done++;
                }
            }
            assertArrayEquals(new int[] {1, 2}, got);
            assertNotNull(Request.Testall(requests));
            assertNull(Request.Waitsome(requests));
            assertNull(Request.Testsome(requests));
        }
    }

    @MpiTest(np = 2)
    void nullRequestsInArraysAreIgnored() {
        Request[] requests = new Request[3];
        int[] got = new int[1];
        requests[1] = me() == 0
                ? MPI.COMM_WORLD.Isend(new int[] {6}, 0, 1, MPI.INT, 1, 0)
                : MPI.COMM_WORLD.Irecv(got, 0, 1, MPI.INT, 0, 0);
        requests[2] = MPI.REQUEST_NULL;
        assertEquals(3, Request.Waitall(requests).length);
        assertEquals(me() == 0 ? 0 : 6, got[0]);
        assertTrue(MPI.REQUEST_NULL.Is_null());
    }

    @MpiTest(np = 2)
    void persistentRequests() {
        int[] data = new int[1];
        Prequest request = me() == 0
                ? MPI.COMM_WORLD.Send_init(data, 0, 1, MPI.INT, 1, 0)
                : MPI.COMM_WORLD.Recv_init(data, 0, 1, MPI.INT, 0, 0);
        for (int i = 0; i < 4; i++) {
            if (me() == 0) {
                data[0] = 100 + i;
            }
            request.Start();
            request.Wait();
            assertEquals(100 + i, data[0]);
        }
        Prequest.Startall(new Prequest[] {request});
        Request.Waitall(new Request[] {request});
        request.Free();
        assertTrue(request.Is_null());
    }

    @MpiTest(np = 2)
    void otherPersistentSends() {
        int[] data = {3};
        if (me() == 0) {
            MPI.Buffer_attach(new byte[4 + MPI.BSEND_OVERHEAD]);
            Prequest[] sends = {
                MPI.COMM_WORLD.Ssend_init(data, 0, 1, MPI.INT, 1, 0),
                MPI.COMM_WORLD.Bsend_init(data, 0, 1, MPI.INT, 1, 1)
            };
            Prequest.Startall(sends);
            Request.Waitall(sends);
            MPI.COMM_WORLD.Recv(data, 0, 1, MPI.INT, 1, 5);
            Prequest ready = MPI.COMM_WORLD.Rsend_init(data, 0, 1, MPI.INT, 1, 2);
            ready.Start();
            ready.Wait();
            MPI.Buffer_detach();
        } else {
            int[] got = new int[3];
            MPI.COMM_WORLD.Recv(got, 0, 1, MPI.INT, 0, 0);
            MPI.COMM_WORLD.Recv(got, 1, 1, MPI.INT, 0, 1);
            Request last = MPI.COMM_WORLD.Irecv(got, 2, 1, MPI.INT, 0, 2);
            MPI.COMM_WORLD.Send(new int[] {4}, 0, 1, MPI.INT, 0, 5);
            last.Wait();
            assertArrayEquals(new int[] {3, 3, 4}, got);
        }
    }

    @MpiTest(np = 2)
    void packAndUnpack() {
        byte[] packed = new byte[MPI.COMM_WORLD.Pack_size(2, MPI.INT) + MPI.COMM_WORLD.Pack_size(3, MPI.DOUBLE)];
        if (me() == 0) {
            int position = MPI.COMM_WORLD.Pack(new int[] {9, 1, 2}, 1, 2, MPI.INT, packed, 0);
            position = MPI.COMM_WORLD.Pack(new double[] {.5, 1.5, 2.5}, 0, 3, MPI.DOUBLE, packed, position);
            MPI.COMM_WORLD.Send(packed, 0, position, MPI.PACKED, 1, 0);
        } else {
            MPI.COMM_WORLD.Recv(packed, 0, packed.length, MPI.PACKED, 0, 0);
            int[] ints = new int[2];
            double[] doubles = new double[3];
            int position = MPI.COMM_WORLD.Unpack(packed, 0, ints, 0, 2, MPI.INT);
            MPI.COMM_WORLD.Unpack(packed, position, doubles, 0, 3, MPI.DOUBLE);
            assertArrayEquals(new int[] {1, 2}, ints);
            assertArrayEquals(new double[] {.5, 1.5, 2.5}, doubles);
        }
    }

    @MpiTest(np = 2)
    void shortMessagesLeaveTheRestAlone() {
        if (me() == 0) {
            MPI.COMM_WORLD.Send(new int[] {1}, 0, 1, MPI.INT, 1, 0);
        } else {
            int[] got = {7, 7, 7};
            Status status = MPI.COMM_WORLD.Recv(got, 0, 3, MPI.INT, 0, 0);
            assertEquals(1, status.Get_count(MPI.INT));
            assertArrayEquals(new int[] {1, 7, 7}, got);
        }
    }

    @MpiTest(np = 2)
    void longMessagesAreTruncationErrors() {
        if (me() == 0) {
            MPI.COMM_WORLD.Send(new int[5], 0, 5, MPI.INT, 1, 0);
        } else {
            MPIException error =
                    assertThrows(MPIException.class, () -> MPI.COMM_WORLD.Recv(new int[2], 0, 2, MPI.INT, 0, 0));
            assertEquals(MPI.ERR_TRUNCATE, error.getErrorClass());
            assertTrue(error.getMessage().contains("20 bytes"), error.getMessage());
        }
    }

    @MpiTest(np = 2)
    void wrongArgumentsAreThrown() {
        assertThrows(MPIException.class, () -> MPI.COMM_WORLD.Send(new int[1], 0, 2, MPI.INT, 1, 0));
        assertThrows(MPIException.class, () -> MPI.COMM_WORLD.Send(new int[1], 1, 1, MPI.INT, 1, 0));
        assertThrows(MPIException.class, () -> MPI.COMM_WORLD.Send(new int[1], 0, 1, MPI.DOUBLE, 1, 0));
        assertThrows(MPIException.class, () -> MPI.COMM_WORLD.Send(new int[1], 0, 1, MPI.INT, 2, 0));
        assertThrows(MPIException.class, () -> MPI.COMM_WORLD.Send(new int[1], 0, 1, MPI.INT, 1, -7));
        assertThrows(MPIException.class, () -> MPI.COMM_WORLD.Send(null, 0, 1, MPI.INT, 1, 0));
        assertThrows(MPIException.class, () -> MPI.COMM_WORLD.Send(new String[1], 0, 1, MPI.INT, 1, 0));
    }

    @MpiTest(np = 2)
    void nullBuffersWithoutData() {
        if (me() == 0) {
            MPI.COMM_WORLD.Send(null, 0, 0, MPI.INT, 1, 0);
        } else {
            Status status = MPI.COMM_WORLD.Recv(null, 0, 0, MPI.INT, 0, 0);
            assertEquals(0, status.Get_count(MPI.INT));
        }
    }

    @MpiTest(np = 1)
    void messagesToItself() {
        int[] got = new int[1];
        Request receive = MPI.COMM_WORLD.Irecv(got, 0, 1, MPI.INT, 0, 0);
        MPI.COMM_SELF.Send(new int[] {1}, 0, 1, MPI.INT, MPI.PROC_NULL, 0);
        MPI.COMM_WORLD.Send(new int[] {12}, 0, 1, MPI.INT, 0, 0);
        receive.Wait();
        assertEquals(12, got[0]);
    }

    @MpiTest(np = 2)
    void receiveInASecondThread() throws InterruptedException {
        if (me() == 0) {
            int[] got = new int[1];
            Thread thread = new Thread(() -> MPI.COMM_WORLD.Recv(got, 0, 1, MPI.INT, MPI.ANY_SOURCE, MPI.ANY_TAG));
            thread.start();
            MPI.COMM_WORLD.Send(new int[] {1}, 0, 1, MPI.INT, 1, 0);
            thread.join();
            assertEquals(2, got[0]);
        } else {
            int[] got = new int[1];
            MPI.COMM_WORLD.Recv(got, 0, 1, MPI.INT, 0, 0);
            MPI.COMM_WORLD.Send(new int[] {got[0] + 1}, 0, 1, MPI.INT, 0, 1);
        }
    }

    @MpiTest(np = 2)
    void byteBuffersAsBuffers() {
        if (me() == 0) {
            ByteBuffer out = MPI.newByteBuffer(16);
            out.putInt(1).putInt(2).putInt(3).putInt(4);
            MPI.COMM_WORLD.Send(out, 1, 2, MPI.INT, 1, 0);
        } else {
            int[] got = new int[2];
            MPI.COMM_WORLD.Recv(got, 0, 2, MPI.INT, 0, 0);
            assertArrayEquals(new int[] {2, 3}, got);
        }
    }

    @MpiTest(np = 2)
    void longMessages() {
        int n = 300_000;
        double[] data = new double[n];
        if (me() == 0) {
            for (int i = 0; i < n; i++) {
                data[i] = i;
            }
            MPI.COMM_WORLD.Send(data, 0, n, MPI.DOUBLE, 1, 0);
        } else {
            MPI.COMM_WORLD.Recv(data, 0, n, MPI.DOUBLE, 0, 0);
            assertEquals(n - 1, data[n - 1]);
        }
    }

    @MpiTest(np = 2)
    void freeingARequestLetsTheOperationGoOn() {
        if (me() == 0) {
            Request request = MPI.COMM_WORLD.Issend(new int[] {4}, 0, 1, MPI.INT, 1, 0);
            request.Free();
            assertTrue(request.Is_null());
            request.Free();
            MPI.COMM_WORLD.Irsend(new int[0], 0, 0, MPI.INT, MPI.PROC_NULL, 0).Wait();
        } else {
            int[] got = new int[1];
            MPI.COMM_WORLD.Recv(got, 0, 1, MPI.INT, 0, 0);
            assertEquals(4, got[0]);
        }
    }

    @MpiTest(np = 1)
    @SuppressWarnings({"removal", "deprecation"})
    public static void finalizersDoNoHarm() {
        MPI.REQUEST_NULL.finalize();
        MPI.INT.finalize();
        MPI.SUM.finalize();
        MPI.GROUP_EMPTY.finalize();
        new Status().finalize();
        MPI.INT.free();
        MPI.SUM.Free();
        MPI.COMM_WORLD.Free();
        new Status().free();
        MPI.COMM_WORLD.Barrier();
    }
}
