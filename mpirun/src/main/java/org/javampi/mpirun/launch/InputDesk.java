package org.javampi.mpirun.launch;

import java.io.FileDescriptor;
import java.io.FileInputStream;
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
 * it, and never before, so that what no rank reads stays for others. Where several ranks get all of it, or ranks may live
 * again, what was read is kept in a file that goes with this process.
 */
final class InputDesk {
    private static final int PIECE = 1 << 15;
    private static final byte[] NOTHING = {};
    private static final long UNKNOWN = -1;

    private final InputPlan plan;
    private final InputStream in;
    private final boolean isKept;
    private final boolean isRestart;
    private final ExecutorService reader;
    private final byte[] piece = new byte[PIECE];
    private boolean ended;
    private boolean noted;

    /** What was read, where it is kept; null before the first has asked. */
    private FileChannel history;

    /** By rank: the position that its program has at the first byte of the history. */
    private final long[] starts;

    /**
     * A desk.
     *
     * @param mayLiveAgain whether a rank may go back to a position where it was before
     * @param isRestart whether ranks have lived before and read another launcher's standard input
     */
    InputDesk(InputPlan plan, int ranks, InputStream in, boolean mayLiveAgain, boolean isRestart) {
        this.plan = plan;
        this.in = in;
        this.isRestart = isRestart;
        isKept = mayLiveAgain || plan.isForAll();
        starts = new long[ranks];
        Arrays.fill(starts, UNKNOWN);
        reader = Executors.newSingleThreadExecutor(body -> {
            Thread thread = new Thread(body, "javampirun-input");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * A rank reads. Does not wait.
     *
     * @param position how many bytes it has read, in its earlier lives too
     * @param answer gets the next bytes, or none at the end
     * @param note hears what people should know
     */
    void onWanted(int rank, long position, Consumer<byte[]> answer, Consumer<String> note) {
        if (plan.isFor(rank)) {
            reader.execute(() -> answer.accept(next(rank, position, note)));
        } else {
            tellOnce(rank, note);
            answer.accept(NOTHING);
        }
    }

    private synchronized void tellOnce(int rank, Consumer<String> note) {
        if (!noted) {
            noted = true;
            note.accept("rank " + rank + " reads standard input, which is empty for it: " + plan.words() + " (--stdin "
                    + rank + " gives it to this rank, --stdin all to every rank)");
        }
    }

    private byte[] next(int rank, long position, Consumer<String> note) {
        try {
            return isKept ? kept(position - start(rank, position, note)) : read();
        } catch (IOException e) {
            note.accept("cannot read standard input: " + e.getMessage());
            return NOTHING;
        }
    }

    /** Where the history begins for a rank. A file is the same one as in its life before; a pipe has what comes now. */
    private long start(int rank, long position, Consumer<String> note) {
        if (starts[rank] == UNKNOWN) {
            boolean goesOn = isRestart && position > 0;
            boolean isFile = goesOn && in == System.in && isFile();
            starts[rank] = goesOn && !isFile ? position : 0;
            if (goesOn) {
                note.accept("rank " + rank + " had read " + position + " bytes of standard input at the checkpoint: "
                        + (isFile
                                ? "it reads on behind them, in the file that standard input is now"
                                : "standard input is no file now, and is read from its start"));
            }
        }
        return starts[rank];
    }

    private static boolean isFile() {
        try (FileInputStream own = new FileInputStream(FileDescriptor.in) {
            @Override
            public void close() {
                // It is the process's.
            }
        }) {
            FileChannel channel = own.getChannel();
            return channel.position() >= 0 && channel.size() > 0;
        } catch (IOException e) {
            // Pipes and terminals have no position.
            return false;
        }
    }

    /** What the history has from {@code offset} on; it grows up to there. */
    private byte[] kept(long offset) throws IOException {
        if (history == null) {
            history = FileChannel.open(
                    Files.createTempFile("javampi-stdin", ""),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        }
        while (history.size() <= offset) {
            ByteBuffer more = ByteBuffer.wrap(read());
            if (!more.hasRemaining()) {
                return NOTHING;
            }
            while (more.hasRemaining()) {
                history.write(more, history.size());
            }
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(PIECE, history.size() - offset));
        while (bytes.hasRemaining()) {
            history.read(bytes, offset + bytes.position());
        }
        return bytes.array();
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
