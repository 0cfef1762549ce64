package org.javampi.collectives.tune;

import static org.javampi.MPI.*;
import static org.javampi.MPIX.MPIX_COLLECTIVE_ALGORITHMS;

import org.javampi.MPI_Comm;
import org.javampi.core.spi.collective.Algorithm;
import org.javampi.core.spi.collective.Collective;

/**
 * One collective with one algorithm and one size, ready to be called over and over: what is
 * measured. The root goes around, one rank further with each call, so that no rank runs far ahead
 * of the others; buffers are those of the first call. All ranks make and call it alike.
 */
public final class CollectiveCall implements AutoCloseable {
    /** The algorithm that the rules choose which are in force anyway. */
    public static final String BUILT_IN = "built_in";

    /** One call over buffers that are there already. */
    interface Call {
        void run(int root);
    }

    private final MPI_Comm[] comm = new MPI_Comm[1];
    private final int size;
    private final Call call;
    private int root;

    /**
     * Allocates the buffers and makes a communicator of its own.
     *
     * @param parent whose ranks take part
     * @param algorithm as in rules, with its parameters: {@code tree(radix=4)}; or {@link
     *     #BUILT_IN}
     * @param byteCount size of the vector that is broadcast, reduced or scanned, else of one rank's
     *     piece, as in rules; reductions add ints, the last of which may be cut off
     */
    public CollectiveCall(MPI_Comm parent, Collective collective, String algorithm, int byteCount) {
        this(parent, collective, CollectiveForm.BLOCKING, algorithm, byteCount);
    }

    /** The same in any form; those that do not block are completed at once. */
    public CollectiveCall(
            MPI_Comm parent, Collective collective, CollectiveForm form, String algorithm, int byteCount) {
        this(
                parent,
                algorithm.equals(BUILT_IN) ? null : (Object) (collective.label() + "=" + algorithm),
                new Cell(collective, byteCount),
                form);
    }

    /** The same with an algorithm that need not have a name. */
    public CollectiveCall(MPI_Comm parent, Algorithm algorithm, int byteCount) {
        this(parent, algorithm, new Cell(Collective.of(algorithm), byteCount), CollectiveForm.BLOCKING);
    }

    /** The same under rules, any or none. */
    CollectiveCall(MPI_Comm parent, String rules, Cell cell) {
        this(parent, rules.isEmpty() ? null : (Object) rules, cell, CollectiveForm.BLOCKING);
    }

    private CollectiveCall(MPI_Comm parent, Object choice, Cell cell, CollectiveForm form) {
        MPI_Comm_dup(parent, comm);
        if (choice != null) {
            MPI_Attr_put(comm[0], MPIX_COLLECTIVE_ALGORITHMS, choice);
        }
        size = MPI_Comm_size(comm[0]);
        call = switch (form) {
            case BLOCKING -> prepare(comm[0], cell.collective(), cell.bytes());
            case NON_BLOCKING -> StartedCollective.nonBlocking(comm[0], cell.collective(), cell.bytes());
            case PERSISTENT -> StartedCollective.persistent(comm[0], cell.collective(), cell.bytes());
        };
    }

    /** Calls it {@code times} times. */
    public void run(int times) {
        int next = root;
        for (int i = 0; i < times; i++) {
            call.run(next);
            next++;
            if (next == size) {
                next = 0;
            }
        }
        root = next;
    }

    private Call prepare(MPI_Comm on, Collective collective, int bytes) {
        int items = bytes / Integer.BYTES;
        return switch (collective) {
            case BARRIER -> at -> MPI_Barrier(on);
            case BCAST -> {
                byte[] data = new byte[bytes];
                yield at -> MPI_Bcast(data, bytes, MPI_BYTE, at, on);
            }
            case GATHER -> {
                byte[] piece = new byte[bytes];
                byte[] all = new byte[Math.multiplyExact(bytes, size)];
                yield at -> MPI_Gather(piece, bytes, MPI_BYTE, all, bytes, MPI_BYTE, at, on);
            }
            case SCATTER -> {
                byte[] piece = new byte[bytes];
                byte[] all = new byte[Math.multiplyExact(bytes, size)];
                yield at -> MPI_Scatter(all, bytes, MPI_BYTE, piece, bytes, MPI_BYTE, at, on);
            }
            case ALLGATHER -> {
                byte[] piece = new byte[bytes];
                byte[] all = new byte[Math.multiplyExact(bytes, size)];
                yield at -> MPI_Allgather(piece, bytes, MPI_BYTE, all, bytes, MPI_BYTE, on);
            }
            case ALLTOALL -> {
                byte[] out = new byte[Math.multiplyExact(bytes, size)];
                byte[] in = new byte[out.length];
                yield at -> MPI_Alltoall(out, bytes, MPI_BYTE, in, bytes, MPI_BYTE, on);
            }
            case REDUCE -> {
                int[] own = new int[items];
                int[] sum = new int[items];
                yield at -> MPI_Reduce(own, sum, items, MPI_INT, MPI_SUM, at, on);
            }
            case ALLREDUCE -> {
                int[] own = new int[items];
                int[] sum = new int[items];
                yield at -> MPI_Allreduce(own, sum, items, MPI_INT, MPI_SUM, on);
            }
            case REDUCE_SCATTER -> {
                int[] own = new int[items];
                int[] counts = new int[size];
                for (int rank = 0; rank < size; rank++) {
                    counts[rank] = items / size + (rank < items % size ? 1 : 0);
                }
                int[] sum = new int[counts[0]];
                yield at -> MPI_Reduce_scatter(own, sum, counts, MPI_INT, MPI_SUM, on);
            }
            case SCAN -> {
                int[] own = new int[items];
                int[] sum = new int[items];
                yield at -> MPI_Scan(own, sum, items, MPI_INT, MPI_SUM, on);
            }
            case EXSCAN -> {
                int[] own = new int[items];
                int[] sum = new int[items];
                yield at -> MPI_Exscan(own, sum, items, MPI_INT, MPI_SUM, on);
            }
        };
    }

    /** Frees the communicator; all ranks together. */
    @Override
    public void close() {
        if (call instanceof StartedCollective started) {
            started.close();
        }
        MPI_Comm_free(comm);
    }
}
