package org.javampi.mpirun.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.javampi.river.platform.Encodings;

/**
 * Where the lines of all ranks meet on one stream of the launcher. A thread of its own writes, so that a reader that takes
 * nothing holds up ranks that write, and nothing else.
 *
 * <p>Lines stay whole: while a line is open, those of other ranks wait for its end. A beginning of a line is shown when
 * nothing has followed for a moment, so that a prompt is seen; if the rest does not come soon, others go on behind a
 * newline. Long lines pass in pieces.
 */
public final class OutputStage {
    /** A begin of a line without more for so long is shown. */
    private static final long PROMPT_NS = TimeUnit.MILLISECONDS.toNanos(15);

    /** How long others wait for the end of an open line. */
    private static final long HOLD_NS = TimeUnit.MILLISECONDS.toNanos(300);

    /** How long others wait for more of an open line that is long. */
    private static final long LONG_HOLD_NS = TimeUnit.SECONDS.toNanos(2);

    private static final int LONG_LINE = 1 << 16;

    /** Bytes written at once. */
    private static final int MOST = 1 << 18;

    private final OutputStream target;
    private final Consumer<IOException> onFailure;
    private final List<Lane> lanes = new ArrayList<>();
    private final Lane own;
    private final Thread writer;

    /** Whose line is open on the target; null if none is. */
    private Lane holder;

    /** Since when another lane waits for the holder, in nanoseconds; 0 when none does. */
    private long blockedNs;

    private int next;
    private boolean busy;
    private boolean broken;
    private boolean closed;
    private long written;

    /**
     * A stage before {@code target}.
     *
     * @param onFailure hears, once, that the target takes nothing any more: what comes later is dropped
     */
    public OutputStage(String name, OutputStream target, Consumer<IOException> onFailure) {
        this.target = target;
        this.onFailure = onFailure;
        own = new Lane(this, LineStyle.PLAIN);
        lanes.add(own);
        writer = new Thread(this::run, "javampirun-" + name);
        writer.setDaemon(true);
        writer.start();
    }

    /** A stream of a rank. */
    public synchronized RankStream lane(LineStyle style) {
        Lane lane = new Lane(this, style);
        lanes.add(lane);
        return lane;
    }

    /** Writes a line of the launcher's own. Does not wait. */
    public void say(String line) {
        byte[] bytes = (line + System.lineSeparator()).getBytes(Encodings.ofOutput());
        synchronized (this) {
            if (!broken) {
                own.add(bytes, bytes.length, System.nanoTime());
                notifyAll();
            }
        }
    }

    synchronized void write(Lane lane, byte[] bytes, int length) {
        boolean interrupted = false;
        while (lane.isFull() && !broken && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (!broken) {
            lane.add(bytes, length, System.nanoTime());
            notifyAll();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void offer(Lane lane, byte[] bytes, Runnable taken) {
        synchronized (this) {
            if (!broken) {
                lane.add(bytes, bytes.length, System.nanoTime());
                notifyAll();
                if (lane.isFull()) {
                    lane.await(taken);
                    return;
                }
            }
        }
        taken.run();
    }

    synchronized void finish(Lane lane) {
        lane.end();
        notifyAll();
    }

    private void run() {
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        try {
            while (fill(batch)) {
                IOException failure = put(batch);
                synchronized (this) {
                    busy = false;
                    written += batch.size();
                    if (failure != null) {
                        broken = true;
                        lanes.forEach(Lane::discard);
                    }
                    notifyAll();
                }
                batch.reset();
                tellTaken();
                if (failure != null) {
                    onFailure.accept(failure);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private IOException put(ByteArrayOutputStream batch) {
        try {
            batch.writeTo(target);
            target.flush();
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private void tellTaken() {
        List<Runnable> taken = new ArrayList<>();
        synchronized (this) {
            for (Lane lane : lanes) {
                for (Runnable one = lane.takeWaiting(); one != null; one = lane.takeWaiting()) {
                    taken.add(one);
                }
            }
        }
        taken.forEach(Runnable::run);
    }

    /** Waits for something to write, and takes it; false at the end. */
    private synchronized boolean fill(ByteArrayOutputStream batch) throws InterruptedException {
        while (true) {
            long waitNs = choose(batch);
            if (batch.size() > 0) {
                busy = true;
                return true;
            }
            if (closed) {
                return false;
            }
            if (waitNs == Long.MAX_VALUE) {
                wait();
            } else {
                TimeUnit.NANOSECONDS.timedWait(this, Math.max(100_000, waitNs));
            }
        }
    }

    /** Takes what may be written now; if that is nothing, answers for how long nothing may be, in nanoseconds. */
    private long choose(ByteArrayOutputStream batch) {
        long nowNs = System.nanoTime();
        if (holder != null && !holder.isOpen()) {
            holder = null;
        }
        if (holder != null && !holder.isEmpty()) {
            take(holder, true, batch);
            return 0;
        }
        long waitNs = Long.MAX_VALUE;
        Lane ready = null;
        for (int i = 0; i < lanes.size() && ready == null; i++) {
            Lane lane = lanes.get((next + i) % lanes.size());
            if (lane.isEmpty()) {
                continue;
            }
            long quietNs = nowNs - lane.arrivedNs();
            if (lane.hasLines() || lane.hasEnded() || lane.isLong() || quietNs >= PROMPT_NS || closed) {
                ready = lane;
                next = (next + i + 1) % lanes.size();
            } else {
                waitNs = Math.min(waitNs, PROMPT_NS - quietNs);
            }
        }
        if (ready == null) {
            return waitNs;
        }
        long holdNs = holder == null ? 0 : holdNs(nowNs);
        if (holdNs > 0) {
            return Math.min(waitNs, holdNs);
        }
        if (holder != null) {
            batch.write('\n');
            holder.breakLine();
            holder = null;
        }
        take(ready, !ready.hasLines(), batch);
        return 0;
    }

    /** How much longer the open line must be waited for. */
    private long holdNs(long nowNs) {
        if (holder.hasEnded() || holder.isReturning() || closed) {
            return 0;
        }
        if (blockedNs == 0) {
            blockedNs = nowNs;
        }
        return holder.openBytes() >= LONG_LINE
                ? LONG_HOLD_NS - (nowNs - holder.arrivedNs())
                : HOLD_NS - (nowNs - blockedNs);
    }

    private void take(Lane lane, boolean all, ByteArrayOutputStream batch) {
        lane.take(all, MOST, batch);
        boolean goesOn = lane == holder && lane.isOpen();
        holder = lane.isOpen() ? lane : null;
        if (!goesOn) {
            blockedNs = 0;
        }
        if (lane == own) {
            // What the launcher says ends where it ends.
            lane.breakLine();
        }
    }

    /**
     * Waits until all that was written is out, however long that takes as long as something is.
     *
     * @param patienceMs how long nothing may go out; 0 for any time
     * @return whether all is out
     */
    public synchronized boolean drain(long patienceMs) throws InterruptedException {
        lanes.forEach(Lane::end);
        notifyAll();
        long seen = written;
        long sinceNs = System.nanoTime();
        while (!broken && (busy || lanes.stream().anyMatch(lane -> !lane.isEmpty()))) {
            if (written != seen) {
                seen = written;
                sinceNs = System.nanoTime();
            }
            long leftNs = patienceMs == 0
                    ? Long.MAX_VALUE
                    : TimeUnit.MILLISECONDS.toNanos(patienceMs) - (System.nanoTime() - sinceNs);
            if (leftNs <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, leftNs);
        }
        return true;
    }

    /** Writes nothing more; threads that wait to write do no longer. */
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
