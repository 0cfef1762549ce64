package org.javampi.transport.shm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.javampi.river.platform.Platform;
import org.javampi.river.trust.PrivateFiles;

/**
 * A file by whose name ranks of a host find each other; the last of them to open it removes the
 * name. When all of them are killed before that, nobody of their job is left to do it: the next job
 * on the host does.
 *
 * <p>It knows by locks. A rank that opens such a file has a byte of it locked as long as it may have a
 * name; the system lets locks go when a process ends, however that happens. What can be locked as a
 * whole will therefore never be opened again, except by one that has opened it and has not come to
 * lock it: for that one it is marked before its name goes.
 *
 * <pre>
 *  60            int 1 once it has been swept away: open the name again
 * </pre>
 */
final class MeetingFile {
    /** Ends the names of such files, or comes before the last part: others are never swept. */
    static final String SIGN = "-shm";

    private static final String PREFIX = "javampi-";

    /** Locked bytes are far behind the content, since some systems refuse to read or write what is locked. */
    private static final long FIRST_LOCK = 1L << 39;

    /** The byte that is locked while one rank finds out whether it is the first, far behind those of the ranks. */
    private static final long DECISION = 1L << 40;

    private static final long DECISION_LOOK_NS = TimeUnit.MICROSECONDS.toNanos(20);

    private static final int SWEPT_OFFSET = 60;

    private static final long LOOK_NS = TimeUnit.MICROSECONDS.toNanos(100);
    private static final long LIMIT_NS = TimeUnit.SECONDS.toNanos(10);

    private MeetingFile() {}

    /**
     * Opens, and if need be creates, the file.
     *
     * @param member which byte to lock: another for each rank, as those of one VM share locks
     * @return to be kept open until all have opened the file
     */
    static FileChannel open(Path path, int member) throws IOException {
        long startNs = System.nanoTime();
        while (true) {
            FileChannel channel = PrivateFiles.openOrCreate(path);
            lock(channel, member);
            if (!isSwept(channel)) {
                return channel;
            }
            // Nobody else has it locked, or it would not be marked: closing lets no lock go.
            channel.close();
            if (System.nanoTime() - startNs >= LIMIT_NS) {
                throw new IOException("another process has begun to remove " + path + " and has not ended: remove it");
            }
            LockSupport.parkNanos(LOOK_NS);
        }
    }

    private static void lock(FileChannel channel, int member) {
        try {
            // Waits at most while it is being swept.
            channel.lock(FIRST_LOCK + member, 1, true);
        } catch (IOException e) {
            // This file system knows no locks: nobody can sweep there, and nobody does.
            return;
        }
    }

    /** Lets one rank after the other look at the file; null where files cannot be locked. */
    static FileLock decide(FileChannel channel) throws IOException {
        while (true) {
            try {
                return channel.lock(DECISION, 1, false);
            } catch (OverlappingFileLockException e) {
                // Another rank of this VM.
                LockSupport.parkNanos(DECISION_LOOK_NS);
            } catch (IOException e) {
                return null;
            }
        }
    }

    /** All have opened the file: its name goes, or stays until nobody has it mapped. */
    static void onComplete(Path path) throws IOException {
        if (Platform.current().removesOpenFiles()) {
            Files.deleteIfExists(path);
        }
    }

    /** One that has opened the file needs it no longer; all have opened it before. */
    static void leave(Path path) {
        if (!Platform.current().removesOpenFiles()) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                // Still mapped: the last to leave removes it, or the launcher, or the next job on this host.
                return;
            }
        }
    }

    private static boolean isSwept(FileChannel channel) throws IOException {
        ByteBuffer mark = ByteBuffer.allocate(Integer.BYTES);
        return channel.read(mark, SWEPT_OFFSET) == Integer.BYTES && mark.getInt(0) != 0;
    }

    /**
     * Removes what ranks that are gone have left in a directory.
     *
     * @param own how names begin that are left alone: to look would let this process's locks go
     */
    static void sweep(Path directory, String own) {
        String[] names = directory.toFile().list();
        if (names == null) {
            return;
        }
        for (String name : names) {
            if (name.startsWith(PREFIX) && name.contains(SIGN) && !name.startsWith(own)) {
                sweep(directory.resolve(name));
            }
        }
    }

    private static void sweep(Path path) {
        // To open and close what another job of this process has open would let that job's locks go.
        if (!PrivateFiles.isOwn(path) || Platform.current().mayHaveOpen(path)) {
            return;
        }
        try (FileChannel channel = PrivateFiles.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            // Marked already: its name was removed, and may stand for another file by now.
            if (lock != null && !isSwept(channel)) {
                ByteBuffer mark = ByteBuffer.allocate(Integer.BYTES).putInt(0, 1);
                channel.write(mark, SWEPT_OFFSET);
                Files.deleteIfExists(path);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // A link, removed meanwhile, or of a job in this process: not to be swept.
            return;
        }
    }
}
