package org.javampi.river.mapreduce;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.javampi.river.farm.ObjectBytes;
import org.javampi.river.message.LostException;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.resource.River;

/** Reads one part of a segment, wherever it is, in order, a piece at a time. */
final class SegmentReader<K, V> {
    private static final int PIECE_BYTES = 1 << 17;

    private final ObjectInputStream in;

    /** The key whose values come next; null at the end. */
    private K key;

    private int valuesLeft;

    SegmentReader(Segment segment, int part, ClassLoader classes) throws IOException, ClassNotFoundException {
        in = ObjectBytes.open(new Pieces(segment, segment.starts()[part], segment.starts()[part + 1]), classes);
        advance();
    }

    K key() {
        return key;
    }

    boolean hasValue() {
        return valuesLeft > 0;
    }

    @SuppressWarnings("unchecked") // what the map has written
    V value() throws IOException, ClassNotFoundException {
        valuesLeft--;
        return (V) in.readObject();
    }

    /** To the next key, when all values of this one have been read. */
    @SuppressWarnings("unchecked") // what the map has written
    void advance() throws IOException, ClassNotFoundException {
        if (in.readBoolean()) {
            key = (K) in.readObject();
            valuesLeft = in.readInt();
        } else {
            key = null;
        }
    }

    /** The bytes, fetched from the VM that has them. */
    private static final class Pieces extends InputStream {
        private final River river = River.currentResource().river();
        private final Segment segment;
        private final long end;
        private long position;
        private byte[] piece = {};
        private int next;

        Pieces(Segment segment, long start, long end) {
            this.segment = segment;
            position = start;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (next == piece.length) {
                if (position == end) {
                    return -1;
                }
                piece = fetch((int) Math.min(PIECE_BYTES, end - position));
                position += piece.length;
                next = 0;
            }
            int count = Math.min(length, piece.length - next);
            System.arraycopy(piece, next, to, offset, count);
            next += count;
            return count;
        }

        private byte[] fetch(int count) throws IOException {
            SegmentStore here = SegmentStore.here();
            if (here.worker().equals(segment.worker())) {
                return here.read(segment.id(), position, count);
            }
            try {
                RiverMessage answer = river.request(
                                segment.worker(),
                                SegmentStore.SERVICE,
                                Map.of("segment", segment.id(), "start", position, "bytes", count))
                        .get();
                byte[] data = answer.getBytes("data");
                if (data.length != count) {
                    throw new EOFException("a piece of " + data.length + " bytes, not " + count);
                }
                return data;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof LostException loss) {
                    throw new LostSegmentException(loss.getMessage(), e);
                }
                throw new IOException(
                        "a segment cannot be read: " + e.getCause().getMessage(), e);
            } catch (LostException e) {
                throw new LostSegmentException(e.getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while a segment was read", e);
            }
        }
    }
}
