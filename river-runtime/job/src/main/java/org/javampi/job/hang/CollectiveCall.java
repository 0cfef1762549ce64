package org.javampi.job.hang;

import java.io.DataOutputStream;
import java.io.IOException;
import org.javampi.job.control.Message;

/**
 * The last collective that a rank has entered on a communicator.
 *
 * @param context job-wide name of the communicator
 * @param communicator its name for people
 * @param members its world ranks
 * @param number how many collectives the rank has entered on it, this one included
 * @param function such as {@code MPI_Bcast}
 * @param root rank in the communicator; {@link #NO_ROOT} where there is none
 */
public record CollectiveCall(long context, String communicator, int[] members, int number, String function, int root) {
    /** A collective without a root. */
    public static final int NO_ROOT = -1;

    void write(DataOutputStream out) throws IOException {
        out.writeLong(context);
        Message.writeString(out, communicator);
        Ranks.write(out, members);
        out.writeInt(number);
        Message.writeString(out, function);
        out.writeInt(root);
    }

    static CollectiveCall read(Message in) throws IOException {
        return new CollectiveCall(
                in.readLong(), in.readString(), Ranks.read(in), in.readInt(), in.readString(), in.readInt());
    }
}
