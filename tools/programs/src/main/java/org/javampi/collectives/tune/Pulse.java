package org.javampi.collectives.tune;

import static org.javampi.MPI.MPI_COMM_WORLD;

import org.javampi.core.spi.collective.Collective;

/**
 * A barrier's time: a raw figure of the state that the machine is in. Between two ranks with a core
 * each it is about what a flag takes from one core to the other and back, which on a virtual
 * machine depends on where its cores happen to be.
 */
final class Pulse implements AutoCloseable {
    private static final int ROUNDS = 15;

    private final Stopwatch watch;
    private final CollectiveCall barrier =
            new CollectiveCall(MPI_COMM_WORLD, Collective.BARRIER, CollectiveCall.BUILT_IN, 0);

    /** Warms up. */
    Pulse(Stopwatch watch) {
        this.watch = watch;
        watch.warm(barrier);
    }

    /** The lower quartile of some rounds now, in microseconds. */
    double micros() {
        int calls = watch.calls(barrier);
        double[] rounds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            rounds[i] = watch.round(barrier, calls);
        }
        return Duel.figure(rounds);
    }

    @Override
    public void close() {
        barrier.close();
    }
}
