package org.javampi.core.binding;

import static org.javampi.core.binding.CollectiveArguments.checkDistinct;
import static org.javampi.core.binding.CollectiveArguments.checkRoot;
import static org.javampi.core.binding.CollectiveArguments.consecutive;
import static org.javampi.core.binding.CollectiveArguments.count;
import static org.javampi.core.binding.CollectiveArguments.individual;

import java.util.function.Supplier;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.comm.CallArguments;
import org.javampi.core.comm.Communicator;
import org.javampi.core.comm.ScheduledCollectives;
import org.javampi.core.engine.Schedule;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Layout;
import org.javampi.job.RankHost;

/**
 * Collectives from their arguments to their schedules, for the forms that do not block and those that
 * are persistent: one method for each, which checks and records.
 */
abstract class CollectiveRecordings extends TopologyCalls {
    CollectiveRecordings(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    /** Checks a call's arguments and records it. */
    @FunctionalInterface
    interface Recording {
        Schedule of(Communicator c, ScheduledCollectives s);
    }

    final Schedule barrier(Communicator c, ScheduledCollectives s) {
        checkIntra(c);
        return s.barrier();
    }

    final Schedule bcast(
            Communicator c, ScheduledCollectives s, Object buffer, long items, MPI_Datatype datatype, int root) {
        checkIntra(c);
        checkRoot(c, root);
        return s.bcast(whole(s.arguments().send(), buffer, count(items, "count"), datatype, c.rank() != root), root);
    }

    final Schedule gather(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int root) {
        checkIntra(c);
        checkRoot(c, root);
        CallArguments a = s.arguments();
        boolean atRoot = c.rank() == root;
        Block send = atRoot && isInPlace(sendbuf) ? null : send(a, sendbuf, sendcount, sendtype);
        int items = atRoot ? count(recvcount, "recvcount") : 0;
        Layout layout = a.receivePieces().regular(items);
        Block receive = null;
        if (atRoot) {
            receive = pieces(a.receive(), recvbuf, layout, c.size(), recvtype, true);
            checkLength(send, items, recvtype);
        }
        return s.gather(send, receive, layout, root);
    }

    final Schedule gatherv(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            int root) {
        checkIntra(c);
        checkRoot(c, root);
        CallArguments a = s.arguments();
        boolean atRoot = c.rank() == root;
        Block send = atRoot && isInPlace(sendbuf) ? null : send(a, sendbuf, sendcount, sendtype);
        Layout layout = a.receivePieces().individual();
        Block receive = null;
        if (atRoot) {
            individual(layout, c, recvcounts, "recvcounts", displs, "displs");
            receive = pieces(a.receive(), recvbuf, layout, c.size(), recvtype, true);
            checkLength(send, recvcounts[root], recvtype);
        }
        return s.gather(send, receive, layout, root);
    }

    final Schedule scatter(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int root) {
        checkIntra(c);
        checkRoot(c, root);
        CallArguments a = s.arguments();
        boolean atRoot = c.rank() == root;
        Block receive = atRoot && isInPlace(recvbuf) ? null : receive(a, recvbuf, recvcount, recvtype);
        int items = atRoot ? count(sendcount, "sendcount") : 0;
        Layout layout = a.sendPieces().regular(items);
        Block send = null;
        if (atRoot) {
            send = pieces(a.send(), sendbuf, layout, c.size(), sendtype, false);
            checkLength(receive, items, sendtype);
        }
        return s.scatter(send, layout, receive, root);
    }

    final Schedule scatterv(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            int[] sendcounts,
            int[] displs,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int root) {
        checkIntra(c);
        checkRoot(c, root);
        CallArguments a = s.arguments();
        boolean atRoot = c.rank() == root;
        Block receive = atRoot && isInPlace(recvbuf) ? null : receive(a, recvbuf, recvcount, recvtype);
        Layout layout = a.sendPieces().individual();
        Block send = null;
        if (atRoot) {
            individual(layout, c, sendcounts, "sendcounts", displs, "displs");
            send = pieces(a.send(), sendbuf, layout, c.size(), sendtype, false);
            checkLength(receive, sendcounts[root], sendtype);
        }
        return s.scatter(send, layout, receive, root);
    }

    final Schedule allgather(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype) {
        checkIntra(c);
        CallArguments a = s.arguments();
        Block send = isInPlace(sendbuf) ? null : send(a, sendbuf, sendcount, sendtype);
        int items = count(recvcount, "recvcount");
        Layout layout = a.receivePieces().regular(items);
        Block receive = pieces(a.receive(), recvbuf, layout, c.size(), recvtype, true);
        checkLength(send, items, recvtype);
        return s.allgather(send, receive, layout);
    }

    final Schedule allgatherv(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype) {
        checkIntra(c);
        CallArguments a = s.arguments();
        Block send = isInPlace(sendbuf) ? null : send(a, sendbuf, sendcount, sendtype);
        Layout layout = a.receivePieces();
        individual(layout, c, recvcounts, "recvcounts", displs, "displs");
        Block receive = pieces(a.receive(), recvbuf, layout, c.size(), recvtype, true);
        checkLength(send, recvcounts[c.rank()], recvtype);
        return s.allgather(send, receive, layout);
    }

    final Schedule alltoall(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype) {
        checkIntra(c);
        CallArguments a = s.arguments();
        Layout sends = a.sendPieces().regular(count(sendcount, "sendcount"));
        Layout receives = a.receivePieces().regular(count(recvcount, "recvcount"));
        Block send = pieces(a.send(), sendbuf, sends, c.size(), sendtype, false);
        Block receive = pieces(a.receive(), recvbuf, receives, c.size(), recvtype, true);
        return s.alltoall(send, sends, receive, receives);
    }

    final Schedule alltoallv(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            int[] sendcounts,
            int[] sdispls,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] rdispls,
            MPI_Datatype recvtype) {
        checkIntra(c);
        CallArguments a = s.arguments();
        Layout sends = a.sendPieces();
        Layout receives = a.receivePieces();
        individual(sends, c, sendcounts, "sendcounts", sdispls, "sdispls");
        individual(receives, c, recvcounts, "recvcounts", rdispls, "rdispls");
        Block send = pieces(a.send(), sendbuf, sends, c.size(), sendtype, false);
        Block receive = pieces(a.receive(), recvbuf, receives, c.size(), recvtype, true);
        return s.alltoall(send, sends, receive, receives);
    }

    final Schedule reduce(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            Object recvbuf,
            long items,
            MPI_Datatype datatype,
            MPI_Op op,
            int root) {
        checkIntra(c);
        checkRoot(c, root);
        CallArguments a = s.arguments();
        Operation operation = operation(op, datatype);
        boolean atRoot = c.rank() == root;
        Block send = atRoot && isInPlace(sendbuf) ? null : send(a, sendbuf, items, datatype);
        Block receive = atRoot ? receive(a, recvbuf, items, datatype) : null;
        checkDistinct(sendbuf, atRoot ? recvbuf : null, (int) items);
        return s.reduce(send, receive, operation, root);
    }

    final Schedule allreduce(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            Object recvbuf,
            long items,
            MPI_Datatype datatype,
            MPI_Op op) {
        checkIntra(c);
        CallArguments a = s.arguments();
        Operation operation = operation(op, datatype);
        Block send = isInPlace(sendbuf) ? null : send(a, sendbuf, items, datatype);
        Block receive = receive(a, recvbuf, items, datatype);
        checkDistinct(sendbuf, recvbuf, (int) items);
        return s.allreduce(send, receive, operation);
    }

    final Schedule scan(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            Object recvbuf,
            long items,
            MPI_Datatype datatype,
            MPI_Op op) {
        checkIntra(c);
        CallArguments a = s.arguments();
        Operation operation = operation(op, datatype);
        Block send = isInPlace(sendbuf) ? null : send(a, sendbuf, items, datatype);
        Block receive = receive(a, recvbuf, items, datatype);
        checkDistinct(sendbuf, recvbuf, (int) items);
        return s.scan(send, receive, operation);
    }

    final Schedule reduceScatter(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            Object recvbuf,
            int[] recvcounts,
            MPI_Datatype datatype,
            MPI_Op op) {
        checkIntra(c);
        CallArguments a = s.arguments();
        Operation operation = operation(op, datatype);
        Layout segments = a.receivePieces();
        int total = consecutive(segments, c, recvcounts);
        Block send = send(a, isInPlace(sendbuf) ? recvbuf : sendbuf, total, datatype);
        Block receive = receive(a, recvbuf, recvcounts[c.rank()], datatype);
        checkDistinct(sendbuf, recvbuf, total);
        return s.reduceScatter(send, receive, segments, operation);
    }

    // ---- Arguments

    static boolean isInPlace(Object buffer) {
        return buffer == Predefined.IN_PLACE;
    }

    private Block send(CallArguments a, Object buffer, long items, MPI_Datatype type) {
        return sent(a.send(), buffer, count(items, "sendbuf's count"), type);
    }

    private Block receive(CallArguments a, Object buffer, long items, MPI_Datatype type) {
        return received(a.receive(), buffer, count(items, "recvbuf's count"), type);
    }
}
