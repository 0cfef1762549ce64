package org.javampi.river.mapreduce;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import org.javampi.river.farm.ObjectBytes;

/**
 * The order of keys on all VMs: the program's comparator, then the keys' own order, or that of their bytes where they have
 * none, so that only equal keys compare as equal.
 */
final class KeyOrder<K> implements Comparator<K>, Serializable {
    private static final long serialVersionUID = 1L;

    /** Null when the program has given none. Serializable, as it travels. */
    @SuppressWarnings("serial") // one that is not is refused by name when it is to travel
    private final Comparator<? super K> wanted;

    KeyOrder(Comparator<? super K> wanted) {
        this.wanted = wanted;
    }

    @Override
    @SuppressWarnings("unchecked") // of one class, as each map's keys are
    public int compare(K one, K other) {
        int order = wanted == null ? 0 : wanted.compare(one, other);
        if (order != 0 || one.equals(other)) {
            return order;
        }
        if (one instanceof Comparable<?> && one.getClass() == other.getClass()) {
            order = ((Comparable<Object>) one).compareTo(other);
            if (order != 0) {
                return order;
            }
        }
        return Arrays.compare(ObjectBytes.of(one, "a key"), ObjectBytes.of(other, "a key"));
    }

    /** The part of a key when the program does not say: by its hash code, which for enums differs from VM to VM. */
    static int partOf(Object key, int parts) {
        int hash = key instanceof Enum<?> constant ? constant.name().hashCode() : key.hashCode();
        return Math.floorMod(hash * 0x9E3779B1, parts);
    }
}
