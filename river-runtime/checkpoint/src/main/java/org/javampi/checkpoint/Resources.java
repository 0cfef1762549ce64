package org.javampi.checkpoint;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.javampi.job.control.CheckpointOrder;
import org.javampi.job.control.CheckpointOrder.Verb;
import org.javampi.job.control.CheckpointReport;

/**
 * The resources of a job as their coordinator sees them: who takes part, who stands and at which
 * point, and who has been told to go on.
 *
 * <p>An arrival and the order that lets it go may cross. So each ABANDON has a number, and an
 * arrival says which of them had come by then: one that had not heard of its release is past.
 */
final class Resources {
    private final int size;
    private final Orders orders;
    private final BitSet joined = new BitSet();

    /** Where they stand, by rank. */
    private final Map<Integer, Long> points = new HashMap<>();

    /** By rank: number of the last ABANDON it was told. */
    private final long[] released;

    private long releases;

    /** Of {@code size} resources none takes part yet. */
    Resources(int size, Orders orders) {
        this.size = size;
        this.orders = orders;
        released = new long[size];
    }

    void tellAll(CheckpointOrder order) {
        for (int rank = 0; rank < size; rank++) {
            orders.tell(rank, order);
        }
    }

    /** Resource {@code rank} takes part; orders before this moment may not have reached it. */
    void onJoined(int rank) {
        joined.set(rank);
        released[rank] = 0;
    }

    /** Whether all take part. */
    boolean haveJoined() {
        return joined.cardinality() == size;
    }

    /**
     * Resource {@code rank} says that it stands.
     *
     * @return false when it had not heard yet that it may go on, and by now it has
     */
    boolean onArrived(int rank, CheckpointReport report) {
        if (report.epoch() < released[rank]) {
            return false;
        }
        points.put(rank, report.number());
        return true;
    }

    /** Lets {@code rank} go on: checkpoint {@code epoch} will not be, because of {@code why}. */
    void release(int rank, long epoch, String why) {
        points.remove(rank);
        released[rank] = ++releases;
        orders.tell(rank, new CheckpointOrder(Verb.ABANDON, epoch, releases, why));
    }

    /** Lets all go on, those too that do not stand yet. */
    void releaseAll(long epoch, String why) {
        for (int rank = 0; rank < size; rank++) {
            release(rank, epoch, why);
        }
    }

    /** Lets go on who stands. */
    void releaseStanding(long epoch, String why) {
        List.copyOf(points.keySet()).forEach(rank -> release(rank, epoch, why));
    }

    /** All go on, with their images made. */
    void thaw(long epoch, long point) {
        points.clear();
        tellAll(CheckpointOrder.of(Verb.THAW, epoch, point));
    }

    boolean doSomeStand() {
        return !points.isEmpty();
    }

    /** Whether all stand, wherever that is. */
    boolean doAllStand() {
        return points.size() == size;
    }

    /** A point where a rank stands. */
    long anyPoint() {
        return points.values().iterator().next();
    }

    /** Who does not stand. */
    List<Integer> missing() {
        List<Integer> missing = new ArrayList<>();
        for (int rank = 0; rank < size; rank++) {
            if (!points.containsKey(rank)) {
                missing.add(rank);
            }
        }
        return missing;
    }

    /** A rank that stands elsewhere than at {@code point}, in words. */
    Optional<String> elsewhere(long point) {
        return points.entrySet().stream()
                .filter(entry -> entry.getValue() != point)
                .map(entry -> "rank "
                        + entry.getKey()
                        + " stands at point "
                        + entry.getValue()
                        + ", others at point "
                        + point)
                .findFirst();
    }
}
