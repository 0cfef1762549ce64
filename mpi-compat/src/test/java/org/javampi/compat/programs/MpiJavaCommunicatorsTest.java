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
import mpi.Cartcomm;
import mpi.Comm;
import mpi.GraphParms;
import mpi.Graphcomm;
import mpi.Group;
import mpi.Intercomm;
import mpi.Intracomm;
import mpi.MPI;
import mpi.MPIException;
import mpi.ShiftParms;
import org.javampi.junit.MpiTest;

/** Groups, communicators and topologies as programs for mpiJava and MPJ Express write them. */
@SuppressWarnings("cast") // of clone(), which was an Object in that dialect
class MpiJavaCommunicatorsTest extends MpiBegun {
    private static int me() {
        return MPI.COMM_WORLD.Rank();
    }

    @MpiTest(np = 3)
    void groups() {
        Group world = MPI.COMM_WORLD.Group();
        assertEquals(3, world.Size());
        assertEquals(me(), world.Rank());
        Group two = world.Incl(new int[] {2, 0});
        assertEquals(me() == 2 ? 0 : me() == 0 ? 1 : MPI.UNDEFINED, two.Rank());
        assertEquals(1, world.Excl(new int[] {0, 1}).Size());
        assertEquals(MPI.UNEQUAL, Group.Compare(world, two));
        assertEquals(MPI.SIMILAR, Group.Compare(Group.Union(two, world), world));
        assertEquals(MPI.IDENT, Group.Compare(Group.Intersection(world, world), world));
        assertEquals(1, Group.Difference(world, two).Size());
        assertEquals(2, world.Range_incl(new int[][] {{0, 2, 2}}).Size());
        assertEquals(1, world.Range_excl(new int[][] {{0, 1, 1}}).Size());
        assertArrayEquals(new int[] {1, MPI.UNDEFINED}, Group.Translate_ranks(world, new int[] {0, 1}, two));
        assertEquals(0, MPI.GROUP_EMPTY.Size());
        assertEquals(Group.EMPTY, MPI.GROUP_EMPTY.code);
        assertEquals(3, MPI.COMM_WORLD.group.Size());
        two.free();
        assertTrue(two.isNull());
        MPI.GROUP_EMPTY.free();
    }

    @MpiTest(np = 3)
    void createIsNullForOthers() {
        Intracomm two = MPI.COMM_WORLD.Create(MPI.COMM_WORLD.Group().Incl(new int[] {1, 2}));
        if (me() == 0) {
            assertNull(two);
            assertSame(MPI.COMM_NULL, two);
        } else {
            assertEquals(2, two.Size());
            assertEquals(me() - 1, two.Rank());
            assertEquals(2, two.group.Size());
            two.Free();
            assertTrue(two.Is_null());
        }
        assertNotNull(MPI.COMM_WORLD.Creat(MPI.COMM_WORLD.Group()));
    }

    @MpiTest(np = 3)
    void split() {
        Intracomm part = MPI.COMM_WORLD.Split(me() % 2, -me());
        assertEquals(me() == 1 ? 1 : 2, part.Size());
        assertEquals(me() == 0 ? 1 : 0, part.Rank());
        assertNull(MPI.COMM_WORLD.Split(MPI.UNDEFINED, 0));
    }

    @MpiTest(np = 2)
    void errorsOnNewCommunicatorsAreThrown() {
        Intracomm copy = MPI.COMM_WORLD.Split(0, me());
        assertThrows(MPIException.class, () -> copy.Send(new int[1], 0, 1, MPI.INT, 9, 0));
        Intracomm second = (Intracomm) copy.clone();
        assertThrows(MPIException.class, () -> second.Send(new int[1], 0, 1, MPI.INT, 9, 0));
        assertSame(MPI.ERRORS_RETURN, second.Errhandler_get());
        second.Errhandler_set(MPI.ERRORS_ARE_FATAL);
        assertSame(MPI.ERRORS_ARE_FATAL, second.Errorhandler_get());
        MPI.Errorhandler_set(MPI.ERRORS_RETURN);
        assertSame(MPI.ERRORS_RETURN, MPI.Errorhandler_get());
    }

    @MpiTest(np = 2)
    void cloneKeepsMessagesApart() {
        Intracomm copy = (Intracomm) MPI.COMM_WORLD.clone();
        assertEquals(MPI.CONGRUENT, Comm.Compare(MPI.COMM_WORLD, copy));
        assertEquals(MPI.IDENT, Intracomm.Compare(copy, copy));
        if (me() == 0) {
            copy.Send(new int[] {1}, 0, 1, MPI.INT, 1, 0);
            MPI.COMM_WORLD.Send(new int[] {2}, 0, 1, MPI.INT, 1, 0);
        } else {
            int[] got = new int[2];
            MPI.COMM_WORLD.Recv(got, 0, 1, MPI.INT, 0, 0);
            copy.Recv(got, 1, 1, MPI.INT, 0, 0);
            assertArrayEquals(new int[] {2, 1}, got);
        }
    }

    @MpiTest(np = 3)
    void intercommunicators() {
        Intracomm half = MPI.COMM_WORLD.Split(me() == 0 ? 0 : 1, me());
        Intercomm between = MPI.COMM_WORLD.Create_intercomm(half, 0, me() == 0 ? 1 : 0, 5);
        assertTrue(between.Test_inter());
        assertFalse(half.Test_inter());
        assertEquals(me() == 0 ? 2 : 1, between.Remote_size());
        assertEquals(me() == 0 ? 2 : 1, between.Remote_group().Size());
        int[] got = new int[1];
        if (me() == 0) {
            between.Send(new int[] {3}, 0, 1, MPI.INT, 1, 0);
        } else if (me() == 2) {
            between.Recv(got, 0, 1, MPI.INT, 0, 0);
            assertEquals(3, got[0]);
        }
        Intracomm all = between.Merge(me() == 0);
        assertEquals(3, all.Size());
        assertEquals(me() == 0 ? 2 : me() - 1, all.Rank());
        assertEquals(2 - (me() == 0 ? 1 : 0), ((Intercomm) between.clone()).Size());
    }

    @MpiTest(np = 1)
    void attributes() {
        assertTrue((Integer) MPI.COMM_WORLD.Attr_get(MPI.TAG_UB) >= 32767);
        assertNotNull(MPI.COMM_WORLD.Attr_get(MPI.HOST));
        assertNotNull(MPI.COMM_WORLD.Attr_get(MPI.IO));
        int key = Comm.createKeyval();
        assertNull(MPI.COMM_WORLD.Attr_get(key));
        MPI.COMM_WORLD.Attr_put(key, "value");
        assertEquals("value", MPI.COMM_WORLD.Attr_get(key));
        assertEquals("value", ((Comm) MPI.COMM_WORLD.clone()).Attr_get(key));
        MPI.COMM_WORLD.Attr_delete(key);
        assertNull(MPI.COMM_WORLD.Attr_get(key));
    }

    @MpiTest(np = 4)
    void cartesianGrid() {
        int[] dims = new int[2];
        Cartcomm.Dims_create(4, dims);
        assertArrayEquals(new int[] {2, 2}, dims);
        Cartcomm grid = MPI.COMM_WORLD.Create_cart(dims, new boolean[] {true, false}, false);
        assertEquals(MPI.CART, grid.Topo_test());
        assertEquals(MPI.UNDEFINED, MPI.COMM_WORLD.Topo_test());
        int[] coords = grid.Coords(me());
        assertArrayEquals(new int[] {me() / 2, me() % 2}, coords);
        assertEquals(me(), grid.Rank(coords));
        CartParms parms = grid.Get();
        assertArrayEquals(dims, parms.dims);
        assertArrayEquals(new boolean[] {true, false}, parms.periods);
        assertArrayEquals(coords, parms.coords);
        ShiftParms shift = grid.Shift(1, 1);
        assertEquals(coords[1] == 0 ? MPI.PROC_NULL : me() - 1, shift.rank_source);
        assertEquals(coords[1] == 1 ? MPI.PROC_NULL : me() + 1, shift.rank_dest);
        int[] got = {-1};
        grid.Sendrecv(new int[] {me()}, 0, 1, MPI.INT, shift.rank_dest, 0, got, 0, 1, MPI.INT, shift.rank_source, 0);
        assertEquals(coords[1] == 0 ? -1 : me() - 1, got[0]);
        Cartcomm row = grid.Sub(new boolean[] {false, true});
        assertEquals(2, row.Size());
        assertEquals(coords[1], row.Rank());
        assertTrue(grid.Map(dims, new boolean[2]) >= 0);
        Cartcomm copy = (Cartcomm) grid.clone();
        assertArrayEquals(coords, copy.Coords(me()));
    }

    @MpiTest(np = 3)
    void gridThatLeavesOneOut() {
        Cartcomm grid = MPI.COMM_WORLD.Create_cart(new int[] {2}, new boolean[] {false}, false);
        assertEquals(me() < 2, grid != null);
    }

    @MpiTest(np = 4)
    void gridsOfOneDialectUsedByTheOther() {
        Cartcomm grid = MPI.COMM_WORLD.Create_cart(new int[] {4}, new boolean[] {true}, false);
        CartComm same = (CartComm) grid;
        assertEquals((me() + 1) % 4, same.shift(0, 1).getRankDest());
        assertEquals(4, same.getTopo().getDim(0));
        CartComm made = MPI.COMM_WORLD.createCart(new int[] {2, 2}, new boolean[2], false);
        Cartcomm old = made;
        assertEquals(2, old.Get().dims.length);
        assertArrayEquals(made.getCoords(me()), old.Coords(me()));
    }

    @MpiTest(np = 4)
    void graph() {
        int[] index = {2, 3, 4, 6};
        int[] edges = {1, 3, 0, 3, 0, 2};
        Graphcomm graph = MPI.COMM_WORLD.Create_graph(index, edges, false);
        assertEquals(MPI.GRAPH, graph.Topo_test());
        GraphParms parms = graph.Get();
        assertArrayEquals(index, parms.index);
        assertArrayEquals(edges, parms.edges);
        assertArrayEquals(new int[] {1, 3}, graph.Neighbours(0));
        assertArrayEquals(new int[] {0, 2}, graph.Neighbours(3));
        assertTrue(graph.Map(index, edges) >= 0);
        assertArrayEquals(new int[] {3}, ((Graphcomm) graph.clone()).Neighbours(2));
    }
}
