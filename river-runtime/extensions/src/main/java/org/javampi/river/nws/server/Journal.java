package org.javampi.river.nws.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.javampi.river.nws.space.Content;
import org.javampi.river.nws.space.FileContent;
import org.javampi.river.nws.space.HeapContent;
import org.javampi.river.nws.space.Ledger;
import org.javampi.river.nws.space.Refusal;
import org.javampi.river.nws.space.Space;
import org.javampi.river.nws.space.Value;
import org.javampi.river.nws.space.Variable;
import org.javampi.river.nws.space.VariableMode;
import org.javampi.river.nws.space.Workspace;
import org.javampi.river.platform.Platform;

/**
 * Persistent workspaces on disk: a log of changes, which begins with a snapshot.
 *
 * <pre>
 *   DIR/lock         held while a server uses the directory
 *   DIR/log.N        "NWSLOG1\n", then records; the largest N counts
 *   DIR/values/      long values, one file each
 *
 *   record:  int length of body, int CRC-32C of body, body
 *   body:    'W' name                                   a workspace is persistent
 *            'X' name                                   it is deleted
 *            'V' name variable id mode long:stores      a variable is there, or has a mode
 *            'D' name variable                          it is deleted
 *            'S' name variable long:number long:descriptor  boolean:inFile  bytes | file long:size
 *            'R' name variable long:number              a value is gone
 *   texts and bytes: int length, bytes
 * </pre>
 *
 * Replies leave after {@link #commit}, so what a client has been told is on disk. A taken value is written off once the
 * reply is with the client's side, not before: a server that is killed in between hands it out once more, and never loses
 * it. Records that were being written when the process ended are cut off at the next start; nobody was told of them.
 */
final class Journal implements Ledger {
    private static final byte[] HEAD = "NWSLOG1\n".getBytes(ISO_8859_1);
    private static final int RECORD_HEAD = 8;
    private static final long SMALLEST_SNAPSHOT_INTERVAL = 16L << 20;

    private final Path directory;
    private final Spool spool;
    private final FileChannel lock;
    private final Set<Path> used = new HashSet<>();
    private ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private Space space;
    private FileChannel log;
    private long number;
    private long snapshotBytes;
    private boolean unforced;

    private Journal(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        lock = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!tryLock(lock)) {
            lock.close();
            throw new IOException("another server saves to " + directory + ": give this one another --save DIR");
        }
        spool = Spool.saving(directory.resolve("values"));
    }

    private static boolean tryLock(FileChannel file) throws IOException {
        try {
            FileLock got = file.tryLock();
            return got != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Takes a directory, which is made if need be. */
    static Journal in(Path directory) throws IOException {
        return new Journal(directory);
    }

    /** Where long values are kept. */
    Spool spool() {
        return spool;
    }

    /**
     * Reads what the last server has left into a space, and writes down what happens there from now on.
     *
     * @return what is to be told to people; empty when all was whole
     */
    List<String> recover(Space into) throws IOException {
        space = into;
        List<String> remarks = new ArrayList<>();
        List<Long> numbers = logs();
        if (!numbers.isEmpty()) {
            number = numbers.get(numbers.size() - 1);
            replay(logFile(number), remarks);
        }
        spool.keepOnly(used);
        used.clear();
        space.writeTo(this);
        snapshot();
        return remarks;
    }

    private Path logFile(long n) {
        return directory.resolve("log." + n);
    }

    private List<Long> logs() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("log\\.\\d{1,18}"))
                    .map(name -> Long.parseLong(name.substring("log.".length())))
                    .sorted()
                    .toList();
        }
    }

    private void replay(Path file, List<String> remarks) throws IOException {
        long size = Files.size(file);
        long good = HEAD.length;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            if (!Arrays.equals(in.readNBytes(HEAD.length), HEAD)) {
                throw new IOException(file + " is not a log of workspaces of this version");
            }
            while (size - good >= RECORD_HEAD) {
                int length = in.readInt();
                int sum = in.readInt();
                if (length <= 0 || length > size - good - RECORD_HEAD) {
                    break;
                }
                byte[] body = in.readNBytes(length);
                if (sum(body, length) != sum) {
                    break;
                }
                redo(new DataInputStream(new ByteArrayInputStream(body)), remarks);
                good += RECORD_HEAD + length;
            }
        } catch (Refusal e) {
            throw new IOException(file + " contradicts itself at byte " + good + ": " + e.getMessage(), e);
        }
        if (good < size) {
            remarks.add(file + ": the last " + (size - good) + " bytes are no complete record and are dropped; "
                    + "no client had been told of them");
        }
    }

    private void redo(DataInputStream in, List<String> remarks) throws IOException, Refusal {
        char kind = (char) in.readByte();
        String name = text(in);
        switch (kind) {
            case 'W' -> space.restored(name);
            case 'X' -> space.restoreDeleted(name);
            case 'V' ->
                Space.restoreVariable(
                        space.restored(name), text(in), text(in), VariableMode.valueOf(text(in)), in.readLong());
            case 'D' -> Space.restoreDeleted(space.restored(name), text(in));
            case 'S' -> redoStore(space.restored(name).variable(text(in)), in, remarks);
            case 'R' -> Space.restoreRemoved(space.restored(name).variable(text(in)), in.readLong());
            default -> throw new Refusal(Refusal.FAULT, "unknown record " + kind);
        }
    }

    private void redoStore(Variable variable, DataInputStream in, List<String> remarks) throws IOException {
        long valueNumber = in.readLong();
        long descriptor = in.readLong();
        Content content;
        if (in.readBoolean()) {
            Path file = spool.directory().resolve(text(in));
            long size = in.readLong();
            if (!Files.exists(file) || Files.size(file) != size) {
                // Removed with its value, or the record that says so was torn off.
                return;
            }
            used.add(file);
            content = new FileContent(file, size, null);
        } else {
            content = new HeapContent(bytes(in));
        }
        Space.restoreValue(variable, new Value(valueNumber, descriptor, content));
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), ISO_8859_1);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }

    private static int sum(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }

    @Override
    public void opened(Workspace workspace) {
        record('W', workspace.name(), out -> {});
        for (Variable variable : workspace.variables()) {
            declared(variable);
            variable.leaving().forEach(value -> stored(variable, value));
            variable.values().forEach(value -> stored(variable, value));
        }
    }

    @Override
    public void deleted(Workspace workspace) {
        record('X', workspace.name(), out -> {});
    }

    @Override
    public void declared(Variable variable) {
        record('V', variable.workspace().name(), out -> {
            text(out, variable.name());
            text(out, variable.id());
            text(out, variable.mode().name());
            out.writeLong(variable.stores());
        });
    }

    @Override
    public void deleted(Variable variable) {
        record('D', variable.workspace().name(), out -> text(out, variable.name()));
    }

    @Override
    public void stored(Variable variable, Value value) {
        record('S', variable.workspace().name(), out -> {
            text(out, variable.name());
            out.writeLong(value.number());
            out.writeLong(value.descriptor());
            boolean inFile = value.content() instanceof FileContent;
            out.writeBoolean(inFile);
            if (value.content() instanceof FileContent file) {
                text(out, file.file().getFileName().toString());
                out.writeLong(file.size());
            } else {
                ByteBuffer all = value.content().head(Integer.MAX_VALUE);
                byte[] bytes = new byte[all.remaining()];
                all.get(bytes);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
        });
    }

    @Override
    public void removed(Variable variable, Value value) {
        record('R', variable.workspace().name(), out -> {
            text(out, variable.name());
            out.writeLong(value.number());
        });
    }

    /** What follows the name in a record. */
    private interface Body {
        void write(DataOutputStream out) throws IOException;
    }

    private void record(char kind, String workspace, Body body) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(kind);
            text(out, workspace);
            body.write(out);
            byte[] all = bytes.toByteArray();
            new DataOutputStream(pending).writeInt(all.length);
            new DataOutputStream(pending).writeInt(sum(all, all.length));
            pending.write(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(ISO_8859_1);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Gives the system what has happened: a kill of this process loses nothing of it any more. */
    void write() throws IOException {
        if (pending.size() > 0) {
            ByteBuffer bytes = ByteBuffer.wrap(pending.toByteArray());
            pending.reset();
            while (bytes.hasRemaining()) {
                log.write(bytes);
            }
            unforced = true;
        }
    }

    /** Whether something is not on disk yet. */
    boolean isBehind() {
        return unforced || pending.size() > 0;
    }

    /** Brings to disk what has happened, and begins a new log when the old one has grown too long. */
    void commit() throws IOException {
        write();
        if (unforced) {
            log.force(false);
            unforced = false;
            if (log.position() > Math.max(SMALLEST_SNAPSHOT_INTERVAL, 2 * snapshotBytes)) {
                snapshot();
            }
        }
    }

    /** Begins a new log with all that is there. */
    private void snapshot() throws IOException {
        Path unfinished = directory.resolve("log.unfinished");
        FileChannel next = FileChannel.open(
                unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        if (log != null) {
            log.close();
        }
        log = next;
        pending = new ByteArrayOutputStream();
        pending.write(HEAD);
        for (Workspace workspace : space.workspaces()) {
            if (workspace.isPersistent()) {
                opened(workspace);
                write();
            }
        }
        log.force(true);
        unforced = false;
        snapshotBytes = log.position();
        number++;
        Files.move(unfinished, logFile(number), StandardCopyOption.ATOMIC_MOVE);
        Platform.current().forceDirectory(directory);
        for (long old : logs()) {
            if (old < number) {
                Files.delete(logFile(old));
            }
        }
    }

    /** Brings everything to disk and gives the directory back. */
    void close() throws IOException {
        if (log != null) {
            commit();
            log.close();
        }
        lock.close();
    }
}
