package org.javampi.checkpoint.viewer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.javampi.checkpoint.viewer.SavedOperation.Kind;

/** A rank's state as lines of text. */
public final class Outline {
    private static final int DEPTH = 4;
    private static final int MEMBERS = 12;
    private static final String INDENT = "  ";

    private final SavedRank rank;
    private final Views views;
    private final List<String> lines = new ArrayList<>();

    /** Where an object was shown first. */
    private final Map<Node, String> seen = new IdentityHashMap<>();

    /** Where an array was shown first, by its number. */
    private final Map<Integer, String> seenArrays = new HashMap<>();

    private Outline(SavedRank rank) {
        this.rank = rank;
        views = rank.views();
    }

    /** All that people may want to know of a rank. */
    public static List<String> of(SavedRank rank) {
        Outline outline = new Outline(rank);
        List<String> communicators =
                rank.communicators().stream().map(SavedCommunicator::toString).toList();
        outline.block("communicators", communicators);
        outline.block("messages in flight", rank.describe(Kind.MESSAGE, Kind.ANNOUNCED));
        outline.block("receives posted", rank.describe(Kind.RECEIVE));
        outline.block("sends waiting", rank.describe(Kind.SEND));
        outline.lines.add("registered objects" + (rank.objects().isEmpty() ? ": none" : ""));
        rank.objects().forEach((name, node) -> outline.show(name, name, node, 1));
        return Collections.unmodifiableList(outline.lines);
    }

    private void block(String title, List<String> content) {
        lines.add(title + (content.isEmpty() ? ": none" : ""));
        content.forEach(line -> lines.add(INDENT + line));
    }

    private void show(String path, String label, Node node, int depth) {
        String start = INDENT.repeat(depth) + label;
        View view = views.of(node);
        if (view instanceof View.Leaf leaf) {
            lines.add(start + " = " + leaf.text());
        } else if (view instanceof View.Numbers numbers) {
            String before = seenArrays.putIfAbsent(numbers.id(), path);
            lines.add(start + " = " + (before == null ? numbers.array() : "the same as " + before));
        } else if (view instanceof View.Whole whole) {
            String before = seen.putIfAbsent(node, path);
            if (before != null) {
                lines.add(start + " = the same as " + before);
                return;
            }
            lines.add(start + ": " + whole.title());
            if (!whole.own()) {
                members(path, whole.members(), depth + 1);
            }
        }
    }

    private void members(String path, List<View.Member> members, int depth) {
        if (depth > DEPTH && !members.isEmpty()) {
            lines.add(INDENT.repeat(depth) + "... " + count(members.size(), "member"));
            return;
        }
        for (View.Member member : members.subList(0, Math.min(MEMBERS, members.size()))) {
            String label = member.step().startsWith(".") ? member.step().substring(1) : member.step();
            show(path + member.step(), label, member.node(), depth);
        }
        if (members.size() > MEMBERS) {
            lines.add(INDENT.repeat(depth) + "... and " + (members.size() - MEMBERS) + " more");
        }
    }

    static String count(long n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
