package org.javampi.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Group;
import org.javampi.PMPI;

/**
 * The same number for a communicator at all of its ranks: made of its members and of how many with the same members were
 * there before. Communicators are made by all members in the same order.
 */
final class CommunicatorNames {
    static final long WORLD = 1;

    private record Known(long name, int[] peers) {}

    private final Map<MPI_Comm, Known> known = new IdentityHashMap<>();
    private final Map<List<Integer>, Integer> made = new HashMap<>();

    /** Where rank {@code rank} of a communicator is in MPI_COMM_WORLD; a negative one as it is. */
    int inWorld(MPI_Comm comm, int rank) {
        return rank < 0 || comm == MPI.MPI_COMM_WORLD ? rank : of(comm).peers[rank];
    }

    long name(MPI_Comm comm) {
        return comm == MPI.MPI_COMM_WORLD ? WORLD : of(comm).name;
    }

    /** A communicator has been made, or is used for the first time. */
    void onMade(MPI_Comm comm) {
        if (comm != null && comm != MPI.MPI_COMM_NULL && comm != MPI.MPI_COMM_WORLD) {
            of(comm);
        }
    }

    private Known of(MPI_Comm comm) {
        Known found = known.get(comm);
        if (found == null) {
            boolean[] inter = new boolean[1];
            PMPI.PMPI_Comm_test_inter(comm, inter);
            MPI_Group[] group = new MPI_Group[1];
            PMPI.PMPI_Comm_group(comm, group);
            int[] own = members(group);
            int[] peers = own;
            if (inter[0]) {
                PMPI.PMPI_Comm_remote_group(comm, group);
                peers = members(group);
            }
            List<Integer> all = new ArrayList<>();
            Arrays.stream(own).forEach(all::add);
            if (inter[0]) {
                Arrays.stream(peers).forEach(all::add);
                all.sort(null);
                all.add(-1);
            }
            int before = made.merge(all, 1, Integer::sum);
            found = new Known(2 + (all.hashCode() & 0xffffffffL) * 1024 + before, peers);
            known.put(comm, found);
        }
        return found;
    }

    private static int[] members(MPI_Group[] group) {
        int[] size = new int[1];
        PMPI.PMPI_Group_size(group[0], size);
        int[] ranks = new int[size[0]];
        Arrays.setAll(ranks, i -> i);
        int[] world = new int[ranks.length];
        MPI_Group[] all = new MPI_Group[1];
        PMPI.PMPI_Comm_group(MPI.MPI_COMM_WORLD, all);
        PMPI.PMPI_Group_translate_ranks(group[0], ranks.length, ranks, all[0], world);
        PMPI.PMPI_Group_free(all);
        PMPI.PMPI_Group_free(group);
        return world;
    }
}
