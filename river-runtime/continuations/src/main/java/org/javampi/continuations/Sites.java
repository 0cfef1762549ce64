package org.javampi.continuations;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Where the rewritten methods of one program may be frozen. Any thread. */
public final class Sites {
    private final Map<String, Set<Integer>> offsets = new ConcurrentHashMap<>();

    /** No method yet. */
    public Sites() {}

    /**
     * Adds a rewritten method.
     *
     * @param method as {@link Frame#method} has it
     * @param callOffsets of each call that may be left and entered again, its place in the method's bytes
     */
    public void add(String method, Collection<Integer> callOffsets) {
        offsets.put(method, Set.copyOf(callOffsets));
    }

    boolean has(String method, int offset) {
        return offsets.getOrDefault(method, Set.of()).contains(offset);
    }
}
