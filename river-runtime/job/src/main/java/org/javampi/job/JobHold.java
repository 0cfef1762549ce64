package org.javampi.job;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.javampi.river.trust.PrivateFiles;

/**
 * What a launcher holds as long as it keeps files of a job: locks on bytes of an empty file, which
 * the operating system takes away when the launcher is gone, however that happened, and all at
 * once.
 *
 * <pre>
 *  0         the launcher lives
 *  1 + life  and has not let this life of the job go
 * </pre>
 *
 * A process that loses its connection to the launcher cannot see why: a process that is being killed
 * closes its connections and its files one after the other, in its own time. But a launcher that
 * means it lets the life go before the connections. So to wait for the life's byte is to wait for
 * one or the other, and byte 0 then tells which. Any thread.
 */
public final class JobHold implements Closeable {
    private static final long LAUNCHER = 0;
    private static final long FIRST_LIFE = 1;

    /** Null when nothing is kept. */
    private final FileChannel channel;

    private JobHold(FileChannel channel) {
        this.channel = channel;
    }

    /** Of a launcher that keeps no files: holds nothing. */
    public static JobHold none() {
        return new JobHold(null);
    }

    static JobHold on(Path file) throws IOException {
        FileChannel channel = PrivateFiles.create(file, StandardOpenOption.WRITE);
        channel.lock(LAUNCHER, 1, false);
        return new JobHold(channel);
    }

    /**
     * One life of the job begins. What is answered must be closed before connections to its
     * processes are: those that end without it wait for it, or for the launcher's end.
     */
    public Closeable live(int life) throws IOException {
        if (channel == null) {
            return () -> {};
        }
        FileLock lock = channel.lock(FIRST_LIFE + life, 1, false);
        return () -> {
            try {
                lock.release();
            } catch (ClosedChannelException e) {
                // The hold has ended, and every life with it.
                return;
            }
        };
    }

    /** Waits until the launcher lets {@code life} go or is gone; answers whether it is gone. */
    static boolean isLostWith(Path file, int life) throws IOException {
        // Who leaves has often been interrupted; a channel would take that for its own end.
        boolean interrupted = Thread.interrupted();
        try (FileChannel channel = look(file)) {
            channel.lock(FIRST_LIFE + life, 1, true);
            return isLost(channel);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether the launcher is gone. */
    static boolean isLost(Path file) throws IOException {
        try (FileChannel channel = look(file)) {
            return isLost(channel);
        }
    }

    private static FileChannel look(Path file) throws IOException {
        return PrivateFiles.openOwn(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static boolean isLost(FileChannel channel) throws IOException {
        // Shared: of several that look at the same time none takes another one for the launcher.
        try (FileLock lock = channel.tryLock(LAUNCHER, 1, true)) {
            return lock != null;
        }
    }

    /** The launcher keeps nothing any more. */
    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
