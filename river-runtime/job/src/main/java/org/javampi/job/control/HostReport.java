package org.javampi.job.control;

import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What the agent of a host tells the launcher first.
 *
 * @param pid its process
 * @param bindAddress where the host's ranks shall listen: an address that others reach
 * @param temporary the host's directory for temporary files
 */
public record HostReport(long pid, String bindAddress, String temporary) {
    /** Writes it as the body of a HOST_READY message. */
    public void write(DataOutputStream out) throws IOException {
        out.writeLong(pid);
        Message.writeString(out, bindAddress);
        Message.writeString(out, temporary);
    }

    /** Reads what {@link #write} has written. */
    public static HostReport read(Message in) throws IOException {
        return new HostReport(in.readLong(), in.readString(), in.readString());
    }
}
