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
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // what the program has put must be, and is told so otherwise
    private final Map<Keyval, Object> values = new LinkedHashMap<>();

    /** Whether there is a value for {@code key}. */
    public synchronized boolean has(Keyval key) {
        return values.containsKey(key);
    }

    /** The value for {@code key}; null also when there is none. */
    public synchronized Object get(Keyval key) {
        return values.get(key);
    }

    /** Stores a value; answers whether there was none before. */
    public synchronized boolean put(Keyval key, Object value) {
        boolean fresh = !values.containsKey(key);
        values.put(key, value);
        return fresh;
    }

    public synchronized void remove(Keyval key) {
        values.remove(key);
    }

    /** The keys that have a value, in the order in which they were first put. */
    public synchronized List<Keyval> keys() {
        return new ArrayList<>(values.keySet());
    }
}
