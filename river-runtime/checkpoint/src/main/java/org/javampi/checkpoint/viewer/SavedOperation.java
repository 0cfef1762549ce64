package org.javampi.checkpoint.viewer;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * A message, receive or send that was under way at a checkpoint.
 *
 * @param kind what it is
 * @param context whose it is
 * @param source sender's rank in the communicator, -1 for any
 * @param dest receiver's rank in the world
 * @param tag -1 for any
 * @param bytes of the message, or room of the receive
 */
public record SavedOperation(Kind kind, long context, int source, int dest, int tag, long bytes) {
    /** The order is that in which people are shown them. */
    public enum Kind {
        /** Arrived early, data and all. */
        MESSAGE,
        /** Announced: the data waits at the sender. */
        ANNOUNCED,
        /** A receive without a message. */
        RECEIVE,
        /** A send without a receive. */
        SEND
    }

    /** Reads a line of the section {@code operations}. */
    static SavedOperation read(String line) throws IOException {
        String[] words = line.split("\t");
        try {
            return new SavedOperation(
                    Kind.valueOf(words[0].toUpperCase(Locale.ROOT)),
                    Long.parseLong(words[1]),
                    Integer.parseInt(words[2]),
                    Integer.parseInt(words[3]),
                    Integer.parseInt(words[4]),
                    Long.parseLong(words[5]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("no operation: '" + line + "'", e);
        }
    }

    /** The operation with its communicator's name and ranks. */
    String describe(List<SavedCommunicator> communicators) {
        for (SavedCommunicator c : communicators) {
            if (c.owns(context)) {
                return c.nameOf(context) + ": " + text(c);
            }
        }
        return "context "
                + context
                + ", which no communicator of this rank has (not made here yet, or freed): "
                + text(null);
    }

    private String text(SavedCommunicator c) {
        String tags = tag < 0 ? "any tag" : "tag " + tag;
        String size = bytes + " bytes";
        return switch (kind) {
            case MESSAGE -> from(c) + to(c) + ", " + tags + ", " + size + ", eager";
            case ANNOUNCED -> from(c) + to(c) + ", " + tags + ", " + size + ", announced (the data is at its sender)";
            case RECEIVE -> from(c) + ", " + tags + ", room for " + size;
            case SEND -> to(c).strip() + ", " + tags + ", " + size;
        };
    }

    private String from(SavedCommunicator c) {
        if (source < 0) {
            return "from any rank";
        }
        return "from rank " + source + inWorld(source, c == null ? List.of() : c.remote());
    }

    /** The receiver: the owner of this file, or for a send one of the others. */
    private String to(SavedCommunicator c) {
        if (c == null) {
            return " to world rank " + dest;
        }
        List<Integer> group = kind == Kind.SEND ? c.remote() : c.members();
        int rank = group.indexOf(dest);
        return rank < 0 ? " to world rank " + dest : " to rank " + rank + inWorld(rank, group);
    }

    /** The world rank, where it is another number. */
    private static String inWorld(int rank, List<Integer> group) {
        boolean same = rank >= group.size() || group.get(rank) == rank;
        return same ? "" : " (world rank " + group.get(rank) + ")";
    }
}
