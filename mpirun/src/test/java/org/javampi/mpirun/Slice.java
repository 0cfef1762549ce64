package org.javampi.mpirun;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which part of a long series of tests this run is for: {@code -Dcheckpoint.slice=2/6} takes every
 * sixth case, beginning with the second; all of them when nothing is said.
 */
final class Slice {
    private static final String PROPERTY = "checkpoint.slice";

    private Slice() {}

    static <T> Stream<T> of(Stream<T> cases) {
        String[] slice = System.getProperty(PROPERTY, "1/1").split("/");
        int which = Integer.parseInt(slice[0]);
        int parts = Integer.parseInt(slice[1]);
        List<T> all = cases.toList();
        if (which < 1 || which > parts || parts > all.size()) {
            throw new IllegalArgumentException(
                    "-D%s=%d/%d: of 1/1 to %4$d/%4$d".formatted(PROPERTY, which, parts, all.size()));
        }
        return IntStream.range(0, all.size())
                .filter(i -> i % parts == which - 1)
                .mapToObj(all::get);
    }
}
