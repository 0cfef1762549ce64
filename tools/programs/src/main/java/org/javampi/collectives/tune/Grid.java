package org.javampi.collectives.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.javampi.core.spi.collective.Collective;

/** Which sizes of a collective stand for all. */
final class Grid {
    private static final List<Integer> SIZES =
            List.of(8, 64, 512, 4 << 10, 16 << 10, 64 << 10, 256 << 10, 1 << 20, 4 << 20);
    private static final List<Integer> QUICK_SIZES = List.of(8, 1 << 10, 64 << 10, 1 << 20);

    /** Bytes that the pieces of all ranks may take together. */
    private static final long MOST_BYTES = 32L << 20;

    private static final int SHORTEST = 4;
    private static final int LONGEST = 4 << 20;

    /** Sizes that are looked at from one to the double. */
    private static final int STEPS = 8;

    private Grid() {}

    /** Those that are measured, ascending; one only where there is no size. */
    static List<Integer> sizes(Collective collective, int ranks, boolean quick) {
        return fitting(collective, ranks, quick ? QUICK_SIZES : SIZES);
    }

    /** Those of any measurement. */
    static List<Integer> sizes(Collective collective, int ranks) {
        List<Integer> both = Stream.of(SIZES, QUICK_SIZES).flatMap(List::stream).toList();
        return fitting(collective, ranks, both.stream().distinct().sorted().toList());
    }

    /** So many, ascending, that no rule for a range worth a rule is between two of them. */
    static List<Integer> closeSizes(Collective collective, int ranks) {
        List<Integer> close = new ArrayList<>(sizes(collective, ranks));
        for (int i = 0; ; i++) {
            int bytes = (int) Math.round(SHORTEST * Math.pow(2, (double) i / STEPS));
            if (bytes > LONGEST) {
                break;
            }
            close.add(bytes / Integer.BYTES * Integer.BYTES);
        }
        return fitting(collective, ranks, close.stream().distinct().sorted().toList());
    }

    private static List<Integer> fitting(Collective collective, int ranks, List<Integer> sizes) {
        return switch (collective) {
            case BARRIER -> List.of(0);
            case GATHER, SCATTER, ALLGATHER, ALLTOALL ->
                sizes.stream()
                        .filter(bytes -> (long) bytes * ranks <= MOST_BYTES / 2)
                        .toList();
            default -> sizes;
        };
    }
}
