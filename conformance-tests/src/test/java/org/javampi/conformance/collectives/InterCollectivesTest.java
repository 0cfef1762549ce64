package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Group;
import org.javampi.MPI_Request;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Collectives between the groups of an inter-communicator (MPI-4.1 §6.2.3): a third of the ranks, and the others. */
class InterCollectivesTest {
    private static final int COUNT = 3000;

    private MPI_Comm local;
    private MPI_Comm inter;
    private boolean first;
    private int here;
    private int there;
    private int me;

    private void join() {
        first = rank() % 3 == 0;
        local = MPI_Comm_split(MPI_COMM_WORLD, first ? 0 : 1, rank());
        inter = MPI_Intercomm_create(local, 0, MPI_COMM_WORLD, first ? 1 : 0, 8);
        here = MPI_Comm_size(inter);
        there = MPI_Comm_remote_size(inter);
        me = MPI_Comm_rank(inter);
    }

    private void part() {
        MPI_Comm_free(inter);
        MPI_Comm_free(local);
    }

    /** What a member of a group contributes. */
    private static int value(boolean ofFirst, int rank) {
        return (ofFirst ? 1000 : 5) + rank;
    }

    private static int sum(boolean ofFirst, int ranks) {
        int sum = 0;
        for (int r = 0; r < ranks; r++) {
            sum += value(ofFirst, r);
        }
        return sum;
    }

    @Spmd({2, 3, 5, 7})
    @Rule({"INT-001", "INT-003"})
    void shouldGiveEachGroupWhatTheOtherHas() {
        join();
        int mine = value(first, me);
        int[] sums = new int[COUNT];
        MPI_Allreduce(filled(COUNT, mine), sums, COUNT, MPI_INT, MPI_SUM, inter);
        assertArrayEquals(filled(COUNT, sum(!first, there)), sums);
        int[] all = new int[there * COUNT];
        MPI_Allgather(filled(COUNT, mine), COUNT, MPI_INT, all, COUNT, MPI_INT, inter);
        int[] expected = new int[there * COUNT];
        Arrays.setAll(expected, i -> value(!first, i / COUNT));
        assertArrayEquals(expected, all);
        Arrays.fill(all, 0);
        int[] counts = filled(there, COUNT);
        int[] places = new int[there];
        Arrays.setAll(places, i -> i * COUNT);
        MPI_Allgatherv(filled(COUNT, mine), COUNT, MPI_INT, all, counts, places, MPI_INT, inter);
        assertArrayEquals(expected, all);
        int[] out = new int[there];
        Arrays.setAll(out, i -> mine * 100 + i);
        int[] in = new int[there];
        MPI_Alltoall(out, 1, MPI_INT, in, 1, MPI_INT, inter);
        int[] wanted = new int[there];
        Arrays.setAll(wanted, i -> value(!first, i) * 100 + me);
        assertArrayEquals(wanted, in);
        int[] ones = filled(there, 1);
        int[] bytes = new int[there];
        Arrays.setAll(bytes, i -> 4 * i);
        int[] items = new int[there];
        Arrays.setAll(items, i -> i);
        MPI_Datatype[] types = new MPI_Datatype[there];
        Arrays.fill(types, MPI_INT);
        Arrays.fill(in, 0);
        MPI_Alltoallv(out, ones, items, MPI_INT, in, ones, items, MPI_INT, inter);
        assertArrayEquals(wanted, in);
        Arrays.fill(in, 0);
        MPI_Alltoallw(out, ones, bytes, types, in, ones, bytes, types, inter);
        assertArrayEquals(wanted, in);
        part();
    }

    @Spmd({2, 3, 5, 7})
    @Rule({"INT-001", "INT-003"})
    void shouldCutTheOtherGroupsReductionIntoSegments() {
        join();
        // As many items in both groups.
        int each = there;
        int[] whole = new int[here * there];
        Arrays.setAll(whole, i -> i * value(first, me));
        int[] segment = new int[each];
        int[] expected = new int[each];
        Arrays.setAll(expected, i -> (me * each + i) * sum(!first, there));
        MPI_Reduce_scatter_block(whole, segment, each, MPI_INT, MPI_SUM, inter);
        assertArrayEquals(expected, segment);
        Arrays.fill(segment, 0);
        MPI_Reduce_scatter(whole, segment, filled(here, each), MPI_INT, MPI_SUM, inter);
        assertArrayEquals(expected, segment);
        part();
    }

    @Spmd({2, 3, 5, 7})
    @Rule({"INT-002", "INT-003"})
    void shouldMoveDataBetweenARootAndTheOtherGroup() {
        join();
        for (boolean rootIsInFirst : new boolean[] {true, false}) {
            boolean rooted = first == rootIsInFirst;
            int root = rooted ? here - 1 : there - 1;
            int argument = !rooted ? root : me == root ? MPI_ROOT : MPI_PROC_NULL;
            boolean atRoot = argument == MPI_ROOT;
            int[] data = filled(COUNT, atRoot ? 7 : -1);
            MPI_Bcast(data, COUNT, MPI_INT, argument, inter);
            assertArrayEquals(filled(COUNT, rooted && !atRoot ? -1 : 7), data);
            int[] all = filled(there, -1);
            MPI_Gather(new int[] {value(first, me)}, 1, MPI_INT, all, 1, MPI_INT, argument, inter);
            int[] expected = filled(there, -1);
            if (atRoot) {
                Arrays.setAll(expected, i -> value(!first, i));
            }
            assertArrayEquals(expected, all);
            int[] pieces = new int[there];
            Arrays.setAll(pieces, i -> 100 + i);
            int[] piece = {-1};
            MPI_Request[] request = {MPI_Iscatter(pieces, 1, MPI_INT, piece, 1, MPI_INT, argument, inter)};
            MPI_Wait(request, MPI_STATUS_IGNORE);
            assertEquals(rooted ? -1 : 100 + me, piece[0]);
            int[] sum = filled(COUNT, -1);
            MPI_Reduce(filled(COUNT, value(first, me)), sum, COUNT, MPI_INT, MPI_SUM, argument, inter);
            assertArrayEquals(filled(COUNT, atRoot ? sum(!first, there) : -1), sum);
        }
        Errors.expect(MPI_ERR_ROOT, () -> MPI_Bcast(new int[1], 1, MPI_INT, there, inter));
        part();
    }

    @Spmd({2, 5})
    @Rule({"INT-002", "INT-003"})
    void shouldMoveUnequalPieces() {
        join();
        int root = 0;
        int argument = !first ? root : me == root ? MPI_ROOT : MPI_PROC_NULL;
        int[] counts = new int[there];
        int[] places = new int[there];
        Arrays.setAll(counts, i -> i + 1);
        Arrays.setAll(places, i -> i * (i + 1) / 2);
        int total = there * (there + 1) / 2;
        int[] all = new int[total];
        MPI_Gatherv(filled(me + 1, me), me + 1, MPI_INT, all, counts, places, MPI_INT, argument, inter);
        int[] piece = new int[me + 1];
        MPI_Scatterv(all, counts, places, MPI_INT, piece, me + 1, MPI_INT, argument, inter);
        assertArrayEquals(filled(me + 1, first ? 0 : me), piece);
        part();
    }

    @Spmd({2, 3, 5, 7})
    @Rule({"INT-004"})
    void shouldLeaveABarrierWhenAllOfBothGroupsHaveEntered() {
        join();
        byte[] nothing = {};
        for (int late = 0; late < size(); late++) {
            if (rank() != late) {
                MPI_Barrier(inter);
                MPI_Send(nothing, 0, MPI_BYTE, late, 9, MPI_COMM_WORLD);
                continue;
            }
            for (int i = 0; i < 200; i++) {
                assertFalse(MPI_Iprobe(MPI_ANY_SOURCE, 9, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
                Thread.yield();
            }
            MPI_Barrier(inter);
            for (int i = 1; i < size(); i++) {
                MPI_Recv(nothing, 0, MPI_BYTE, MPI_ANY_SOURCE, 9, MPI_COMM_WORLD);
            }
        }
        part();
    }

    @Spmd({4, 5, 7})
    @Rule({"INT-005"})
    void shouldSplitBothGroupsByColor() {
        join();
        // Colour 0 has members in both groups, colour 1 and 2 in one.
        int color = me == 0 ? 0 : first ? 1 : 2;
        MPI_Comm[] part = {MPI_Comm_split(inter, color, -me)};
        if (me == 0) {
            assertEquals(1, MPI_Comm_size(part[0]));
            assertEquals(1, MPI_Comm_remote_size(part[0]));
            int[] theirs = new int[1];
            MPI_Allreduce(new int[] {rank()}, theirs, 1, MPI_INT, MPI_SUM, part[0]);
            assertEquals(first ? 1 : 0, theirs[0]);
            MPI_Comm_free(part);
        } else {
            assertEquals(MPI_COMM_NULL, part[0]);
        }
        MPI_Comm all = MPI_Comm_split(inter, 3, -me);
        assertEquals(here - 1 - me, MPI_Comm_rank(all));
        assertEquals(there, MPI_Comm_remote_size(all));
        MPI_Barrier(all);
        MPI_Comm_free(all);
        part();
    }

    @Spmd({4, 5, 7})
    @Rule({"INT-005"})
    void shouldMakeAnInterCommunicatorOfPartsOfBothGroups() {
        join();
        MPI_Group whole = MPI_Comm_group(inter);
        MPI_Group some = MPI_Group_incl(whole, 1, new int[] {here - 1});
        MPI_Comm made = MPI_Comm_create(inter, some);
        assertEquals(me == here - 1, made != MPI_COMM_NULL);
        if (made != MPI_COMM_NULL) {
            int[] theirs = new int[1];
            MPI_Allreduce(new int[] {value(first, me)}, theirs, 1, MPI_INT, MPI_SUM, made);
            assertEquals(value(!first, there - 1), theirs[0]);
            MPI_Comm_free(made);
        }
        MPI_Group_free(some);
        MPI_Group_free(whole);
        part();
    }
}
