package org.javampi.core.attribute;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.javampi.MPI;
import org.javampi.core.failure.MpiFailure;

/**
 * Attribute values cached on one object (MPI-1.1 §5.7), null values included. Thread-safe; callbacks run without a lock
 * and may change the attributes meanwhile: each value is deleted once.
 *
 * @param <H> handle of the object
 */
public final class Attributes<H> implements Serializable {
    private static final long serialVersionUID = 3L;

    /** What {@link #find} answers where there is no value; null may be one. */
    public static final Object NONE = new Object();

    @SuppressWarnings("serial") // what the program has put must be, and is told so otherwise
    private final Map<Keyval<H>, Entry> entries = new LinkedHashMap<>();

    /** One value, as long as it is there. */
    private static final class Entry implements Serializable {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // the program's
        private final Object value;

        /** Its delete callback runs: nobody else may begin to delete it. */
        private transient boolean leaving;

        private Entry(Object value) {
            this.value = value;
        }
    }

    /** The value for {@code key}, or {@link #NONE}. */
    public synchronized Object find(Keyval<H> key) {
        Entry entry = entries.get(key);
        return entry == null ? NONE : entry.value;
    }

    /** The keys that have a value, in the order in which they were first put. */
    public synchronized List<Keyval<H>> keys() {
        return new ArrayList<>(entries.keySet());
    }

    /** Stores a value; an earlier one is deleted first, and stays when its callback fails. */
    public void set(H owner, Keyval<H> key, Object value, Keyvals keyvals) {
        delete(owner, key, keyvals);
        attach(key, value, keyvals);
    }

    private void attach(Keyval<H> key, Object value, Keyvals keyvals) {
        if (put(key, value)) {
            keyvals.countAttachment(key, 1);
        }
    }

    private synchronized boolean put(Keyval<H> key, Object value) {
        return entries.put(key, new Entry(value)) == null;
    }

    /** Gives a duplicate what the copy callbacks say. What has gone when its turn comes is not copied. */
    public void copyTo(Attributes<H> duplicate, H owner, Keyvals keyvals) {
        for (Keyval<H> key : keys()) {
            Object original = find(key);
            if (original == NONE) {
                continue;
            }
            Object[] value = new Object[1];
            boolean[] flag = new boolean[1];
            checkCallback(key.copy(owner, original, value, flag), "copy", key);
            if (flag[0]) {
                duplicate.attach(key, value[0], keyvals);
            }
        }
    }

    /** Deletes all values, those too that delete callbacks put meanwhile. */
    public void deleteAll(H owner, Keyvals keyvals) {
        Set<Keyval<H>> deleted = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Keyval<H> key : keys()) {
                if (!delete(owner, key, keyvals)) {
                    continue;
                }
                more = true;
                if (!deleted.add(key)) {
                    throw new MpiFailure(
                            MPI.MPI_ERR_OTHER,
                            "a delete callback has put keyval " + key.number() + " on " + owner
                                    + " again while it was being freed: delete callbacks must come to an end");
                }
            }
        }
    }

    /**
     * Runs the delete callback of a value and removes the value, unless the callback fails. Callbacks
     * that delete values of the same object never delete one twice.
     *
     * @return whether there was a value that nobody else is about to delete
     */
    public boolean delete(H owner, Keyval<H> key, Keyvals keyvals) {
        Entry entry = beginDeletion(key);
        if (entry == null) {
            return false;
        }
        boolean deleted = false;
        try {
            checkCallback(key.delete(owner, entry.value), "delete", key);
            deleted = true;
        } finally {
            if (endDeletion(key, entry, deleted)) {
                keyvals.countAttachment(key, -1);
            }
        }
        return true;
    }

    /** Null when there is no value or it is being deleted. */
    private synchronized Entry beginDeletion(Keyval<H> key) {
        Entry entry = entries.get(key);
        if (entry == null || entry.leaving) {
            return null;
        }
        entry.leaving = true;
        return entry;
    }

    /** Answers whether the key has no value now; it has one when another was put meanwhile. */
    private synchronized boolean endDeletion(Keyval<H> key, Entry entry, boolean deleted) {
        entry.leaving = false;
        return deleted && entries.remove(key, entry);
    }

    private static void checkCallback(int code, String which, Keyval<?> key) {
        if (code != MPI.MPI_SUCCESS) {
            throw new MpiFailure(
                    MPI.MPI_ERR_OTHER,
                    "the " + which + " callback of keyval " + key.number() + " has returned " + code);
        }
    }
}
