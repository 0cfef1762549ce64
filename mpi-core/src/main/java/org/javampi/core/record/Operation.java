package org.javampi.core.record;

import java.io.Serializable;
import org.javampi.MPI_Comm;
import org.javampi.core.buffer.Block;

/**
 * An operation that the program has begun or prepared and holds a request of: the memory that it sends from and receives
 * into. Saved with the rank, so that its arrays stay the program's.
 */
final class Operation implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final Block[] NONE = {};

    /** The function that has made it. */
    final String function;

    /** Its communicator, which errors belong to; null for none. */
    @SuppressWarnings("serial") // a handle
    final MPI_Comm comm;

    final Block[] sent;
    final Block[] received;

    /** Whether as many bytes were received as the status says; all of them otherwise. */
    final boolean isMessage;

    final boolean isPersistent;

    /** Partitions of one in partitions, else 0. */
    final int partitions;

    /** Started and not completed. */
    boolean isActive;

    Operation(
            String function,
            MPI_Comm comm,
            Block[] sent,
            Block[] received,
            boolean isMessage,
            boolean isPersistent,
            int partitions) {
        this.function = function;
        this.comm = comm;
        this.sent = sent;
        this.received = received;
        this.isMessage = isMessage;
        this.isPersistent = isPersistent;
        this.partitions = partitions;
        isActive = !isPersistent;
    }

    /** One of the program's own, whose callbacks say what it is. */
    static Operation generalized(String function) {
        return new Operation(function, null, NONE, NONE, false, false, 0);
    }

    /** Whether it is the program's own. */
    boolean isGeneralized() {
        return function.equals("MPI_Grequest_start");
    }

    /** Part of {@code blocks}, which are one: a partition. */
    Block[] partition(Block[] blocks, int partition) {
        if (blocks.length == 0) {
            return NONE;
        }
        long length = blocks[0].byteCount() / partitions;
        Block part = new Block();
        part.slice(blocks[0], partition * length, length);
        return new Block[] {part};
    }
}
