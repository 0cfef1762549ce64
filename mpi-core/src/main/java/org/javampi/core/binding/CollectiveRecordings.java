package org.javampi.core.binding;

import static org.javampi.core.binding.CollectiveArguments.checkDistinct;
import static org.javampi.core.binding.CollectiveArguments.checkRoot;
import static org.javampi.core.binding.CollectiveArguments.consecutive;
import static org.javampi.core.binding.CollectiveArguments.count;
import static org.javampi.core.binding.CollectiveArguments.individual;

import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;
import org.javampi.core.binding.Forms.AtRoot;
import org.javampi.core.binding.Forms.UnlessInPlace;
import org.javampi.core.buffer.Block;
import org.javampi.core.comm.CallArguments;
import org.javampi.core.comm.Communicator;
import org.javampi.core.comm.ScheduledCollectives;
import org.javampi.core.engine.Schedule;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Layout;
import org.javampi.core.topology.Neighbourhood;
import org.javampi.job.RankHost;

/**
 * Collectives from their arguments to their schedules, for the forms that do not block and those that are persistent: one
 * method for each, which checks and records. The functions are written by the build, see {@link Forms}.
 */
abstract class CollectiveRecordings extends InterCollectiveRecordings {
    CollectiveRecordings(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    /** Checks a call's arguments and records it. */
    @FunctionalInterface
    interface Recording {
        Schedule of(Communicator c, ScheduledCollectives s);
    }

    @Forms("Barrier")
    final Schedule barrier(Communicator c, ScheduledCollectives s) {
        if (c.isInter()) {
            return s.betweenGroups().barrier();
        }
        return s.barrier();
    }

    @Forms("Bcast")
    final Schedule bcast(
            Communicator c, ScheduledCollectives s, Object buffer, long count, MPI_Datatype datatype, int root) {
        if (c.isInter()) {
            return bcastBetween(c, s.betweenGroups(), s.arguments(), buffer, count, datatype, root);
        }
        checkRoot(c, root);
        return s.bcast(whole(s.arguments().send(), buffer, count, datatype, c.rank() != root), root);
    }

    @Forms("Gather")
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
        if (c.isInter()) {
            return gatherBetween(
                    c,
                    s.betweenGroups(),
                    s.arguments(),
                    sendbuf,
                    sendcount,
                    sendtype,
                    recvbuf,
                    recvcount,
                    recvtype,
                    root);
        }
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
        checkDistinct(send, null, receive, layout, c.size());
        return s.gather(send, receive, layout, root);
    }

    @Forms("Gatherv")
    final Schedule gatherv(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            @AtRoot int[] recvcounts,
            @AtRoot int[] displs,
            MPI_Datatype recvtype,
            int root) {
        if (c.isInter()) {
            return gathervBetween(
                    c,
                    s.betweenGroups(),
                    s.arguments(),
                    sendbuf,
                    sendcount,
                    sendtype,
                    recvbuf,
                    recvcounts,
                    displs,
                    recvtype,
                    root);
        }
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
        checkDistinct(send, null, receive, layout, c.size());
        return s.gather(send, receive, layout, root);
    }

    @Forms("Scatter")
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
        if (c.isInter()) {
            return scatterBetween(
                    c,
                    s.betweenGroups(),
                    s.arguments(),
                    sendbuf,
                    sendcount,
                    sendtype,
                    recvbuf,
                    recvcount,
                    recvtype,
                    root);
        }
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
        checkDistinct(send, layout, receive, null, c.size());
        return s.scatter(send, layout, receive, root);
    }

    @Forms("Scatterv")
    final Schedule scatterv(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            @AtRoot int[] sendcounts,
            @AtRoot int[] displs,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int root) {
        if (c.isInter()) {
            return scattervBetween(
                    c,
                    s.betweenGroups(),
                    s.arguments(),
                    sendbuf,
                    sendcounts,
                    displs,
                    sendtype,
                    recvbuf,
                    recvcount,
                    recvtype,
                    root);
        }
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
        checkDistinct(send, layout, receive, null, c.size());
        return s.scatter(send, layout, receive, root);
    }

    @Forms("Allgather")
    final Schedule allgather(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype) {
        if (c.isInter()) {
            return allgatherBetween(
                    c, s.betweenGroups(), s.arguments(), sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype);
        }
        CallArguments a = s.arguments();
        Block send = isInPlace(sendbuf) ? null : send(a, sendbuf, sendcount, sendtype);
        int items = count(recvcount, "recvcount");
        Layout layout = a.receivePieces().regular(items);
        Block receive = pieces(a.receive(), recvbuf, layout, c.size(), recvtype, true);
        checkLength(send, items, recvtype);
        checkDistinct(send, null, receive, layout, c.size());
        return s.allgather(send, receive, layout);
    }

    @Forms("Allgatherv")
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
        if (c.isInter()) {
            return allgathervBetween(
                    c,
                    s.betweenGroups(),
                    s.arguments(),
                    sendbuf,
                    sendcount,
                    sendtype,
                    recvbuf,
                    recvcounts,
                    displs,
                    recvtype);
        }
        CallArguments a = s.arguments();
        Block send = isInPlace(sendbuf) ? null : send(a, sendbuf, sendcount, sendtype);
        Layout layout = a.receivePieces();
        individual(layout, c, recvcounts, "recvcounts", displs, "displs");
        Block receive = pieces(a.receive(), recvbuf, layout, c.size(), recvtype, true);
        checkLength(send, recvcounts[c.rank()], recvtype);
        checkDistinct(send, null, receive, layout, c.size());
        return s.allgather(send, receive, layout);
    }

    @Forms("Alltoall")
    final Schedule alltoall(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype) {
        if (c.isInter()) {
            return alltoallBetween(
                    c, s.betweenGroups(), s.arguments(), sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype);
        }
        CallArguments a = s.arguments();
        if (isInPlace(sendbuf)) {
            Layout layout = a.receivePieces().regular(count(recvcount, "recvcount"));
            return s.exchange(
                    null, apart(a.receives(c.size()), a.receive(), recvbuf, layout, c.size(), recvtype, true));
        }
        Layout sends = a.sendPieces().regular(count(sendcount, "sendcount"));
        Layout receives = a.receivePieces().regular(count(recvcount, "recvcount"));
        Block send = pieces(a.send(), sendbuf, sends, c.size(), sendtype, false);
        Block receive = pieces(a.receive(), recvbuf, receives, c.size(), recvtype, true);
        checkOwn(send, sends, receive, receives, c.rank());
        checkDistinct(send, sends, receive, receives, c.size());
        return s.alltoall(send, sends, receive, receives);
    }

    @Forms("Alltoallv")
    final Schedule alltoallv(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            @UnlessInPlace int[] sendcounts,
            @UnlessInPlace int[] sdispls,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] rdispls,
            MPI_Datatype recvtype) {
        if (c.isInter()) {
            return alltoallvBetween(
                    c,
                    s.betweenGroups(),
                    s.arguments(),
                    sendbuf,
                    sendcounts,
                    sdispls,
                    sendtype,
                    recvbuf,
                    recvcounts,
                    rdispls,
                    recvtype);
        }
        CallArguments a = s.arguments();
        Layout sends = a.sendPieces();
        Layout receives = a.receivePieces();
        if (isInPlace(sendbuf)) {
            individual(receives, c, recvcounts, "recvcounts", rdispls, "rdispls");
            return s.exchange(
                    null, apart(a.receives(c.size()), a.receive(), recvbuf, receives, c.size(), recvtype, true));
        }
        individual(sends, c, sendcounts, "sendcounts", sdispls, "sdispls");
        individual(receives, c, recvcounts, "recvcounts", rdispls, "rdispls");
        Block send = pieces(a.send(), sendbuf, sends, c.size(), sendtype, false);
        Block receive = pieces(a.receive(), recvbuf, receives, c.size(), recvtype, true);
        checkOwn(send, sends, receive, receives, c.rank());
        checkDistinct(send, sends, receive, receives, c.size());
        return s.alltoall(send, sends, receive, receives);
    }

    @Forms("Reduce")
    final Schedule reduce(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            Object recvbuf,
            long items,
            MPI_Datatype datatype,
            MPI_Op op,
            int root) {
        if (c.isInter()) {
            return reduceBetween(c, s.betweenGroups(), s.arguments(), sendbuf, recvbuf, items, datatype, op, root);
        }
        checkRoot(c, root);
        CallArguments a = s.arguments();
        Operation operation = operation(op, datatype);
        boolean atRoot = c.rank() == root;
        Block send = atRoot && isInPlace(sendbuf) ? null : send(a, sendbuf, items, datatype);
        Block receive = atRoot ? receive(a, recvbuf, items, datatype) : null;
        count(items, "count");
        checkDistinct(send, receive);
        return s.reduce(send, receive, operation, root);
    }

    @Forms("Allreduce")
    final Schedule allreduce(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            Object recvbuf,
            long items,
            MPI_Datatype datatype,
            MPI_Op op) {
        if (c.isInter()) {
            return allreduceBetween(c, s.betweenGroups(), s.arguments(), sendbuf, recvbuf, items, datatype, op);
        }
        CallArguments a = s.arguments();
        Operation operation = operation(op, datatype);
        Block send = isInPlace(sendbuf) ? null : send(a, sendbuf, items, datatype);
        Block receive = receive(a, recvbuf, items, datatype);
        count(items, "count");
        checkDistinct(send, receive);
        return s.allreduce(send, receive, operation);
    }

    @Forms("Scan")
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
        count(items, "count");
        checkDistinct(send, receive);
        return s.scan(send, receive, operation);
    }

    @Forms("Reduce_scatter")
    final Schedule reduceScatter(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            Object recvbuf,
            int[] recvcounts,
            MPI_Datatype datatype,
            MPI_Op op) {
        if (c.isInter()) {
            return reduceScatterBetween(
                    c, s.betweenGroups(), s.arguments(), sendbuf, recvbuf, recvcounts, datatype, op);
        }
        CallArguments a = s.arguments();
        Operation operation = operation(op, datatype);
        Layout segments = a.receivePieces();
        int total = consecutive(segments, c, recvcounts);
        Block send = send(a, isInPlace(sendbuf) ? recvbuf : sendbuf, total, datatype);
        Block receive = receive(a, recvbuf, recvcounts[c.rank()], datatype);
        checkDistinct(isInPlace(sendbuf) ? null : send, receive);
        return s.reduceScatter(send, receive, segments, operation);
    }

    @Forms("Exscan")
    final Schedule exscan(
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
        boolean inPlace = isInPlace(sendbuf);
        boolean first = c.rank() == 0;
        Block receive = first && !inPlace ? null : receive(a, recvbuf, items, datatype);
        Block operand = inPlace ? receive : send(a, sendbuf, items, datatype);
        count(items, "count");
        checkDistinct(inPlace ? null : operand, receive);
        return s.exscan(operand, first ? null : receive, operation);
    }

    @Forms("Reduce_scatter_block")
    final Schedule reduceScatterBlock(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            Object recvbuf,
            long recvcount,
            MPI_Datatype datatype,
            MPI_Op op) {
        if (c.isInter()) {
            return reduceScatterBlockBetween(
                    c, s.betweenGroups(), s.arguments(), sendbuf, recvbuf, recvcount, datatype, op);
        }
        CallArguments a = s.arguments();
        Operation operation = operation(op, datatype);
        int items = count(recvcount, "recvcount");
        Layout segments = a.receivePieces().regular(items);
        int total = count((long) items * c.size(), "recvcount times the number of ranks");
        Block send = send(a, isInPlace(sendbuf) ? recvbuf : sendbuf, total, datatype);
        Block receive = receive(a, recvbuf, items, datatype);
        checkDistinct(isInPlace(sendbuf) ? null : send, receive);
        return s.reduceScatter(send, receive, segments, operation);
    }

    @Forms(value = "Alltoallw", blocking = true)
    final Schedule alltoallw(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            @UnlessInPlace int[] sendcounts,
            long[] sdispls,
            MPI_Datatype[] sendtypes,
            Object recvbuf,
            int[] recvcounts,
            long[] rdispls,
            MPI_Datatype[] recvtypes) {
        if (c.isInter()) {
            return alltoallwBetween(
                    c,
                    s.betweenGroups(),
                    s.arguments(),
                    sendbuf,
                    sendcounts,
                    sdispls,
                    sendtypes,
                    recvbuf,
                    recvcounts,
                    rdispls,
                    recvtypes);
        }
        int ranks = c.size();
        CallArguments a = s.arguments();
        Block[] receives = a.receives(ranks);
        places(receives, ranks, recvbuf, recvcounts, rdispls, recvtypes, true);
        Block[] sends = null;
        if (!isInPlace(sendbuf)) {
            sends = a.sends(ranks);
            places(sends, ranks, sendbuf, sendcounts, sdispls, sendtypes, false);
            checkOwn(sends[c.rank()].byteCount(), receives[c.rank()].byteCount());
            checkDistinct(sends, ranks, receives, ranks);
        }
        return s.exchange(sends, receives);
    }

    @Forms(value = "Neighbor_allgather", neighbors = true)
    final Schedule neighborAllgather(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype) {
        Neighbourhood neighbours = neighbourhood(c);
        Layout layout = s.arguments().receivePieces().regular(count(recvcount, "recvcount"));
        return gatherFrom(s, neighbours, sendbuf, sendcount, sendtype, recvbuf, layout, recvtype);
    }

    @Forms(value = "Neighbor_allgatherv", neighbors = true)
    final Schedule neighborAllgatherv(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype) {
        Neighbourhood neighbours = neighbourhood(c);
        Layout layout = s.arguments().receivePieces();
        individual(layout, neighbours.indegree(), recvcounts, "recvcounts", displs, "displs");
        return gatherFrom(s, neighbours, sendbuf, sendcount, sendtype, recvbuf, layout, recvtype);
    }

    private Schedule gatherFrom(
            ScheduledCollectives s,
            Neighbourhood neighbours,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            Layout layout,
            MPI_Datatype recvtype) {
        CallArguments a = s.arguments();
        Block send = send(a, sendbuf, sendcount, sendtype);
        Block[] sends = a.sends(neighbours.outdegree());
        for (int i = 0; i < neighbours.outdegree(); i++) {
            sends[i].as(send);
        }
        Block[] receives = apart(
                a.receives(neighbours.indegree()), a.receive(), recvbuf, layout, neighbours.indegree(), recvtype, true);
        checkDistinct(sends, neighbours.outdegree(), receives, neighbours.indegree());
        return s.neighbours(neighbours, sends, receives);
    }

    @Forms(value = "Neighbor_alltoall", neighbors = true)
    final Schedule neighborAlltoall(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype) {
        Neighbourhood neighbours = neighbourhood(c);
        CallArguments a = s.arguments();
        a.sendPieces().regular(count(sendcount, "sendcount"));
        a.receivePieces().regular(count(recvcount, "recvcount"));
        return exchangeWith(s, neighbours, sendbuf, sendtype, recvbuf, recvtype);
    }

    @Forms(value = "Neighbor_alltoallv", neighbors = true)
    final Schedule neighborAlltoallv(
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
        Neighbourhood neighbours = neighbourhood(c);
        CallArguments a = s.arguments();
        individual(a.sendPieces(), neighbours.outdegree(), sendcounts, "sendcounts", sdispls, "sdispls");
        individual(a.receivePieces(), neighbours.indegree(), recvcounts, "recvcounts", rdispls, "rdispls");
        return exchangeWith(s, neighbours, sendbuf, sendtype, recvbuf, recvtype);
    }

    private Schedule exchangeWith(
            ScheduledCollectives s,
            Neighbourhood neighbours,
            Object sendbuf,
            MPI_Datatype sendtype,
            Object recvbuf,
            MPI_Datatype recvtype) {
        CallArguments a = s.arguments();
        int out = neighbours.outdegree();
        int in = neighbours.indegree();
        Block[] sends = apart(a.sends(out), a.send(), sendbuf, a.sendPieces(), out, sendtype, false);
        Block[] receives = apart(a.receives(in), a.receive(), recvbuf, a.receivePieces(), in, recvtype, true);
        checkDistinct(sends, neighbours.outdegree(), receives, neighbours.indegree());
        return s.neighbours(neighbours, sends, receives);
    }

    @Forms(value = "Neighbor_alltoallw", neighbors = true)
    final Schedule neighborAlltoallw(
            Communicator c,
            ScheduledCollectives s,
            Object sendbuf,
            int[] sendcounts,
            long[] sdispls,
            MPI_Datatype[] sendtypes,
            Object recvbuf,
            int[] recvcounts,
            long[] rdispls,
            MPI_Datatype[] recvtypes) {
        Neighbourhood neighbours = neighbourhood(c);
        CallArguments a = s.arguments();
        Block[] sends = a.sends(neighbours.outdegree());
        places(sends, neighbours.outdegree(), sendbuf, sendcounts, sdispls, sendtypes, false);
        Block[] receives = a.receives(neighbours.indegree());
        places(receives, neighbours.indegree(), recvbuf, recvcounts, rdispls, recvtypes, true);
        checkDistinct(sends, neighbours.outdegree(), receives, neighbours.indegree());
        return s.neighbours(neighbours, sends, receives);
    }

    // ---- Arguments

    private static Neighbourhood neighbourhood(Communicator c) {
        checkIntra(c);
        Neighbourhood found = Neighbourhood.of(c.topology(), c.rank());
        if (found == null) {
            throw new MpiFailure(
                    MPI.MPI_ERR_TOPOLOGY,
                    c + " has no topology: make one with MPI_Cart_create, MPI_Graph_create or"
                            + " MPI_Dist_graph_create_adjacent");
        }
        return found;
    }
}
