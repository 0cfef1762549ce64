package org.javampi.river.mapreduce;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What one map task works at: some items of a collection, or pieces of files. */
final class Split implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final long LARGEST_BYTES = 32L << 20;
    private static final long SMALLEST_BYTES = 1L << 20;

    /** Tasks for each VM: enough for a fast one to do more of them. */
    private static final int TASKS_PER_VM = 4;

    private final long firstPosition;

    @SuppressWarnings("serial") // an ArrayList; what is in it must be serializable to travel
    private final ArrayList<Object> items;

    private final ArrayList<Piece> pieces;

    private Split(long firstPosition, ArrayList<Object> items, ArrayList<Piece> pieces) {
        this.firstPosition = firstPosition;
        this.items = items;
        this.pieces = pieces;
    }

    /** The lines of a file that begin from {@code start} to before {@code end}. */
    private record Piece(String path, long start, long end) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** Takes one item. */
    @FunctionalInterface
    interface Sink {
        void take(Object key, Object value) throws Exception;
    }

    /** The items of a collection, so many in each split; 0 for what suits so many VMs. */
    static List<Split> of(Collection<?> collection, int chunk, int vms) {
        int size = chunk > 0 ? chunk : Math.max(1, collection.size() / (TASKS_PER_VM * Math.max(1, vms)));
        List<Split> splits = new ArrayList<>();
        ArrayList<Object> items = new ArrayList<>();
        long position = 0;
        for (Object item : collection) {
            items.add(item);
            position++;
            if (items.size() == size) {
                splits.add(new Split(position - items.size(), items, null));
                items = new ArrayList<>();
            }
        }
        if (!items.isEmpty()) {
            splits.add(new Split(position - items.size(), items, null));
        }
        return splits;
    }

    /** The lines of files, and of all files in folders. Long files are split, short ones share a split. */
    static List<Split> of(List<Path> paths, int vms) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> tree = Files.walk(path)) {
                    tree.filter(Files::isRegularFile).sorted().forEach(files::add);
                }
            } else if (Files.isRegularFile(path)) {
                files.add(path);
            } else {
                throw new IOException("input " + path + ": there is no such file or folder");
            }
        }
        long total = 0;
        for (Path file : files) {
            total += Files.size(file);
        }
        long target =
                Math.max(SMALLEST_BYTES, Math.min(LARGEST_BYTES, total / (TASKS_PER_VM * (long) Math.max(1, vms)) + 1));
        List<Split> splits = new ArrayList<>();
        ArrayList<Piece> pieces = new ArrayList<>();
        long room = target;
        for (Path file : files) {
            long size = Files.size(file);
            long start = 0;
            while (start < size) {
                long length = Math.min(room, size - start);
                pieces.add(new Piece(file.toAbsolutePath().toString(), start, start + length));
                start += length;
                room -= length;
                if (room == 0) {
                    splits.add(new Split(0, null, pieces));
                    pieces = new ArrayList<>();
                    room = target;
                }
            }
        }
        if (!pieces.isEmpty()) {
            splits.add(new Split(0, null, pieces));
        }
        return splits;
    }

    /** Goes through the items. */
    void forEach(Sink sink) throws Exception {
        if (items != null) {
            for (int i = 0; i < items.size(); i++) {
                sink.take(firstPosition + i, items.get(i));
            }
            return;
        }
        for (Piece piece : pieces) {
            forEachLine(piece, sink);
        }
    }

    private static void forEachLine(Piece piece, Sink sink) throws Exception {
        try (FileChannel file = open(piece)) {
            // A line belongs to the piece in which it begins: one that begins before is skipped, by looking at the byte
            // before the piece.
            long position = Math.max(0, piece.start - 1);
            file.position(position);
            InputStream in = new BufferedInputStream(Channels.newInputStream(file), BUFFER_BYTES);
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            if (piece.start > 0) {
                position += readLine(in, line);
            }
            while (position < piece.end) {
                int read = readLine(in, line);
                if (read == 0) {
                    return;
                }
                position += read;
                sink.take(piece.path, line.toString(StandardCharsets.UTF_8));
            }
        }
    }

    private static FileChannel open(Piece piece) {
        try {
            return FileChannel.open(Path.of(piece.path));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "input " + piece.path + " cannot be read on this VM; all VMs must see the files: " + e, e);
        }
    }

    /** Reads a line without its end; answers how many bytes that took, 0 at the end of the file. */
    private static int readLine(InputStream in, ByteArrayOutputStream line) throws IOException {
        line.reset();
        int count = 0;
        int next = in.read();
        boolean carriage = false;
        while (next >= 0) {
            count++;
            if (next == '\n') {
                return count;
            }
            if (carriage) {
                line.write('\r');
            }
            carriage = next == '\r';
            if (!carriage) {
                line.write(next);
            }
            next = in.read();
        }
        return count;
    }
}
