package org.javampi.mpirun.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.javampi.mpirun.plan.InputPlan;
import org.javampi.river.platform.Platform;

/**
 * The launcher's standard input on its way to ranks that do not have it as their own: a piece is read when a rank asks for
 * it, and never before, so that what no rank reads stays for others.
 */
final class InputDesk {
    private static final int PIECE = 1 << 15;
    private static final byte[] NOTHING = {};

    private final InputPlan plan;
    private final InputStream in;
    private final Consumer<String> note;
    private final ExecutorService reader;
    private final byte[] piece = new byte[PIECE];
    private boolean ended;
    private boolean noted;

    /** What all ranks get, where all do; null before the first has asked. It goes with this process. */
    private FileChannel history;

    /** How much of it each rank has got. */
    private final long[] positions;

    /**
     * A desk.
     *
     * @param note hears what people should know
     */
    InputDesk(InputPlan plan, int ranks, InputStream in, Consumer<String> note) {
        this.plan = plan;
        this.in = in;
        this.note = note;
        positions = new long[ranks];
        reader = Executors.newSingleThreadExecutor(body -> {
            Thread thread = new Thread(body, "javampirun-input");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A rank reads; {@code answer} gets the next bytes, or none at the end. Does not wait. */
    void onWanted(int rank, Consumer<byte[]> answer) {
        if (plan.isFor(rank)) {
            reader.execute(() -> answer.accept(next(rank)));
        } else {
            tellOnce(rank);
            answer.accept(NOTHING);
        }
    }

    private synchronized void tellOnce(int rank) {
        if (!noted) {
            noted = true;
            note.accept("rank " + rank + " reads standard input, which is empty for it: " + plan.words() + " (--stdin "
                    + rank + " gives it to this rank, --stdin all to every rank)");
        }
    }

    private byte[] next(int rank) {
        try {
            if (!plan.isForAll()) {
                return read();
            }
            if (history == null) {
                history = FileChannel.open(
                        Files.createTempFile("javampi-stdin", ""),
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
            }
            if (positions[rank] == history.size()) {
                ByteBuffer more = ByteBuffer.wrap(read());
                while (more.hasRemaining()) {
                    history.write(more, history.size());
                }
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(PIECE, history.size() - positions[rank]));
            while (bytes.hasRemaining()) {
                history.read(bytes, positions[rank] + bytes.position());
            }
            positions[rank] += bytes.capacity();
            return bytes.array();
        } catch (IOException e) {
            note.accept("cannot read standard input: " + e.getMessage());
            return NOTHING;
        }
    }

    private byte[] read() throws IOException {
        if (ended || in == System.in && !Platform.current().terminals().isInForeground()) {
            return NOTHING;
        }
        int n = in.read(piece);
        ended = n < 0;
        return ended ? NOTHING : Arrays.copyOf(piece, n);
    }
}
