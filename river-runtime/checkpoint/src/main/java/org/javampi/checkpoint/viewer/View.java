package org.javampi.checkpoint.viewer;

import java.util.List;

/** How a {@link Node} is shown: a line of text, an array, or something with members. */
sealed interface View {
    /** One value. */
    record Leaf(String text) implements View {}

    /** A primitive array outside the graph. */
    record Numbers(int id, SavedArray array) implements View {}

    /**
     * A member of something.
     *
     * @param step how a path goes on to it: {@code .name} or {@code [key]}
     */
    record Member(String step, Node node) {}

    /**
     * Something with members.
     *
     * @param title type, and size where it has one
     * @param own whether it is MPI's, not the program's
     */
    record Whole(String title, List<Member> members, boolean own) implements View {}
}
