package org.javampi.river.tasks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which tasks come after which. Set up by one thread; then it does not change. */
final class TaskGraph {
    private final Map<Integer, Set<Integer>> earlier = new TreeMap<>();
    private final Map<Integer, Set<Integer>> later = new TreeMap<>();

    /** A task is begun when these others have succeeded. */
    void add(int task, int... others) {
        for (int other : others) {
            earlier.computeIfAbsent(task, key -> new LinkedHashSet<>()).add(other);
            later.computeIfAbsent(other, key -> new LinkedHashSet<>()).add(task);
        }
    }

    /** Whether no task comes after another. */
    boolean isEmpty() {
        return earlier.isEmpty();
    }

    /** The tasks that one comes after, in the order in which they were named. */
    Set<Integer> before(int task) {
        return earlier.getOrDefault(task, Set.of());
    }

    /** The tasks that come after one. */
    Set<Integer> after(int task) {
        return later.getOrDefault(task, Set.of());
    }

    /** All that come after one, directly or not. */
    Set<Integer> allAfter(int task) {
        Set<Integer> found = new LinkedHashSet<>();
        ArrayDeque<Integer> open = new ArrayDeque<>(after(task));
        while (!open.isEmpty()) {
            int next = open.remove();
            if (found.add(next)) {
                open.addAll(after(next));
            }
        }
        return found;
    }

    /**
     * Checks it against the list that it is for.
     *
     * @throws IllegalArgumentException when it names a task that does not exist, or goes in a circle: names the circle
     */
    void check(int count) {
        for (Map<Integer, Set<Integer>> side : List.of(earlier, later)) {
            for (int task : side.keySet()) {
                if (task < 0 || task >= count) {
                    throw new IllegalArgumentException(
                            "after names task " + task + ": the list has tasks 0 to " + (count - 1));
                }
            }
        }
        int[] waitsFor = new int[count];
        ArrayDeque<Integer> ready = new ArrayDeque<>();
        for (int task = 0; task < count; task++) {
            waitsFor[task] = before(task).size();
            if (waitsFor[task] == 0) {
                ready.add(task);
            }
        }
        int done = 0;
        while (!ready.isEmpty()) {
            done++;
            for (int task : after(ready.remove())) {
                waitsFor[task]--;
                if (waitsFor[task] == 0) {
                    ready.add(task);
                }
            }
        }
        if (done < count) {
            throw new IllegalArgumentException("tasks wait for each other in a circle: " + circle(waitsFor));
        }
    }

    private String circle(int[] waitsFor) {
        int task = 0;
        while (waitsFor[task] == 0) {
            task++;
        }
        List<Integer> way = new ArrayList<>();
        while (!way.contains(task)) {
            way.add(task);
            int here = task;
            task = before(here).stream()
                    .filter(other -> waitsFor[other] > 0)
                    .findFirst()
                    .orElseThrow();
        }
        StringBuilder text = new StringBuilder("task ");
        for (int one : way.subList(way.indexOf(task), way.size())) {
            text.append(one).append(" after ");
        }
        return text.append(task).toString();
    }
}
