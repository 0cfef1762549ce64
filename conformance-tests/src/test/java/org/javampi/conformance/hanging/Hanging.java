package org.javampi.conformance.hanging;

import static org.javampi.MPI.*;

import java.util.Map;
import java.util.TreeMap;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Message;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.PMPI;
import org.javampi.conformance.harness.Scene;

/**
 * Programs that deadlock, each in another way. The lines at which ranks wait for ever end with the program's name in
 * brackets: the report must name all of them.
 */
public final class Hanging {
    /** Above the eager limit: such a send waits for its receive. */
    private static final int LONG = 1 << 20;

    private static final MPI_Comm WORLD = MPI_COMM_WORLD;

    private Hanging() {}

    /** As a job of its own: the first argument names the program. */
    public static void main(String[] args) throws Exception {
        MPI_Init(args);
        if (args[0].equals("short sends")) {
            shortSends(MPI_Comm_rank(WORLD));
        } else {
            all().get(args[0]).body().run(MPI_Comm_rank(WORLD));
        }
        MPI_Finalize();
    }

    private static void send(int dest, int tag, MPI_Comm comm) {
        MPI_Send(new int[1], 1, MPI_INT, dest, tag, comm);
    }

    private static MPI_Request[] requests(int count) {
        return new MPI_Request[count];
    }

    static Map<String, Scene> all() {
        Map<String, Scene> all = new TreeMap<>();
        all.put(
                "receives",
                new Scene(
                        2,
                        Hanging::receives,
                        "rank 0 waits in MPI_Recv for rank 1, tag 6, MPI_COMM_WORLD, 1 MPI_INT, at",
                        "cycle: rank 0 (MPI_Recv at",
                        "rank 1 waits in MPI_Recv for rank 0"));
        all.put(
                "long sends",
                new Scene(
                        2,
                        Hanging::longSends,
                        "rank 0 waits in MPI_Send for rank 1, tag 2, MPI_COMM_WORLD, 1048576 MPI_BYTE"));
        all.put(
                "wrong tag",
                new Scene(2, Hanging::wrongTag, "rank 1 has sent tag 7 to rank 0", "rank 0 waits for tag 8"));
        all.put(
                "wrong source",
                new Scene(3, Hanging::wrongSource, "rank 2 has sent tag 4 to rank 0", "waits for it from rank 1"));
        all.put(
                "wrong communicator",
                new Scene(
                        2,
                        Hanging::wrongCommunicator,
                        "rank 1 has sent tag 4 to rank 0 (MPI_COMM_WORLD",
                        "waits for it in dup of MPI_COMM_WORLD"));
        all.put(
                "missing in barrier",
                new Scene(
                        4,
                        Hanging::missingInBarrier,
                        "3 of 4 ranks wait in MPI_Barrier at",
                        "rank 2 waits in MPI_Recv for rank 0"));
        all.put("missing in reduce", new Scene(3, Hanging::missingInReduce, "rank 1 waits in MPI_Recv for rank 0"));
        all.put("roots", new Scene(2, Hanging::roots, "MPI_Bcast with root 1", "MPI_Bcast with root 0"));
        all.put(
                "order",
                new Scene(2, Hanging::order, "rank 0 waits in MPI_Barrier for rank 1 to enter, dup of MPI_COMM_WORLD"));
        all.put(
                "collective and receive",
                new Scene(2, Hanging::collectiveAndReceive, "rank 1 waits in MPI_Allreduce for rank 0 to enter"));
        all.put("any source", new Scene(2, Hanging::anySource, "waits in MPI_Recv for any rank, tag 1"));
        all.put("any source, any tag", new Scene(3, Hanging::anyAny, "for any rank, any tag", "0 -> 1 or 2"));
        all.put("waitall", new Scene(2, Hanging::waitall, "rank 0 waits in MPI_Waitall for rank 1, tag 2"));
        all.put(
                "waitall of two",
                new Scene(3, Hanging::waitallOfTwo, "all of 2 operations: a receive from rank 1, tag 1"));
        all.put("waitany", new Scene(2, Hanging::waitany, "any of 2 operations"));
        all.put("waitsome", new Scene(2, Hanging::waitsome, "rank 0 waits in MPI_Waitsome"));
        all.put(
                "lost start",
                new Scene(
                        2,
                        Hanging::lostStart,
                        "rank 0 waits in MPI_Wait for rank 1, tag 9",
                        "rank 1 has not started its persistent send to rank 0, tag 9, MPI_COMM_WORLD, 1 MPI_INT",
                        "rank 1 waits in MPI_Finalize for rank 0 to enter"));
        all.put("inter-communicator", new Scene(4, Hanging::interCommunicator, "inter-communicator"));
        all.put("no other leader", new Scene(4, Hanging::noOtherLeader, "MPI_Intercomm_create"));
        all.put(
                "thread",
                new Scene(
                        2,
                        Hanging::thread,
                        "waits in MPI_Recv for rank 1, tag 3, MPI_COMM_WORLD",
                        "waits in MPI_Recv for rank 1, tag 4",
                        "rank 1 waits in MPI_Finalize"));
        all.put(
                "left",
                new Scene(
                        3,
                        Hanging::left,
                        "rank 0 waits in MPI_Recv for rank 1, tag 1",
                        "rank 1 waits in MPI_Finalize for rank 0 to enter"));
        all.put(
                "to itself",
                new Scene(
                        1,
                        Hanging::toItself,
                        "rank 0 waits in MPI_Ssend for rank 0, tag 1",
                        "cycle: rank 0 (MPI_Ssend at"));
        all.put("from itself", new Scene(2, Hanging::fromItself, "rank 1 waits in MPI_Recv for rank 1, tag 5"));
        all.put("ring", new Scene(4, Hanging::ring, "cycle: rank 0", "-> rank 3", "-> rank 0"));
        all.put("probe", new Scene(2, Hanging::probe, "rank 0 waits in MPI_Probe for rank 1, tag 5, MPI_COMM_WORLD"));
        all.put("sendrecv", new Scene(3, Hanging::sendrecv, "MPI_Sendrecv"));
        all.put("split", new Scene(3, Hanging::split, "rank 0 waits in MPI_Comm_split for rank 2 to enter"));
        all.put("detach", new Scene(2, Hanging::detach, "rank 0 waits in MPI_Buffer_detach for rank 1"));
        all.put("issend", new Scene(2, Hanging::issend, "rank 0 waits in MPI_Wait for rank 1, tag 5"));
        all.put("two pairs", new Scene(4, Hanging::twoPairs, "rank 2 waits in MPI_Recv for rank 3"));
        all.put(
                "part of a communicator",
                new Scene(4, Hanging::part, "split of MPI_COMM_WORLD", "1 of 2 ranks wait in MPI_Barrier"));
        all.put("half a world", new Scene(4, Hanging::halfWorld, "rank 3 waits in MPI_Finalize"));
        all.put("fewer rounds", new Scene(2, Hanging::fewerRounds, "collective 4 on MPI_COMM_WORLD"));
        all.put("scatter", new Scene(3, Hanging::scatter, "rank 0 waits in MPI_Scatter"));
        all.put(
                "in the background",
                new Scene(2, Hanging::background, "rank 0 waits in MPI_Wait for rank 1: MPI_Barrier (call 0)"));
        all.put(
                "partitions",
                new Scene(
                        2,
                        Hanging::partitions,
                        "rank 0 waits in MPI_Wait for rank 1: partition 3 of 4 of its message with tag 5, MPI_COMM_WORLD",
                        "MPI_Pready of partition 3 of 4 of a send to rank 0, tag 5"));
        all.put("cancelled send", new Scene(2, Hanging::cancelledSend, "rank 0 waits in MPI_Recv for rank 1, tag 3"));
        all.put("cancelled receive", new Scene(2, Hanging::cancelledReceive, "rank 1 waits in MPI_Ssend for rank 0"));
        all.put("synchronous ring", new Scene(3, Hanging::synchronousRing, "rank 0 waits in MPI_Ssend for rank 1"));
        all.put(
                "dup",
                new Scene(
                        4, Hanging::dup, "rank 3 waits in MPI_Comm_dup for rank 2 to enter, split of MPI_COMM_WORLD"));
        all.put(
                "one barrier less",
                new Scene(2, Hanging::oneBarrierLess, "rank 0 waits in MPI_Waitall for rank 1: MPI_Barrier (call 1)"));
        all.put(
                "matched, not received",
                new Scene(2, Hanging::matchedNotReceived, "rank 1 waits in MPI_Send for rank 0"));
        all.put("matched probe", new Scene(2, Hanging::matchedProbe, "rank 0 waits in MPI_Mprobe for rank 1, tag 8"));
        all.put("neighbours", new Scene(3, Hanging::neighbours, "MPI_Neighbor_alltoall"));
        all.put(
                "inter-communicator barrier",
                new Scene(
                        4,
                        Hanging::interBarrier,
                        "rank 2 waits in MPI_Barrier for rank 3: MPI_Barrier between two groups (call 0)",
                        "rank 3 waits in MPI_Finalize for rank 2: the last of its collectives"));
        all.put("replace", new Scene(2, Hanging::replace, "rank 0 waits in MPI_Sendrecv_replace"));
        all.put("value form", new Scene(2, Hanging::valueForm, "rank 0 waits in MPI_Recv for rank 1, tag 1"));
        all.put("profiled name", new Scene(2, Hanging::profiledName, "rank 0 waits in PMPI_Recv for rank 1, tag 1"));
        all.put("large count", new Scene(2, Hanging::largeCount, "rank 0 waits in MPI_Recv_c for rank 1, tag 1"));
        all.put(
                "persistent barrier",
                new Scene(
                        2,
                        Hanging::persistentBarrier,
                        "rank 0 waits in MPI_Wait for rank 1: MPI_Barrier",
                        "rank 1 has not started its persistent MPI_Barrier"));
        all.put(
                "wrong sender",
                new Scene(
                        3,
                        Hanging::wrongSender,
                        "rank 1 has sent tag 1 to rank 2",
                        "but rank 0 waits for such a message"));
        return all;
    }

    private static void receives(int rank) {
        MPI_Recv(new int[1], 1, MPI_INT, 1 - rank, 6, WORLD, MPI_STATUS_IGNORE); // [receives]
        send(1 - rank, 6, WORLD);
    }

    /** Works as long as short messages are buffered. */
    private static void shortSends(int rank) {
        MPI_Send(new byte[8], 8, MPI_BYTE, 1 - rank, 2, WORLD);
        MPI_Recv(new byte[8], 8, MPI_BYTE, 1 - rank, 2, WORLD, MPI_STATUS_IGNORE);
    }

    private static void longSends(int rank) {
        MPI_Send(new byte[LONG], LONG, MPI_BYTE, 1 - rank, 2, WORLD); // [long sends]
        MPI_Recv(new byte[LONG], LONG, MPI_BYTE, 1 - rank, 2, WORLD, MPI_STATUS_IGNORE);
    }

    private static void wrongTag(int rank) {
        if (rank == 1) {
            send(0, 7, WORLD);
        } else {
            MPI_Recv(new int[1], 1, MPI_INT, 1, 8, WORLD, MPI_STATUS_IGNORE); // [wrong tag]
        }
    }

    private static void wrongSource(int rank) {
        if (rank == 2) {
            send(0, 4, WORLD);
        } else if (rank == 0) {
            MPI_Recv(new int[1], 1, MPI_INT, 1, 4, WORLD, MPI_STATUS_IGNORE); // [wrong source]
        }
    }

    private static void wrongCommunicator(int rank) {
        MPI_Comm other = MPI_Comm_dup(WORLD);
        if (rank == 1) {
            send(0, 4, WORLD);
        } else {
            MPI_Recv(new int[1], 1, MPI_INT, 1, 4, other, MPI_STATUS_IGNORE); // [wrong communicator]
        }
    }

    private static void missingInBarrier(int rank) {
        if (rank == 2) {
            MPI_Recv(new int[1], 1, MPI_INT, 0, 1, WORLD, MPI_STATUS_IGNORE); // [missing in barrier]
        }
        MPI_Barrier(WORLD); // [missing in barrier]
    }

    private static void missingInReduce(int rank) {
        if (rank == 1) {
            MPI_Recv(new int[1], 1, MPI_INT, 0, 1, WORLD, MPI_STATUS_IGNORE); // [missing in reduce]
        }
        MPI_Reduce(new int[] {1}, new int[1], 1, MPI_INT, MPI_SUM, 0, WORLD);
        MPI_Barrier(WORLD);
    }

    private static void roots(int rank) {
        MPI_Bcast(new int[1], 1, MPI_INT, 1 - rank, WORLD); // [roots]
    }

    private static void order(int rank) {
        MPI_Comm other = MPI_Comm_dup(WORLD);
        MPI_Barrier(rank == 0 ? other : WORLD); // [order]
        MPI_Barrier(rank == 0 ? WORLD : other);
    }

    private static void collectiveAndReceive(int rank) {
        if (rank == 0) {
            MPI_Recv(new int[1], 1, MPI_INT, 1, 1, WORLD, MPI_STATUS_IGNORE); // [collective and receive]
        }
        MPI_Allreduce(new int[1], new int[1], 1, MPI_INT, MPI_SUM, WORLD); // [collective and receive]
    }

    private static void anySource(int rank) {
        MPI_Recv(new int[1], 1, MPI_INT, MPI_ANY_SOURCE, 1, WORLD, MPI_STATUS_IGNORE); // [any source]
        send(1 - rank, 1, WORLD);
    }

    private static void anyAny(int rank) {
        int any = MPI_ANY_SOURCE;
        MPI_Recv(new int[1], 1, MPI_INT, any, MPI_ANY_TAG, WORLD, MPI_STATUS_IGNORE); // [any source, any tag]
        send((rank + 1) % 3, rank, WORLD);
    }

    private static void waitall(int rank) {
        if (rank == 0) {
            MPI_Request[] two = requests(2);
            two[0] = MPI_Irecv(new int[1], 1, MPI_INT, 1, 1, WORLD);
            two[1] = MPI_Irecv(new int[1], 1, MPI_INT, 1, 2, WORLD);
            MPI_Waitall(2, two, MPI_STATUSES_IGNORE); // [waitall]
        } else {
            send(0, 1, WORLD);
        }
    }

    private static void waitallOfTwo(int rank) {
        if (rank == 0) {
            MPI_Request[] two = requests(2);
            two[0] = MPI_Irecv(new int[1], 1, MPI_INT, 1, 1, WORLD);
            two[1] = MPI_Irecv(new int[1], 1, MPI_INT, 2, 2, WORLD);
            MPI_Waitall(2, two, MPI_STATUSES_IGNORE); // [waitall of two]
        }
    }

    private static void waitany(int rank) {
        MPI_Request[] two = requests(2);
        two[0] = MPI_Irecv(new int[1], 1, MPI_INT, 1 - rank, 1, WORLD);
        two[1] = MPI_Irecv(new int[1], 1, MPI_INT, 1 - rank, 2, WORLD);
        MPI_Waitany(2, two, new int[1], MPI_STATUS_IGNORE); // [waitany]
        send(1 - rank, 1, WORLD);
    }

    private static void waitsome(int rank) {
        MPI_Request[] one = requests(1);
        MPI_Irecv(new int[1], 1, MPI_INT, 1 - rank, 1, WORLD, one);
        MPI_Waitsome(1, one, new int[1], new int[1], new MPI_Status[] {new MPI_Status()}); // [waitsome]
        send(1 - rank, 1, WORLD);
    }

    private static void lostStart(int rank) {
        MPI_Request[] one = requests(1);
        if (rank == 0) {
            MPI_Recv_init(new int[1], 1, MPI_INT, 1, 9, WORLD, one);
            MPI_Start(one);
        } else {
            MPI_Send_init(new int[1], 1, MPI_INT, 0, 9, WORLD, one);
        }
        MPI_Wait(one, MPI_STATUS_IGNORE); // [lost start]
    }

    private static void interCommunicator(int rank) {
        MPI_Comm half = MPI_Comm_split(WORLD, rank / 2, rank);
        MPI_Comm both = MPI_Intercomm_create(half, 0, WORLD, rank < 2 ? 2 : 0, 1);
        MPI_Recv(new int[1], 1, MPI_INT, rank % 2, 1, both, MPI_STATUS_IGNORE); // [inter-communicator]
    }

    private static void noOtherLeader(int rank) {
        MPI_Comm half = MPI_Comm_split(WORLD, rank / 2, rank);
        if (rank < 2) {
            MPI_Intercomm_create(half, 0, WORLD, 2, 1); // [no other leader]
        }
        MPI_Barrier(WORLD); // [no other leader]
    }

    private static void thread(int rank) throws InterruptedException {
        if (rank == 0) {
            Thread receiver = new Thread(() -> {
                MPI_Recv(new int[1], 1, MPI_INT, 1, 3, WORLD, MPI_STATUS_IGNORE); // [thread]
            });
            receiver.start();
            MPI_Recv(new int[1], 1, MPI_INT, 1, 4, WORLD, MPI_STATUS_IGNORE);
        }
    }

    private static void left(int rank) {
        if (rank == 0) {
            MPI_Recv(new int[1], 1, MPI_INT, 1, 1, WORLD, MPI_STATUS_IGNORE); // [left]
        }
    }

    private static void toItself(int rank) {
        MPI_Ssend(new int[1], 1, MPI_INT, rank, 1, WORLD); // [to itself]
        MPI_Recv(new int[1], 1, MPI_INT, rank, 1, WORLD, MPI_STATUS_IGNORE);
    }

    private static void fromItself(int rank) {
        if (rank == 1) {
            MPI_Recv(new int[1], 1, MPI_INT, rank, 5, WORLD, MPI_STATUS_IGNORE); // [from itself]
            send(rank, 5, WORLD);
        }
    }

    private static void ring(int rank) {
        MPI_Recv(new int[1], 1, MPI_INT, (rank + 3) % 4, 1, WORLD, MPI_STATUS_IGNORE); // [ring]
        send((rank + 1) % 4, 1, WORLD);
    }

    private static void probe(int rank) {
        MPI_Probe(1 - rank, 5, WORLD, MPI_STATUS_IGNORE); // [probe]
    }

    private static void sendrecv(int rank) {
        int[] word = new int[1];
        int to = (rank + 1) % 3;
        // The way back should be the other neighbour.
        MPI_Sendrecv(word, 1, MPI_INT, to, 1, new int[1], 1, MPI_INT, to, 1, WORLD, MPI_STATUS_IGNORE); // [sendrecv]
    }

    private static void split(int rank) {
        if (rank < 2) {
            MPI_Comm_split(WORLD, 0, rank); // [split]
        } else {
            MPI_Recv(new int[1], 1, MPI_INT, 0, 1, WORLD, MPI_STATUS_IGNORE); // [split]
        }
    }

    private static void detach(int rank) {
        if (rank == 0) {
            MPI_Buffer_attach(new byte[2 * LONG], 2 * LONG);
            MPI_Bsend(new byte[LONG], LONG, MPI_BYTE, 1, 1, WORLD);
            MPI_Buffer_detach(new Object[1], new int[1]); // [detach]
        }
    }

    private static void issend(int rank) {
        if (rank == 0) {
            MPI_Request[] one = requests(1);
            MPI_Issend(new int[1], 1, MPI_INT, 1, 5, WORLD, one);
            MPI_Wait(one, MPI_STATUS_IGNORE); // [issend]
        }
    }

    private static void twoPairs(int rank) {
        MPI_Recv(new int[1], 1, MPI_INT, rank ^ 1, 1, WORLD, MPI_STATUS_IGNORE); // [two pairs]
        send(rank ^ 1, 1, WORLD);
    }

    private static void part(int rank) {
        MPI_Comm half = MPI_Comm_split(WORLD, rank / 2, rank);
        if (rank != 1) {
            MPI_Barrier(half); // [part of a communicator]
        }
    }

    private static void halfWorld(int rank) {
        if (rank < 2) {
            MPI_Recv(new int[1], 1, MPI_INT, 1 - rank, 1, WORLD, MPI_STATUS_IGNORE); // [half a world]
        }
    }

    private static void fewerRounds(int rank) {
        for (int round = 0; round < 3 + rank; round++) {
            MPI_Barrier(WORLD); // [fewer rounds]
        }
        if (rank == 0) {
            MPI_Recv(new int[1], 1, MPI_INT, 1, 1, WORLD, MPI_STATUS_IGNORE); // [fewer rounds]
        }
    }

    private static void background(int rank) {
        if (rank == 0) {
            MPI_Request[] one = requests(1);
            MPI_Ibarrier(WORLD, one);
            MPI_Wait(one, MPI_STATUS_IGNORE); // [in the background]
        } else {
            MPI_Recv(new int[1], 1, MPI_INT, 0, 1, WORLD, MPI_STATUS_IGNORE); // [in the background]
        }
    }

    private static void partitions(int rank) {
        MPI_Request[] one = requests(1);
        if (rank == 0) {
            MPI_Precv_init(new int[4], 4, 1, MPI_INT, 1, 5, WORLD, MPI_INFO_NULL, one);
            MPI_Start(one);
        } else {
            MPI_Psend_init(new int[4], 4, 1, MPI_INT, 0, 5, WORLD, MPI_INFO_NULL, one);
            MPI_Start(one);
            // The last one is forgotten.
            for (int partition = 0; partition < 3; partition++) {
                MPI_Pready(partition, one[0]);
            }
        }
        MPI_Wait(one, MPI_STATUS_IGNORE); // [partitions]
    }

    private static void cancelledSend(int rank) {
        if (rank == 1) {
            MPI_Request[] one = {MPI_Issend(new int[1], 1, MPI_INT, 0, 3, WORLD)};
            MPI_Cancel(one);
            MPI_Wait(one, MPI_STATUS_IGNORE);
            MPI_Barrier(WORLD);
        } else {
            MPI_Barrier(WORLD);
            MPI_Recv(new int[1], 1, MPI_INT, 1, 3, WORLD, MPI_STATUS_IGNORE); // [cancelled send]
        }
    }

    private static void cancelledReceive(int rank) {
        if (rank == 0) {
            MPI_Request[] one = {MPI_Irecv(new int[1], 1, MPI_INT, 1, 3, WORLD)};
            MPI_Cancel(one);
            MPI_Wait(one, MPI_STATUS_IGNORE);
        }
        MPI_Barrier(WORLD);
        if (rank == 1) {
            MPI_Ssend(new int[1], 1, MPI_INT, 0, 3, WORLD); // [cancelled receive]
        }
    }

    private static void synchronousRing(int rank) {
        MPI_Ssend(new int[1], 1, MPI_INT, (rank + 1) % 3, 1, WORLD); // [synchronous ring]
        MPI_Recv(new int[1], 1, MPI_INT, (rank + 2) % 3, 1, WORLD, MPI_STATUS_IGNORE);
    }

    private static void dup(int rank) {
        MPI_Comm half = MPI_Comm_split(WORLD, rank / 2, rank);
        if (rank == 2) {
            MPI_Recv(new int[1], 1, MPI_INT, 0, 1, WORLD, MPI_STATUS_IGNORE); // [dup]
        }
        MPI_Comm_dup(half); // [dup]
    }

    private static void oneBarrierLess(int rank) {
        MPI_Request[] two = requests(2 - rank);
        for (int i = 0; i < two.length; i++) {
            two[i] = MPI_Ibarrier(WORLD);
        }
        MPI_Waitall(two.length, two, MPI_STATUSES_IGNORE); // [one barrier less]
    }

    private static void matchedNotReceived(int rank) {
        if (rank == 0) {
            MPI_Mprobe(1, 1, WORLD, new MPI_Message[1], MPI_STATUS_IGNORE);
        } else {
            MPI_Send(new byte[LONG], LONG, MPI_BYTE, 0, 1, WORLD); // [matched, not received]
        }
    }

    private static void matchedProbe(int rank) {
        if (rank == 0) {
            MPI_Mprobe(1, 8, WORLD, new MPI_Message[1], MPI_STATUS_IGNORE); // [matched probe]
        } else {
            send(0, 7, WORLD);
        }
    }

    private static void neighbours(int rank) {
        MPI_Comm line = MPI_Cart_create(WORLD, 1, new int[] {3}, new boolean[] {false}, false);
        if (rank != 1) {
            MPI_Neighbor_alltoall(new int[2], 1, MPI_INT, new int[2], 1, MPI_INT, line); // [neighbours]
        }
    }

    private static void interBarrier(int rank) {
        MPI_Comm half = MPI_Comm_split(WORLD, rank / 2, rank);
        MPI_Comm both = MPI_Intercomm_create(half, 0, WORLD, rank < 2 ? 2 : 0, 1);
        if (rank != 3) {
            MPI_Barrier(both); // [inter-communicator barrier]
        }
    }

    private static void replace(int rank) {
        int[] word = new int[1];
        MPI_Sendrecv_replace(word, 1, MPI_INT, 1 - rank, 1, 1 - rank, 2, WORLD, MPI_STATUS_IGNORE); // [replace]
    }

    private static void valueForm(int rank) {
        MPI_Status status = MPI_Recv(new int[1], 1, MPI_INT, 1 - rank, 1, WORLD); // [value form]
        send(1 - rank, status.MPI_TAG, WORLD);
    }

    private static void profiledName(int rank) {
        PMPI.PMPI_Recv(new int[1], 1, MPI_INT, 1 - rank, 1, WORLD, MPI_STATUS_IGNORE); // [profiled name]
    }

    private static void largeCount(int rank) {
        MPI_Recv_c(new int[1], 1L, MPI_INT, 1 - rank, 1, WORLD, MPI_STATUS_IGNORE); // [large count]
    }

    private static void persistentBarrier(int rank) {
        MPI_Request[] one = requests(1);
        MPI_Barrier_init(WORLD, MPI_INFO_NULL, one);
        if (rank == 0) {
            MPI_Start(one);
            MPI_Wait(one, MPI_STATUS_IGNORE); // [persistent barrier]
        }
    }

    private static void wrongSender(int rank) {
        if (rank == 1) {
            send(2, 1, WORLD);
        } else if (rank == 0) {
            MPI_Recv(new int[1], 1, MPI_INT, 1, 1, WORLD, MPI_STATUS_IGNORE); // [wrong sender]
        }
    }

    private static void scatter(int rank) {
        int root = rank == 0 ? 1 : 0;
        int[] all = new int[3];
        MPI_Scatter(all, 1, MPI_INT, new int[1], 1, MPI_INT, root, WORLD);
        MPI_Barrier(WORLD);
    }
}
