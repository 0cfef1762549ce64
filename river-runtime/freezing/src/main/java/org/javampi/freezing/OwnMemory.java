package org.javampi.freezing;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Stands in a stream for a buffer that has memory outside the heap for itself. */
final class OwnMemory implements Serializable {
    private static final long serialVersionUID = 1L;

    private final byte[] content;
    private final int position;
    private final int limit;
    private final boolean isBigEndian;

    OwnMemory(ByteBuffer buffer) {
        content = new byte[buffer.capacity()];
        buffer.duplicate().clear().get(content);
        position = buffer.position();
        limit = buffer.limit();
        isBigEndian = buffer.order() == ByteOrder.BIG_ENDIAN;
    }

    ByteBuffer restored() {
        return ByteBuffer.allocateDirect(content.length)
                .put(content)
                .limit(limit)
                .position(position)
                .order(isBigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }
}
