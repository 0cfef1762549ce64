package org.javampi.collectives.bcast;

import java.util.List;
import java.util.Map;
import org.javampi.MPI;
import org.javampi.collectives.shape.SharedMemoryOnly;
import org.javampi.core.buffer.Block;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.collective.BcastAlgorithm;
import org.javampi.core.spi.collective.Board;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Parameter;
import org.javampi.core.spi.collective.Situation;

/**
 * One writer, many readers: the root writes the data into its slot in shared memory, chunk by
 * chunk, and all others read them there while the next is written. The root does not wait for
 * readers before its slot is used again, some turns later. Short chunks let readers that spin begin
 * early; each wakes those that sleep.
 *
 * <p>Cost: one latency and two copies, whatever the number of ranks. Source: Graham and Shipman,
 * "MPI support for multi-core architectures: optimized shared memory collectives", 2008.
 *
 * @param segment bytes of a chunk; more where a turn would have more chunks than phases
 */
public record SharedBcast(int segment) implements BcastAlgorithm {
    private static final int SEGMENT = 64 * 1024;

    /** With chunks of 64 KiB. */
    public SharedBcast() {
        this(SEGMENT);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("segment", SEGMENT, 1, 1 << 30, "bytes that are shown at a time"));
    }

    @Override
    public SharedBcast with(Map<String, Long> values) {
        return new SharedBcast(values.get("segment").intValue());
    }

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
        if (channel.rank() == root) {
            write(board, data);
        } else {
            read(channel, board, data, root);
        }
    }

    /** Bytes of each chunk of a turn: phases are few. */
    private int chunk(int length) {
        return Math.max(segment, (length - 1) / (Board.DONE - 1) + 1);
    }

    private void write(Board board, Block data) {
        long bytes = data.byteCount();
        for (long first = 0; first == 0 || first < bytes; first += board.slotBytes()) {
            int length = (int) Math.min(board.slotBytes(), bytes - first);
            board.turn();
            board.tell(bytes);
            int chunk = chunk(length);
            int phase = 0;
            for (int at = 0; at < length; at += chunk) {
                int n = Math.min(chunk, length - at);
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
    private void read(Channel channel, Board board, Block data, int root) {
        long bytes = Long.MAX_VALUE;
        for (long first = 0; first == 0 || first < bytes; first += board.slotBytes()) {
            board.turn();
            board.await(root, 1);
            bytes = board.told(root);
            int length = (int) Math.min(board.slotBytes(), bytes - first);
            int chunk = chunk(length);
            int phase = 0;
            for (int at = 0; at < length; at += chunk) {
                int n = Math.min(chunk, length - at);
                phase++;
                board.await(root, at + n == length ? Board.DONE : phase);
                int fitting = (int) Math.max(0, Math.min(n, data.byteCount() - first - at));
                if (fitting > 0) {
                    board.read(root, at, data, first + at, fitting);
                }
            }
            board.done();
        }
        if (bytes != data.byteCount()) {
            channel.fail(new MpiFailure(
                    bytes > data.byteCount() ? MPI.MPI_ERR_TRUNCATE : MPI.MPI_ERR_COUNT,
                    "the root broadcasts "
                            + bytes
                            + " bytes, this rank has room for "
                            + data.byteCount()
                            + ": all must name the same amount of data"));
        }
    }
}
