package org.javampi.river.farm;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.javampi.river.message.RiverMessage;

/**
 * An object on its way to VMs, as bytes: short ones travel in messages; a long one is written to a file once, which all
 * VMs of this host read, so that it is neither copied in the heap nor sent to each of them. What many VMs need travels
 * once to each other host ({@link HostCopies}).
 */
final class Payload {
    private static final int LONGEST_BYTES = 1 << 20;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final String PREFIX = "river-payload-";

    private static final AtomicLong KEYS = new AtomicLong();

    private final long key = KEYS.incrementAndGet();
    private final HostCopies copies = new HostCopies();
    private final byte[] bytes;
    private volatile boolean closed;

    /** The file that has them; null for short ones. */
    private final Path file;

    private Payload(byte[] bytes, Path file) {
        this.bytes = bytes;
        this.file = file;
    }

    /**
     * Serializes an object.
     *
     * @throws IllegalArgumentException when it cannot be serialized
     */
    static Payload of(Object value, String what) {
        Draft draft = new Draft();
        boolean done = false;
        try {
            ObjectBytes.write(value, what, draft);
            Payload payload = draft.finish();
            done = true;
            return payload;
        } finally {
            if (!done) {
                draft.delete();
            }
        }
    }

    /** Bytes in memory, or in a file once they are many. */
    private static final class Draft extends OutputStream {
        private ByteArrayOutputStream memory = new ByteArrayOutputStream();
        private OutputStream out = memory;
        private Path file;

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            if (memory != null && memory.size() + length > LONGEST_BYTES) {
                file = Files.createTempFile(PREFIX + ProcessHandle.current().pid() + "-", ".bytes");
                out = Files.newOutputStream(file);
                memory.writeTo(out);
                memory = null;
            }
            out.write(from, offset, length);
        }

        Payload finish() {
            try {
                out.close();
                return new Payload(memory == null ? null : memory.toByteArray(), file);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
            }
        }

        void delete() {
            new Payload(null, file).close();
        }
    }

    /** Its number; in messages between a driver and its worker. */
    long key() {
        return key;
    }

    boolean isLong() {
        return file != null;
    }

    boolean isClosed() {
        return closed;
    }

    HostCopies copies() {
        return copies;
    }

    /** The attribute of a message that brings it to a VM: its bytes, or the path of its file. */
    Map.Entry<String, Object> attribute(String name, boolean sameHost) {
        if (file == null) {
            return Map.entry(name, bytes);
        }
        if (sameHost) {
            return Map.entry(name + "File", file.toString());
        }
        try {
            return Map.entry(name, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Reads the object that came with a message. */
    static Object read(RiverMessage message, String name, ClassLoader classes)
            throws IOException, ClassNotFoundException {
        if (!message.has(name)) {
            return read(Path.of(message.getString(name + "File")), classes);
        }
        try (InputStream in = new ByteArrayInputStream(message.getBytes(name))) {
            return ObjectBytes.read(in, classes);
        }
    }

    /** Reads the object that is in a file. */
    static Object read(Path from, ClassLoader classes) throws IOException, ClassNotFoundException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(from), BUFFER_BYTES)) {
            return ObjectBytes.read(in, classes);
        }
    }

    /** Writes a file that this process keeps for others of this host. */
    static Path keep(byte[] bytes) throws IOException {
        Path kept = Files.createTempFile(PREFIX + ProcessHandle.current().pid() + "-", ".bytes");
        kept.toFile().deleteOnExit();
        return Files.write(kept, bytes);
    }

    /** It is needed no longer. */
    void close() {
        closed = true;
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete " + file + ": " + e.getMessage(), e);
            }
        }
    }

    /** Deletes what processes have left that were killed. */
    static void sweep() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : files) {
                String[] words = file.getFileName().toString().split("-");
                boolean lives = ProcessHandle.of(Long.parseLong(words[2])).isPresent();
                if (!lives && Files.isWritable(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | NumberFormatException e) {
            // Another user's, or nothing of ours: it stays.
            return;
        }
    }
}
