package org.javampi.core.binding;

import org.javampi.MPI;
import org.javampi.MPI_Status;
import org.javampi.core.comm.Communicator;
import org.javampi.core.engine.PartitionedReceive;
import org.javampi.core.engine.PartitionedRequest;
import org.javampi.core.engine.PartitionedSend;
import org.javampi.core.engine.Request;
import org.javampi.core.failure.MpiFailure;

/** What a program holds of a message in partitions (MPI-4.1 §4.2): persistent, never cancelled, freed when inactive. */
final class PartitionedHandle extends RequestHandle {
    private static final long serialVersionUID = 1L;

    /** Null with the null process. */
    private final PartitionedRequest message;

    private final boolean sends;
    private final int partitions;
    private final int tag;

    /** The program has freed it. */
    private boolean freed;

    /**
     * @param message null with the null process
     * @param sends whether this is the sending side
     */
    PartitionedHandle(Communicator communicator, PartitionedRequest message, boolean sends, int partitions, int tag) {
        super(communicator, message, 0, message == null, false);
        this.message = message;
        this.sends = sends;
        this.partitions = partitions;
        this.tag = tag;
        active = false;
        communicator.hold();
    }

    /** Refuses a partition that it does not have. */
    void checkPartition(int partition, String name) {
        if (partition < 0 || partition >= partitions) {
            throw new MpiFailure(
                    MPI.MPI_ERR_ARG,
                    name + " " + partition + " is none of the request's " + partitions
                            + (partitions == 0 ? "" : " (allowed 0.." + (partitions - 1) + ")"));
        }
    }

    /** The message that is sent, which must be active; null with the null process. */
    PartitionedSend sending() {
        if (!sends) {
            throw new MpiFailure(
                    MPI.MPI_ERR_REQUEST, "the request receives: MPI_Pready is for those of MPI_Psend_init");
        }
        if (!active) {
            throw new MpiFailure(
                    MPI.MPI_ERR_REQUEST, "the request is not active: call MPI_Start before a partition is ready");
        }
        return (PartitionedSend) message;
    }

    /** Whether an own partition has come. */
    boolean hasArrived(int partition) {
        if (sends) {
            throw new MpiFailure(MPI.MPI_ERR_REQUEST, "the request sends: MPI_Parrived is for those of MPI_Precv_init");
        }
        return !active
                || nullProcess
                || communicator.engine().partitions().hasArrived((PartitionedReceive) message, partition);
    }

    @Override
    boolean isPersistent() {
        return true;
    }

    @Override
    void start() {
        if (!nullProcess) {
            communicator.engine().partitions().start(message);
        }
        active = true;
    }

    @Override
    MpiFailure record(MPI_Status status) {
        if (status != null && message instanceof PartitionedReceive receive) {
            long bytes = receive.failure() == null ? receive.byteCount() : 0;
            status.record(receive.source(), tag, bytes, false);
            return receive.failure();
        }
        return super.record(status);
    }

    @Override
    boolean isStale() {
        return freed;
    }

    @Override
    void cancel() {
        throw new MpiFailure(
                MPI.MPI_ERR_REQUEST,
                "the request is of a message in partitions, which cannot be cancelled; complete it");
    }

    @Override
    void checkFreeable() {
        if (active) {
            throw new MpiFailure(
                    MPI.MPI_ERR_REQUEST,
                    "the request is of a message in partitions that is active: complete it before it is freed");
        }
    }

    @Override
    void free() {
        super.free();
        freed = true;
        communicator.letGo();
    }

    @Override
    Request retire() {
        active = false;
        return null;
    }

    @Override
    public String toString() {
        return "partitioned request on " + communicator;
    }
}
