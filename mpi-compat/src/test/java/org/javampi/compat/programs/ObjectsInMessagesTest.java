package org.javampi.compat.programs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mpi.Datatype;
import mpi.MPI;
import mpi.MPIException;
import mpi.Op;
import mpi.Prequest;
import mpi.Request;
import mpi.Status;
import mpi.User_function;
import org.javampi.junit.MpiTest;

/** MPI.OBJECT: what programs send of objects. */
class ObjectsInMessagesTest extends MpiBegun {
    private static int me() {
        return MPI.COMM_WORLD.Rank();
    }

    private record Point(int x, double[] values, Point next) implements Serializable {}

    @MpiTest(np = 2)
    void strings() {
        if (me() == 0) {
            MPI.COMM_WORLD.Send(new String[] {"a", null, "\u00e4"}, 0, 3, MPI.OBJECT, 1, 0);
        } else {
            String[] got = new String[3];
            Status status = MPI.COMM_WORLD.Recv(got, 0, 3, MPI.OBJECT, 0, 0);
            assertArrayEquals(new String[] {"a", null, "\u00e4"}, got);
            assertEquals(3, status.Get_count(MPI.OBJECT));
        }
    }

    @MpiTest(np = 2)
    void objectsOfTheProgramsOwn() {
        if (me() == 0) {
            Point point = new Point(1, new double[] {2, 3}, new Point(4, new double[0], null));
            MPI.COMM_WORLD.Send(new Object[] {null, point}, 1, 1, MPI.OBJECT, 1, 0);
        } else {
            Point[] got = new Point[3];
            MPI.COMM_WORLD.Recv(got, 2, 1, MPI.OBJECT, 0, 0);
            assertEquals(4, got[2].next().x());
            assertArrayEquals(new double[] {2, 3}, got[2].values());
        }
    }

    @MpiTest(np = 2)
    void collectionsAndBoxes() {
        if (me() == 0) {
            List<Object> list = new ArrayList<>(List.of(1, 2L, 3.0, 'c', true));
            Map<String, Integer> map = new HashMap<>(Map.of("one", 1));
            MPI.COMM_WORLD.Send(new Object[] {list, map, java.time.LocalDate.of(2020, 1, 2)}, 0, 3, MPI.OBJECT, 1, 0);
        } else {
            Object[] got = new Object[3];
            MPI.COMM_WORLD.Recv(got, 0, 3, MPI.OBJECT, 0, 0);
            assertEquals(List.of(1, 2L, 3.0, 'c', true), got[0]);
            assertEquals(Map.of("one", 1), got[1]);
            assertEquals(java.time.LocalDate.of(2020, 1, 2), got[2]);
        }
    }

    @MpiTest(np = 2)
    void rowsOfAMatrix() {
        if (me() == 0) {
            MPI.COMM_WORLD.Send(new int[][] {{1}, {2, 3}, {}}, 0, 3, MPI.OBJECT, 1, 0);
            MPI.COMM_WORLD.Send(new Integer[][] {{1}, {2, 3}}, 0, 2, MPI.OBJECT, 1, 1);
        } else {
            int[][] got = new int[3][];
            MPI.COMM_WORLD.Recv(got, 0, 3, MPI.OBJECT, 0, 0);
            assertArrayEquals(new int[][] {{1}, {2, 3}, {}}, got);
            Integer[][] boxes = new Integer[2][];
            MPI.COMM_WORLD.Recv(boxes, 0, 2, MPI.OBJECT, 0, 1);
            assertArrayEquals(new Integer[][] {{1}, {2, 3}}, boxes);
        }
    }

    @MpiTest(np = 2)
    void probeCountsObjects() {
        for (int n : new int[] {0, 1, 2, 31, 32, 100, 5000}) {
            if (me() == 0) {
                Integer[] numbers = new Integer[n];
                Arrays.fill(numbers, n);
                MPI.COMM_WORLD.Send(numbers, 0, n, MPI.OBJECT, 1, 0);
            } else {
                Status status = MPI.COMM_WORLD.Probe(0, 0);
                assertEquals(n, status.Get_count(MPI.OBJECT));
                Object[] got = new Object[n];
                MPI.COMM_WORLD.Recv(got, 0, n, MPI.OBJECT, 0, 0);
                assertEquals(n, n == 0 ? 0 : got[n - 1]);
            }
        }
    }

    @MpiTest(np = 2)
    void fewerObjectsThanRoomAndMore() {
        if (me() == 0) {
            MPI.COMM_WORLD.Send(new Object[] {1}, 0, 1, MPI.OBJECT, 1, 0);
            MPI.COMM_WORLD.Send(new Object[] {1, 2, 3}, 0, 3, MPI.OBJECT, 1, 1);
        } else {
            Object[] got = {"x", "x", "x"};
            assertEquals(1, MPI.COMM_WORLD.Recv(got, 0, 3, MPI.OBJECT, 0, 0).Get_count(MPI.OBJECT));
            assertArrayEquals(new Object[] {1, "x", "x"}, got);
            MPIException error =
                    assertThrows(MPIException.class, () -> MPI.COMM_WORLD.Recv(got, 0, 2, MPI.OBJECT, 0, 1));
            assertEquals(MPI.ERR_TRUNCATE, error.getErrorClass());
        }
    }

    @MpiTest(np = 2)
    void largeObjectsBothWaysAtOnce() {
        Object[] in = new Object[1];
        double[] large = new double[400_000];
        large[399_999] = me() + 1;
        Request receive = MPI.COMM_WORLD.Irecv(in, 0, 1, MPI.OBJECT, 1 - me(), 0);
        MPI.COMM_WORLD.Barrier();
        MPI.COMM_WORLD.Send(new Object[] {large}, 0, 1, MPI.OBJECT, 1 - me(), 0);
        MPI.COMM_WORLD.Barrier();
        receive.Wait();
        assertEquals(2 - me(), ((double[]) in[0])[399_999]);
    }

    @MpiTest(np = 2)
    void everyModeAndRequest() {
        if (me() == 0) {
            MPI.COMM_WORLD.Ssend(new Object[] {1}, 0, 1, MPI.OBJECT, 1, 0);
            MPI.COMM_WORLD.Bsend(new Object[] {2}, 0, 1, MPI.OBJECT, 1, 1);
            MPI.COMM_WORLD.Isend(new Object[] {3}, 0, 1, MPI.OBJECT, 1, 2).Wait();
            MPI.COMM_WORLD.Issend(new Object[] {4}, 0, 1, MPI.OBJECT, 1, 3).Wait();
            MPI.COMM_WORLD.Recv(new Object[1], 0, 1, MPI.OBJECT, 1, 9);
            MPI.COMM_WORLD.Rsend(new Object[] {5}, 0, 1, MPI.OBJECT, 1, 4);
        } else {
            Object[] got = new Object[5];
            Request[] requests = new Request[5];
            for (int i = 0; i < 5; i++) {
                requests[i] = MPI.COMM_WORLD.Irecv(got, i, 1, MPI.OBJECT, 0, i);
            }
            MPI.COMM_WORLD.Send(new Object[] {"go"}, 0, 1, MPI.OBJECT, 0, 9);
            Status[] statuses = Request.Waitall(requests);
            assertArrayEquals(new Object[] {1, 2, 3, 4, 5}, got);
            assertEquals(1, statuses[4].Get_count(MPI.OBJECT));
        }
    }

    @MpiTest(np = 2)
    void testAndWaitanyDeliverObjects() {
        Object[] got = new Object[2];
        if (me() == 0) {
            MPI.COMM_WORLD.Send(new Object[] {"a"}, 0, 1, MPI.OBJECT, 1, 0);
            MPI.COMM_WORLD.Send(new Object[] {"b"}, 0, 1, MPI.OBJECT, 1, 1);
        } else {
            Request first = MPI.COMM_WORLD.Irecv(got, 0, 1, MPI.OBJECT, 0, 0);
            while (first.Test() == null) {
                Thread.onSpinWait();
            }
            assertEquals("a", got[0]);
            Request second = MPI.COMM_WORLD.Irecv(got, 1, 1, MPI.OBJECT, 0, 1);
            assertEquals(0, Request.Waitany(new Request[] {second}).index);
            assertEquals("b", got[1]);
        }
    }

    @MpiTest(np = 2)
    void persistentObjects() {
        Object[] data = new Object[1];
        Prequest request = me() == 0
                ? MPI.COMM_WORLD.Send_init(data, 0, 1, MPI.OBJECT, 1, 0)
                : MPI.COMM_WORLD.Recv_init(data, 0, 1, MPI.OBJECT, 0, 0);
        for (int i = 0; i < 3; i++) {
            if (me() == 0) {
                data[0] = "n" + i;
            }
            request.Start();
            request.Wait();
            assertEquals("n" + i, data[0]);
        }
        Prequest.Startall(new Prequest[] {request});
        request.Wait();
    }

    @MpiTest(np = 2)
    void sendrecvOfObjects() {
        Object[] in = new Object[1];
        MPI.COMM_WORLD.Sendrecv(new Object[] {me()}, 0, 1, MPI.OBJECT, 1 - me(), 0, in, 0, 1, MPI.OBJECT, 1 - me(), 0);
        assertEquals(1 - me(), in[0]);
        MPI.COMM_WORLD.Sendrecv_replace(in, 0, 1, MPI.OBJECT, 1 - me(), 0, 1 - me(), 0);
        assertEquals(me(), in[0]);
    }

    @MpiTest(np = 2)
    void derivedTypesOfObjects() {
        Datatype everySecond = Datatype.Vector(2, 1, 2, MPI.OBJECT);
        everySecond.Commit();
        assertEquals(3, everySecond.Extent());
        assertEquals(2, everySecond.Size());
        if (me() == 0) {
            MPI.COMM_WORLD.Send(new String[] {"a", "b", "c", "d"}, 1, 1, everySecond, 1, 0);
        } else {
            String[] got = new String[4];
            Status status = MPI.COMM_WORLD.Recv(got, 0, 1, everySecond, 0, 0);
            assertArrayEquals(new String[] {"b", null, "d", null}, got);
            assertEquals(1, status.Get_count(everySecond));
            assertEquals(2, status.Get_elements(everySecond));
        }
    }

    @MpiTest(np = 3)
    void bcastOfObjects() {
        Object[] data = me() == 2 ? new Object[] {"x", List.of(1, 2)} : new Object[2];
        MPI.COMM_WORLD.Bcast(data, 0, 2, MPI.OBJECT, 2);
        assertArrayEquals(new Object[] {"x", List.of(1, 2)}, data);
    }

    @MpiTest(np = 3)
    void gatherAndScatterOfObjects() {
        Object[] all = me() == 0 ? new Object[4] : null;
        MPI.COMM_WORLD.Gather(new Object[] {"r" + me()}, 0, 1, MPI.OBJECT, all, 1, 1, MPI.OBJECT, 0);
        if (me() == 0) {
            assertArrayEquals(new Object[] {null, "r0", "r1", "r2"}, all);
        }
        Object[] own = new Object[1];
        MPI.COMM_WORLD.Scatter(all, 1, 1, MPI.OBJECT, own, 0, 1, MPI.OBJECT, 0);
        assertEquals("r" + me(), own[0]);
    }

    @MpiTest(np = 3)
    void gathervAndScattervOfObjects() {
        boolean root = me() == 1;
        Object[] all = new Object[6];
        Object[] own = new Object[me() + 1];
        Arrays.fill(own, me());
        int[] counts = {1, 2, 3};
        int[] displs = {5, 3, 0};
        MPI.COMM_WORLD.Gatherv(
                own,
                0,
                me() + 1,
                MPI.OBJECT,
                root ? all : null,
                0,
                root ? counts : null,
                root ? displs : null,
                MPI.OBJECT,
                1);
        if (root) {
            assertArrayEquals(new Object[] {2, 2, 2, 1, 1, 0}, all);
        }
        Object[] back = new Object[me() + 1];
        MPI.COMM_WORLD.Scatterv(
                root ? all : null,
                0,
                root ? counts : null,
                root ? displs : null,
                MPI.OBJECT,
                back,
                0,
                me() + 1,
                MPI.OBJECT,
                1);
        assertArrayEquals(own, back);
    }

    @MpiTest(np = 3)
    void allgatherAndAlltoallOfObjects() {
        String[] all = new String[3];
        MPI.COMM_WORLD.Allgather(new String[] {"" + me()}, 0, 1, MPI.OBJECT, all, 0, 1, MPI.OBJECT);
        assertArrayEquals(new String[] {"0", "1", "2"}, all);
        String[] out = {me() + ">0", me() + ">1", me() + ">2"};
        MPI.COMM_WORLD.Alltoall(out, 0, 1, MPI.OBJECT, all, 0, 1, MPI.OBJECT);
        assertArrayEquals(new String[] {"0>" + me(), "1>" + me(), "2>" + me()}, all);
        int[] one = {1, 1, 1};
        int[] order = {0, 1, 2};
        MPI.COMM_WORLD.Alltoallv(out, 0, one, order, MPI.OBJECT, all, 0, one, order, MPI.OBJECT);
        assertEquals("2>" + me(), all[2]);
        MPI.COMM_WORLD.Allgatherv(out, 0, 1, MPI.OBJECT, all, 0, one, order, MPI.OBJECT);
        assertArrayEquals(new String[] {"0>0", "1>0", "2>0"}, all);
    }

    private static Op concatenation() {
        return new Op(
                new User_function() {
                    @Override
                    public void Call(Object in, int inOffset, Object inOut, int outOffset, int count, Datatype type) {
                        Object[] a = (Object[]) in;
                        Object[] b = (Object[]) inOut;
                        for (int i = 0; i < count; i++) {
                            b[outOffset + i] = a[inOffset + i].toString() + b[outOffset + i];
                        }
                    }
                },
                false);
    }

    @MpiTest(np = 3)
    void reductionsOfObjects() {
        Object[] out = new Object[2];
        Object[] in = {"" + me(), (char) ('a' + me())};
        MPI.COMM_WORLD.Reduce(in, 0, out, 0, 2, MPI.OBJECT, concatenation(), 1);
        assertArrayEquals(me() == 1 ? new Object[] {"012", "abc"} : new Object[2], out);
        MPI.COMM_WORLD.Allreduce(in, 0, out, 0, 2, MPI.OBJECT, concatenation());
        assertArrayEquals(new Object[] {"012", "abc"}, out);
        MPI.COMM_WORLD.Scan(in, 0, out, 0, 1, MPI.OBJECT, concatenation());
        assertEquals("012".substring(0, me() + 1), out[0].toString());
        Object[] part = new Object[1];
        MPI.COMM_WORLD.Reduce_scatter(in, 0, part, 0, new int[] {1, 0, 1}, MPI.OBJECT, concatenation());
        assertEquals(me() == 0 ? "012" : me() == 2 ? "abc" : null, part[0]);
        MPIException error =
                assertThrows(MPIException.class, () -> MPI.COMM_WORLD.Allreduce(in, 0, out, 0, 1, MPI.OBJECT, MPI.SUM));
        assertEquals(MPI.ERR_OP, error.getErrorClass());
    }

    @MpiTest(np = 1)
    void whatCannotBeSentIsNamed() {
        MPIException error = assertThrows(
                MPIException.class, () -> MPI.COMM_WORLD.Send(new Object[] {new Object()}, 0, 1, MPI.OBJECT, 0, 0));
        assertTrue(error.getMessage().contains("java.lang.Object"), error.getMessage());
        error = assertThrows(MPIException.class, () -> MPI.COMM_WORLD.Send(new int[1], 0, 1, MPI.OBJECT, 0, 0));
        assertTrue(error.getMessage().contains("new Object[] {x}"), error.getMessage());
        assertThrows(MPIException.class, () -> MPI.COMM_WORLD.Send(new Object[1], 1, 1, MPI.OBJECT, 0, 0));
    }

    @MpiTest(np = 2)
    void whatDoesNotFitIsNamed() {
        if (me() == 0) {
            MPI.COMM_WORLD.Send(new Object[] {1}, 0, 1, MPI.OBJECT, 1, 0);
            MPI.COMM_WORLD.Send(new int[32], 0, 32, MPI.INT, 1, 1);
        } else {
            MPIException error =
                    assertThrows(MPIException.class, () -> MPI.COMM_WORLD.Recv(new String[1], 0, 1, MPI.OBJECT, 0, 0));
            assertTrue(error.getMessage().contains("java.lang.Integer"), error.getMessage());
            MPI.COMM_WORLD.Recv(new int[32], 0, 32, MPI.INT, 0, 1);
        }
    }

    @MpiTest(np = 2)
    void classesThatAreNoValuesAreRefused() throws Exception {
        if (me() == 0) {
            Object refused = new javax.management.ObjectName("a:b=c");
            MPI.COMM_WORLD.Send(new Object[] {refused}, 0, 1, MPI.OBJECT, 1, 0);
        } else {
            Object[] got = new Object[1];
            MPIException error =
                    assertThrows(MPIException.class, () -> MPI.COMM_WORLD.Recv(got, 0, 1, MPI.OBJECT, 0, 0));
            assertTrue(error.getMessage().contains("javampi.objects"), error.getMessage());
            assertNull(got[0]);
        }
    }
}
