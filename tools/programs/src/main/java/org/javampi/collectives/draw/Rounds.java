package org.javampi.collectives.draw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When each message travels if all ranks begin together, a message takes one round, and a rank sends one at a time.
 */
final class Rounds {
    /** A message that leaves at the beginning of {@code round}, counted from 0. */
    record Arrow(int source, int dest, int round) {}

    private final List<List<Recording.Step>> steps;
    private final int[] next;
    private final int[] time;
    private final boolean[] hasSent;
    private final List<List<Integer>> open = new ArrayList<>();
    private final Map<Long, ArrayDeque<Integer>> under = new HashMap<>();
    private final List<Arrow> arrows = new ArrayList<>();

    Rounds(List<List<Recording.Step>> steps) {
        this.steps = steps;
        next = new int[steps.size()];
        time = new int[steps.size()];
        hasSent = new boolean[steps.size()];
        steps.forEach(any -> open.add(new ArrayList<>()));
        boolean moves = true;
        while (moves) {
            moves = false;
            for (int rank = 0; rank < steps.size(); rank++) {
                while (next[rank] < steps.get(rank).size()
                        && advance(rank, steps.get(rank).get(next[rank]))) {
                    next[rank]++;
                    moves = true;
                }
            }
        }
    }

    List<Arrow> arrows() {
        return arrows;
    }

    int count() {
        return arrows.stream().mapToInt(arrow -> arrow.round + 1).max().orElse(0);
    }

    private boolean advance(int rank, Recording.Step step) {
        switch (step.kind()) {
            case SEND, START_SEND -> {
                send(rank, step.dest());
                time[rank]++;
                return true;
            }
            case START_RECEIVE -> {
                open.get(rank).add(step.source());
                return true;
            }
            case RECEIVE -> {
                return receive(rank, step.source());
            }
            case EXCHANGE -> {
                if (!hasSent[rank]) {
                    send(rank, step.dest());
                    hasSent[rank] = true;
                }
                int before = time[rank];
                if (!receive(rank, step.source())) {
                    return false;
                }
                time[rank] = Math.max(time[rank], before + 1);
                hasSent[rank] = false;
                return true;
            }
            default -> {
                while (!open.get(rank).isEmpty()) {
                    if (!receive(rank, open.get(rank).get(0))) {
                        return false;
                    }
                    open.get(rank).remove(0);
                }
                return true;
            }
        }
    }

    private void send(int rank, int dest) {
        arrows.add(new Arrow(rank, dest, time[rank]));
        way(rank, dest).add(time[rank] + 1);
    }

    private boolean receive(int rank, int source) {
        Integer arrival = way(source, rank).poll();
        if (arrival == null) {
            return false;
        }
        time[rank] = Math.max(time[rank], arrival);
        return true;
    }

    private ArrayDeque<Integer> way(int source, int dest) {
        return under.computeIfAbsent((long) source << 32 | dest, any -> new ArrayDeque<>());
    }
}
