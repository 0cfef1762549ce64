package org.javampi.core.check;

import java.util.zip.CRC32C;
import org.javampi.core.buffer.Block;
import org.javampi.core.spi.transport.Region;

/** Sums up the data of a send, to see whether the program has changed it. Reads it whole. */
final class Checksum {
    private static final int PIECE = 64 * 1024;

    private Checksum() {}

    /** Of the data as it is now. */
    static long of(Block data) {
        int piece = (int) Math.min(PIECE, data.byteCount());
        if (piece == 0) {
            return 0;
        }
        Region region = Region.allocate(piece);
        byte[] bytes = new byte[piece];
        CRC32C sum = new CRC32C();
        for (long position = 0; position < data.byteCount(); position += piece) {
            int length = (int) Math.min(piece, data.byteCount() - position);
            data.pack(position, region, 0, length);
            region.getBytes(0, bytes, 0, length);
            sum.update(bytes, 0, length);
        }
        return sum.getValue();
    }
}
