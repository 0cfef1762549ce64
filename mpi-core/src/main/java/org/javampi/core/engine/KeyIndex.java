package org.javampi.core.engine;

/**
 * Finds the oldest entry of a key among many: a chained hash table of lanes, one for each key that
 * has entries. Adding, finding and removing take expected constant time, however many entries share
 * a key. Makes garbage only when it grows; {@link #trim} gives back what is not needed any more.
 */
final class KeyIndex<E> {
    private static final int LEAST_SLOTS = 64;
    private static final int KEPT_LANES = 1024;

    /** 2^64 / golden ratio: the upper bits of a product with it are spread well (Knuth, 6.4). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final PoolSurplus surplus;
    private final LowWaterMark spareLanes = new LowWaterMark(KEPT_LANES);
    private Lane<E>[] slots = slots(LEAST_SLOTS);
    private Lane<E> spare;
    private int laneCount;

    /** Lanes looked at or moved so far. */
    private long steps;

    KeyIndex(PoolSurplus surplus) {
        this.surplus = surplus;
    }

    /** One key of a source and a tag. */
    static long key(int source, int tag) {
        return (long) source << Integer.SIZE | tag & 0xFFFF_FFFFL;
    }

    /** The entry of {@code key} that was added first, or null. */
    E first(long key) {
        Lane<E> lane = lane(key);
        return lane == null ? null : lane.first.entry;
    }

    /** Adds the owner of {@code link}, which stands in no index, behind all others of its key. */
    void add(long key, Link<E> link) {
        Lane<E> lane = lane(key);
        (lane != null ? lane : open(key)).add(link);
    }

    void remove(Link<E> link) {
        Lane<E> lane = link.lane;
        lane.remove(link);
        if (lane.first == null) {
            close(lane);
        }
    }

    long steps() {
        return steps;
    }

    /** Slots of the table: what it holds. */
    int slotCount() {
        return slots.length;
    }

    /**
     * Drops what has not been needed since the last call; answers whether more than what may always
     * be kept is left.
     */
    boolean trim() {
        for (int unneeded = spareLanes.look(); unneeded > 0; unneeded--) {
            spare = spare.next;
        }
        int needed = LEAST_SLOTS;
        while (needed < laneCount + spareLanes.spare()) {
            needed *= 2;
        }
        if (needed <= slots.length / 4) {
            resize(needed);
        }
        return spareLanes.isHigh();
    }

    private Lane<E> lane(long key) {
        Lane<E> lane = slots[slot(key)];
        while (lane != null && lane.key != key) {
            lane = lane.next;
            steps++;
        }
        steps++;
        return lane;
    }

    private Lane<E> open(long key) {
        if (laneCount == slots.length) {
            resize(2 * slots.length);
        }
        Lane<E> lane = spare;
        if (lane == null) {
            lane = new Lane<>();
        } else {
            spare = lane.next;
            spareLanes.fall();
        }
        lane.key = key;
        put(lane);
        laneCount++;
        return lane;
    }

    private void close(Lane<E> lane) {
        int slot = slot(lane.key);
        if (slots[slot] == lane) {
            slots[slot] = lane.next;
        } else {
            Lane<E> before = slots[slot];
            while (before.next != lane) {
                before = before.next;
                steps++;
            }
            before.next = lane.next;
        }
        laneCount--;
        lane.next = spare;
        spare = lane;
        spareLanes.rise();
        if (spareLanes.isHigh()) {
            surplus.note();
        }
    }

    private void put(Lane<E> lane) {
        int slot = slot(lane.key);
        lane.next = slots[slot];
        slots[slot] = lane;
    }

    private void resize(int slotCount) {
        Lane<E>[] old = slots;
        slots = slots(slotCount);
        for (Lane<E> head : old) {
            Lane<E> lane = head;
            while (lane != null) {
                Lane<E> next = lane.next;
                put(lane);
                lane = next;
                steps++;
            }
        }
    }

    private int slot(long key) {
        return (int) (key * SPREAD >>> Long.numberOfLeadingZeros(slots.length) + 1);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of a generic class
    private static <E> Lane<E>[] slots(int count) {
        return new Lane[count];
    }
}
