package org.javampi.collectives.tune;

import static org.javampi.MPI.*;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Request;
import org.javampi.core.spi.collective.Collective;

/**
 * A collective that is started and completed, over the same buffers each time. Of a persistent one there is a
 * request for each root, made in the same order at all ranks.
 */
final class StartedCollective implements CollectiveCall.Call {
    private final MPI_Request[] request = new MPI_Request[1];
    private final MPI_Request[] prepared;
    private final Starter starter;

    /** Makes the request of a call with a root: started, or prepared. */
    @FunctionalInterface
    private interface Starter {
        void start(int root, MPI_Request[] request);
    }

    private StartedCollective(Starter starter, MPI_Request[] prepared) {
        this.starter = starter;
        this.prepared = prepared;
    }

    /** One that does not block. */
    static StartedCollective nonBlocking(MPI_Comm on, Collective collective, int bytes) {
        return new StartedCollective(starter(on, collective, new Buffers(bytes, MPI_Comm_size(on)), false), null);
    }

    /** A persistent one; all ranks make it together. */
    static StartedCollective persistent(MPI_Comm on, Collective collective, int bytes) {
        int size = MPI_Comm_size(on);
        Starter starter = starter(on, collective, new Buffers(bytes, size), true);
        MPI_Request[] prepared = new MPI_Request[size];
        MPI_Request[] one = new MPI_Request[1];
        for (int root = 0; root < size; root++) {
            starter.start(root, one);
            prepared[root] = one[0];
        }
        return new StartedCollective(starter, prepared);
    }

    @Override
    public void run(int root) {
        if (prepared == null) {
            starter.start(root, request);
            MPI_Wait(request, MPI_STATUS_IGNORE);
        } else {
            MPI_Start(prepared[root]);
            MPI_Wait(prepared[root], MPI_STATUS_IGNORE);
        }
    }

    /** Lets go of persistent requests. */
    void close() {
        for (int i = 0; prepared != null && i < prepared.length; i++) {
            MPI_Request_free(prepared[i]);
        }
    }

    /** One piece, and pieces of all ranks, as bytes and as ints. */
    private static final class Buffers {
        final int bytes;
        final int items;
        final byte[] piece;
        final byte[] out;
        final byte[] in;
        final int[] own;
        final int[] sum;
        final int[] counts;

        Buffers(int bytes, int size) {
            this.bytes = bytes;
            items = bytes / Integer.BYTES;
            piece = new byte[bytes];
            out = new byte[Math.multiplyExact(bytes, size)];
            in = new byte[out.length];
            own = new int[items];
            sum = new int[items];
            counts = new int[size];
            for (int rank = 0; rank < size; rank++) {
                counts[rank] = items / size + (rank < items % size ? 1 : 0);
            }
        }
    }

    private static Starter starter(MPI_Comm on, Collective collective, Buffers b, boolean persistent) {
        return persistent ? preparing(on, collective, b) : starting(on, collective, b);
    }

    private static Starter starting(MPI_Comm on, Collective collective, Buffers b) {
        return switch (collective) {
            case BARRIER -> (at, out) -> MPI_Ibarrier(on, out);
            case BCAST -> (at, out) -> MPI_Ibcast(b.piece, b.bytes, MPI_BYTE, at, on, out);
            case GATHER -> (at, out) -> MPI_Igather(b.piece, b.bytes, MPI_BYTE, b.in, b.bytes, MPI_BYTE, at, on, out);
            case SCATTER ->
                (at, out) -> MPI_Iscatter(b.out, b.bytes, MPI_BYTE, b.piece, b.bytes, MPI_BYTE, at, on, out);
            case ALLGATHER -> (at, out) -> MPI_Iallgather(b.piece, b.bytes, MPI_BYTE, b.in, b.bytes, MPI_BYTE, on, out);
            case ALLTOALL -> (at, out) -> MPI_Ialltoall(b.out, b.bytes, MPI_BYTE, b.in, b.bytes, MPI_BYTE, on, out);
            case REDUCE -> (at, out) -> MPI_Ireduce(b.own, b.sum, b.items, MPI_INT, MPI_SUM, at, on, out);
            case ALLREDUCE -> (at, out) -> MPI_Iallreduce(b.own, b.sum, b.items, MPI_INT, MPI_SUM, on, out);
            case REDUCE_SCATTER -> (at, out) -> MPI_Ireduce_scatter(b.own, b.sum, b.counts, MPI_INT, MPI_SUM, on, out);
            case SCAN -> (at, out) -> MPI_Iscan(b.own, b.sum, b.items, MPI_INT, MPI_SUM, on, out);
            case EXSCAN -> (at, out) -> MPI_Iexscan(b.own, b.sum, b.items, MPI_INT, MPI_SUM, on, out);
        };
    }

    private static Starter preparing(MPI_Comm on, Collective collective, Buffers b) {
        return switch (collective) {
            case BARRIER -> (at, out) -> MPI_Barrier_init(on, MPI_INFO_NULL, out);
            case BCAST -> (at, out) -> MPI_Bcast_init(b.piece, b.bytes, MPI_BYTE, at, on, MPI_INFO_NULL, out);
            case GATHER ->
                (at, out) -> MPI_Gather_init(
                        b.piece, b.bytes, MPI_BYTE, b.in, b.bytes, MPI_BYTE, at, on, MPI_INFO_NULL, out);
            case SCATTER ->
                (at, out) -> MPI_Scatter_init(
                        b.out, b.bytes, MPI_BYTE, b.piece, b.bytes, MPI_BYTE, at, on, MPI_INFO_NULL, out);
            case ALLGATHER ->
                (at, out) ->
                        MPI_Allgather_init(b.piece, b.bytes, MPI_BYTE, b.in, b.bytes, MPI_BYTE, on, MPI_INFO_NULL, out);
            case ALLTOALL ->
                (at, out) ->
                        MPI_Alltoall_init(b.out, b.bytes, MPI_BYTE, b.in, b.bytes, MPI_BYTE, on, MPI_INFO_NULL, out);
            case REDUCE ->
                (at, out) -> MPI_Reduce_init(b.own, b.sum, b.items, MPI_INT, MPI_SUM, at, on, MPI_INFO_NULL, out);
            case ALLREDUCE ->
                (at, out) -> MPI_Allreduce_init(b.own, b.sum, b.items, MPI_INT, MPI_SUM, on, MPI_INFO_NULL, out);
            case REDUCE_SCATTER ->
                (at, out) -> MPI_Reduce_scatter_init(b.own, b.sum, b.counts, MPI_INT, MPI_SUM, on, MPI_INFO_NULL, out);
            case SCAN -> (at, out) -> MPI_Scan_init(b.own, b.sum, b.items, MPI_INT, MPI_SUM, on, MPI_INFO_NULL, out);
            case EXSCAN ->
                (at, out) -> MPI_Exscan_init(b.own, b.sum, b.items, MPI_INT, MPI_SUM, on, MPI_INFO_NULL, out);
        };
    }
}
