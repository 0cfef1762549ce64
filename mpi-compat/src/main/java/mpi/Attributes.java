package mpi;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Objects that a program attaches to a datatype under keys. */
final class Attributes {
    private static final AtomicInteger NEXT_KEY = new AtomicInteger(1);
    private static final Set<Integer> KEYS = ConcurrentHashMap.newKeySet();

    private final Map<Integer, Object> values = new ConcurrentHashMap<>();

    static int createKey() {
        int key = NEXT_KEY.getAndIncrement();
        KEYS.add(key);
        return key;
    }

    static void freeKey(int key) {
        check(key);
        KEYS.remove(key);
    }

    private static void check(int key) {
        if (!KEYS.contains(key)) {
            throw new MPIException(
                    MPI.ERR_KEYVAL, "key " + key + " is not one of Datatype.createKeyval, or it has been freed");
        }
    }

    void set(int key, Object value) {
        check(key);
        values.put(key, value);
    }

    Object get(int key) {
        check(key);
        return values.get(key);
    }

    void delete(int key) {
        check(key);
        values.remove(key);
    }

    void copyTo(Attributes target) {
        target.values.putAll(values);
    }
}
