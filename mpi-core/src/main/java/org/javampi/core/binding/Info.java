package org.javampi.core.binding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.javampi.MPI;
import org.javampi.MPI_Info;
import org.javampi.core.failure.MpiFailure;

/** An info object: pairs in the order in which their keys were first set. Thread-safe. */
final class Info extends MPI_Info {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a LinkedHashMap
    private final Map<String, String> pairs = new LinkedHashMap<>();

    private boolean freed;

    /** An info object with these pairs. */
    static Info of(Map<String, String> pairs) {
        Info info = new Info();
        info.pairs.putAll(pairs);
        return info;
    }

    static void checkKey(String key) {
        if (key == null || key.isEmpty() || key.length() > MPI.MPI_MAX_INFO_KEY) {
            throw new MpiFailure(
                    MPI.MPI_ERR_INFO_KEY,
                    (key == null ? "key is null" : "key has " + key.length() + " characters") + " (allowed 1.."
                            + MPI.MPI_MAX_INFO_KEY + ", MPI_MAX_INFO_KEY)");
        }
    }

    static void checkValue(String value) {
        if (value == null || value.length() > MPI.MPI_MAX_INFO_VAL) {
            throw new MpiFailure(
                    MPI.MPI_ERR_INFO_VALUE,
                    (value == null ? "value is null" : "value has " + value.length() + " characters") + " (allowed 0.."
                            + MPI.MPI_MAX_INFO_VAL + ", MPI_MAX_INFO_VAL)");
        }
    }

    synchronized void set(String key, String value) {
        pairs.put(key, value);
    }

    /** The value, or null. */
    synchronized String get(String key) {
        return pairs.get(key);
    }

    synchronized void delete(String key) {
        if (pairs.remove(key) == null) {
            throw new MpiFailure(MPI.MPI_ERR_INFO_NOKEY, "the info object has no key '" + key + "'");
        }
    }

    synchronized int size() {
        return pairs.size();
    }

    synchronized String key(int position) {
        List<String> keys = new ArrayList<>(pairs.keySet());
        if (position < 0 || position >= keys.size()) {
            throw new MpiFailure(
                    MPI.MPI_ERR_ARG,
                    "n " + position + " is no position of a key (the info object has " + keys.size() + ", from 0)");
        }
        return keys.get(position);
    }

    synchronized Map<String, String> pairs() {
        return new LinkedHashMap<>(pairs);
    }

    synchronized Info copy() {
        return of(pairs);
    }

    synchronized boolean isFreed() {
        return freed;
    }

    synchronized void free() {
        freed = true;
    }

    @Override
    public synchronized String toString() {
        return "info " + pairs;
    }
}
