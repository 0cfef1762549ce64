package org.javampi.core.binding;

import java.util.BitSet;
import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Info;
import org.javampi.MPI_Request;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.comm.Communicator;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.engine.PartitionedReceive;
import org.javampi.core.engine.PartitionedSend;
import org.javampi.core.failure.MpiFailure;
import org.javampi.job.RankHost;

/** Messages in partitions (MPI-4.1 chapter 4). */
abstract class PartitionedCalls extends GeneralizedRequestCalls {
    PartitionedCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    @Override
    public int MPI_Psend_init(
            Object buf,
            int partitions,
            long count,
            MPI_Datatype datatype,
            int dest,
            int tag,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return guard("MPI_Psend_init", comm, c -> {
            checkCount(partitions, "partitions");
            Datatype type = sendArguments(c, buf, count, datatype, dest, tag);
            hints(info);
            checkOut(request, "request");
            PartitionedSend send = null;
            if (dest != Predefined.PROC_NULL) {
                Block whole = whole(buf, partitions, count, type, false);
                send = c.engine()
                        .partitions()
                        .prepareSend(
                                c.announcements(),
                                c.partitions(),
                                whole,
                                partitions,
                                dest,
                                tag,
                                c.partitionTags(partitions));
            }
            request[0] = new PartitionedHandle(c, send, true, partitions, tag);
        });
    }

    @Override
    public int MPI_Precv_init(
            Object buf,
            int partitions,
            long count,
            MPI_Datatype datatype,
            int source,
            int tag,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return guard("MPI_Precv_init", comm, c -> {
            checkCount(partitions, "partitions");
            Datatype type = receiveArguments(c, buf, count, datatype, source, tag);
            checkNoWildcard(c, source, tag);
            hints(info);
            checkOut(request, "request");
            PartitionedReceive receive = null;
            if (source != Predefined.PROC_NULL) {
                Block whole = whole(buf, partitions, count, type, true);
                receive = c.engine()
                        .partitions()
                        .prepareReceive(c.announcements(), c.partitions(), whole, partitions, source, tag);
            }
            request[0] = new PartitionedHandle(c, receive, false, partitions, tag);
        });
    }

    private static void checkNoWildcard(Communicator c, int source, int tag) {
        if (source == Predefined.ANY_SOURCE) {
            throw new MpiFailure(
                    MPI.MPI_ERR_RANK,
                    "source is MPI_ANY_SOURCE: a message in partitions names its sender (allowed 0.."
                            + (c.remoteSize() - 1) + " or MPI_PROC_NULL)");
        }
        if (tag == Predefined.ANY_TAG) {
            throw new MpiFailure(
                    MPI.MPI_ERR_TAG,
                    "tag is MPI_ANY_TAG: a message in partitions names its tag (allowed 0.." + Integer.MAX_VALUE + ")");
        }
    }

    private Block whole(Object buffer, int partitions, long count, Datatype type, boolean in) {
        long items;
        try {
            items = Math.multiplyExact(partitions, count);
        } catch (ArithmeticException e) {
            throw new MpiFailure(
                    MPI.MPI_ERR_COUNT, partitions + " partitions of " + count + " items are more than 2^63 - 1 items");
        }
        Block whole = new Block();
        whole.set(resolve(buffer), items, type, in);
        return whole;
    }

    @Override
    public int MPI_Pready(int partition, MPI_Request request) {
        RequestHandle handle = null;
        try {
            handle = handle(request);
            PartitionedHandle message = partitioned(handle);
            PartitionedSend send = message.sending();
            message.checkPartition(partition, "partition");
            if (send != null) {
                engine().partitions().markReady(send, partition, partition);
            }
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(scope(handle), "MPI_Pready", failure);
        }
    }

    @Override
    public int MPI_Pready_range(int partition_low, int partition_high, MPI_Request request) {
        RequestHandle handle = null;
        try {
            handle = handle(request);
            PartitionedHandle message = partitioned(handle);
            PartitionedSend send = message.sending();
            message.checkPartition(partition_low, "partition_low");
            message.checkPartition(partition_high, "partition_high");
            if (partition_low > partition_high) {
                throw new MpiFailure(
                        MPI.MPI_ERR_ARG,
                        "partition_low " + partition_low + " is more than partition_high " + partition_high);
            }
            if (send != null) {
                engine().partitions().markReady(send, partition_low, partition_high);
            }
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(scope(handle), "MPI_Pready_range", failure);
        }
    }

    @Override
    public int MPI_Pready_list(int length, int[] array_of_partitions, MPI_Request request) {
        RequestHandle handle = null;
        try {
            handle = handle(request);
            PartitionedHandle message = partitioned(handle);
            PartitionedSend send = message.sending();
            checkCount(length, "length");
            checkRoom(array_of_partitions, length, "array_of_partitions");
            checkEachOnce(message, length, array_of_partitions);
            if (send != null && length > 0) {
                engine().partitions().markReady(send, length, array_of_partitions);
            }
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(scope(handle), "MPI_Pready_list", failure);
        }
    }

    private static void checkEachOnce(PartitionedHandle handle, int length, int[] partitions) {
        BitSet seen = new BitSet();
        for (int i = 0; i < length; i++) {
            handle.checkPartition(partitions[i], "array_of_partitions[" + i + "]");
            if (seen.get(partitions[i])) {
                throw new MpiFailure(
                        MPI.MPI_ERR_ARG, "array_of_partitions names partition " + partitions[i] + " twice");
            }
            seen.set(partitions[i]);
        }
    }

    @Override
    public int MPI_Parrived(MPI_Request request, int partition, boolean[] flag) {
        RequestHandle handle = null;
        try {
            handle = handle(request);
            PartitionedHandle message = partitioned(handle);
            checkOut(flag, "flag");
            message.checkPartition(partition, "partition");
            flag[0] = message.hasArrived(partition);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(scope(handle), "MPI_Parrived", failure);
        }
    }

    private static PartitionedHandle partitioned(RequestHandle handle) {
        if (handle instanceof PartitionedHandle message && !message.isStale()) {
            return message;
        }
        throw new MpiFailure(
                MPI.MPI_ERR_REQUEST,
                handle == null
                        ? "request is MPI_REQUEST_NULL: MPI_Psend_init and MPI_Precv_init make those with partitions"
                        : handle.isStale()
                                ? "the request has been freed: a copy of its handle was kept"
                                : "the request has no partitions: MPI_Psend_init and MPI_Precv_init make those that"
                                        + " have");
    }
}
