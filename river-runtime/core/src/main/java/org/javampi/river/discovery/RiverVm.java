package org.javampi.river.discovery;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.javampi.river.network.Peer;

/**
 * A virtual machine that was found, and what it did then.
 *
 * <pre>
 *  state 1 | owner 16 (zeros: nobody) | peer
 * </pre>
 *
 * @param peer its name and place
 * @param state whether it took work
 * @param owner the VM that it worked for, or null
 */
public record RiverVm(Peer peer, VmState state, UUID owner) {
    private static final UUID NOBODY = new UUID(0, 0);

    /** Its name, which is also the name of its control resource. */
    public UUID id() {
        return peer.machine();
    }

    /** The form in which it goes over networks; shorter than 256 bytes. */
    public byte[] encode() {
        byte[] place = peer.encode();
        UUID holder = owner == null ? NOBODY : owner;
        return ByteBuffer.allocate(1 + 2 * Long.BYTES + place.length)
                .put((byte) state.ordinal())
                .putLong(holder.getMostSignificantBits())
                .putLong(holder.getLeastSignificantBits())
                .put(place)
                .array();
    }

    /** Reads what {@link #encode} has written. */
    public static RiverVm decode(ByteBuffer in) throws IOException {
        try {
            int state = in.get();
            if (state < 0 || state >= VmState.values().length) {
                throw new IOException("a VM in unknown state " + state);
            }
            UUID owner = new UUID(in.getLong(), in.getLong());
            return new RiverVm(Peer.decode(in), VmState.values()[state], owner.equals(NOBODY) ? null : owner);
        } catch (BufferUnderflowException e) {
            throw new IOException("a description of a VM that is cut off", e);
        }
    }
}
