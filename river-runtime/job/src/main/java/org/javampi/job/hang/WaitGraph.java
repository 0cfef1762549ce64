package org.javampi.job.hang;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who waits for whom, as an AND/OR graph, and its reduction: a rank that can act may serve those that wait for it, so
 * they can act, too, and so on. The ranks that are left when nothing changes any more can never go on: whatever any of
 * them waits for must come from one of them, or from a rank that is gone.
 *
 * <p>The reduction is the one of the general resource model with OR and AND requests (Knapp, Deadlock detection in
 * distributed databases, ACM Computing Surveys 19(4), 1987). Single-threaded.
 */
public final class WaitGraph {
    private final Map<Integer, List<Wait>> waits = new TreeMap<>();

    /**
     * One thread's wait.
     *
     * @param any whether one need is enough; else all must be met
     * @param needs for each, the ranks of which any one can meet it
     */
    public record Wait(boolean any, List<int[]> needs) {}

    /** A graph without ranks. */
    public WaitGraph() {}

    /** A thread of {@code rank} waits. A rank for which nothing is added can act; each of its threads may free it. */
    public void add(int rank, Wait wait) {
        waits.computeIfAbsent(rank, key -> new ArrayList<>()).add(wait);
    }

    /** The rank will never act again: it has ended. */
    public void addGone(int rank) {
        waits.computeIfAbsent(rank, key -> new ArrayList<>());
    }

    /** The ranks that can never go on, those that are gone included. */
    public NavigableSet<Integer> stuck() {
        NavigableSet<Integer> stuck = new TreeSet<>(waits.keySet());
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Iterator<Integer> ranks = stuck.iterator(); ranks.hasNext(); ) {
                int rank = ranks.next();
                if (canGoOn(waits.get(rank), stuck)) {
                    ranks.remove();
                    changed = true;
                }
            }
        }
        return stuck;
    }

    private static boolean canGoOn(List<Wait> threads, NavigableSet<Integer> stuck) {
        for (Wait wait : threads) {
            boolean any = false;
            boolean all = true;
            for (int[] providers : wait.needs()) {
                boolean met = canBeMet(providers, stuck);
                any |= met;
                all &= met;
            }
            if (wait.any() ? any : all) {
                return true;
            }
        }
        return false;
    }

    private static boolean canBeMet(int[] providers, NavigableSet<Integer> stuck) {
        for (int provider : providers) {
            if (!stuck.contains(provider)) {
                return true;
            }
        }
        return false;
    }
}
