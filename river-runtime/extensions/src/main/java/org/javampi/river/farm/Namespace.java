package org.javampi.river.farm;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Named values of a worker, which last from one task to the next and end with the worker. */
public final class Namespace {
    /** Set in the threads of a worker's tasks, and inherited by those that they start. */
    private static final InheritableThreadLocal<Map<String, Object>> HERE = new InheritableThreadLocal<>();

    private static final InheritableThreadLocal<Integer> NUMBER = new InheritableThreadLocal<>();

    private Namespace() {}

    /**
     * The values of the worker that the calling thread belongs to.
     *
     * @throws IllegalStateException when it belongs to none
     */
    public static Map<String, Object> here() {
        Map<String, Object> names = HERE.get();
        if (names == null) {
            throw new IllegalStateException("this thread runs no task of a farm: only tasks have named values");
        }
        return names;
    }

    /**
     * The number of the worker that the calling thread belongs to: see {@link Worker#number}.
     *
     * @return -1 when it belongs to none
     */
    public static int workerNumber() {
        Integer number = NUMBER.get();
        return number == null ? -1 : number;
    }

    /** Gives the calling thread values of its own. */
    static void open(int worker) {
        HERE.set(new ConcurrentHashMap<>());
        NUMBER.set(worker);
    }
}
