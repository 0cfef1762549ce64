package org.javampi.river.checkpoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which resources stand, and at which point. */
final class Standing {
    private final Map<Integer, Long> points = new HashMap<>();

    /** By rank: number of the last ABANDON it was told. */
    private final long[] released;

    private long releases;

    /** Of {@code size} resources none stands. */
    Standing(int size) {
        released = new long[size];
    }

    /** Orders before this moment may not have reached it. */
    void onJoined(int rank) {
        released[rank] = 0;
    }

    /**
     * Resource {@code rank} says that it stands.
     *
     * @return false when it had not heard yet that it may go on, and by now it has
     */
    boolean onArrived(int rank, Report report) {
        if (report.epoch() < released[rank]) {
            return false;
        }
        points.put(rank, report.number());
        return true;
    }

    /** It goes on; answers the number of the ABANDON that tells it so. */
    long release(int rank) {
        points.remove(rank);
        released[rank] = ++releases;
        return releases;
    }

    /** All go on. */
    void clear() {
        points.clear();
    }

    boolean isEmpty() {
        return points.isEmpty();
    }

    /** Whether all stand, wherever that is. */
    boolean isComplete() {
        return points.size() == released.length;
    }

    /** A point where somebody stands. */
    long any() {
        return points.values().iterator().next();
    }

    List<Integer> ranks() {
        return new ArrayList<>(points.keySet());
    }

    /** Who does not stand. */
    List<Integer> missing() {
        List<Integer> missing = new ArrayList<>();
        for (int rank = 0; rank < released.length; rank++) {
            if (!points.containsKey(rank)) {
                missing.add(rank);
            }
        }
        return missing;
    }

    /** Somebody who stands elsewhere than at {@code point}, in words. */
    Optional<String> elsewhere(long point) {
        return points.entrySet().stream()
                .filter(entry -> entry.getValue() != point)
                .map(
                        entry ->
                                "rank "
                                        + entry.getKey()
                                        + " stands at point "
                                        + entry.getValue()
                                        + ", others at point "
                                        + point)
                .findFirst();
    }
}
