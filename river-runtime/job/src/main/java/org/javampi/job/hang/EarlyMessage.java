package org.javampi.job.hang;

import java.io.DataOutputStream;
import java.io.IOException;
import org.javampi.job.control.Message;

/**
 * A message, or the announcement of one, that has met no receive.
 *
 * @param source sender's rank in the communicator
 * @param sender sender's world rank
 * @param waits whether the sender keeps it until it is received
 */
public record EarlyMessage(String communicator, int source, int sender, int tag, long byteCount, boolean waits) {
    void write(DataOutputStream out) throws IOException {
        Message.writeString(out, communicator);
        out.writeInt(source);
        out.writeInt(sender);
        out.writeInt(tag);
        out.writeLong(byteCount);
        out.writeBoolean(waits);
    }

    static EarlyMessage read(Message in) throws IOException {
        return new EarlyMessage(
                in.readString(), in.readInt(), in.readInt(), in.readInt(), in.readLong(), in.readByte() != 0);
    }
}
