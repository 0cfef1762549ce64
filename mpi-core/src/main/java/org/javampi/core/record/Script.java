package org.javampi.core.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.javampi.checkpoint.Recording;
import org.javampi.checkpoint.log.RecordInput;

/** What a log has, in its order, over several intervals between checkpoints. One thread. */
final class Script implements Closeable {
    private final ArrayDeque<Segment> segments = new ArrayDeque<>();
    private final String name;

    /** Records of the segment before that are left, of each kind. */
    private RecordInput file;

    private long left;

    /** The next record; null if it was not looked at. */
    private ByteBuffer next;

    private long calls;

    /** The checkpoint behind which the newest record lies. */
    private long epoch;

    /** A file, and how many of its records count. */
    private record Segment(Path path, long epoch, long records) {}

    private Script(String name) {
        this.name = name;
    }

    /**
     * What a rank did before it passed its first point.
     *
     * @param stamp of the functions whose numbers it has
     * @throws IOException when it cannot be read, or is damaged
     */
    static Script beginning(Recording recording, int rank, String stamp) throws IOException {
        Script script = new Script("the beginning of main");
        script.add(recording.begin(rank), 0, stamp);
        return script;
    }

    /** What a rank did after a checkpoint, to the end of what was recorded of that life. */
    static Script after(Recording recording, int rank, long epoch, String stamp) throws IOException {
        Script script = new Script(epoch == 0 ? "the start of the job" : "checkpoint " + epoch);
        if (recording.life().epoch() == epoch) {
            script.add(recording.begin(rank), epoch, stamp);
        }
        List<Long> later = new ArrayList<>(recording.epochs(rank));
        later.removeIf(other -> other < epoch);
        for (long other : later) {
            script.add(recording.after(rank, other), other, stamp);
        }
        return script;
    }

    /** Nothing. */
    static Script empty() {
        return new Script("nothing");
    }

    private void add(Path path, long epoch, String stamp) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (RecordInput in = new RecordInput(path)) {
            segments.add(new Segment(path, epoch, whole(in, path, stamp)));
        }
    }

    /** Looks at all records; answers how many there are up to the last call of which all is there. */
    private static long whole(RecordInput in, Path path, String stamp) throws IOException {
        long whole = 0;
        long missing = 0;
        for (ByteBuffer record = in.next(); record != null; record = in.next()) {
            Decoder decoder = new Decoder(record);
            switch (decoder.getByte()) {
                case Journal.BEGIN -> {
                    String written = decoder.getText();
                    if (!stamp.equals(written)) {
                        throw new IOException(path + " was written by another version of javampi, which numbers its"
                                + " functions otherwise: replay it with that one");
                    }
                }
                case Journal.CALL -> missing = RecordedCall.read(decoder).bytesMissing();
                case Journal.DATA -> missing -= record.remaining();
                default -> missing = 0;
            }
            if (missing == 0) {
                whole = in.count();
            }
        }
        return whole;
    }

    /** The next record, which stays the next one; null at the end. Its position is behind its first byte. */
    ByteBuffer peek() throws IOException {
        while (next == null) {
            if (left == 0) {
                close();
                Segment segment = segments.poll();
                if (segment == null) {
                    return null;
                }
                file = new RecordInput(segment.path);
                left = segment.records;
                epoch = segment.epoch;
                continue;
            }
            left--;
            ByteBuffer record = file.require();
            if (record.get(0) != Journal.BEGIN) {
                next = record;
            }
        }
        return next.duplicate();
    }

    /** Takes the record that was looked at. */
    void take() {
        calls += next.get(0) == Journal.CALL ? 1 : 0;
        next = null;
    }

    /** Calls taken so far. */
    long calls() {
        return calls;
    }

    /** The checkpoint behind which the newest record lies. */
    long epoch() {
        return epoch;
    }

    /** What lies before it, as people say it. */
    String name() {
        return name;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
