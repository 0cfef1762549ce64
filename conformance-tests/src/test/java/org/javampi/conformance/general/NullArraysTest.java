package org.javampi.conformance.general;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Group;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Where no element is needed there need be no array: C programs pass NULL. */
class NullArraysTest {
    private final int[] number = {-7};
    private final boolean[] flag = new boolean[1];
    private final MPI_Status status = new MPI_Status();

    @Spmd(1)
    @Rule("GEN-009")
    void shouldCompleteNoRequests() {
        MPI_Request[] none = null;
        assertEquals(MPI_SUCCESS, MPI_Waitall(0, none, null));
        assertEquals(MPI_SUCCESS, MPI_Testall(0, none, flag, null));
        assertTrue(flag[0]);
        assertEquals(MPI_SUCCESS, MPI_Waitany(0, none, number, status));
        assertEquals(MPI_UNDEFINED, number[0]);
        assertEquals(MPI_SUCCESS, MPI_Testany(0, none, number, flag, status));
        assertEquals(MPI_SUCCESS, MPI_Waitsome(0, none, number, null, null));
        assertEquals(MPI_UNDEFINED, number[0]);
        assertEquals(MPI_SUCCESS, MPI_Testsome(0, none, number, null, null));
        assertEquals(MPI_SUCCESS, MPI_Startall(0, none));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Waitall(1, none, null));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Startall(1, none));
    }

    @Spmd(1)
    @Rule("GEN-009")
    void shouldMakeEmptyTypes() {
        MPI_Datatype[] types = new MPI_Datatype[3];
        MPI_Datatype[] one = new MPI_Datatype[1];
        MPI_Type_indexed(0, null, null, MPI_INT, one);
        types[0] = one[0];
        MPI_Type_hindexed(0, null, null, MPI_INT, one);
        types[1] = one[0];
        MPI_Type_struct(0, null, null, null, one);
        types[2] = one[0];
        for (MPI_Datatype type : types) {
            MPI_Type_commit(type);
            assertEquals(0, MPI_Type_size(type));
            MPI_Sendrecv(null, 3, type, 0, 1, null, 3, type, 0, 1, MPI_COMM_SELF, status);
            MPI_Type_free(type);
        }
        Errors.expect(MPI_ERR_ARG, () -> MPI_Type_struct(1, null, null, null, one));
    }

    @Spmd(2)
    @Rule("GEN-009")
    void shouldMakeGroupsOfNone() {
        MPI_Group world = MPI_Comm_group(MPI_COMM_WORLD);
        MPI_Group[] made = new MPI_Group[1];
        MPI_Group_incl(world, 0, null, made);
        assertSame(MPI_GROUP_EMPTY, made[0]);
        MPI_Group_range_incl(world, 0, null, made);
        assertSame(MPI_GROUP_EMPTY, made[0]);
        MPI_Group_excl(world, 0, null, made);
        assertEquals(2, MPI_Group_size(made[0]));
        MPI_Group_range_excl(world, 0, null, made);
        assertEquals(2, MPI_Group_size(made[0]));
        MPI_Group_translate_ranks(world, 0, null, made[0], null);
        Errors.expect(MPI_ERR_ARG, () -> MPI_Group_incl(world, 1, null, made));
    }

    @Spmd(1)
    @Rule("GEN-009")
    void shouldMakeGridsWithoutDimensionsAndGraphsWithoutEdges() {
        MPI_Comm[] comm = new MPI_Comm[1];
        MPI_Dims_create(1, 0, null);
        MPI_Cart_create(MPI_COMM_WORLD, 0, null, null, false, comm);
        MPI_Comm grid = comm[0];
        MPI_Cart_get(grid, 0, null, null, null);
        MPI_Cart_rank(grid, null, number);
        assertEquals(0, number[0]);
        MPI_Cart_coords(grid, 0, 0, null);
        MPI_Cart_sub(grid, null, comm);
        MPI_Comm part = comm[0];
        MPI_Cart_map(MPI_COMM_WORLD, 0, null, null, number);
        MPI_Graph_create(MPI_COMM_WORLD, 0, null, null, false, comm);
        assertSame(MPI_COMM_NULL, comm[0]);
        MPI_Graph_create(MPI_COMM_WORLD, 1, new int[1], null, false, comm);
        MPI_Comm graph = comm[0];
        MPI_Graph_get(graph, 1, 0, number, null);
        MPI_Graph_neighbors(graph, 0, 0, null);
        MPI_Graph_map(MPI_COMM_WORLD, 1, new int[1], null, number);
        for (MPI_Comm made : new MPI_Comm[] {grid, part, graph}) {
            MPI_Comm_free(made);
        }
    }

    @Spmd(1)
    @Rule("GEN-009")
    void shouldHaveNoNeighbours() {
        MPI_Comm[] comm = new MPI_Comm[1];
        MPI_Dist_graph_create(MPI_COMM_WORLD, 0, null, null, null, null, MPI_INFO_NULL, false, comm);
        MPI_Comm_free(comm);
        MPI_Dist_graph_create_adjacent(MPI_COMM_WORLD, 0, null, null, 0, null, null, MPI_INFO_NULL, false, comm);
        MPI_Comm lonely = comm[0];
        MPI_Dist_graph_neighbors(lonely, 0, null, null, 0, null, null);
        MPI_Neighbor_allgather(null, 0, MPI_INT, null, 0, MPI_INT, lonely);
        MPI_Neighbor_allgatherv(null, 0, MPI_INT, null, null, null, MPI_INT, lonely);
        MPI_Neighbor_alltoallv(null, null, null, MPI_INT, null, null, null, MPI_INT, lonely);
        MPI_Neighbor_alltoallw(null, null, null, null, null, null, null, null, lonely);
        MPI_Request[] request = new MPI_Request[1];
        MPI_Ineighbor_alltoall(null, 0, MPI_INT, null, 0, MPI_INT, lonely, request);
        MPI_Wait(request, MPI_STATUS_IGNORE);
        MPI_Comm_free(lonely);
    }

    @Spmd(1)
    @Rule("GEN-009")
    void shouldPackAndAttachNothing() {
        int[] position = new int[1];
        MPI_Pack(null, 0, MPI_INT, null, 0, position, MPI_COMM_SELF);
        MPI_Unpack(null, 0, position, null, 0, MPI_INT, MPI_COMM_SELF);
        assertEquals(0, position[0]);
        MPI_Buffer_attach(null, 0);
        MPI_Buffer_detach(new Object[1], number);
        assertEquals(0, number[0]);
    }
}
