package org.javampi.compat.programs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mpi.CartComm;
import mpi.CartParms;
import mpi.Comm;
import mpi.Count;
import mpi.GraphComm;
import mpi.GraphParms;
import mpi.Group;
import mpi.Info;
import mpi.Intercomm;
import mpi.Intracomm;
import mpi.MPI;
import mpi.MPIException;
import mpi.ShiftParms;
import org.javampi.junit.MpiTest;

/** Groups, communicators, topologies and environment as programs for Open MPI's Java bindings write them. */
class OpenMpiCommunicatorsTest extends MpiBegun {
    private static int me() {
        return MPI.COMM_WORLD.getRank();
    }

    @MpiTest(np = 3)
    void splitAndNull() {
        Intracomm part = MPI.COMM_WORLD.split(me() == 0 ? MPI.UNDEFINED : 1, me());
        assertEquals(me() == 0, part.isNull());
        if (me() > 0) {
            assertEquals(2, part.getSize());
            part.free();
            assertTrue(part.isNull());
        }
        Intracomm created = MPI.COMM_WORLD.create(MPI.COMM_WORLD.getGroup().incl(new int[] {0}));
        assertEquals(me() != 0, created.isNull());
    }

    @MpiTest(np = 2)
    void duplicates() {
        Intracomm copy = MPI.COMM_WORLD.dup();
        assertEquals(MPI.CONGRUENT, Comm.compare(copy, MPI.COMM_WORLD));
        Intracomm second = MPI.COMM_WORLD.iDup();
        second.getRequest().waitFor();
        second.barrier();
        Info info = new Info();
        info.set("key", "value");
        Intracomm third = MPI.COMM_WORLD.dupWithInfo(info);
        third.setInfo(info);
        assertEquals("value", third.getInfo().get("key"));
        third.disconnect();
        copy.setName("copy");
        assertEquals("copy", copy.getName());
        assertFalse(MPI.COMM_WORLD.getName().isEmpty());
    }

    @MpiTest(np = 3)
    void groups() {
        Group world = MPI.COMM_WORLD.getGroup();
        Group pair = world.incl(new int[] {2, 1});
        assertEquals(3, world.getSize());
        assertEquals(me(), world.getRank());
        assertEquals(MPI.UNEQUAL, Group.compare(world, pair));
        assertArrayEquals(new int[] {1, MPI.UNDEFINED}, Group.translateRanks(world, new int[] {1, 0}, pair));
        assertEquals(3, Group.union(pair, world).getSize());
        assertEquals(2, Group.intersection(world, pair).getSize());
        assertEquals(1, Group.difference(world, pair).getSize());
        assertEquals(1, world.excl(new int[] {0, 1}).getSize());
        assertEquals(2, world.rangeIncl(new int[][] {{0, 1, 1}}).getSize());
        assertEquals(1, world.rangeExcl(new int[][] {{0, 1, 1}}).getSize());
        pair.free();
        assertTrue(pair.isNull());
    }

    @MpiTest(np = 2)
    void intercommunicators() {
        Intracomm alone = MPI.COMM_WORLD.split(me(), 0);
        Intercomm other = MPI.COMM_WORLD.createIntercomm(alone, 0, 1 - me(), 0);
        assertTrue(other.isInter());
        assertEquals(1, other.getRemoteSize());
        assertEquals(1, other.getRemoteGroup().getSize());
        assertEquals(2, other.merge(me() == 1).getSize());
        assertTrue(Intercomm.getParent().isNull());
        other.dup().free();
    }

    @MpiTest(np = 1)
    void attributes() {
        int key = Comm.createKeyval();
        MPI.COMM_WORLD.setAttr(key, 7);
        assertEquals(7, MPI.COMM_WORLD.getAttr(key));
        MPI.COMM_WORLD.deleteAttr(key);
        assertNull(MPI.COMM_WORLD.getAttr(key));
        Comm.freeKeyval(key);
        assertNotNull(MPI.COMM_WORLD.getAttr(MPI.TAG_UB));
        assertNull(MPI.COMM_WORLD.getAttr(MPI.UNIVERSE_SIZE));
        assertNull(MPI.COMM_WORLD.getAttr(MPI.APPNUM));
    }

    @MpiTest(np = 1)
    void errorHandlers() {
        assertSame(MPI.ERRORS_RETURN, MPI.COMM_WORLD.getErrhandler());
        MPI.COMM_WORLD.setErrhandler(MPI.ERRORS_ARE_FATAL);
        assertSame(MPI.ERRORS_ARE_FATAL, MPI.COMM_WORLD.getErrhandler());
        MPI.COMM_WORLD.setErrhandler(MPI.ERRORS_RETURN);
        MPIException error = assertThrows(MPIException.class, () -> MPI.COMM_WORLD.callErrhandler(MPI.ERR_OTHER));
        assertEquals(MPI.ERR_OTHER, error.getErrorClass());
    }

    @MpiTest(np = 4)
    void cartesianGrid() {
        int[] dims = new int[2];
        CartComm.createDims(4, dims);
        CartComm grid = MPI.COMM_WORLD.createCart(dims, new boolean[] {false, true}, false);
        assertEquals(MPI.CART, grid.getTopology());
        int[] coords = grid.getCoords(me());
        assertEquals(me(), grid.getRank(coords));
        CartParms parms = grid.getTopo();
        assertEquals(2, parms.getDimCount());
        assertEquals(2, parms.getDim(1));
        assertFalse(parms.getPeriod(0));
        assertEquals(coords[1], parms.getCoord(1));
        ShiftParms shift = grid.shift(0, 1);
        assertEquals(me() < 2 ? MPI.PROC_NULL : me() - 2, shift.getRankSource());
        assertEquals(me() < 2 ? me() + 2 : MPI.PROC_NULL, shift.getRankDest());
        assertEquals(2, grid.sub(new boolean[] {true, false}).getSize());
        assertTrue(grid.map(dims, new boolean[2]) >= 0);
        assertArrayEquals(coords, grid.dup().getCoords(me()));
        assertArrayEquals(coords, grid.clone().getCoords(me()));
    }

    @MpiTest(np = 3)
    void graph() {
        GraphComm graph = MPI.COMM_WORLD.createGraph(new int[] {1, 3, 4}, new int[] {1, 0, 2, 1}, false);
        GraphParms dims = graph.getDims();
        assertEquals(3, dims.getIndexCount());
        assertEquals(4, dims.getEdgeCount());
        assertEquals(3, dims.getIndex(1));
        assertEquals(2, dims.getEdge(2));
        assertArrayEquals(new int[] {0, 2}, graph.getNeighbors(1));
        assertTrue(graph.map(new int[] {1, 3, 4}, new int[] {1, 0, 2, 1}) >= 0);
        assertEquals(3, graph.dup().getDims().getIndexCount());
    }

    @MpiTest(np = 1)
    void processesAreFixed() {
        MPIException error = assertThrows(MPIException.class, Intracomm::openPort);
        assertTrue(error.getMessage().contains("Intracomm.openPort"), error.getMessage());
        assertTrue(error.getMessage().contains("javampirun"), error.getMessage());
        assertEquals(MPI.ERR_UNSUPPORTED_OPERATION, error.getErrorClass());
        assertThrows(MPIException.class, () -> MPI.COMM_WORLD.accept("port", 0));
        assertThrows(MPIException.class, () -> MPI.COMM_WORLD.connect("port", 0));
        assertThrows(MPIException.class, () -> Intracomm.closePort("port"));
        assertThrows(MPIException.class, () -> Intracomm.publishName("a", "b"));
        assertThrows(MPIException.class, () -> Intracomm.unpublishName("a", "b"));
        assertThrows(MPIException.class, () -> Intracomm.lookupName("a"));
    }

    @MpiTest(np = 1)
    void infoAndCount() {
        Info info = new Info();
        info.set("a", "1");
        info.set("b", "2");
        assertEquals(2, info.size());
        assertEquals("b", info.getKey(1));
        Info copy = info.dup();
        info.delete("a");
        assertNull(info.get("a"));
        assertEquals("1", copy.get("a"));
        assertEquals(2, copy.clone().size());
        assertThrows(MPIException.class, () -> info.delete("a"));
        info.free();
        assertTrue(info.isNull());
        assertTrue(MPI.INFO_NULL.isNull());
        assertEquals(new Count(4), new Count(4));
        assertTrue(new Count(4).compareTo(new Count(5)) < 0);
        Count count = new Count(1);
        count.setCount(3);
        assertEquals(3, count.getCount());
    }

    @MpiTest(np = 3)
    void splitsByHostAndByGroup() {
        Intracomm host = MPI.COMM_WORLD.splitType(Comm.TYPE_SHARED, -me(), MPI.INFO_NULL);
        assertEquals(3, host.getSize());
        assertEquals(2 - me(), host.getRank());
        assertTrue(MPI.COMM_WORLD
                        .splitType(me() == 0 ? MPI.UNDEFINED : Comm.TYPE_SHARED, 0, null)
                        .isNull()
                == (me() == 0));
        assertThrows(MPIException.class, () -> MPI.COMM_WORLD.splitType(17, 0, MPI.INFO_NULL));
        if (me() != 1) {
            Group pair = MPI.COMM_WORLD.getGroup().incl(new int[] {2, 0});
            Intracomm two = MPI.COMM_WORLD.createGroup(pair, 5);
            assertEquals(2, two.getSize());
            two.barrier();
        }
    }

    @MpiTest(np = 3)
    void broadcastsToTheOtherGroup() {
        Intracomm own = MPI.COMM_WORLD.split(me() == 0 ? 0 : 1, me());
        Intercomm both = MPI.COMM_WORLD.createIntercomm(own, 0, me() == 0 ? 1 : 0, 9);
        int[] word = {me() == 0 ? 42 : 0};
        both.bcast(word, 1, MPI.INT, me() == 0 ? MPI.ROOT : 0);
        assertEquals(42, word[0]);
    }
}
