package org.javampi.conformance.datatypes;

import static org.javampi.MPI.*;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.javampi.MPI_Datatype;

/** Short names for what these tests do all the time. */
final class Types {
    private Types() {}

    static MPI_Datatype struct(int[] lengths, long[] places, MPI_Datatype... types) {
        return MPI_Type_struct(types.length, lengths, places, types);
    }

    static MPI_Datatype commit(MPI_Datatype type) {
        MPI_Type_commit(new MPI_Datatype[] {type});
        return type;
    }

    static void free(MPI_Datatype... types) {
        for (MPI_Datatype type : types) {
            MPI_Type_free(new MPI_Datatype[] {type});
        }
    }

    /** {double at 0, char at 8}: size 9, extent 16. */
    static MPI_Datatype doubleChar() {
        return struct(new int[] {1, 1}, new long[] {0, 8}, MPI_DOUBLE, MPI_CHAR);
    }

    /** {int at 0} with bounds of its own. */
    static MPI_Datatype bounded(long lower, long upper) {
        return struct(new int[] {1, 1, 1}, new long[] {lower, 0, upper}, MPI_LB, MPI_INT, MPI_UB);
    }

    /** Bytes 0, 1, 2 ... so that a packed copy shows where each byte came from. */
    static ByteBuffer numbered(int bytes) {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
        for (int i = 0; i < bytes / 2; i++) {
            buffer.putShort(2 * i, (short) i);
        }
        return buffer;
    }

    /** What {@code count} items of {@code type} pack from {@code buffer}. */
    static byte[] pack(Object buffer, int count, MPI_Datatype type) {
        int size = MPI_Pack_size(count, type, MPI_COMM_SELF);
        byte[] packed = new byte[size];
        int[] position = {0};
        MPI_Pack(buffer, count, type, packed, size, position, MPI_COMM_SELF);
        return Arrays.copyOf(packed, position[0]);
    }

    static int[] intsOf(byte[] packed) {
        int[] ints = new int[packed.length / 4];
        ByteBuffer.wrap(packed).order(ByteOrder.nativeOrder()).asIntBuffer().get(ints);
        return ints;
    }
}
