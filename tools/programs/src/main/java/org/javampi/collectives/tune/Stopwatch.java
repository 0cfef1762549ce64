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

    /** A call is warm when for so long no round has been faster than all before. */
    private static final double WARM_MICROS = 50_000;

    /** What counts as faster: a part of the best so far. */
    private static final double FASTER = 0.95;

    /** Warm or not, it has had its time. */
    private static final double MOST_WARM_MICROS = 1_000_000;

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

    /** Lets a call run until the compiler has seen it, and it gets no faster. */
    void warm(CollectiveCall call) {
        int calls = calls(call);
        double best = Double.POSITIVE_INFINITY;
        double sinceBest = 0;
        double spent = 0;
        while (sinceBest < WARM_MICROS && spent < MOST_WARM_MICROS) {
            double micros = round(call, calls);
            spent += micros * calls;
            sinceBest += micros * calls;
            if (micros < best * FASTER) {
                best = micros;
                sinceBest = 0;
            }
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
