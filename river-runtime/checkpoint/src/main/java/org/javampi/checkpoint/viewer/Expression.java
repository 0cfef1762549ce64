package org.javampi.checkpoint.viewer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in what a program has registered: {@code rod.step}, {@code rod.heat[17]}, {@code
 * table[some key].count}; with a rank before it, of that rank only: {@code 2:rod.heat[17]}.
 */
public final class Expression {
    private static final Pattern RANK = Pattern.compile("(\\d{1,9}):(.+)", Pattern.DOTALL);

    private final String text;
    private final String place;
    private final int rank;

    private Expression(String text, String place, int rank) {
        this.text = text;
        this.place = place;
        this.rank = rank;
    }

    /** Reads one; anything may be a name, so that nothing is wrong with it by itself. */
    public static Expression of(String text) {
        Matcher matcher = RANK.matcher(text);
        return matcher.matches()
                ? new Expression(text, matcher.group(2), Integer.parseInt(matcher.group(1)))
                : new Expression(text, text, -1);
    }

    /** As it was typed. */
    @Override
    public String toString() {
        return text;
    }

    /** Whether it looks at that rank. */
    public boolean concerns(int someRank) {
        return rank < 0 || rank == someRank;
    }

    /** The one rank that it looks at, or -1 for all. */
    public int rank() {
        return rank;
    }

    /**
     * The value in a rank's file, as text on one line.
     *
     * @param saved what has been read of {@code part} already
     * @throws IllegalArgumentException when there is no such place; the message names what is there
     * @throws IOException when the file cannot be read
     */
    public String value(SavedRank saved, Path part) throws IOException {
        String name = registered(saved);
        Views views = saved.views();
        View view = views.of(saved.objects().get(name));
        String path = name;
        String rest = place.substring(name.length());
        while (!rest.isEmpty()) {
            if (view instanceof View.Numbers numbers) {
                return element(saved, part, path, numbers, rest);
            }
            View.Member next = member(path, view, rest);
            path += next.step();
            rest = rest.substring(next.step().length());
            view = views.of(next.node());
        }
        if (view instanceof View.Numbers numbers) {
            return numbers.array().toString();
        }
        return view instanceof View.Leaf leaf ? leaf.text() : ((View.Whole) view).title();
    }

    /** The longest registered name that the place begins with. */
    private String registered(SavedRank saved) {
        String best = null;
        for (String name : saved.objects().keySet()) {
            if (begins(place, name) && (best == null || name.length() > best.length())) {
                best = name;
            }
        }
        if (best == null) {
            throw new IllegalArgumentException(text
                    + ": nothing is registered under this name; there "
                    + there(new ArrayList<>(saved.objects().keySet())));
        }
        return best;
    }

    private static boolean begins(String whole, String start) {
        if (!whole.startsWith(start)) {
            return false;
        }
        return whole.length() == start.length() || ".[".indexOf(whole.charAt(start.length())) >= 0;
    }

    private View.Member member(String path, View view, String rest) {
        if (!(view instanceof View.Whole whole)) {
            throw new IllegalArgumentException(text + ": " + path + " is a value and has no " + rest);
        }
        View.Member best = null;
        for (View.Member member : whole.members()) {
            if (begins(rest, member.step())
                    && (best == null || member.step().length() >= best.step().length())) {
                best = member;
            }
        }
        if (best == null) {
            List<String> steps = whole.members().stream().map(View.Member::step).toList();
            throw new IllegalArgumentException(
                    text + ": " + path + ", a " + whole.title() + ", has no " + rest + "; there " + there(steps));
        }
        return best;
    }

    private static String there(List<String> names) {
        int shown = Math.min(names.size(), 12);
        return switch (names.size()) {
            case 0 -> "is nothing";
            case 1 -> "is " + names.get(0);
            default -> "are " + String.join(", ", names.subList(0, shown)) + (shown < names.size() ? " and more" : "");
        };
    }

    private String element(SavedRank saved, Path part, String path, View.Numbers numbers, String rest)
            throws IOException {
        SavedArray array = numbers.array();
        int index = -1;
        if (rest.matches("\\[\\d{1,9}\\]")) {
            index = Integer.parseInt(rest.substring(1, rest.length() - 1));
        }
        if (index < 0 || index >= array.length()) {
            throw new IllegalArgumentException(text
                    + ": "
                    + path
                    + ", a "
                    + array.type()
                    + "["
                    + array.length()
                    + "], has no "
                    + rest
                    + (array.length() == 0
                            ? "; it is empty"
                            : "; its elements are [0] to [" + (array.length() - 1) + "]"));
        }
        SavedArray whole = array;
        if (!array.isWhole()) {
            whole = SavedRank.read(part, Set.of(numbers.id())).arrays().get(numbers.id());
        }
        return Leaves.of(whole.element(index));
    }
}
