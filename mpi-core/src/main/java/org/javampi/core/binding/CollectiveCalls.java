package org.javampi.core.binding;

import static org.javampi.core.binding.CollectiveArguments.checkDistinct;
import static org.javampi.core.binding.CollectiveArguments.checkRoot;
import static org.javampi.core.binding.CollectiveArguments.count;
import static org.javampi.core.binding.CollectiveArguments.individual;

import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.comm.Collectives;
import org.javampi.core.comm.Communicator;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.collective.Layout;
import org.javampi.job.RankHost;

/**
 * Collectives that move data (MPI-1.1 sections 4.3 to 4.8). Arguments that are not significant at a rank are not looked at.
 */
abstract class CollectiveCalls extends External32Calls {
    CollectiveCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    @Override
    public int MPI_Barrier(MPI_Comm comm) {
        Communicator c = null;
        try {
            c = communicator(comm);
            if (c.isInter()) {
                MPI_Request[] request = new MPI_Request[1];
                return complete(MPI_Ibarrier(comm, request), request);
            }
            Collectives collectives = c.collectives();
            collectives.barrier();
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(c, "MPI_Barrier", failure);
        }
    }

    @Override
    public int MPI_Bcast(Object buffer, int count, MPI_Datatype datatype, int root, MPI_Comm comm) {
        return bcast("MPI_Bcast", buffer, count, datatype, root, comm);
    }

    @Override
    public int MPI_Bcast_c(Object buffer, long count, MPI_Datatype datatype, int root, MPI_Comm comm) {
        return bcast("MPI_Bcast_c", buffer, count, datatype, root, comm);
    }

    private int bcast(String function, Object buffer, long count, MPI_Datatype datatype, int root, MPI_Comm comm) {
        Communicator c = null;
        try {
            c = communicator(comm);
            if (c.isInter()) {
                MPI_Request[] request = new MPI_Request[1];
                return complete(MPI_Ibcast_c(buffer, count, datatype, root, comm, request), request);
            }
            Collectives collectives = c.collectives();
            checkRoot(c, root);
            boolean atRoot = c.rank() == root;
            Block data = atRoot ? collectives.sendBlock() : collectives.receiveBlock();
            whole(data, buffer, count, datatype, !atRoot);
            collectives.bcast(data, root);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(c, function, failure);
        }
    }

    @Override
    public int MPI_Gather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        return gather("MPI_Gather", sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm);
    }

    @Override
    public int MPI_Gather_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        return gather("MPI_Gather_c", sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm);
    }

    private int gather(
            String function,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        Communicator c = null;
        try {
            c = communicator(comm);
            if (c.isInter()) {
                MPI_Request[] request = new MPI_Request[1];
                return complete(
                        MPI_Igather_c(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm, request),
                        request);
            }
            Collectives collectives = c.collectives();
            checkRoot(c, root);
            boolean atRoot = c.rank() == root;
            boolean inPlace = atRoot && sendbuf == Predefined.IN_PLACE;
            Block send = inPlace ? null : send(collectives, sendbuf, sendcount, sendtype);
            Layout layout = collectives.receiveLayout().regular(atRoot ? count(recvcount, "recvcount") : 0);
            Block receive = null;
            if (atRoot) {
                receive = pieces(collectives.receiveBlock(), recvbuf, layout, c.size(), recvtype, true);
                checkLength(send, recvcount, recvtype);
            }
            checkDistinct(send, null, receive, layout, c.size());
            collectives.gather(send, receive, layout, root);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(c, function, failure);
        }
    }

    @Override
    public int MPI_Scatter(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        return scatter("MPI_Scatter", sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm);
    }

    @Override
    public int MPI_Scatter_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        return scatter("MPI_Scatter_c", sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm);
    }

    private int scatter(
            String function,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        Communicator c = null;
        try {
            c = communicator(comm);
            if (c.isInter()) {
                MPI_Request[] request = new MPI_Request[1];
                return complete(
                        MPI_Iscatter_c(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm, request),
                        request);
            }
            Collectives collectives = c.collectives();
            checkRoot(c, root);
            boolean atRoot = c.rank() == root;
            boolean inPlace = atRoot && recvbuf == Predefined.IN_PLACE;
            Block receive = inPlace ? null : receive(collectives, recvbuf, recvcount, recvtype);
            Layout layout = collectives.sendLayout().regular(atRoot ? count(sendcount, "sendcount") : 0);
            Block send = null;
            if (atRoot) {
                send = pieces(collectives.sendBlock(), sendbuf, layout, c.size(), sendtype, false);
                checkLength(receive, sendcount, sendtype);
            }
            checkDistinct(send, layout, receive, null, c.size());
            collectives.scatter(send, layout, receive, root);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(c, function, failure);
        }
    }

    @Override
    public int MPI_Allgather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return allgather("MPI_Allgather", sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm);
    }

    @Override
    public int MPI_Allgather_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return allgather("MPI_Allgather_c", sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm);
    }

    private int allgather(
            String function,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        Communicator c = null;
        try {
            c = communicator(comm);
            if (c.isInter()) {
                MPI_Request[] request = new MPI_Request[1];
                return complete(
                        MPI_Iallgather_c(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm, request),
                        request);
            }
            Collectives collectives = c.collectives();
            Block send = sendbuf == Predefined.IN_PLACE ? null : send(collectives, sendbuf, sendcount, sendtype);
            Layout layout = collectives.receiveLayout().regular(count(recvcount, "recvcount"));
            Block receive = pieces(collectives.receiveBlock(), recvbuf, layout, c.size(), recvtype, true);
            checkLength(send, recvcount, recvtype);
            checkDistinct(send, null, receive, layout, c.size());
            collectives.allgather(send, receive, layout);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(c, function, failure);
        }
    }

    @Override
    public int MPI_Alltoall(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return alltoall("MPI_Alltoall", sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm);
    }

    @Override
    public int MPI_Alltoall_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return alltoall("MPI_Alltoall_c", sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm);
    }

    private int alltoall(
            String function,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        Communicator c = null;
        try {
            c = communicator(comm);
            if (c.isInter() || sendbuf == Predefined.IN_PLACE) {
                MPI_Request[] request = new MPI_Request[1];
                return complete(
                        MPI_Ialltoall_c(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm, request),
                        request);
            }
            Collectives collectives = c.collectives();
            Layout sends = collectives.sendLayout().regular(count(sendcount, "sendcount"));
            Layout receives = collectives.receiveLayout().regular(count(recvcount, "recvcount"));
            Block send = pieces(collectives.sendBlock(), sendbuf, sends, c.size(), sendtype, false);
            Block receive = pieces(collectives.receiveBlock(), recvbuf, receives, c.size(), recvtype, true);
            checkOwn(send, sends, receive, receives, c.rank());
            checkDistinct(send, sends, receive, receives, c.size());
            collectives.alltoall(send, sends, receive, receives);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(c, function, failure);
        }
    }

    @Override
    public int MPI_Gatherv(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        return gatherv("MPI_Gatherv", sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, root, comm);
    }

    final int gatherv(
            String function,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        Communicator c = null;
        try {
            c = communicator(comm);
            if (c.isInter()) {
                MPI_Request[] request = new MPI_Request[1];
                return complete(
                        MPI_Igatherv(
                                sendbuf,
                                count(sendcount, "sendcount"),
                                sendtype,
                                recvbuf,
                                recvcounts,
                                displs,
                                recvtype,
                                root,
                                comm,
                                request),
                        request);
            }
            Collectives collectives = c.collectives();
            checkRoot(c, root);
            boolean atRoot = c.rank() == root;
            boolean inPlace = atRoot && sendbuf == Predefined.IN_PLACE;
            Block send = inPlace ? null : send(collectives, sendbuf, sendcount, sendtype);
            Layout layout = collectives.receiveLayout().individual();
            Block receive = null;
            if (atRoot) {
                individual(layout, c, recvcounts, "recvcounts", displs, "displs");
                receive = pieces(collectives.receiveBlock(), recvbuf, layout, c.size(), recvtype, true);
                checkLength(send, recvcounts[root], recvtype);
            }
            checkDistinct(send, null, receive, layout, c.size());
            collectives.gather(send, receive, layout, root);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(c, function, failure);
        }
    }

    @Override
    public int MPI_Scatterv(
            Object sendbuf,
            int[] sendcounts,
            int[] displs,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        return scatterv(
                "MPI_Scatterv", sendbuf, sendcounts, displs, sendtype, recvbuf, recvcount, recvtype, root, comm);
    }

    final int scatterv(
            String function,
            Object sendbuf,
            int[] sendcounts,
            int[] displs,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        Communicator c = null;
        try {
            c = communicator(comm);
            if (c.isInter()) {
                MPI_Request[] request = new MPI_Request[1];
                return complete(
                        MPI_Iscatterv(
                                sendbuf,
                                sendcounts,
                                displs,
                                sendtype,
                                recvbuf,
                                count(recvcount, "recvcount"),
                                recvtype,
                                root,
                                comm,
                                request),
                        request);
            }
            Collectives collectives = c.collectives();
            checkRoot(c, root);
            boolean atRoot = c.rank() == root;
            boolean inPlace = atRoot && recvbuf == Predefined.IN_PLACE;
            Block receive = inPlace ? null : receive(collectives, recvbuf, recvcount, recvtype);
            Layout layout = collectives.sendLayout().individual();
            Block send = null;
            if (atRoot) {
                individual(layout, c, sendcounts, "sendcounts", displs, "displs");
                send = pieces(collectives.sendBlock(), sendbuf, layout, c.size(), sendtype, false);
                checkLength(receive, sendcounts[root], sendtype);
            }
            checkDistinct(send, layout, receive, null, c.size());
            collectives.scatter(send, layout, receive, root);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(c, function, failure);
        }
    }

    @Override
    public int MPI_Allgatherv(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return allgatherv("MPI_Allgatherv", sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, comm);
    }

    final int allgatherv(
            String function,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        Communicator c = null;
        try {
            c = communicator(comm);
            if (c.isInter()) {
                MPI_Request[] request = new MPI_Request[1];
                return complete(
                        MPI_Iallgatherv(
                                sendbuf,
                                count(sendcount, "sendcount"),
                                sendtype,
                                recvbuf,
                                recvcounts,
                                displs,
                                recvtype,
                                comm,
                                request),
                        request);
            }
            Collectives collectives = c.collectives();
            Block send = sendbuf == Predefined.IN_PLACE ? null : send(collectives, sendbuf, sendcount, sendtype);
            Layout layout = collectives.receiveLayout();
            individual(layout, c, recvcounts, "recvcounts", displs, "displs");
            Block receive = pieces(collectives.receiveBlock(), recvbuf, layout, c.size(), recvtype, true);
            checkLength(send, recvcounts[c.rank()], recvtype);
            checkDistinct(send, null, receive, layout, c.size());
            collectives.allgather(send, receive, layout);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(c, function, failure);
        }
    }

    @Override
    public int MPI_Alltoallv(
            Object sendbuf,
            int[] sendcounts,
            int[] sdispls,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] rdispls,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return alltoallv(
                "MPI_Alltoallv", sendbuf, sendcounts, sdispls, sendtype, recvbuf, recvcounts, rdispls, recvtype, comm);
    }

    final int alltoallv(
            String function,
            Object sendbuf,
            int[] sendcounts,
            int[] sdispls,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] rdispls,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        Communicator c = null;
        try {
            c = communicator(comm);
            if (c.isInter() || sendbuf == Predefined.IN_PLACE) {
                MPI_Request[] request = new MPI_Request[1];
                return complete(
                        MPI_Ialltoallv(
                                sendbuf,
                                sendcounts,
                                sdispls,
                                sendtype,
                                recvbuf,
                                recvcounts,
                                rdispls,
                                recvtype,
                                comm,
                                request),
                        request);
            }
            Collectives collectives = c.collectives();
            Layout sends = collectives.sendLayout();
            Layout receives = collectives.receiveLayout();
            individual(sends, c, sendcounts, "sendcounts", sdispls, "sdispls");
            individual(receives, c, recvcounts, "recvcounts", rdispls, "rdispls");
            Block send = pieces(collectives.sendBlock(), sendbuf, sends, c.size(), sendtype, false);
            Block receive = pieces(collectives.receiveBlock(), recvbuf, receives, c.size(), recvtype, true);
            checkOwn(send, sends, receive, receives, c.rank());
            checkDistinct(send, sends, receive, receives, c.size());
            collectives.alltoall(send, sends, receive, receives);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(c, function, failure);
        }
    }

    /**
     * Completes what has been started where one way serves all forms, see {@link CollectiveRecordings}: on
     * inter-communicators, and exchanges in place.
     */
    final int complete(int code, MPI_Request[] request) {
        return code == MPI.MPI_SUCCESS ? MPI_Wait(request, Predefined.STATUS_IGNORE) : code;
    }

    // ---- Arguments

    final Block send(Collectives collectives, Object buffer, long count, MPI_Datatype type) {
        return sent(collectives.sendBlock(), buffer, count, type);
    }

    final Block receive(Collectives collectives, Object buffer, long count, MPI_Datatype type) {
        return received(collectives.receiveBlock(), buffer, count, type);
    }

    /** Describes {@code sendbuf}. */
    final Block sent(Block block, Object buffer, long count, MPI_Datatype type) {
        try {
            return whole(block, buffer, count, type, false);
        } catch (MpiFailure failure) {
            throw failure.of("sendbuf");
        }
    }

    /** Describes {@code recvbuf}. */
    final Block received(Block block, Object buffer, long count, MPI_Datatype type) {
        try {
            return whole(block, buffer, count, type, true);
        } catch (MpiFailure failure) {
            throw failure.of("recvbuf");
        }
    }

    /** Describes a buffer of one piece. */
    final Block whole(Block block, Object buffer, long count, MPI_Datatype type, boolean in) {
        block.set(resolve(buffer), count, communicable(type), in);
        return block;
    }

    /** Describes a buffer that holds a piece for each rank; every piece is checked. */
    final Block pieces(Block block, Object buffer, Layout layout, int ranks, MPI_Datatype handle, boolean in) {
        int rank = 0;
        try {
            block.span(resolve(buffer), communicable(handle), in);
            for (; rank < ranks; rank++) {
                checkCount(layout.count(rank), in ? "recvcounts" : "sendcounts", rank);
                block.checkPart(layout.displacement(rank), layout.count(rank));
            }
            return block;
        } catch (MpiFailure failure) {
            MpiFailure named = failure.of(in ? "recvbuf" : "sendbuf");
            throw rank > 0 && layout.isRegular()
                    ? named.with("the count " + layout.count(rank) + " is that of each rank, not of all " + ranks)
                    : named;
        }
    }

    /** What a rank sends to itself must be as long as what it receives from itself. */
    final void checkLength(Block own, long count, MPI_Datatype handle) {
        if (own != null) {
            checkOwn(own.byteCount(), count * communicable(handle).size());
        }
    }

    /** The same of blocks that hold a piece for each rank. */
    static void checkOwn(Block send, Layout sendPieces, Block receive, Layout receivePieces, int rank) {
        checkOwn(
                sendPieces.count(rank) * send.type().size(),
                receivePieces.count(rank) * receive.type().size());
    }

    /** The same of numbers of bytes. */
    static void checkOwn(long sent, long received) {
        if (sent != received) {
            throw new MpiFailure(
                    MPI.MPI_ERR_COUNT,
                    "this rank sends " + sent + " bytes and receives " + received
                            + " from itself: in collectives both must be equal");
        }
    }
}
