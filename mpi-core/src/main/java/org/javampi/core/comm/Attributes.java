package org.javampi.core.comm;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Attribute values cached on one communicator (MPI-1.1 §5.7), null values included. Thread-safe.
 */
public final class Attributes implements Serializable {
    private static final long serialVersionUID = 2L;

    /** What {@link #find} answers where there is no value; null may be one. */
    public static final Object NONE = new Object();

    @SuppressWarnings("serial") // what the program has put must be, and is told so otherwise
    private final Map<Keyval, Entry> entries = new LinkedHashMap<>();

    /** One value, as long as it is there. */
    public static final class Entry implements Serializable {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // the program's
        private final Object value;

        /** Its delete callback runs: nobody else may begin to delete it. */
        private transient boolean leaving;

        private Entry(Object value) {
            this.value = value;
        }

        /** What the program has put. */
        public Object value() {
            return value;
        }
    }

    /** The value for {@code key}, or {@link #NONE}. */
    public synchronized Object find(Keyval key) {
        Entry entry = entries.get(key);
        return entry == null ? NONE : entry.value;
    }

    /** Stores a value; answers whether there was none before. */
    public synchronized boolean put(Keyval key, Object value) {
        return entries.put(key, new Entry(value)) == null;
    }

    /**
     * Begins to delete a value, which stays until {@link #endDeletion}. Callbacks may delete other
     * values, and this one: only one caller gets it.
     *
     * @return null when there is no value or it is being deleted
     */
    public synchronized Entry beginDeletion(Keyval key) {
        Entry entry = entries.get(key);
        if (entry == null || entry.leaving) {
            return null;
        }
        entry.leaving = true;
        return entry;
    }

    /**
     * Ends what {@link #beginDeletion} has begun.
     *
     * @param deleted false when the callback has failed: the value stays
     * @return whether the key has no value now; it has one when another was put meanwhile
     */
    public synchronized boolean endDeletion(Keyval key, Entry entry, boolean deleted) {
        entry.leaving = false;
        return deleted && entries.remove(key, entry);
    }

    /** The keys that have a value, in the order in which they were first put. */
    public synchronized List<Keyval> keys() {
        return new ArrayList<>(entries.keySet());
    }
}
