package org.javampi.river.resource;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * What a VM knows of resources elsewhere, which come and go as long as it lives and mostly without
 * a word: what nobody has asked for as long as a memory keeps is forgotten when something new
 * comes, so that there is never more than was used in twice that time. Any thread.
 */
final class ExpiringMap<V> {
    private final Map<UUID, Entry<V>> entries = new ConcurrentHashMap<>();
    private final long keepNs;
    private final LongSupplier clock;
    private final AtomicLong lastLookNs;

    /** A value and when it was used last; a hint, so plain enough to be written by each reader. */
    private static final class Entry<V> {
        private final V value;
        private volatile long usedNs;

        private Entry(V value, long usedNs) {
            this.value = value;
            this.usedNs = usedNs;
        }
    }

    /**
     * An empty memory.
     *
     * @param keepNs how long it keeps what is not used
     * @param clock in nanoseconds
     */
    ExpiringMap(long keepNs, LongSupplier clock) {
        this.keepNs = keepNs;
        this.clock = clock;
        lastLookNs = new AtomicLong(clock.getAsLong());
    }

    /** What is known of a resource, or null. */
    V get(UUID resource) {
        Entry<V> entry = entries.get(resource);
        if (entry == null) {
            return null;
        }
        entry.usedNs = clock.getAsLong();
        return entry.value;
    }

    /** Notes something new, in place of what was known. */
    void put(UUID resource, V value) {
        entries.put(resource, entry(value));
    }

    /** Notes something, unless something is known already. */
    void putIfAbsent(UUID resource, V value) {
        if (get(resource) == null) {
            entries.putIfAbsent(resource, entry(value));
        }
    }

    private Entry<V> entry(V value) {
        long nowNs = clock.getAsLong();
        long lookNs = lastLookNs.get();
        if (nowNs - lookNs >= keepNs && lastLookNs.compareAndSet(lookNs, nowNs)) {
            entries.values().removeIf(entry -> nowNs - entry.usedNs >= keepNs);
        }
        return new Entry<>(value, nowNs);
    }

    /** Forgets a resource. */
    void remove(UUID resource) {
        entries.remove(resource);
    }

    /** Forgets what {@code whom} says. */
    void removeIf(Predicate<V> whom) {
        entries.values().removeIf(entry -> whom.test(entry.value));
    }

    /** Of how many resources something is known. */
    int size() {
        return entries.size();
    }
}
