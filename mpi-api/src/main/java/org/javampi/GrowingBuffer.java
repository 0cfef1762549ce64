package org.javampi;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * A buffer of bytes without a size of its own: a receive makes it as long as the message, and a send takes what has
 * been written to it. It is a buffer argument like an array of bytes (an extension). A receive into it passes the
 * largest count that the program accepts, such as {@code Integer.MAX_VALUE}.
 *
 * <p>The bytes stay in the pieces in which they came. Nothing is copied when the buffer grows. Not thread-safe: while
 * an operation is pending, it belongs to that operation.
 */
public final class GrowingBuffer extends OutputStream implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int FIRST_PIECE = 512;
    private static final int LONGEST_PIECE = 16 * 1024 * 1024;

    private transient byte[][] pieces = new byte[4][];

    /** Position of the first byte of each piece, and behind the last one the room that there is. */
    private transient long[] starts = new long[5];

    private transient int pieceCount;

    /** Piece in which the last access was: the next one is there or behind it. */
    private transient int recent;

    private long size;
    private long limit;

    /** An empty buffer. */
    public GrowingBuffer() {}

    /** Bytes that it holds. */
    public long size() {
        return size;
    }

    /** For the runtime: bytes that the operation under way may touch. */
    public long limit() {
        return Math.max(size, limit);
    }

    /** For the runtime: empties the buffer for a receive of at most {@code byteCount} bytes. */
    public void admit(long byteCount) {
        clear();
        limit = byteCount;
    }

    /** For the runtime: confines the operation that begins to the bytes that are there. */
    public void confine() {
        limit = 0;
    }

    /** Empties it and gives its memory back. */
    public void clear() {
        Arrays.fill(pieces, 0, pieceCount, null);
        pieceCount = 0;
        recent = 0;
        starts[0] = 0;
        size = 0;
        limit = 0;
    }

    /** Makes it at least {@code byteCount} bytes long; new ones are zero. */
    public void extend(long byteCount) {
        while (starts[pieceCount] < byteCount) {
            addPiece(byteCount - starts[pieceCount]);
        }
        size = Math.max(size, byteCount);
    }

    /** As large as what there is already, at least what is needed, but no larger than a piece may be. */
    private void addPiece(long needed) {
        long room = starts[pieceCount];
        long length = Math.min(LONGEST_PIECE, Math.max(Math.max(FIRST_PIECE, room), needed));
        if (pieceCount == pieces.length) {
            pieces = Arrays.copyOf(pieces, 2 * pieceCount + 1);
            starts = Arrays.copyOf(starts, pieces.length + 1);
        }
        pieces[pieceCount++] = new byte[(int) length];
        starts[pieceCount] = room + length;
    }

    /** For the runtime: the array that holds the byte at {@code position}, which is below {@link #size}. */
    public byte[] piece(long position) {
        return pieces[seek(position)];
    }

    /** For the runtime: where in {@link #piece} that byte is. */
    public int offset(long position) {
        return (int) (position - starts[seek(position)]);
    }

    private int seek(long position) {
        int at = recent;
        if (at >= pieceCount || position < starts[at]) {
            at = 0;
        }
        while (position >= starts[at + 1]) {
            at++;
        }
        recent = at;
        return at;
    }

    @Override
    public void write(int value) {
        long position = size;
        if (position == starts[pieceCount]) {
            addPiece(1);
        }
        size = position + 1;
        piece(position)[offset(position)] = (byte) value;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, source.length);
        long position = size;
        extend(position + length);
        int done = 0;
        while (done < length) {
            byte[] piece = piece(position + done);
            int inside = offset(position + done);
            int part = Math.min(length - done, piece.length - inside);
            System.arraycopy(source, offset + done, piece, inside, part);
            done += part;
        }
    }

    /** Reads bytes {@code 0 .. byteCount - 1} in order; they must not change meanwhile. */
    public InputStream input(long byteCount) {
        if (byteCount < 0 || byteCount > size) {
            throw new IllegalArgumentException(byteCount + " bytes of a buffer that holds " + size);
        }
        return new Reader(byteCount);
    }

    private final class Reader extends InputStream {
        private final long end;
        private long position;

        Reader(long end) {
            this.end = end;
        }

        @Override
        public int read() {
            if (position == end) {
                return -1;
            }
            int value = piece(position)[offset(position)] & 0xff;
            position++;
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            Objects.checkFromIndexSize(offset, length, target.length);
            if (length > 0 && position == end) {
                return -1;
            }
            int done = 0;
            while (done < length && position < end) {
                byte[] piece = piece(position);
                int inside = offset(position);
                int part = (int) Math.min(Math.min(length - done, piece.length - inside), end - position);
                System.arraycopy(piece, inside, target, offset + done, part);
                done += part;
                position += part;
            }
            return done;
        }

        @Override
        public int available() {
            return (int) Math.min(Integer.MAX_VALUE, end - position);
        }
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeObject(Arrays.copyOf(pieces, pieceCount));
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        pieces = (byte[][]) in.readObject();
        pieceCount = pieces.length;
        starts = new long[pieceCount + 1];
        for (int i = 0; i < pieceCount; i++) {
            starts[i + 1] = starts[i] + pieces[i].length;
        }
    }

    @Override
    public String toString() {
        return "GrowingBuffer[" + size + " bytes]";
    }
}
