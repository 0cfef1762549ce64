package org.javampi.job.slurm;

import java.util.ArrayList;
import java.util.List;

/**
 * Slurm's short forms: node lists such as {@code node[001,007-015],host2}, whose zero padding
 * counts, and counts per node such as {@code 4(x30),2}.
 */
public final class NodeList {
    private static final int MOST_NODES = 1_000_000;

    private NodeList() {}

    /**
     * The names that a node list stands for.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static List<String> expand(String list) {
        List<String> names = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= list.length(); i++) {
            char c = i == list.length() ? ',' : list.charAt(i);
            if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth--;
            } else if (c == ',' && depth == 0) {
                expandOne("", list.substring(start, i).trim(), list, names);
                start = i + 1;
            }
        }
        if (depth != 0) {
            throw bad(list, "its brackets do not match");
        }
        return names;
    }

    private static void expandOne(String done, String rest, String list, List<String> names) {
        int open = rest.indexOf('[');
        if (open < 0) {
            String name = done + rest;
            if (name.isEmpty() || rest.indexOf(']') >= 0) {
                throw bad(list, "'" + name + "' is no name of a node");
            }
            if (names.size() == MOST_NODES) {
                throw bad(list, "it has more than " + MOST_NODES + " nodes");
            }
            names.add(name);
            return;
        }
        int close = rest.indexOf(']', open);
        if (close < 0) {
            throw bad(list, "its brackets do not match");
        }
        String before = done + rest.substring(0, open);
        String after = rest.substring(close + 1);
        for (String range : rest.substring(open + 1, close).split(",", -1)) {
            if (!range.matches("\\d{1,9}(-\\d{1,9})?")) {
                throw bad(list, "'" + range + "' is no range of numbers");
            }
            String[] ends = range.split("-");
            int last = Integer.parseInt(ends[ends.length - 1]);
            int first = Integer.parseInt(ends[0]);
            if (first > last) {
                throw bad(list, "the range '" + range + "' ends before it begins");
            }
            for (int n = first; n <= last; n++) {
                StringBuilder number = new StringBuilder(Integer.toString(n));
                while (number.length() < ends[0].length()) {
                    number.insert(0, '0');
                }
                expandOne(before + number, after, list, names);
            }
        }
    }

    /**
     * The counts that {@code 4(x30),2} stands for, one per node.
     *
     * @throws IllegalArgumentException when it is no such list
     */
    public static List<Integer> counts(String list) {
        List<Integer> counts = new ArrayList<>();
        for (String part : list.split(",", -1)) {
            if (!part.matches("\\d{1,7}(\\(x\\d{1,6}\\))?")) {
                throw bad(list, "'" + part + "' is no count; one is 4 or 4(x30)");
            }
            int open = part.indexOf("(x");
            int times = open < 0 ? 1 : Integer.parseInt(part.substring(open + 2, part.length() - 1));
            int count = Integer.parseInt(open < 0 ? part : part.substring(0, open));
            for (int i = 0; i < times && counts.size() < MOST_NODES; i++) {
                counts.add(count);
            }
        }
        return counts;
    }

    private static IllegalArgumentException bad(String list, String why) {
        return new IllegalArgumentException("Slurm's list '" + list + "': " + why);
    }
}
