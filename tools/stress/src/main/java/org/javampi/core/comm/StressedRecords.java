package org.javampi.core.comm;

import org.javampi.core.spi.transport.Region;

/**
 * The records of two ranks, each with its own view of the same memory, and a word of data behind them. All that is shown
 * in a turn is one number, so that a mixture shows.
 */
final class StressedRecords {
    private static final int RANKS = 2;
    private static final int DATA_OFFSET = TurnRecords.bytes(RANKS);

    private final Region region = Region.allocate(DATA_OFFSET + Long.BYTES);
    private final TurnRecords[] views = {new TurnRecords(region, 0, 0, RANKS), new TurnRecords(region, 0, 1, RANKS)};

    void show(int rank, long turn, int number) {
        TurnRecords records = views[rank];
        region.putLong(DATA_OFFSET, number);
        Region head = records.ownHead(TurnRecords.HEAD_BYTES);
        for (int at = 0; at < TurnRecords.HEAD_BYTES; at += Long.BYTES) {
            head.putLong(at, number);
        }
        records.setPlace(number);
        records.tell(number);
        records.show(turn, 1, number);
    }

    /** Rank 1 shows that it is there, and nothing else. */
    void follow(long turn) {
        views[1].show(turn, 1, 0);
    }

    boolean hasShown(int viewer, int owner, long turn) {
        return views[viewer].progressOf(owner, turn) >= TurnRecords.progress(turn, 1);
    }

    /** What rank 1 finds of rank 0: "none", "whole", or what is not {@code number}. */
    String read(long turn, int number) {
        TurnRecords records = views[1];
        if (!hasShown(1, 0, turn)) {
            return "none";
        }
        if (records.markOf(0, turn) != number) {
            return "another mark";
        }
        if (records.toldBy(0, turn) != number || records.placeOf(0, turn) != number) {
            return "another number";
        }
        Region head = records.headOf(0, turn, TurnRecords.HEAD_BYTES);
        for (int at = 0; at < TurnRecords.HEAD_BYTES; at += Long.BYTES) {
            if (head.getLong(at) != number) {
                return "other bytes";
            }
        }
        return region.getLong(DATA_OFFSET) == number ? "whole" : "other data";
    }
}
