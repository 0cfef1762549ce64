package org.javampi.job.hang;

import java.io.DataOutputStream;
import java.io.IOException;
import org.javampi.job.control.Message;

/**
 * A communication that is not over, and the ranks of which any one could complete it.
 *
 * @param communicator its name; empty where there is none
 * @param partner rank in the communicator; {@link #ANY} for a wildcard or none
 * @param tag {@link #ANY} for a wildcard or none
 * @param count items of the program's buffer
 * @param datatype their type; empty where there is none
 * @param byteCount size of the data or of the buffer
 * @param providers world ranks; one of them must act before this is over
 * @param note what a step belongs to; may be empty
 */
public record Operation(
        Kind kind,
        String communicator,
        int partner,
        int tag,
        int count,
        String datatype,
        long byteCount,
        int[] providers,
        String note) {
    /** A wildcard: MPI_ANY_SOURCE, MPI_ANY_TAG. */
    public static final int ANY = -1;

    /** What is under way. */
    public enum Kind {
        /** A send whose message has not been taken. */
        SEND,
        /** A receive without a message. */
        RECEIVE,
        /** A probe without a message. */
        PROBE,
        /** A step inside a collective, or another agreement among ranks. */
        STEP
    }

    boolean isIncoming() {
        return kind == Kind.RECEIVE || kind == Kind.PROBE;
    }

    /** Whether a message would complete it. */
    boolean accepts(EarlyMessage message) {
        return isIncoming() && hasCommunicatorOf(message) && acceptsSource(message) && acceptsTag(message);
    }

    boolean hasCommunicatorOf(EarlyMessage message) {
        return communicator.equals(message.communicator());
    }

    boolean acceptsSource(EarlyMessage message) {
        return partner == ANY || partner == message.source();
    }

    boolean acceptsTag(EarlyMessage message) {
        return tag == ANY || tag == message.tag();
    }

    /** Partner, tag, communicator and data in words. */
    String text() {
        if (kind == Kind.STEP) {
            return Ranks.text(providers)
                    + (note.isEmpty() ? "" : ": " + note)
                    + (communicator.isEmpty() ? "" : ", " + communicator);
        }
        return (partner == ANY ? "any rank" : "rank " + partner)
                + ", "
                + tagText()
                + ", "
                + communicator
                + (kind == Kind.PROBE ? "" : ", " + count + " " + datatype);
    }

    /** The same of an operation that has not begun: {@code send to rank 1, tag 3, ...}. */
    String planned() {
        return switch (kind) {
            case SEND -> "send to " + text();
            case RECEIVE -> "receive from " + text();
            default -> note + (communicator.isEmpty() ? "" : ", " + communicator);
        };
    }

    String tagText() {
        return tag == ANY ? "any tag" : "tag " + tag;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(kind.ordinal());
        Message.writeString(out, communicator);
        out.writeInt(partner);
        out.writeInt(tag);
        out.writeInt(count);
        Message.writeString(out, datatype);
        out.writeLong(byteCount);
        Ranks.write(out, providers);
        Message.writeString(out, note);
    }

    static Operation read(Message in) throws IOException {
        return new Operation(
                Ranks.constant(Kind.values(), in.readByte()),
                in.readString(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readString(),
                in.readLong(),
                Ranks.read(in),
                in.readString());
    }
}
