package org.javampi.core.binding;

import static org.javampi.core.binding.CollectiveArguments.checkDistinct;
import static org.javampi.core.binding.CollectiveArguments.count;

import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;
import org.javampi.core.buffer.Block;
import org.javampi.core.comm.Collectives;
import org.javampi.core.comm.Communicator;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.reduce.Operation;
import org.javampi.core.reduce.Workspace;
import org.javampi.core.spi.collective.Layout;
import org.javampi.job.RankHost;

/** Blocking collectives that came after MPI-1 (MPI-4.1 §6.8 to §6.11). */
abstract class LaterCollectiveCalls extends CollectiveForms {
    private final ThreadLocal<Workspace> workspaces = ThreadLocal.withInitial(Workspace::new);

    LaterCollectiveCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    @Override
    public int MPI_Exscan(Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        return exscan("MPI_Exscan", sendbuf, recvbuf, count, datatype, op, comm);
    }

    @Override
    public int MPI_Exscan_c(
            Object sendbuf, Object recvbuf, long count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        return exscan("MPI_Exscan_c", sendbuf, recvbuf, count, datatype, op, comm);
    }

    private int exscan(
            String function,
            Object sendbuf,
            Object recvbuf,
            long count,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm) {
        Communicator c = null;
        try {
            c = communicator(comm);
            checkIntra(c);
            Collectives collectives = c.collectives();
            Operation operation = operation(op, datatype);
            boolean inPlace = isInPlace(sendbuf);
            boolean first = c.rank() == 0;
            Block receive = first && !inPlace ? null : received(collectives.receiveBlock(), recvbuf, count, datatype);
            Block operand = inPlace ? receive : sent(collectives.sendBlock(), sendbuf, count, datatype);
            count(count, "count");
            checkDistinct(inPlace ? null : operand, receive);
            collectives.exscan(operand, first ? null : receive, operation);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(c, function, failure);
        }
    }

    @Override
    public int MPI_Reduce_scatter_block(
            Object sendbuf, Object recvbuf, int recvcount, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        return reduceScatterBlock("MPI_Reduce_scatter_block", sendbuf, recvbuf, recvcount, datatype, op, comm);
    }

    @Override
    public int MPI_Reduce_scatter_block_c(
            Object sendbuf, Object recvbuf, long recvcount, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        return reduceScatterBlock("MPI_Reduce_scatter_block_c", sendbuf, recvbuf, recvcount, datatype, op, comm);
    }

    private int reduceScatterBlock(
            String function,
            Object sendbuf,
            Object recvbuf,
            long recvcount,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm) {
        Communicator c = null;
        try {
            c = communicator(comm);
            if (c.isInter()) {
                return carryOut(
                        function, comm, (k, s) -> reduceScatterBlock(k, s, sendbuf, recvbuf, recvcount, datatype, op));
            }
            Collectives collectives = c.collectives();
            Operation operation = operation(op, datatype);
            int items = count(recvcount, "recvcount");
            Layout segments = collectives.receiveLayout().regular(items);
            int total = count((long) items * c.size(), "recvcount times the number of ranks");
            Block send = sent(collectives.sendBlock(), isInPlace(sendbuf) ? recvbuf : sendbuf, total, datatype);
            Block receive = received(collectives.receiveBlock(), recvbuf, recvcount, datatype);
            checkDistinct(isInPlace(sendbuf) ? null : send, receive);
            collectives.reduceScatter(send, receive, segments, operation);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(c, function, failure);
        }
    }

    @Override
    public int MPI_Reduce_local(Object inbuf, Object inoutbuf, int count, MPI_Datatype datatype, MPI_Op op) {
        return reduceLocally("MPI_Reduce_local", inbuf, inoutbuf, count, datatype, op);
    }

    @Override
    public int MPI_Reduce_local_c(Object inbuf, Object inoutbuf, long count, MPI_Datatype datatype, MPI_Op op) {
        return reduceLocally("MPI_Reduce_local_c", inbuf, inoutbuf, count, datatype, op);
    }

    private int reduceLocally(
            String function, Object inbuf, Object inoutbuf, long count, MPI_Datatype datatype, MPI_Op op) {
        return guard(function, () -> {
            Operation operation = operation(op, datatype);
            Block in = new Block();
            Block inout = new Block();
            whole(in, inbuf, count, datatype, false);
            whole(inout, inoutbuf, count, datatype, true);
            checkDistinct(in, inout);
            if (inout.byteCount() > 0) {
                operation.apply(in, inout, workspaces.get());
            }
        });
    }
}
