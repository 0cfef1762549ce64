package org.javampi.core.binding;

import static org.javampi.core.binding.CollectiveArguments.checkDistinct;
import static org.javampi.core.binding.CollectiveArguments.checkRoot;
import static org.javampi.core.binding.CollectiveArguments.consecutive;
import static org.javampi.core.binding.CollectiveArguments.count;

import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;
import org.javampi.MPI_User_function;
import org.javampi.MPI_User_function_c;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.comm.Collectives;
import org.javampi.core.comm.Communicator;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.reduce.Operation;
import org.javampi.core.reduce.Operations;
import org.javampi.core.reduce.UserOperation;
import org.javampi.core.spi.collective.Layout;
import org.javampi.job.RankHost;

/** Collectives that reduce data, and the operations that they reduce with (MPI-1.1 sections 4.9 to 4.11). */
abstract class ReductionCalls extends CollectiveCalls {
    ReductionCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    @Override
    public int MPI_Reduce(
            Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, int root, MPI_Comm comm) {
        return reduce("MPI_Reduce", sendbuf, recvbuf, count, datatype, op, root, comm);
    }

    @Override
    public int MPI_Reduce_c(
            Object sendbuf, Object recvbuf, long count, MPI_Datatype datatype, MPI_Op op, int root, MPI_Comm comm) {
        return reduce("MPI_Reduce_c", sendbuf, recvbuf, count, datatype, op, root, comm);
    }

    private int reduce(
            String function,
            Object sendbuf,
            Object recvbuf,
            long count,
            MPI_Datatype datatype,
            MPI_Op op,
            int root,
            MPI_Comm comm) {
        Communicator c = null;
        try {
            c = communicator(comm);
            if (c.isInter()) {
                MPI_Request[] request = new MPI_Request[1];
                return complete(MPI_Ireduce_c(sendbuf, recvbuf, count, datatype, op, root, comm, request), request);
            }
            Collectives collectives = c.collectives();
            checkRoot(c, root);
            Operation operation = operation(op, datatype);
            boolean atRoot = c.rank() == root;
            boolean inPlace = atRoot && sendbuf == Predefined.IN_PLACE;
            Block send = inPlace ? null : send(collectives, sendbuf, count, datatype);
            Block receive = atRoot ? receive(collectives, recvbuf, count, datatype) : null;
            count(count, "count");
            checkDistinct(send, receive);
            collectives.reduce(send, receive, operation, root);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(c, function, failure);
        }
    }

    @Override
    public int MPI_Allreduce(
            Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        return allreduce("MPI_Allreduce", sendbuf, recvbuf, count, datatype, op, comm);
    }

    @Override
    public int MPI_Allreduce_c(
            Object sendbuf, Object recvbuf, long count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        return allreduce("MPI_Allreduce_c", sendbuf, recvbuf, count, datatype, op, comm);
    }

    private int allreduce(
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
            if (c.isInter()) {
                MPI_Request[] request = new MPI_Request[1];
                return complete(MPI_Iallreduce_c(sendbuf, recvbuf, count, datatype, op, comm, request), request);
            }
            Collectives collectives = c.collectives();
            Operation operation = operation(op, datatype);
            Block send = sendbuf == Predefined.IN_PLACE ? null : send(collectives, sendbuf, count, datatype);
            Block receive = receive(collectives, recvbuf, count, datatype);
            count(count, "count");
            checkDistinct(send, receive);
            collectives.allreduce(send, receive, operation);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(c, function, failure);
        }
    }

    @Override
    public int MPI_Scan(Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        return scan("MPI_Scan", sendbuf, recvbuf, count, datatype, op, comm);
    }

    @Override
    public int MPI_Scan_c(Object sendbuf, Object recvbuf, long count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        return scan("MPI_Scan_c", sendbuf, recvbuf, count, datatype, op, comm);
    }

    private int scan(
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
            Block send = sendbuf == Predefined.IN_PLACE ? null : send(collectives, sendbuf, count, datatype);
            Block receive = receive(collectives, recvbuf, count, datatype);
            count(count, "count");
            checkDistinct(send, receive);
            collectives.scan(send, receive, operation);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(c, function, failure);
        }
    }

    @Override
    public int MPI_Reduce_scatter(
            Object sendbuf, Object recvbuf, int[] recvcounts, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        return reduceScatter("MPI_Reduce_scatter", sendbuf, recvbuf, recvcounts, datatype, op, comm);
    }

    final int reduceScatter(
            String function,
            Object sendbuf,
            Object recvbuf,
            int[] recvcounts,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm) {
        Communicator c = null;
        try {
            c = communicator(comm);
            if (c.isInter()) {
                MPI_Request[] request = new MPI_Request[1];
                return complete(
                        MPI_Ireduce_scatter(sendbuf, recvbuf, recvcounts, datatype, op, comm, request), request);
            }
            Collectives collectives = c.collectives();
            Operation operation = operation(op, datatype);
            Layout segments = collectives.receiveLayout();
            int total = consecutive(segments, c, recvcounts);
            boolean inPlace = sendbuf == Predefined.IN_PLACE;
            Block send = send(collectives, inPlace ? recvbuf : sendbuf, total, datatype);
            Block receive = receive(collectives, recvbuf, recvcounts[c.rank()], datatype);
            checkDistinct(inPlace ? null : send, receive);
            collectives.reduceScatter(send, receive, segments, operation);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(c, function, failure);
        }
    }

    @Override
    public int MPI_Op_create(MPI_User_function function, boolean commute, MPI_Op[] op) {
        return guard("MPI_Op_create", () -> {
            checkNotNull(function, "function");
            checkOut(op, "op");
            op[0] = new UserOperation(function, commute);
        });
    }

    @Override
    public int MPI_Op_create_c(MPI_User_function_c user_fn, boolean commute, MPI_Op[] op) {
        return guard("MPI_Op_create_c", () -> {
            checkNotNull(user_fn, "user_fn");
            checkOut(op, "op");
            op[0] = new UserOperation(new LargeFunction(user_fn), commute);
        });
    }

    /** A function that takes large counts, called with those that a buffer can have. */
    private record LargeFunction(MPI_User_function_c function) implements MPI_User_function {
        @Override
        public void apply(Object invec, Object inoutvec, int len, MPI_Datatype datatype) {
            function.apply(invec, inoutvec, (long) len, datatype);
        }
    }

    @Override
    public int MPI_Op_free(MPI_Op[] op) {
        return guard("MPI_Op_free", () -> {
            checkOut(op, "op");
            Operation operation = Operations.of(op[0]);
            if (!(operation instanceof UserOperation)) {
                throw new MpiFailure(MPI.MPI_ERR_OP, operation + " is predefined: it stays");
            }
            ((UserOperation) operation).free();
            op[0] = Predefined.OP_NULL;
        });
    }

    final Operation operation(MPI_Op op, MPI_Datatype handle) {
        Operation operation = Operations.of(op);
        operation.check(communicable(handle));
        return operation;
    }
}
