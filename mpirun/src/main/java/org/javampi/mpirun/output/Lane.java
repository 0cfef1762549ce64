package org.javampi.mpirun.output;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * What one stream of one rank has written and the {@link OutputStage} has not. Guarded by the stage, but for the methods
 * of {@link RankStream}.
 *
 * <pre>
 *  bytes   [ whole lines ........ | begin of a line ]
 *          0                  complete            size
 * </pre>
 */
final class Lane implements RankStream {
    /** Bytes beyond which a writer waits, and up to which more may come at once. */
    private static final int ROOM = 1 << 16;

    private final OutputStage stage;
    private final LineStyle style;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private byte[] bytes = new byte[256];
    private int size;
    private int complete;

    /** When the last bytes came, in nanoseconds. */
    private long arrivedNs;

    private boolean ended;

    /** Whether a line of it was begun and not ended on the target. */
    private boolean open;

    /** Bytes of that line. */
    private long openBytes;

    /** Whether that line goes back to its begin, as a progress bar does. */
    private boolean returning;

    Lane(OutputStage stage, LineStyle style) {
        this.stage = stage;
        this.style = style;
    }

    @Override
    public void write(byte[] more, int length) {
        stage.write(this, more, length);
    }

    @Override
    public void offer(byte[] more, Runnable taken) {
        stage.offer(this, more, taken);
    }

    @Override
    public void finish() {
        stage.finish(this);
    }

    void add(byte[] more, int length, long nowNs) {
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + length));
        }
        System.arraycopy(more, 0, bytes, size, length);
        for (int i = length - 1; i >= 0; i--) {
            if (more[i] == '\n') {
                complete = size + i + 1;
                break;
            }
        }
        size += length;
        arrivedNs = nowNs;
    }

    void await(Runnable taken) {
        waiting.add(taken);
    }

    /** The thread that waits for room, if there is some: to be called outside of the stage's lock. */
    Runnable takeWaiting() {
        return size <= ROOM ? waiting.poll() : null;
    }

    boolean isFull() {
        return size > ROOM;
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean hasLines() {
        return complete > 0;
    }

    boolean isLong() {
        return size >= ROOM;
    }

    long arrivedNs() {
        return arrivedNs;
    }

    boolean hasEnded() {
        return ended;
    }

    void end() {
        ended = true;
    }

    boolean isOpen() {
        return open;
    }

    long openBytes() {
        return openBytes;
    }

    boolean isReturning() {
        return returning;
    }

    /** Its open line was ended, so that another rank can begin one. */
    void breakLine() {
        open = false;
    }

    void discard() {
        size = 0;
        complete = 0;
    }

    /** Takes whole lines as they are to be written, at most {@code most} bytes; with {@code all} what there is of a line, too. */
    void take(boolean all, int most, ByteArrayOutputStream into) {
        int end = all ? size : complete;
        if (end > most) {
            end = most;
            if (!all) {
                while (end < complete && bytes[end - 1] != '\n') {
                    end++;
                }
            }
        }
        int start = 0;
        while (start < end) {
            int stop = start;
            while (stop < end && bytes[stop] != '\n') {
                stop++;
            }
            boolean whole = stop < end;
            if (!open) {
                into.writeBytes(style.before());
                openBytes = 0;
                returning = false;
            }
            into.write(bytes, start, stop - start);
            for (int i = start; i < stop && !whole; i++) {
                returning |= bytes[i] == '\r';
            }
            into.writeBytes(style.behind());
            openBytes += stop - start;
            open = !whole;
            if (whole) {
                into.write('\n');
                stop++;
            }
            start = stop;
        }
        System.arraycopy(bytes, end, bytes, 0, size - end);
        size -= end;
        complete = Math.max(0, complete - end);
    }
}
