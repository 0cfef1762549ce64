package org.javampi.core.image;

import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.javampi.core.memory.Memory;
import org.javampi.core.spi.transport.Region;

/** Makes the arrays of an {@link ArrayStore} again, from the memory that they are read into. */
final class ArrayReader {
    private static final String KINDS = "ZBCSIJFD";
    private static final Class<?>[] TYPES = {
        boolean.class, byte.class, char.class, short.class,
        int.class, long.class, float.class, double.class
    };

    private final ArrayStore.Pieces pieces;
    private Region piece;
    private int used;
    private int limit;

    ArrayReader(ArrayStore.Pieces pieces) {
        this.pieces = pieces;
    }

    ArrayStore read() throws IOException {
        byte[] head = new byte[8];
        fill(head);
        ByteBuffer numbers = ByteBuffer.wrap(head).order(ByteOrder.nativeOrder());
        if (numbers.getInt() != ArrayStore.ORDER_MARK) {
            throw new IOException("the checkpoint was written on a machine of another byte order");
        }
        int count = numbers.getInt();
        byte[] rows = new byte[Math.multiplyExact(5, count)];
        fill(rows);
        ByteBuffer table = ByteBuffer.wrap(rows).order(ByteOrder.nativeOrder());
        List<Object> arrays = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int kind = KINDS.indexOf(table.get());
            int length = table.getInt();
            if (kind < 0 || length < 0) {
                throw new IOException("array " + i + " of the checkpoint is no primitive array");
            }
            Object array = Array.newInstance(TYPES[kind], length);
            fill(array);
            arrays.add(array);
        }
        return ArrayStore.of(arrays);
    }

    private void fill(Object array) throws IOException {
        Memory memory = Memory.of(array);
        long bytes = memory.byteLength(array);
        long done = 0;
        while (done < bytes) {
            int n = (int) Math.min(bytes - done, available());
            memory.load(array, done, piece, used, n);
            used += n;
            done += n;
        }
    }

    private int available() throws IOException {
        if (used == limit) {
            ByteBuffer next = pieces.next();
            if (next == null) {
                throw new EOFException("the checkpoint's arrays end early");
            }
            piece = new Region(next);
            used = next.position();
            limit = next.limit();
        }
        return limit - used;
    }
}
