package org.javampi.job.vm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.javampi.job.control.ScarceMemory;
import org.javampi.river.platform.Encodings;

/**
 * Standard output and error of a VM with several resources: what a thread writes goes, line by
 * line, to the agent under the name of the resource whose thread it is. The beginning of a line, such as a prompt, goes
 * when it is flushed, when nothing has followed for a moment, or when it is long. Threads of nobody write to the VM's own
 * streams.
 */
final class RankOutput extends OutputStream {
    /** A line of more bytes goes in pieces. */
    private static final int LONG_LINE = 1 << 16;

    private static final long MOMENT_MS = 10;

    private final List<HostedRank> resources;
    private final ByteArrayOutputStream[] lines;

    /** Has a permit when a line may have been begun. */
    private final Semaphore begun = new Semaphore(0);

    private final OutputStream others;
    private final int stream;
    private final Sink sink;

    /** Takes whole lines, and what is flushed of one. */
    @FunctionalInterface
    interface Sink {
        void line(int rank, int stream, byte[] bytes);
    }

    private RankOutput(
            List<HostedRank> resources,
            OutputStream others,
            int stream,
            Sink sink,
            BiConsumer<String, Runnable> starter) {
        this.resources = resources;
        this.others = others;
        this.stream = stream;
        this.sink = sink;
        lines = new ByteArrayOutputStream[resources.size()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = new ByteArrayOutputStream();
        }
        starter.accept("river-flush", this::flushBegun);
    }

    /** Replaces System.out and System.err; {@code starter} starts threads of the runtime by name. */
    static void install(List<HostedRank> resources, Sink sink, BiConsumer<String, Runnable> starter) {
        RankOutput out = new RankOutput(resources, System.out, 1, sink, starter);
        RankOutput err = new RankOutput(resources, System.err, 2, sink, starter);
        System.setOut(new PrintStream(out, false, Encodings.ofOutput()));
        System.setErr(new PrintStream(err, true, Encodings.ofOutput()));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            System.out.flush();
                            out.flushAll();
                            err.flushAll();
                        },
                        "river-output"));
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int owner = owner(Thread.currentThread());
        if (owner < 0) {
            others.write(bytes, offset, length);
            return;
        }
        ByteArrayOutputStream line = lines[owner];
        synchronized (line) {
            line.write(bytes, offset, length);
            if (begun.availablePermits() == 0) {
                begun.release();
            }
            for (int i = offset + length - 1; i >= offset; i--) {
                if (bytes[i] == '\n' || line.size() >= LONG_LINE) {
                    send(owner);
                    return;
                }
            }
        }
    }

    @Override
    public void flush() throws IOException {
        int owner = owner(Thread.currentThread());
        if (owner < 0) {
            others.flush();
            return;
        }
        synchronized (lines[owner]) {
            if (lines[owner].size() > 0) {
                send(owner);
            }
        }
    }

    private void flushBegun() {
        try {
            while (true) {
                begun.acquire();
                TimeUnit.MILLISECONDS.sleep(MOMENT_MS);
                while (!hasFlushedAll()) {
                    ScarceMemory.pause();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean hasFlushedAll() {
        try {
            flushAll();
            return true;
        } catch (OutOfMemoryError e) {
            return false;
        }
    }

    private void send(int owner) {
        sink.line(resources.get(owner).rank(), stream, lines[owner].toByteArray());
        lines[owner].reset();
    }

    private void flushAll() {
        for (int owner = 0; owner < lines.length; owner++) {
            synchronized (lines[owner]) {
                if (lines[owner].size() > 0) {
                    send(owner);
                }
            }
        }
    }

    private int owner(Thread thread) {
        for (int i = 0; i < lines.length; i++) {
            if (resources.get(i).owns(thread)) {
                return i;
            }
        }
        return -1;
    }
}
