package org.javampi.job.control;

import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What the coordinator tells a resource.
 *
 * @param verb what to do
 * @param epoch number of the checkpoint
 * @param number see the verb
 * @param text see the verb
 */
public record CheckpointOrder(Verb verb, long epoch, long number, String text) {
    /** The order of the constants is part of the protocol. */
    public enum Verb {
        /** Tell how many points you have passed, and pass no further one until told. */
        HOLD,
        /** Stand still at point {@code number}. */
        STOP_AT,
        /**
         * Tell whether nothing of yours is on the way, and your frame counts; round {@code number}.
         */
        COUNT,
        /** Make your image, and write it into directory {@code text}. */
        CAPTURE,
        /** Go on: the image is made. */
        THAW,
        /**
         * Go on: this checkpoint will not be, because of {@code text}; {@code number} counts these
         * orders.
         */
        ABANDON,
        /** The checkpoint is complete and stands. */
        COMMITTED,
        /** What is being written will not be a checkpoint. */
        DROPPED,
        /**
         * Of a job without points: come to where all calls of {@code text}, a number of collectives for each group, are
         * over, and begin no further one. {@code group=number}, commas between.
         */
        TARGETS
    }

    private static final Verb[] VERBS = Verb.values();

    /** An order without text. */
    public static CheckpointOrder of(Verb verb, long epoch, long number) {
        return new CheckpointOrder(verb, epoch, number, "");
    }

    /** Writes it as the rest of a control message. */
    public void write(DataOutputStream out) throws IOException {
        out.writeByte(verb.ordinal());
        out.writeLong(epoch);
        out.writeLong(number);
        Message.writeString(out, text);
    }

    /** Reads what {@link #write} has written. */
    public static CheckpointOrder read(Message in) throws IOException {
        return new CheckpointOrder(Verbs.of(VERBS, in.readByte()), in.readLong(), in.readLong(), in.readString());
    }
}
