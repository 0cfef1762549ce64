package org.javampi.river.mapreduce;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.javampi.river.farm.Namespace;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.resource.River;
import org.javampi.river.resource.VirtualResource;

/**
 * The segments that a VM has made, and the service by which others read them. Up to an eighth of the heap stays in memory,
 * the rest is in files that lose their names when they are made, so that nothing is left whatever ends the VM.
 *
 * <pre>
 *  request   segment, start, bytes    answer   data
 * </pre>
 */
final class SegmentStore {
    static final String SERVICE = "mapreduce";
    private static final int SHARE_OF_HEAP = 8;

    private final UUID worker;
    private final Map<Long, Stored> segments = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong bytesInMemory = new AtomicLong();

    private SegmentStore(VirtualResource resource) {
        worker = resource.name();
        resource.river().serve(worker, SERVICE, this::answer);
    }

    /** Bytes in memory, or in a file. */
    private record Stored(String job, byte[] memory, FileChannel file) {}

    /** The store of the worker that the calling thread belongs to. */
    static SegmentStore here() {
        return (SegmentStore) Namespace.here()
                .computeIfAbsent("org.javampi.river.mapreduce", name -> new SegmentStore(River.currentResource()));
    }

    UUID worker() {
        return worker;
    }

    /** What is written becomes a segment. */
    final class Draft extends OutputStream {
        private final String job;
        private ByteArrayOutputStream memory = new ByteArrayOutputStream();
        private FileChannel file;
        private OutputStream out = memory;
        private long count;

        Draft(String job) {
            this.job = job;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            long limit = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
            if (file == null && bytesInMemory.get() + count + length > limit) {
                Path path = Files.createTempFile("river-segment-", ".bytes");
                file = FileChannel.open(
                        path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
                Files.deleteIfExists(path);
                out = Channels.newOutputStream(file);
                memory.writeTo(out);
                memory = null;
            }
            out.write(bytes, offset, length);
            count += length;
        }

        long count() {
            return count;
        }

        /** Keeps what was written; answers its name. */
        long keep() {
            long id = numbers.incrementAndGet();
            byte[] bytes = memory == null ? null : memory.toByteArray();
            if (bytes != null) {
                bytesInMemory.addAndGet(bytes.length);
            }
            segments.put(id, new Stored(job, bytes, file));
            return id;
        }
    }

    private Map<String, ?> answer(RiverMessage request) throws IOException {
        Stored stored = segments.get(request.getLong("segment"));
        if (stored == null) {
            throw new IOException("there is no segment " + request.getLong("segment"));
        }
        return Map.of("data", read(stored, request.getLong("start"), request.getInt("bytes")));
    }

    /** Reads from a segment that is here. */
    byte[] read(long segment, long start, int count) throws IOException {
        return read(segments.get(segment), start, count);
    }

    private static byte[] read(Stored stored, long start, int count) throws IOException {
        byte[] data = new byte[count];
        if (stored.memory != null) {
            System.arraycopy(stored.memory, (int) start, data, 0, count);
            return data;
        }
        ByteBuffer buffer = ByteBuffer.wrap(data);
        while (buffer.hasRemaining()) {
            if (stored.file.read(buffer, start + buffer.position()) < 0) {
                throw new IOException("a segment's file is too short");
            }
        }
        return data;
    }

    /** Drops what a job has left here. */
    void drop(String job) throws IOException {
        for (Map.Entry<Long, Stored> entry : segments.entrySet()) {
            Stored stored = entry.getValue();
            if (stored.job.equals(job)) {
                segments.remove(entry.getKey());
                if (stored.memory != null) {
                    bytesInMemory.addAndGet(-stored.memory.length);
                }
                if (stored.file != null) {
                    stored.file.close();
                }
            }
        }
    }
}
