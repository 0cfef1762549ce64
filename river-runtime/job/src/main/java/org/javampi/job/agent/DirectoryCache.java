package org.javampi.job.agent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the directory has told the virtual machines of one host: each entry is asked for once for all of them.
 * Entries never change in the life of a job (see {@link org.javampi.job.RankHost#publish}). Thread-safe.
 */
final class DirectoryCache {
    private final Map<Entry, String> known = new HashMap<>();
    private final Map<Entry, Set<Integer>> asking = new HashMap<>();

    /** The name of an entry. */
    record Entry(int rank, String key) {}

    /** What is to be done about a question. */
    enum Step {
        /** It is known: {@link #value} has it. */
        ANSWER,
        /** It has been asked for, and will come. */
        WAIT,
        /** Nobody here has asked before. */
        ASK
    }

    /** A machine wants an entry. */
    synchronized Step onWanted(int vm, Entry entry) {
        if (known.containsKey(entry)) {
            return Step.ANSWER;
        }
        Set<Integer> machines = asking.get(entry);
        if (machines != null) {
            machines.add(vm);
            return Step.WAIT;
        }
        asking.put(entry, new LinkedHashSet<>(List.of(vm)));
        return Step.ASK;
    }

    /** An entry that is known. */
    synchronized String value(Entry entry) {
        return known.get(entry);
    }

    /** The directory has answered; answers the machines that have asked meanwhile. */
    synchronized List<Integer> onKnown(Entry entry, String value) {
        known.put(entry, value);
        Set<Integer> machines = asking.remove(entry);
        return machines == null ? List.of() : new ArrayList<>(machines);
    }
}
