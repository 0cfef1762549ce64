package org.javampi.job.control;

import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What a visitor wants with a checkpoint of a running job.
 *
 * @param verb what is to be done
 * @param rank which one moves, for {@link Verb#MIGRATE}; else 0
 * @param host where to, or for {@link Verb#DRAIN} where from; else empty
 */
public record CheckpointWish(Verb verb, int rank, String host) {
    /** The order of the constants is part of the protocol. */
    public enum Verb {
        /** A checkpoint is taken, and the job goes on. */
        TAKE,
        /** A checkpoint is taken, and the job ends where it stands. */
        SUSPEND,
        /** A checkpoint is taken, and one rank goes on on another host. */
        MIGRATE,
        /** A checkpoint is taken, and no rank goes on on a host. */
        DRAIN,
        /** Nothing is done: answered when all ranks have begun to take part. */
        AWAIT
    }

    private static final Verb[] VERBS = Verb.values();

    /** A wish that names neither a rank nor a host. */
    public static CheckpointWish of(Verb verb) {
        return new CheckpointWish(verb, 0, "");
    }

    /** Writes it as a control message. */
    public void write(DataOutputStream out) throws IOException {
        out.writeByte(verb.ordinal());
        out.writeInt(rank);
        Message.writeString(out, host);
    }

    /** Reads what {@link #write} has written. */
    public static CheckpointWish read(Message in) throws IOException {
        return new CheckpointWish(Verbs.of(VERBS, in.readByte()), in.readInt(), in.readString());
    }
}
