package org.javampi.core.image;

import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.javampi.core.memory.Memory;
import org.javampi.core.spi.transport.Region;

/** Makes the arrays of an {@link ArrayStore} again, one by one, from where they have been saved. */
final class ArrayReader {
    private static final String KINDS = "ZBCSIJFD";
    private static final Class<?>[] TYPES = {
        boolean.class, byte.class, char.class, short.class,
        int.class, long.class, float.class, double.class
    };
    private static final int[] WIDTHS = {1, 1, 2, 2, 4, 8, 4, 8};

    private static final int HEAD_BYTES = 8;
    private static final int ROW_BYTES = 5;

    private final ArrayStore.Content content;
    private final byte[] kinds;
    private final int[] lengths;

    /** Where each begins. */
    private final long[] starts;

    /** What was read last, as a buffer and as a region. */
    private ByteBuffer piece;

    private Region region;

    /** Reads what there is to read. */
    ArrayReader(ArrayStore.Content content) throws IOException {
        this.content = content;
        byte[] head = new byte[HEAD_BYTES];
        fill(head, 0);
        ByteBuffer numbers = ByteBuffer.wrap(head).order(ByteOrder.nativeOrder());
        if (numbers.getInt() != ArrayStore.ORDER_MARK) {
            throw new IOException("the checkpoint was written on a machine of another byte order");
        }
        int count = numbers.getInt();
        byte[] rows = new byte[Math.multiplyExact(ROW_BYTES, count)];
        fill(rows, HEAD_BYTES);
        ByteBuffer table = ByteBuffer.wrap(rows).order(ByteOrder.nativeOrder());
        kinds = new byte[count];
        lengths = new int[count];
        starts = new long[count];
        long start = HEAD_BYTES + (long) ROW_BYTES * count;
        for (int i = 0; i < count; i++) {
            kinds[i] = (byte) KINDS.indexOf(table.get());
            lengths[i] = table.getInt();
            if (kinds[i] < 0 || lengths[i] < 0) {
                throw new IOException("array " + i + " of the checkpoint is no primitive array");
            }
            starts[i] = start;
            start += (long) lengths[i] * WIDTHS[kinds[i]];
        }
    }

    /** Number of arrays. */
    int count() {
        return kinds.length;
    }

    /**
     * Reads one of them.
     *
     * @param target is filled if it has the same type and length; may be null
     * @return it, or a new array
     */
    Object read(int id, Object target) throws IOException {
        Class<?> type = TYPES[kinds[id]];
        boolean fits = target != null
                && target.getClass().getComponentType() == type
                && Array.getLength(target) == lengths[id];
        Object array = fits ? target : Array.newInstance(type, lengths[id]);
        fill(array, starts[id]);
        return array;
    }

    private void fill(Object array, long start) throws IOException {
        Memory memory = Memory.of(array);
        long bytes = memory.byteLength(array);
        long done = 0;
        while (done < bytes) {
            ByteBuffer next = content.at(start + done);
            if (!next.hasRemaining()) {
                throw new EOFException("the checkpoint's arrays end early");
            }
            if (next != piece) {
                piece = next;
                region = new Region(next);
            }
            int n = (int) Math.min(bytes - done, next.remaining());
            memory.load(array, done, region, next.position(), n);
            done += n;
        }
    }
}
