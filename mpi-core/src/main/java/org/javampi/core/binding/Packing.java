package org.javampi.core.binding;

import org.javampi.MPI;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.transport.Region;

/** What MPI_Pack and MPI_Unpack (MPI-1.1 §3.13) need for one call; used again by later ones. */
final class Packing {
    private static final int STAGING = 32 * 1024;

    private final Block data = new Block();
    private final Block packed = new Block();
    private final Region staging = Region.allocate(STAGING);

    /** The program's items, for the caller to describe. */
    Block data() {
        return data;
    }

    /**
     * Moves the data to or from a packing unit at {@code position}; answers the position behind it.
     *
     * @throws MpiFailure MPI_ERR_BUFFER or MPI_ERR_TRUNCATE when the unit has no room for it or not
     *     so much; nothing has been moved then
     */
    long move(Object unit, long unitSize, long position, boolean pack) {
        long bytes = data.byteCount();
        if (unitSize < 0 || position < 0) {
            throw new MpiFailure(
                    MPI.MPI_ERR_ARG,
                    "position " + position + " in a packing unit of " + unitSize + " bytes: neither may be negative");
        }
        if (bytes > unitSize - position) {
            throw new MpiFailure(
                    pack ? MPI.MPI_ERR_BUFFER : MPI.MPI_ERR_TRUNCATE,
                    bytes
                            + " bytes at position "
                            + position
                            + " do not fit into a packing unit of "
                            + unitSize
                            + " bytes: MPI_Pack_size tells how much room is needed");
        }
        packed.set(unit, unitSize, Datatypes.of(Predefined.PACKED), pack);
        for (long done = 0; done < bytes; done += STAGING) {
            int length = (int) Math.min(STAGING, bytes - done);
            if (pack) {
                data.pack(done, staging, 0, length);
                packed.unpack(position + done, staging, 0, length);
            } else {
                packed.pack(position + done, staging, 0, length);
                data.unpack(done, staging, 0, length);
            }
        }
        return position + bytes;
    }

    /** Drops references to the program's buffers. */
    void clear() {
        data.clear();
        packed.clear();
    }
}
