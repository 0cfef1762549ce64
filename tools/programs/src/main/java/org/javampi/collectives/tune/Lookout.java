package org.javampi.collectives.tune;

import static org.javampi.MPI.MPI_COMM_WORLD;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Measures cells again and again, in windows some time apart: the built-in choice and another in
 * turn, each time on communicators and memory of their own.
 */
final class Lookout implements AutoCloseable {
    private static final int ROUNDS = 9;
    private static final double ROUND_MICROS = 3_000;

    /** States of a machine last longer, a compiler's work or another process's seldom does. */
    private static final int SECOND_LOOK_MILLIS = 300;

    /** So many times the rounds where the first were unsteady. */
    private static final int PATIENCE = 3;

    private final Stopwatch watch = new Stopwatch(ROUND_MICROS);
    private final Pulse pulse = new Pulse(watch);
    private final Place place = Place.of(MPI_COMM_WORLD);
    private final Function<Cell, String> rules;
    private int windows;
    private boolean cold = true;

    /**
     * All ranks together.
     *
     * @param rules under which the other runs
     * @param windows that others have opened before
     */
    Lookout(Function<Cell, String> rules, int windows) {
        this.rules = rules;
        this.windows = windows;
    }

    /**
     * The next window.
     *
     * @param cells in another order each time
     * @param found takes each cell's window
     * @return a barrier's time, see {@link Pulse}
     */
    double open(List<Cell> cells, BiConsumer<Cell, Window> found) {
        if (cold) {
            cells.forEach(this::warm);
            cold = false;
        }
        Map<Cell, Duel> duels = new LinkedHashMap<>();
        double before = pulse.micros();
        order(cells, windows++).forEach(cell -> duels.put(cell, duel(cell)));
        // What disturbs a barrier makes it longer: compilers of a new process above all.
        double micros = Math.min(before, pulse.micros());
        double state = place.crowded() ? Double.NaN : micros;
        duels.forEach((cell, duel) -> found.accept(cell, Window.of(state, duel)));
        return micros;
    }

    /** Begins further on each time, and goes the other way round every other time. */
    static <T> List<T> order(List<T> all, int window) {
        List<T> order = new ArrayList<>(all);
        Collections.rotate(order, -window);
        if (window % 2 == 1) {
            Collections.reverse(order);
        }
        return order;
    }

    /** Lets some time go by, in which the machine may change. */
    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted before a window", e);
        }
    }

    private CollectiveCall builtIn(Cell cell) {
        return new CollectiveCall(MPI_COMM_WORLD, "", cell);
    }

    private CollectiveCall other(Cell cell) {
        return new CollectiveCall(MPI_COMM_WORLD, rules.apply(cell), cell);
    }

    private void warm(Cell cell) {
        try (CollectiveCall one = builtIn(cell);
                CollectiveCall two = other(cell)) {
            watch.warm(one);
            watch.warm(two);
        }
    }

    /** Of two looks at something slower the one that speaks for it: noise seldom comes twice. */
    private Duel duel(Cell cell) {
        Duel duel = duel(cell, ROUNDS);
        if (duel.outcome() == Outcome.UNSTEADY) {
            duel = duel(cell, ROUNDS * PATIENCE);
        }
        if (duel.outcome() == Outcome.SLOWER) {
            pause(SECOND_LOOK_MILLIS);
            Duel second = duel(cell, ROUNDS);
            return second.outcome() == Outcome.SLOWER ? duel : second;
        }
        return duel;
    }

    private Duel duel(Cell cell, int rounds) {
        double[][] micros = watch.inTurn(List.of(() -> builtIn(cell), () -> other(cell)), cell.bytes(), rounds);
        return Duel.of(micros[0], micros[1]);
    }

    @Override
    public void close() {
        pulse.close();
    }
}
