package org.javampi.collectives.bcast;

import org.javampi.MPI;
import org.javampi.collectives.shape.SharedMemoryOnly;
import org.javampi.core.buffer.Block;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.collective.BcastAlgorithm;
import org.javampi.core.spi.collective.Board;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Situation;

/**
 * One writer, many readers: the root writes the data into its slot in shared memory, chunk by
 * chunk, and all others read them there while the next is written. The root does not wait for
 * readers before its slot is used again two turns later.
 *
 * <p>Cost: one latency and two copies, whatever the number of ranks. Source: Graham and Shipman,
 * "MPI support for multi-core architectures: optimized shared memory collectives", 2008.
 */
public final class SharedBcast implements BcastAlgorithm {
    private static final int CHUNK = 64 * 1024;

    /** Stateless. */
    public SharedBcast() {}

    @Override
    public String name() {
        return "shared";
    }

    @Override
    public String cost() {
        return "1 latency + 2 copies of n bytes, whatever p";
    }

    @Override
    public String refusal(Situation situation) {
        return SharedMemoryOnly.refusal(situation);
    }

    @Override
    public void run(Channel channel, Block data, int root) {
        if (channel.size() == 1) {
            return;
        }
        Board board = channel.board();
        board.agree(root);
        if (channel.rank() == root) {
            write(board, data);
        } else {
            read(board, data, root);
        }
    }

    private static void write(Board board, Block data) {
        long bytes = data.byteCount();
        for (long first = 0; first == 0 || first < bytes; first += board.slotBytes()) {
            int length = (int) Math.min(board.slotBytes(), bytes - first);
            board.turn();
            board.tell(bytes);
            int phase = 0;
            for (int at = 0; at < length; at += CHUNK) {
                int n = Math.min(CHUNK, length - at);
                board.write(data, first + at, at, n);
                phase++;
                board.show(at + n == length ? Board.DONE : phase);
            }
            if (length == 0) {
                board.done();
            }
        }
    }

    /** The root's length counts: what does not fit is read over, and reported at the end. */
    private static void read(Board board, Block data, int root) {
        long bytes = Long.MAX_VALUE;
        for (long first = 0; first == 0 || first < bytes; first += board.slotBytes()) {
            board.turn();
            board.await(root, 1);
            bytes = board.told(root);
            int length = (int) Math.min(board.slotBytes(), bytes - first);
            int phase = 0;
            for (int at = 0; at < length; at += CHUNK) {
                int n = Math.min(CHUNK, length - at);
                phase++;
                board.await(root, at + n == length ? Board.DONE : phase);
                int fitting = (int) Math.max(0, Math.min(n, data.byteCount() - first - at));
                if (fitting > 0) {
                    board.read(root, at, data, first + at, fitting);
                }
            }
            board.done();
        }
        if (bytes > data.byteCount()) {
            throw new MpiFailure(
                    MPI.MPI_ERR_TRUNCATE,
                    "the root broadcasts "
                            + bytes
                            + " bytes, this rank has room for "
                            + data.byteCount()
                            + ": all must name the same amount of data");
        }
    }
}
