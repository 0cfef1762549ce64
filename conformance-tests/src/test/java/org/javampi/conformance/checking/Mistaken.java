package org.javampi.conformance.checking;

import static org.javampi.MPI.*;

import java.util.Map;
import java.util.TreeMap;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Group;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Scene;

/**
 * Programs that run to their end, or could, and are wrong, each in another way. Lines that a finding must name end with
 * the program's name in brackets.
 */
public final class Mistaken {
    private static final MPI_Comm WORLD = MPI_COMM_WORLD;

    private Mistaken() {}

    /** As a job of its own: the first argument names the program. */
    public static void main(String[] args) throws Exception {
        MPI_Init(args);
        Scene program = all().get(args[0]);
        (program == null ? correct().get(args[0]) : program).body().run(MPI_Comm_rank(WORLD));
        MPI_Finalize();
        System.out.println("ended");
    }

    static Map<String, Scene> all() {
        Map<String, Scene> all = new TreeMap<>();
        all.put(
                "unreceived",
                new Scene(
                        2,
                        Mistaken::unreceived,
                        "MPI_Send of 1 MPI_INT by rank 0 with tag 7 on MPI_COMM_WORLD",
                        "was never received here"));
        all.put("request", new Scene(2, Mistaken::request, "request of MPI_Irecv", "was never completed (2 times)"));
        all.put("persistent", new Scene(1, Mistaken::persistent, "request of MPI_Send_init", "was never freed"));
        all.put("communicator", new Scene(2, Mistaken::communicator, "communicator of MPI_Comm_dup"));
        all.put(
                "objects",
                new Scene(
                        1,
                        Mistaken::objects,
                        "group of MPI_Comm_group",
                        "datatype of MPI_Type_vector",
                        "operation of MPI_Op_create"));
        all.put(
                "changed buffer",
                new Scene(
                        2, Mistaken::changedBuffer, "the buffer of MPI_Isend", "was changed before the operation was"));
        all.put(
                "types",
                new Scene(
                        2,
                        Mistaken::types,
                        "types do not match: MPI_Send of 4 MPI_INT by rank 0",
                        "was received by MPI_Recv of 4 MPI_FLOAT"));
        all.put(
                "derived types",
                new Scene(2, Mistaken::derivedTypes, "types do not match: MPI_Isend", "was received by MPI_Irecv"));
        all.put(
                "kinds",
                new Scene(
                        3,
                        Mistaken::kinds,
                        "the ranks of MPI_COMM_WORLD do not make the same call: rank 0: MPI_Reduce with root 0 and",
                        "ranks 1, 2: MPI_Bcast with root 0"));
        all.put(
                "roots",
                new Scene(2, Mistaken::roots, "rank 0: MPI_Bcast with root 0", "rank 1: MPI_Bcast with root 1"));
        all.put(
                "operations",
                new Scene(2, Mistaken::operations, "MPI_Allreduce with MPI_SUM", "MPI_Allreduce with MPI_MAX"));
        all.put(
                "counts",
                new Scene(
                        4,
                        Mistaken::counts,
                        "do not agree on the data of MPI_Bcast with root 0",
                        "rank 0: gives 10 MPI_INT",
                        "ranks 1-3: takes 5 MPI_INT"));
        all.put("gathered counts", new Scene(2, Mistaken::gatheredCounts, "takes 3 MPI_INT from rank 1"));
        all.put(
                "exchanged counts",
                new Scene(2, Mistaken::exchangedCounts, "do not agree on the data of MPI_Alltoallv"));
        all.put(
                "large unreceived",
                new Scene(
                        2,
                        Mistaken::largeUnreceived,
                        "MPI_Send_c of 1 MPI_INT by rank 0 with tag 7 on MPI_COMM_WORLD",
                        "types do not match: MPI_Isend_c of 4 MPI_INT by rank 0",
                        "was received by MPI_Recv_c of 4 MPI_FLOAT"));
        all.put(
                "large counts",
                new Scene(2, Mistaken::largeCounts, "do not agree on the data of MPI_Bcast_c with root 0"));
        all.put(
                "large gathered counts",
                new Scene(2, Mistaken::largeGatheredCounts, "of MPI_Gatherv_c: rank 0 takes 3 MPI_INT from rank 1"));
        all.put(
                "other requests",
                new Scene(
                        2,
                        Mistaken::otherRequests,
                        "request of MPI_Ibarrier at ",
                        "request of MPI_Bcast_init at ",
                        "request of MPI_Psend_init at ",
                        "was never freed",
                        "communicator of MPI_Comm_idup at ",
                        "datatype of MPI_Type_contiguous_c at "));
        return all;
    }

    private static void unreceived(int rank) {
        if (rank == 0) {
            MPI_Send(new int[1], 1, MPI_INT, 1, 6, WORLD);
            MPI_Send(new int[1], 1, MPI_INT, 1, 7, WORLD); // [unreceived]
        } else {
            MPI_Recv(new int[1], 1, MPI_INT, 0, 6, WORLD, MPI_STATUS_IGNORE);
        }
    }

    private static void request(int rank) {
        MPI_Request[] request = new MPI_Request[1];
        for (int i = 0; i < 2; i++) {
            MPI_Irecv(new int[1], 1, MPI_INT, 1 - rank, 1, WORLD, request); // [request]
        }
    }

    private static void persistent(int rank) {
        MPI_Request[] request = new MPI_Request[1];
        MPI_Send_init(new int[1], 1, MPI_INT, rank, 1, WORLD, request); // [persistent]
        MPI_Start(request);
        MPI_Recv(new int[1], 1, MPI_INT, rank, 1, WORLD, MPI_STATUS_IGNORE);
        MPI_Wait(request, MPI_STATUS_IGNORE);
    }

    private static void communicator(int rank) {
        MPI_Comm kept = MPI_Comm_dup(WORLD); // [communicator]
        MPI_Comm freed = MPI_Comm_dup(WORLD);
        MPI_Comm_free(freed);
        MPI_Barrier(kept);
    }

    private static void objects(int rank) {
        MPI_Group group = MPI_Comm_group(WORLD); // [objects]
        MPI_Datatype type = MPI_Type_vector(2, 1, 2, MPI_INT); // [objects]
        MPI_Op op = MPI_Op_create((in, inout, length, datatype) -> {}, true); // [objects]
        MPI_Group freed = MPI_Comm_group(WORLD);
        MPI_Group_free(freed);
    }

    private static void changedBuffer(int rank) {
        int[] data = new int[100];
        if (rank == 0) {
            MPI_Request[] request = new MPI_Request[1];
            MPI_Isend(data, 100, MPI_INT, 1, 1, WORLD, request); // [changed buffer]
            data[50] = 1;
            MPI_Wait(request, MPI_STATUS_IGNORE);
        } else {
            MPI_Recv(data, 100, MPI_INT, 0, 1, WORLD, MPI_STATUS_IGNORE);
        }
    }

    private static void types(int rank) {
        if (rank == 0) {
            MPI_Send(new int[4], 4, MPI_INT, 1, 1, WORLD); // [types]
        } else {
            MPI_Recv(new float[4], 4, MPI_FLOAT, 0, 1, WORLD, MPI_STATUS_IGNORE); // [types]
        }
    }

    private static void derivedTypes(int rank) {
        MPI_Request[] request = new MPI_Request[1];
        if (rank == 0) {
            MPI_Datatype row = MPI_Type_vector(3, 1, 2, MPI_DOUBLE);
            MPI_Type_commit(row);
            MPI_Isend(new double[6], 1, row, 1, 1, WORLD, request); // [derived types]
            MPI_Type_free(row);
        } else {
            MPI_Irecv(new long[5], 5, MPI_LONG, MPI_ANY_SOURCE, MPI_ANY_TAG, WORLD, request); // [derived types]
        }
        MPI_Waitall(1, request, MPI_STATUSES_IGNORE);
    }

    private static void kinds(int rank) {
        int[] data = new int[1];
        if (rank == 0) {
            MPI_Reduce(data, new int[1], 1, MPI_INT, MPI_SUM, 0, WORLD); // [kinds]
        } else {
            MPI_Bcast(data, 1, MPI_INT, 0, WORLD); // [kinds]
        }
    }

    private static void roots(int rank) {
        MPI_Bcast(new int[1], 1, MPI_INT, rank, WORLD); // [roots]
    }

    private static void operations(int rank) {
        MPI_Allreduce(new int[1], new int[1], 1, MPI_INT, rank == 0 ? MPI_SUM : MPI_MAX, WORLD); // [operations]
    }

    private static void counts(int rank) {
        MPI_Bcast(new int[10], rank == 0 ? 10 : 5, MPI_INT, 0, WORLD); // [counts]
    }

    private static void gatheredCounts(int rank) {
        int[] counts = {2, 3};
        int[] places = {0, 2};
        int[] all = new int[5];
        MPI_Gatherv(all, 2, MPI_INT, new int[5], counts, places, MPI_INT, 0, WORLD); // [gathered counts]
    }

    private static void exchangedCounts(int rank) {
        int[] in = {1, 1};
        int[] out = {1, 1 + rank};
        int[] at = {0, 2};
        MPI_Alltoallv(new int[5], out, at, MPI_INT, new int[5], in, at, MPI_INT, WORLD); // [exchanged counts]
    }

    private static void largeUnreceived(int rank) {
        MPI_Request[] request = new MPI_Request[1];
        if (rank == 0) {
            MPI_Isend_c(new int[4], 4L, MPI_INT, 1, 6, WORLD, request); // [large unreceived]
            MPI_Wait(request, MPI_STATUS_IGNORE);
            MPI_Send_c(new int[1], 1L, MPI_INT, 1, 7, WORLD); // [large unreceived]
        } else {
            MPI_Recv_c(new float[4], 4L, MPI_FLOAT, 0, 6, WORLD, MPI_STATUS_IGNORE); // [large unreceived]
        }
    }

    private static void largeCounts(int rank) {
        MPI_Bcast_c(new int[2], 1L + rank, MPI_INT, 0, WORLD); // [large counts]
    }

    private static void largeGatheredCounts(int rank) {
        long[] counts = {2, 3};
        long[] at = {0, 2};
        MPI_Gatherv_c(new int[2], 2L, MPI_INT, new int[5], counts, at, MPI_INT, 0, WORLD); // [large gathered counts]
    }

    private static void otherRequests(int rank) {
        MPI_Request[] request = new MPI_Request[1];
        MPI_Ibarrier(WORLD, request); // [other requests]
        MPI_Bcast_init(new int[1], 1, MPI_INT, 0, WORLD, MPI_INFO_NULL, request); // [other requests]
        if (rank == 0) {
            MPI_Psend_init(new int[2], 2, 1L, MPI_INT, 1, 1, WORLD, MPI_INFO_NULL, request); // [other requests]
        }
        MPI_Comm_idup(WORLD, new MPI_Comm[1], request); // [other requests]
        MPI_Wait(request, MPI_STATUS_IGNORE);
        MPI_Type_contiguous_c(2L, MPI_INT, new MPI_Datatype[1]); // [other requests]
    }

    // ---- What must not be called a mistake

    static Map<String, Scene> correct() {
        Map<String, Scene> all = new TreeMap<>();
        all.put("correct", new Scene(3, Mistaken::correct));
        return all;
    }

    private static void correct(int rank) {
        messages(rank);
        collectives(rank);
        others(rank);
    }

    private static void messages(int rank) {
        int next = (rank + 1) % 3;
        int previous = (rank + 2) % 3;
        int[] out = {rank, rank};
        int[] in = new int[4];
        MPI_Status status = new MPI_Status();
        MPI_Datatype pair = MPI_Type_contiguous(2, MPI_INT);
        MPI_Type_commit(pair);
        MPI_Sendrecv(out, 1, pair, next, 1, in, 4, MPI_INT, previous, 1, WORLD, status);
        MPI_Sendrecv_replace(in, 2, MPI_INT, next, 2, MPI_ANY_SOURCE, 2, WORLD, MPI_STATUS_IGNORE);
        MPI_Type_free(pair);
        // Two receives of like messages, completed in the other order.
        MPI_Request[] first = new MPI_Request[1];
        MPI_Request[] second = new MPI_Request[1];
        MPI_Request[] sends = new MPI_Request[1];
        MPI_Irecv(in, 1, MPI_INT, previous, 3, WORLD, first);
        MPI_Irecv(at(in, 1), 1, MPI_INT, MPI_ANY_SOURCE, 3, WORLD, second);
        MPI_Isend(out, 1, MPI_INT, next, 3, WORLD, sends);
        MPI_Ssend(out, 1, MPI_INT, next, 3, WORLD);
        MPI_Waitall(1, second, MPI_STATUSES_IGNORE);
        MPI_Wait(first, MPI_STATUS_IGNORE);
        MPI_Wait(sends, MPI_STATUS_IGNORE);
        MPI_Buffer_attach(new byte[10_000], 10_000);
        MPI_Bsend(out, 2, MPI_INT, next, 4, WORLD);
        MPI_Probe(previous, 4, WORLD, status);
        MPI_Recv(in, MPI_Get_count(status, MPI_INT), MPI_INT, previous, 4, WORLD, status);
        MPI_Buffer_detach(new Object[1], new int[1]);
        persistentRing(next, previous);
        large(next, previous);
        MPI_Send(new byte[0], 0, MPI_BYTE, MPI_PROC_NULL, 1, WORLD);
    }

    private static void large(int next, int previous) {
        int[] out = {1, 2};
        int[] in = new int[2];
        MPI_Request[] request = new MPI_Request[1];
        MPI_Sendrecv_c(out, 2L, MPI_INT, next, 6, in, 2L, MPI_INT, previous, 6, WORLD, MPI_STATUS_IGNORE);
        MPI_Sendrecv_replace_c(in, 2L, MPI_INT, next, 7, previous, 7, WORLD, MPI_STATUS_IGNORE);
        MPI_Irecv_c(in, 2L, MPI_INT, previous, 8, WORLD, request);
        MPI_Send(out, 2, MPI_INT, next, 8, WORLD);
        MPI_Wait(request, MPI_STATUS_IGNORE);
        MPI_Send_c(out, 2L, MPI_INT, next, 9, WORLD);
        MPI_Recv(in, 2, MPI_INT, previous, 9, WORLD, MPI_STATUS_IGNORE);
        MPI_Allreduce_c(out, in, 2L, MPI_INT, MPI_SUM, WORLD);
        long[] counts = {1, 1, 1};
        long[] places = {0, 1, 2};
        MPI_Allgatherv_c(out, 1L, MPI_INT, new int[3], counts, places, MPI_INT, WORLD);
        MPI_Alltoallv_c(new int[3], counts, places, MPI_INT, new int[3], counts, places, MPI_INT, WORLD);
    }

    private static void persistentRing(int next, int previous) {
        MPI_Request[] requests = new MPI_Request[1];
        MPI_Request[] receive = new MPI_Request[1];
        int[] data = new int[1];
        MPI_Ssend_init(data, 1, MPI_INT, next, 5, WORLD, requests);
        MPI_Recv_init(new int[1], 1, MPI_INT, previous, 5, WORLD, receive);
        for (int round = 0; round < 3; round++) {
            data[0] = round;
            MPI_Start(receive);
            MPI_Startall(1, requests);
            MPI_Wait(requests, MPI_STATUS_IGNORE);
            MPI_Wait(receive, MPI_STATUS_IGNORE);
        }
        MPI_Request_free(requests);
        MPI_Request_free(receive);
        MPI_Request[] partitions = new MPI_Request[2];
        MPI_Request[] one = new MPI_Request[1];
        MPI_Psend_init(new int[2], 2, 1L, MPI_INT, next, 5, WORLD, MPI_INFO_NULL, one);
        partitions[0] = one[0];
        MPI_Precv_init(new int[2], 2, 1L, MPI_INT, previous, 5, WORLD, MPI_INFO_NULL, one);
        partitions[1] = one[0];
        MPI_Startall(2, partitions);
        MPI_Pready_range(0, 1, partitions[0]);
        MPI_Waitall(2, partitions, MPI_STATUSES_IGNORE);
        for (MPI_Request request : partitions) {
            MPI_Request_free(request);
        }
    }

    private static void collectives(int rank) {
        int[] data = new int[3];
        MPI_Bcast(data, 3, MPI_INT, 1, WORLD);
        MPI_Reduce(data, new int[3], 3, MPI_INT, MPI_SUM, 2, WORLD);
        MPI_Gather(data, 1, MPI_INT, rank == 0 ? new int[3] : null, rank == 0 ? 1 : 77, MPI_INT, 0, WORLD);
        int[] counts = {1, 2, 3};
        int[] places = {0, 1, 3};
        MPI_Gatherv(data, rank + 1, MPI_INT, new int[6], counts, places, MPI_INT, 0, WORLD);
        MPI_Allgatherv(data, rank + 1, MPI_INT, new int[6], counts, places, MPI_INT, WORLD);
        MPI_Scatterv(new int[6], counts, places, MPI_INT, data, rank + 1, MPI_INT, 0, WORLD);
        MPI_Alltoall(MPI_IN_PLACE, 1, MPI_INT, data, 1, MPI_INT, WORLD);
        MPI_Allreduce(MPI_IN_PLACE, data, 3, MPI_INT, MPI_MAX, WORLD);
        MPI_Reduce_scatter(data, new int[1], new int[] {1, 1, 1}, MPI_INT, MPI_SUM, WORLD);
        MPI_Scan(data, new int[3], 3, MPI_INT, MPI_SUM, WORLD);
        MPI_Request[] request = new MPI_Request[1];
        MPI_Ibarrier(WORLD, request);
        MPI_Wait(request, MPI_STATUS_IGNORE);
        MPI_Barrier(WORLD);
        MPI_Allreduce_init(data, new int[3], 3, MPI_INT, MPI_SUM, WORLD, MPI_INFO_NULL, request);
        MPI_Start(request);
        MPI_Wait(request, MPI_STATUS_IGNORE);
        MPI_Request_free(request);
        MPI_Comm[] copy = new MPI_Comm[1];
        MPI_Comm_idup(WORLD, copy, request);
        MPI_Wait(request, MPI_STATUS_IGNORE);
        MPI_Comm_free(copy);
    }

    private static void others(int rank) {
        MPI_Comm half = MPI_Comm_split(WORLD, rank == 0 ? 0 : 1, 0);
        MPI_Barrier(half);
        MPI_Comm_free(half);
        // A send that is taken back, and a receive.
        MPI_Request[] request = new MPI_Request[1];
        MPI_Status status = new MPI_Status();
        MPI_Isend(new int[1], 1, MPI_INT, rank, 9, WORLD, request);
        MPI_Cancel(request);
        MPI_Wait(request, status);
        if (!MPI_Test_cancelled(status)) {
            MPI_Recv(new int[1], 1, MPI_INT, rank, 9, WORLD, MPI_STATUS_IGNORE);
        }
        MPI_Irecv(new int[1], 1, MPI_INT, rank, 9, WORLD, request);
        MPI_Cancel(request);
        MPI_Wait(request, status);
    }
}
