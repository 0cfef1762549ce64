package org.javampi.checkpoint.viewer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A communicator of one rank in a checkpoint.
 *
 * @param context its first context; the following three are its own too
 * @param rank of the owner in it
 * @param members world ranks of the own group, by rank
 * @param remote world ranks of whom messages come from and go to: the members, or the other group
 *     of an inter-communicator
 */
public record SavedCommunicator(long context, String name, int rank, List<Integer> members, List<Integer> remote) {
    private static final int CONTEXTS = 4;
    private static final String WITH = " with ";
    private static final String[] PURPOSES = {"", " (collective)", " (construction)", " (spare)"};

    /** Reads a line of the section {@code communicators}. */
    static SavedCommunicator read(String line) throws IOException {
        String[] words = line.split("\t");
        try {
            String[] groups = words[3].split(WITH);
            List<Integer> members = ranks(groups[0]);
            return new SavedCommunicator(
                    Long.parseLong(words[0]),
                    words[1],
                    Integer.parseInt(words[2]),
                    members,
                    groups.length > 1 ? ranks(groups[1]) : members);
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new IOException("no communicator: '" + line + "'", e);
        }
    }

    private static List<Integer> ranks(String text) {
        List<Integer> ranks = new ArrayList<>();
        for (String word : text.substring(1, text.length() - 1).split(", ")) {
            if (!word.isEmpty()) {
                ranks.add(Integer.parseInt(word));
            }
        }
        return ranks;
    }

    /** Whether messages of that context are this communicator's. */
    boolean owns(long someContext) {
        return someContext >= context && someContext < context + CONTEXTS;
    }

    /** Its name, and what the context is for where it is not for the program's messages. */
    String nameOf(long ownContext) {
        return name + PURPOSES[(int) (ownContext - context)];
    }

    boolean isInter() {
        return !members.equals(remote);
    }

    @Override
    public String toString() {
        String text = name + ": rank " + rank + " of " + members.size();
        text += ", world ranks " + members;
        return isInter() ? text + WITH + remote : text;
    }
}
