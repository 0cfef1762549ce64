package org.javampi.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Numbers of engines as people write them: {@code 0-3}, {@code 0,2}. */
final class Ranges {
    private Ranges() {}

    /** The shortest text for some numbers, in brackets. */
    static String text(Collection<Integer> numbers) {
        List<String> parts = new ArrayList<>();
        List<Integer> sorted = List.copyOf(new TreeSet<>(numbers));
        for (int i = 0; i < sorted.size(); ) {
            int end = i;
            while (end + 1 < sorted.size() && sorted.get(end + 1) == sorted.get(end) + 1) {
                end++;
            }
            parts.add(sorted.get(i) + (end == i ? "" : "-" + sorted.get(end)));
            i = end + 1;
        }
        return "[" + String.join(",", parts) + "]";
    }

    /**
     * The numbers that a text means.
     *
     * @param size how many engines there are
     * @throws IllegalArgumentException when it means none, or others than there are
     */
    static int[] numbers(String text, int size) {
        TreeSet<Integer> all = new TreeSet<>();
        for (String part : text.split(",")) {
            if (!part.strip().matches("\\d{1,9}(-\\d{1,9})?")) {
                throw new IllegalArgumentException("'" + text + "' names no engines: write 2, or 0,2, or 0-3");
            }
            String[] ends = part.strip().split("-");
            int from = Integer.parseInt(ends[0]);
            int to = Integer.parseInt(ends[ends.length - 1]);
            if (from > to || to >= size) {
                throw new IllegalArgumentException("'" + part.strip() + "': there are engines 0-" + (size - 1));
            }
            for (int i = from; i <= to; i++) {
                all.add(i);
            }
        }
        return all.stream().mapToInt(Integer::intValue).toArray();
    }
}
