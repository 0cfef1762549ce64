package org.javampi.collectives.tune;

import static org.javampi.MPI.*;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Takes times of calls, as the slowest rank has them: so all ranks come to the same decisions. All
 * call it alike.
 */
final class Stopwatch {
    private static final int MOST_CALLS = 5_000;

    /**
     * What a call moves before its time is taken: memory is slow when it is used for the first
     * time, and some algorithms go through more of it than a few calls need.
     */
    private static final int FIRST_BYTES = 8 << 20;

    private static final int MOST_FIRST_CALLS = 1_000;

    /** Until the compiler has seen a call. */
    private static final double WARM_MICROS = 50_000;

    private final double[] own = new double[1];
    private final double[] slowest = new double[1];
    private final double roundMicros;

    /** With rounds of about {@code roundMicros}. */
    Stopwatch(double roundMicros) {
        this.roundMicros = roundMicros;
    }

    /** Microseconds of a call in a round of {@code calls}. */
    double round(CollectiveCall call, int calls) {
        MPI_Barrier(MPI_COMM_WORLD);
        long start = System.nanoTime();
        call.run(calls);
        own[0] = (System.nanoTime() - start) / 1e3 / calls;
        MPI_Allreduce(own, slowest, 1, MPI_DOUBLE, MPI_MAX, MPI_COMM_WORLD);
        return slowest[0];
    }

    /** How many calls make a round. */
    int calls(CollectiveCall call) {
        round(call, 1);
        double few = round(call, 3);
        return (int) Math.max(1, Math.min(MOST_CALLS, roundMicros / few));
    }

    /** Lets a call run until the compiler has seen it. */
    void warm(CollectiveCall call) {
        int calls = calls(call);
        double spent = 0;
        while (spent < WARM_MICROS) {
            spent += round(call, calls) * calls;
        }
    }

    /**
     * Takes times in turn, another first in each round.
     *
     * @param makers of what is measured, on communicators and memory of their own; the first gives
     *     the number of calls in a round
     * @param bytes of each call, as {@link Cell#bytes}
     * @return microseconds by maker and round
     */
    double[][] inTurn(List<Supplier<CollectiveCall>> makers, int bytes, int rounds) {
        List<CollectiveCall> measured = new ArrayList<>();
        makers.forEach(maker -> measured.add(maker.get()));
        int first = Math.max(1, Math.min(MOST_FIRST_CALLS, FIRST_BYTES / Math.max(1, bytes)));
        measured.forEach(call -> round(call, first));
        double[][] micros = new double[measured.size()][rounds];
        int calls = calls(measured.get(0));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < measured.size(); i++) {
                int at = (i + round) % measured.size();
                micros[at][round] = round(measured.get(at), calls);
            }
        }
        measured.forEach(CollectiveCall::close);
        return micros;
    }
}
