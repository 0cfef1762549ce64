package mpi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Hints: values under keys. */
public final class Info implements Freeable, Cloneable {
    private Map<String, String> entries = new LinkedHashMap<>();

    /** An empty one. */
    public Info() {}

    /** The null one. */
    private Info(Map<String, String> entries) {
        this.entries = entries;
    }

    static Info ofNull() {
        return new Info(null);
    }

    private Map<String, String> entries() {
        if (entries == null) {
            throw new MPIException(MPI.ERR_INFO, "the Info is null or has been freed");
        }
        return entries;
    }

    /** Puts a value. */
    public void set(String key, String value) {
        entries().put(key, value);
    }

    /** The value of a key, or null. */
    public String get(String key) {
        return entries().get(key);
    }

    /** Removes a key. */
    public void delete(String key) {
        if (entries().remove(key) == null) {
            throw new MPIException(MPI.ERR_INFO_NOKEY, "the Info has no key " + key);
        }
    }

    /** Number of keys. */
    public int size() {
        return entries().size();
    }

    /** Key number {@code i}, in the order in which they were put. */
    public String getKey(int i) {
        return new ArrayList<>(entries().keySet()).get(i);
    }

    @Override
    public Info clone() {
        return dup();
    }

    /** A copy. */
    public Info dup() {
        return new Info(new LinkedHashMap<>(entries()));
    }

    /** Empties it for good. */
    @Override
    public void free() {
        entries = null;
    }

    /** Whether it is null or has been freed. */
    public boolean isNull() {
        return entries == null;
    }
}
