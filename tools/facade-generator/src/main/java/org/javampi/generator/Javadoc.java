package org.javampi.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A javadoc comment as its lines, without stars: what it says first, then its block tags. */
record Javadoc(List<String> lines) {
    private static final String OUTPUT = "out: ";
    private static final String THROWS = "@throws MPIException the error, where the C form would return its code";

    /** The comment that {@code Elements.getDocComment} has found; null when there is none. */
    static Javadoc of(String comment) {
        if (comment == null) {
            return new Javadoc(List.of());
        }
        List<String> lines = new ArrayList<>();
        for (String line : comment.strip().split("\n")) {
            String text = line.stripTrailing();
            lines.add(text.startsWith(" ") ? text.substring(1) : text);
        }
        return new Javadoc(List.copyOf(lines));
    }

    static Javadoc ofTwin(String function) {
        return new Javadoc(List.of("As {@link MPI#" + function + "}, below all tools."));
    }

    /** This comment for the large-count function of {@code plain}. */
    Javadoc ofLargeForm(String plain) {
        List<String> kept = new ArrayList<>();
        boolean said = false;
        for (String line : lines) {
            if (!said && line.startsWith("@")) {
                kept.addAll(largeForm(plain));
                said = true;
            }
            kept.add(line);
        }
        return new Javadoc(List.copyOf(kept));
    }

    private static List<String> largeForm(String plain) {
        return List.of("<p>As {@code " + plain + "}, with large counts: they are {@code long} (MPI-4.1 §2.5.8).", "");
    }

    /** This comment for the value form: without the outputs that it makes itself, with what it returns. */
    Javadoc ofValueForm(String returned, Set<String> made) {
        List<String> kept = new ArrayList<>();
        String result = "";
        for (String block : blocks()) {
            String name = block.startsWith("@param ") ? block.split("\\s+", 3)[1] : "";
            if (name.equals(returned)) {
                result = block.split("\\s+", 3)[2];
            }
            if (!block.startsWith("@return ") && !made.contains(name)) {
                kept.addAll(List.of(block.split("\n")));
            }
            if (kept.size() > 0 && name.isEmpty() && !block.startsWith("@")) {
                kept.add("");
            }
        }
        kept.addAll(List.of(("@return " + outputText(result)).split("\n")));
        kept.add(THROWS);
        return new Javadoc(kept);
    }

    /** The first block is the description; each other one begins with its tag. */
    private List<String> blocks() {
        List<String> blocks = new ArrayList<>(List.of(""));
        for (String line : lines) {
            int last = blocks.size() - 1;
            if (line.startsWith("@")) {
                blocks.add(line);
            } else {
                blocks.set(last, blocks.get(last).isEmpty() ? line : blocks.get(last) + "\n" + line);
            }
        }
        return blocks;
    }

    private static String outputText(String parameter) {
        return parameter
                .replaceFirst("^" + OUTPUT, "")
                .replaceFirst(";\\s+or\\s+MPI_STATUS_IGNORE$", "")
                .replaceFirst(",\\s+at\\s+element\\s+0$", "");
    }
}
