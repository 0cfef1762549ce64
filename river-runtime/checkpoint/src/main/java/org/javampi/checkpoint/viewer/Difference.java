package org.javampi.checkpoint.viewer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What one rank's state in two checkpoints differs in, as lines of text. */
public final class Difference {
    private record Pair(String path, Node before, Node after) {}

    /** Nodes compare by identity where they have members; so does a pair of them. */
    private record Compared(Node before, Node after) {}

    private record Arrays(String path, View.Numbers before, View.Numbers after) {}

    private final Path[] files;
    private final SavedRank[] ranks;
    private final Views[] views;
    private final List<String> lines = new ArrayList<>();
    private final Deque<Pair> open = new ArrayDeque<>();
    private final Set<Compared> seen = new HashSet<>();
    private final List<Arrays> arrays = new ArrayList<>();

    private Difference(Path before, Path after) throws IOException {
        files = new Path[] {before, after};
        ranks = new SavedRank[] {SavedRank.read(before), SavedRank.read(after)};
        views = new Views[] {ranks[0].views(), ranks[1].views()};
    }

    /**
     * Compares two files.
     *
     * @return nothing when what a program and its people see is the same
     */
    public static List<String> of(Path before, Path after) throws IOException {
        Difference difference = new Difference(before, after);
        difference.compareObjects();
        difference.compareArrays();
        difference.compareLines(
                "communicator",
                difference.ranks[0].communicators().stream()
                        .map(Object::toString)
                        .toList(),
                difference.ranks[1].communicators().stream()
                        .map(Object::toString)
                        .toList());
        for (SavedOperation.Kind kind : SavedOperation.Kind.values()) {
            difference.compareLines(
                    switch (kind) {
                        case MESSAGE, ANNOUNCED -> "message";
                        case RECEIVE -> "receive";
                        case SEND -> "send";
                    },
                    difference.ranks[0].describe(kind),
                    difference.ranks[1].describe(kind));
        }
        return difference.lines;
    }

    private void compareObjects() {
        Map<String, Node> after = ranks[1].objects();
        ranks[0].objects().forEach((name, node) -> {
            if (after.containsKey(name)) {
                open.add(new Pair(name, node, after.get(name)));
            } else {
                lines.add(name + ": is no longer registered");
            }
        });
        for (String name : after.keySet()) {
            if (!ranks[0].objects().containsKey(name)) {
                lines.add(name + ": is newly registered");
            }
        }
        while (!open.isEmpty()) {
            compare(open.poll());
        }
    }

    private void compare(Pair pair) {
        View before = views[0].of(pair.before());
        View after = views[1].of(pair.after());
        if (before instanceof View.Numbers a && after instanceof View.Numbers b) {
            if (!a.array().hash().equals(b.array().hash())
                    || a.array().length() != b.array().length()
                    || !a.array().type().equals(b.array().type())) {
                arrays.add(new Arrays(pair.path(), a, b));
            }
        } else if (before instanceof View.Whole a && after instanceof View.Whole b) {
            compare(pair, a, b);
        } else if (!text(before).equals(text(after)) || isOtherText(pair)) {
            lines.add(pair.path() + ": " + text(before) + " -> " + text(after));
        }
    }

    /** Long texts and data are shown by their beginning. */
    private static boolean isOtherText(Pair pair) {
        if (pair.before() instanceof Node.Block a && pair.after() instanceof Node.Block b) {
            return !java.util.Arrays.equals(a.bytes(), b.bytes());
        }
        return pair.before() instanceof Node.Text && !pair.before().equals(pair.after());
    }

    private void compare(Pair pair, View.Whole before, View.Whole after) {
        if (!seen.add(new Compared(pair.before(), pair.after()))) {
            return;
        }
        if (!before.title().equals(after.title())) {
            lines.add(pair.path() + ": " + before.title() + " -> " + after.title());
        }
        if (before.own() || after.own()) {
            return;
        }
        Map<String, Node> left = new LinkedHashMap<>();
        before.members().forEach(member -> left.put(member.step(), member.node()));
        for (View.Member member : after.members()) {
            Node partner = left.remove(member.step());
            if (partner == null) {
                String text = text(views[1].of(member.node()));
                lines.add(pair.path() + member.step() + ": new, " + text);
            } else {
                open.add(new Pair(pair.path() + member.step(), partner, member.node()));
            }
        }
        left.forEach((step, node) -> lines.add(pair.path() + step + ": gone, was " + text(views[0].of(node))));
    }

    private static String text(View view) {
        if (view instanceof View.Leaf leaf) {
            return leaf.text();
        }
        return view instanceof View.Numbers n ? n.array().toString() : ((View.Whole) view).title();
    }

    /** Reads both files once more, for the elements of the arrays that differ. */
    private void compareArrays() throws IOException {
        if (arrays.isEmpty()) {
            return;
        }
        Set<Integer> left = new TreeSet<>();
        Set<Integer> right = new TreeSet<>();
        for (Arrays pair : arrays) {
            left.add(pair.before().id());
            right.add(pair.after().id());
        }
        SavedArrays before = SavedRank.read(files[0], left).arrays();
        SavedArrays after = SavedRank.read(files[1], right).arrays();
        for (Arrays pair : arrays) {
            lines.add(pair.path()
                    + ": "
                    + compare(
                            before.get(pair.before().id()),
                            after.get(pair.after().id())));
        }
    }

    private static String compare(SavedArray a, SavedArray b) {
        String types = a.type() + "[" + a.length() + "]";
        if (!a.type().equals(b.type()) || a.length() != b.length()) {
            return types + " -> " + b.type() + "[" + b.length() + "]";
        }
        int differing = 0;
        int first = -1;
        for (int i = 0; i < a.length(); i++) {
            if (!a.element(i).equals(b.element(i))) {
                differing++;
                first = first < 0 ? i : first;
            }
        }
        if (first < 0) {
            return types + ", the same values stored in other bits";
        }
        return differing
                + " of "
                + Outline.count(a.length(), "element")
                + " differ, first ["
                + first
                + "]: "
                + Leaves.of(a.element(first))
                + " -> "
                + Leaves.of(b.element(first));
    }

    /** Lines that only one of the two has, as often as it has them more. */
    private void compareLines(String what, List<String> before, List<String> after) {
        Map<String, Integer> surplus = new HashMap<>();
        after.forEach(line -> surplus.merge(line, 1, Integer::sum));
        for (String line : before) {
            if (surplus.merge(line, -1, Integer::sum) < 0) {
                lines.add(what + " gone: " + line);
            }
        }
        for (String line : after) {
            if (surplus.merge(line, -1, Integer::sum) >= 0) {
                lines.add(what + " new: " + line);
            }
        }
    }
}
