package org.javampi.core.buffer;

import java.util.Arrays;

/**
 * The bytes that blocks of one piece of memory cover, as runs: to find what two sets of blocks have in common. Made only
 * where two blocks may share memory, which is rare.
 */
public final class Extents {
    private static final int FIRST_ROOM = 8;

    /** First byte and end of each run, one after the other. */
    private long[] bounds = new long[FIRST_ROOM];

    private int used;

    /** No bytes yet. */
    public Extents() {}

    /** Adds all bytes of {@code block}. */
    public void add(Block block) {
        block.visitRuns(this::add);
    }

    private void add(long first, long byteCount) {
        if (used > 0 && bounds[used - 1] == first) {
            bounds[used - 1] = first + byteCount;
            return;
        }
        if (used == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * used);
        }
        bounds[used++] = first;
        bounds[used++] = first + byteCount;
    }

    /** The first byte that belongs to both, or -1. */
    public long firstCommon(Extents other) {
        long[][] mine = sorted();
        long[][] theirs = other.sorted();
        int i = 0;
        int j = 0;
        while (i < mine.length && j < theirs.length) {
            long first = Math.max(mine[i][0], theirs[j][0]);
            if (first < Math.min(mine[i][1], theirs[j][1])) {
                return first;
            }
            if (mine[i][1] <= theirs[j][1]) {
                i++;
            } else {
                j++;
            }
        }
        return -1;
    }

    /** By first byte; the runs of one set may overlap each other, as those of data that are only sent do. */
    private long[][] sorted() {
        long[][] runs = new long[used / 2][];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = new long[] {bounds[2 * i], bounds[2 * i + 1]};
        }
        Arrays.sort(runs, (one, another) -> Long.compare(one[0], another[0]));
        int kept = 0;
        for (long[] run : runs) {
            if (kept > 0 && run[0] <= runs[kept - 1][1]) {
                runs[kept - 1][1] = Math.max(runs[kept - 1][1], run[1]);
            } else {
                runs[kept++] = run;
            }
        }
        return Arrays.copyOf(runs, kept);
    }
}
