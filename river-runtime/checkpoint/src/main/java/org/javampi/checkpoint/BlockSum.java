package org.javampi.checkpoint;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** The check sum of one block: CRC32C in the high half, CRC32 in the low one. One thread. */
final class BlockSum {
    private final CRC32C castagnoli = new CRC32C();
    private final CRC32 ieee = new CRC32();

    /** The sum of what remains in {@code payload}, whose position does not move. */
    long of(ByteBuffer payload) {
        castagnoli.reset();
        castagnoli.update(payload.duplicate());
        ieee.reset();
        ieee.update(payload.duplicate());
        return castagnoli.getValue() << Integer.SIZE | ieee.getValue();
    }
}
