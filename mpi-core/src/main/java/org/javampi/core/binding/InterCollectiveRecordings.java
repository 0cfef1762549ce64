package org.javampi.core.binding;

import static org.javampi.core.binding.CollectiveArguments.consecutive;
import static org.javampi.core.binding.CollectiveArguments.count;
import static org.javampi.core.binding.CollectiveArguments.individual;

import java.util.Arrays;
import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.comm.CallArguments;
import org.javampi.core.comm.Communicator;
import org.javampi.core.comm.InterCollectives;
import org.javampi.core.engine.Schedule;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Layout;
import org.javampi.job.RankHost;

/**
 * Collectives on inter-communicators from their arguments to their schedules, for all forms (MPI-4.1
 * §6.2.3). Counts and pieces are those of the other group.
 */
abstract class InterCollectiveRecordings extends DistributedGraphCalls {
    InterCollectiveRecordings(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    final Schedule bcastBetween(
            Communicator c,
            InterCollectives groups,
            CallArguments a,
            Object buffer,
            long items,
            MPI_Datatype datatype,
            int root) {
        int role = role(c, root);
        Block data = role == InterCollectives.IDLE
                ? null
                : whole(a.send(), buffer, count(items, "count"), datatype, role != InterCollectives.ROOT);
        return groups.bcast(data, role);
    }

    final Schedule gatherBetween(
            Communicator c,
            InterCollectives groups,
            CallArguments a,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int root) {
        int role = role(c, root);
        Layout layout = a.receivePieces();
        if (role == InterCollectives.ROOT) {
            layout.regular(count(recvcount, "recvcount"));
        }
        return gatherBetween(c, groups, a, sendbuf, sendcount, sendtype, recvbuf, recvtype, role);
    }

    final Schedule gathervBetween(
            Communicator c,
            InterCollectives groups,
            CallArguments a,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            int root) {
        int role = role(c, root);
        if (role == InterCollectives.ROOT) {
            individual(a.receivePieces(), c.remoteSize(), recvcounts, "recvcounts", displs, "displs");
        }
        return gatherBetween(c, groups, a, sendbuf, sendcount, sendtype, recvbuf, recvtype, role);
    }

    private Schedule gatherBetween(
            Communicator c,
            InterCollectives groups,
            CallArguments a,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            MPI_Datatype recvtype,
            int role) {
        Layout layout = a.receivePieces();
        Block receive = role == InterCollectives.ROOT
                ? pieces(a.receive(), recvbuf, layout, c.remoteSize(), recvtype, true)
                : null;
        Block send = role >= 0 ? send(a, sendbuf, sendcount, sendtype) : null;
        return groups.gather(send, receive, layout, role);
    }

    final Schedule scatterBetween(
            Communicator c,
            InterCollectives groups,
            CallArguments a,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int root) {
        int role = role(c, root);
        if (role == InterCollectives.ROOT) {
            a.sendPieces().regular(count(sendcount, "sendcount"));
        }
        return scatterBetween(c, groups, a, sendbuf, sendtype, recvbuf, recvcount, recvtype, role);
    }

    final Schedule scattervBetween(
            Communicator c,
            InterCollectives groups,
            CallArguments a,
            Object sendbuf,
            int[] sendcounts,
            int[] displs,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int root) {
        int role = role(c, root);
        if (role == InterCollectives.ROOT) {
            individual(a.sendPieces(), c.remoteSize(), sendcounts, "sendcounts", displs, "displs");
        }
        return scatterBetween(c, groups, a, sendbuf, sendtype, recvbuf, recvcount, recvtype, role);
    }

    private Schedule scatterBetween(
            Communicator c,
            InterCollectives groups,
            CallArguments a,
            Object sendbuf,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int role) {
        Layout layout = a.sendPieces();
        Block send = role == InterCollectives.ROOT
                ? pieces(a.send(), sendbuf, layout, c.remoteSize(), sendtype, false)
                : null;
        Block receive = role >= 0 ? receive(a, recvbuf, recvcount, recvtype) : null;
        return groups.scatter(send, layout, receive, role);
    }

    final Schedule allgatherBetween(
            Communicator c,
            InterCollectives groups,
            CallArguments a,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype) {
        Block send = send(a, sendbuf, sendcount, sendtype);
        Layout layout = a.receivePieces().regular(count(recvcount, "recvcount"));
        Block receive = pieces(a.receive(), recvbuf, layout, c.remoteSize(), recvtype, true);
        return groups.allgather(send, receive, layout);
    }

    final Schedule allgathervBetween(
            Communicator c,
            InterCollectives groups,
            CallArguments a,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype) {
        Block send = send(a, sendbuf, sendcount, sendtype);
        Layout layout = a.receivePieces();
        individual(layout, c.remoteSize(), recvcounts, "recvcounts", displs, "displs");
        Block receive = pieces(a.receive(), recvbuf, layout, c.remoteSize(), recvtype, true);
        return groups.allgather(send, receive, layout);
    }

    final Schedule alltoallBetween(
            Communicator c,
            InterCollectives groups,
            CallArguments a,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype) {
        a.sendPieces().regular(count(sendcount, "sendcount"));
        a.receivePieces().regular(count(recvcount, "recvcount"));
        return exchangeBetween(c, groups, a, sendbuf, sendtype, recvbuf, recvtype);
    }

    final Schedule alltoallvBetween(
            Communicator c,
            InterCollectives groups,
            CallArguments a,
            Object sendbuf,
            int[] sendcounts,
            int[] sdispls,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] rdispls,
            MPI_Datatype recvtype) {
        individual(a.sendPieces(), c.remoteSize(), sendcounts, "sendcounts", sdispls, "sdispls");
        individual(a.receivePieces(), c.remoteSize(), recvcounts, "recvcounts", rdispls, "rdispls");
        return exchangeBetween(c, groups, a, sendbuf, sendtype, recvbuf, recvtype);
    }

    private Schedule exchangeBetween(
            Communicator c,
            InterCollectives groups,
            CallArguments a,
            Object sendbuf,
            MPI_Datatype sendtype,
            Object recvbuf,
            MPI_Datatype recvtype) {
        int ranks = c.remoteSize();
        Block[] sends = apart(a.sends(ranks), a.send(), sendbuf, a.sendPieces(), ranks, sendtype, false);
        Block[] receives = apart(a.receives(ranks), a.receive(), recvbuf, a.receivePieces(), ranks, recvtype, true);
        return groups.exchange(sends, receives);
    }

    final Schedule alltoallwBetween(
            Communicator c,
            InterCollectives groups,
            CallArguments a,
            Object sendbuf,
            int[] sendcounts,
            long[] sdispls,
            MPI_Datatype[] sendtypes,
            Object recvbuf,
            int[] recvcounts,
            long[] rdispls,
            MPI_Datatype[] recvtypes) {
        int ranks = c.remoteSize();
        Block[] sends = a.sends(ranks);
        places(sends, ranks, sendbuf, sendcounts, sdispls, sendtypes, false);
        Block[] receives = a.receives(ranks);
        places(receives, ranks, recvbuf, recvcounts, rdispls, recvtypes, true);
        return groups.exchange(sends, receives);
    }

    final Schedule reduceBetween(
            Communicator c,
            InterCollectives groups,
            CallArguments a,
            Object sendbuf,
            Object recvbuf,
            long items,
            MPI_Datatype datatype,
            MPI_Op op,
            int root) {
        int role = role(c, root);
        Operation operation = operation(op, datatype);
        Block send = role >= 0 ? send(a, sendbuf, items, datatype) : null;
        Block receive = role == InterCollectives.ROOT ? receive(a, recvbuf, items, datatype) : null;
        return groups.reduce(send, receive, operation, role);
    }

    final Schedule allreduceBetween(
            Communicator c,
            InterCollectives groups,
            CallArguments a,
            Object sendbuf,
            Object recvbuf,
            long items,
            MPI_Datatype datatype,
            MPI_Op op) {
        Operation operation = operation(op, datatype);
        Block send = send(a, sendbuf, items, datatype);
        Block receive = receive(a, recvbuf, items, datatype);
        return groups.allreduce(send, receive, operation);
    }

    final Schedule reduceScatterBetween(
            Communicator c,
            InterCollectives groups,
            CallArguments a,
            Object sendbuf,
            Object recvbuf,
            int[] recvcounts,
            MPI_Datatype datatype,
            MPI_Op op) {
        Operation operation = operation(op, datatype);
        Layout segments = a.receivePieces();
        int total = consecutive(segments, c, recvcounts);
        Block send = send(a, sendbuf, total, datatype);
        Block receive = receive(a, recvbuf, recvcounts[c.rank()], datatype);
        return groups.reduceScatter(send, receive, segments, operation);
    }

    final Schedule reduceScatterBlockBetween(
            Communicator c,
            InterCollectives groups,
            CallArguments a,
            Object sendbuf,
            Object recvbuf,
            long recvcount,
            MPI_Datatype datatype,
            MPI_Op op) {
        Operation operation = operation(op, datatype);
        int items = count(recvcount, "recvcount");
        Layout segments = a.receivePieces().regular(items);
        int total = count((long) items * c.size(), "recvcount times the number of ranks");
        Block send = send(a, sendbuf, total, datatype);
        Block receive = receive(a, recvbuf, items, datatype);
        return groups.reduceScatter(send, receive, segments, operation);
    }

    // ---- Arguments

    /** What the caller is in a rooted call: root, idle, or of the group that names the root. */
    private static int role(Communicator c, int root) {
        if (root == MPI.MPI_ROOT) {
            return InterCollectives.ROOT;
        }
        if (root == Predefined.PROC_NULL) {
            return InterCollectives.IDLE;
        }
        if (root < 0 || root >= c.remoteSize()) {
            throw new MpiFailure(
                    MPI.MPI_ERR_ROOT,
                    "root "
                            + root
                            + " is no rank of the other group of "
                            + c
                            + " (allowed 0.."
                            + (c.remoteSize() - 1)
                            + ", MPI_ROOT at the root itself, MPI_PROC_NULL at the others of its group)");
        }
        return root;
    }

    /** Describes the pieces of a buffer each by itself. */
    final Block[] apart(
            Block[] blocks, Block whole, Object buffer, Layout layout, int count, MPI_Datatype type, boolean in) {
        pieces(whole, buffer, layout, count, type, in);
        for (int i = 0; i < count; i++) {
            blocks[i].part(whole, layout.displacement(i), layout.count(i));
        }
        return blocks;
    }

    /** Describes pieces that have each a type and a place in bytes. */
    final void places(
            Block[] blocks,
            int count,
            Object buffer,
            int[] counts,
            long[] displacements,
            MPI_Datatype[] types,
            boolean in) {
        checkRoom(counts, count, in ? "recvcounts" : "sendcounts");
        checkRoom(displacements, count, in ? "rdispls" : "sdispls");
        checkRoom(types, count, in ? "recvtypes" : "sendtypes");
        try {
            for (int i = 0; i < count; i++) {
                checkCount(counts[i], in ? "recvcounts" : "sendcounts", i);
                blocks[i].set(resolve(buffer), counts[i], communicable(types[i]), in, displacements[i]);
            }
        } catch (MpiFailure failure) {
            throw failure.of(in ? "recvbuf" : "sendbuf");
        }
    }

    /** Displacements that a call has as ints; null stays null. */
    static long[] asLongs(int[] numbers) {
        return numbers == null ? null : Arrays.stream(numbers).asLongStream().toArray();
    }

    static boolean isInPlace(Object buffer) {
        return buffer == Predefined.IN_PLACE;
    }

    final Block send(CallArguments a, Object buffer, long items, MPI_Datatype type) {
        return sent(a.send(), buffer, items, type);
    }

    final Block receive(CallArguments a, Object buffer, long items, MPI_Datatype type) {
        return received(a.receive(), buffer, items, type);
    }
}
