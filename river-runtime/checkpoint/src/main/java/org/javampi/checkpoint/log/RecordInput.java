package org.javampi.checkpoint.log;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.javampi.river.platform.Uninterrupted;
import org.javampi.river.trust.PrivateFiles;

/** Reads what {@link RecordOutput} has written, also while it is written. One thread. */
public final class RecordInput implements Closeable {
    private static final int AHEAD = 256 * 1024;

    private final Path path;
    private final FileChannel file;
    private final ByteBuffer head = ByteBuffer.allocate(RecordOutput.HEAD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C sum = new CRC32C();

    /** What was read last, at once, and where in the file it begins. */
    private final ByteBuffer ahead = ByteBuffer.allocateDirect(AHEAD).limit(0);

    private long aheadAt;
    private ByteBuffer content = ByteBuffer.allocate(4096);
    private long position;
    private int number;

    /** Opens a file of records. */
    public RecordInput(Path path) throws IOException {
        this.path = path;
        file = Uninterrupted.run(() -> PrivateFiles.open(path));
    }

    /**
     * The next record.
     *
     * @return its content, valid until the next call; null behind the last whole one
     * @throws DamagedRecordException when there is a record and it is not what was written
     */
    public ByteBuffer next() throws IOException {
        head.clear();
        if (!fill(head, position)) {
            return null;
        }
        int length = head.getInt(RecordOutput.LENGTH);
        int mirrored = ~head.getInt(RecordOutput.LENGTH_CHECK);
        if (length == 0) {
            // Cut off before its length was written; then nothing is behind it.
            requireNothingBehind(mirrored);
            return null;
        }
        if (length != mirrored || length < 0 || length > RecordOutput.LONGEST) {
            throw damaged("its length is not what was written");
        }
        if (head.getInt(RecordOutput.NUMBER) != number) {
            throw damaged("it has the number of another record");
        }
        if (content.capacity() < length) {
            content = ByteBuffer.allocate(Math.max(length, 2 * content.capacity()));
        }
        content.clear().limit(length);
        if (!fill(content, position + RecordOutput.HEAD_BYTES)) {
            return null;
        }
        content.flip();
        sum.reset();
        sum.update(content.duplicate());
        if ((int) sum.getValue() != head.getInt(RecordOutput.SUM)) {
            throw damaged("its check sum is wrong");
        }
        position += RecordOutput.HEAD_BYTES + length;
        number++;
        return content;
    }

    private void requireNothingBehind(int length) throws IOException {
        head.clear();
        boolean hasOther = length > 0
                && length <= RecordOutput.LONGEST
                && fill(head, position + RecordOutput.HEAD_BYTES + length)
                && head.getInt(RecordOutput.LENGTH) != 0;
        if (hasOther) {
            throw damaged("its length is missing");
        }
    }

    private boolean fill(ByteBuffer target, long from) throws IOException {
        long at = from;
        while (target.hasRemaining()) {
            if (at < aheadAt || at >= aheadAt + ahead.limit()) {
                readAhead(at);
            }
            int inside = (int) (at - aheadAt);
            int length = Math.min(target.remaining(), ahead.limit() - inside);
            if (length <= 0) {
                return false;
            }
            target.put(target.position(), ahead, inside, length).position(target.position() + length);
            at += length;
        }
        return true;
    }

    /** The program's thread reads here, which may be interrupted. */
    private void readAhead(long from) throws IOException {
        aheadAt = from;
        ahead.clear();
        Uninterrupted.run(() -> {
            while (ahead.hasRemaining() && file.read(ahead, from + ahead.position()) >= 0) {
                // On, to the end of the file or of the buffer.
            }
            return null;
        });
        ahead.flip();
    }

    private DamagedRecordException damaged(String how) {
        return new DamagedRecordException(
                path + " is damaged at record " + number + " (byte " + position + "): " + how);
    }

    /** Records read so far. */
    public int count() {
        return number;
    }

    /** Goes back to the first record. */
    public void rewind() {
        position = 0;
        number = 0;
    }

    /** The next record, which a file that was read before must have. */
    public ByteBuffer require() throws IOException {
        ByteBuffer next = next();
        if (next == null) {
            throw new EOFException(path + " has lost records while it was read");
        }
        return next;
    }

    @Override
    public void close() throws IOException {
        Uninterrupted.run(() -> {
            file.close();
            return null;
        });
    }
}
