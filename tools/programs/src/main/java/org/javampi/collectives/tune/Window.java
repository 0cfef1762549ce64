package org.javampi.collectives.tune;

/**
 * One comparison, some time after others: machines change, and what holds now may not a minute
 * later.
 *
 * @param stateMicros a barrier's time just before or after, the lesser, see {@link Pulse}; NaN
 *     where ranks outnumber cores, as it then tells more of the scheduler than of the machine
 * @param builtInMicros figure of the built-in choice
 * @param micros figure of the other
 * @param outcome what the comparison said
 */
record Window(double stateMicros, double builtInMicros, double micros, Outcome outcome) {
    /** Of a comparison in a state of the machine. */
    static Window of(double stateMicros, Duel duel) {
        return new Window(stateMicros, duel.builtInMicros(), duel.micros(), duel.outcome());
    }

    boolean isSteady() {
        return outcome != Outcome.UNSTEADY;
    }

    /** The other's time as a part of the built-in choice's. */
    double ratio() {
        return micros / builtInMicros;
    }
}
