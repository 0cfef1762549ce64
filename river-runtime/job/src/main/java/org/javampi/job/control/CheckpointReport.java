package org.javampi.job.control;

import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What a resource tells the coordinator.
 *
 * @param verb what has happened
 * @param epoch number of the checkpoint it belongs to, where it belongs to one
 * @param number see the verb
 * @param counts see the verb
 * @param text see the verb
 */
public record CheckpointReport(Verb verb, long epoch, long number, long[] counts, String text) {
    /** The order of the constants is part of the protocol. */
    public enum Verb {
        /**
         * Has passed {@code number} points and holds at the next. Where a program knows no points: triples of group,
         * collectives begun and collectives over.
         */
        HELD,
        /**
         * Stands at point {@code number}; in place of the epoch, the number of the last ABANDON
         * that had come by then.
         */
        ARRIVED,
        /**
         * Answer of round {@code number}: triples of peer, frames sent to it, frames received from
         * it; {@code text} is empty when the resource is quiet, else says what is under way.
         */
        COUNTED,
        /** The image is made: {@code number} bytes. */
        CAPTURED,
        /** The image is on disk: {@code number} bytes with the hash {@code text}. */
        WRITTEN,
        /** The image could not be made or written: {@code text} says why. */
        FAILED,
        /** The resource leaves the job and will pass no further point. */
        LEAVING,
        /** The program asks for a checkpoint. */
        WANTED,
        /** The image is being written: {@code number} bytes of it so far. */
        WRITING,
        /** Cannot stand where it is: {@code text} says why. */
        OBSTRUCTED
    }

    private static final Verb[] VERBS = Verb.values();
    private static final long[] NONE = {};

    public static CheckpointReport of(Verb verb, long epoch, long number) {
        return new CheckpointReport(verb, epoch, number, NONE, "");
    }

    public static CheckpointReport of(Verb verb, long epoch, long number, String text) {
        return new CheckpointReport(verb, epoch, number, NONE, text);
    }

    /** Writes it as the rest of a control message. */
    public void write(DataOutputStream out) throws IOException {
        out.writeByte(verb.ordinal());
        out.writeLong(epoch);
        out.writeLong(number);
        out.writeInt(counts.length);
        for (long count : counts) {
            out.writeLong(count);
        }
        Message.writeString(out, text);
    }

    /** Reads what {@link #write} has written. */
    public static CheckpointReport read(Message in) throws IOException {
        Verb verb = Verbs.of(VERBS, in.readByte());
        long epoch = in.readLong();
        long number = in.readLong();
        int length = in.readInt();
        if (length < 0 || length > in.remaining() / Long.BYTES) {
            throw new IOException("a checkpoint report with " + length + " counts");
        }
        long[] counts = new long[length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = in.readLong();
        }
        return new CheckpointReport(verb, epoch, number, counts, in.readString());
    }
}
