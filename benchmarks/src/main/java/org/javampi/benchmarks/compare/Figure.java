package org.javampi.benchmarks.compare;

import java.util.Arrays;
import org.javampi.benchmarks.figures.Summary;

/** Which number of all the rounds' distributions stands for a contestant. */
public enum Figure {
    /**
     * The median over the rounds of each round's median; of each round's mean where ranks outnumber
     * cores, because there a sample either contains a time slice of another rank or it does not,
     * and the median of such samples says nothing.
     */
    TYPICAL {
        @Override
        double ofRound(Summary figures, boolean crowded) {
            return crowded ? figures.mean() : figures.p50();
        }

        @Override
        double ofRounds(double[] rounds, boolean smallerIsBetter) {
            return Summary.median(rounds);
        }
    },

    /** The fastest sample of all: what is left of a disturbed measurement. */
    BEST {
        @Override
        double ofRound(Summary figures, boolean crowded) {
            return figures.min();
        }

        @Override
        double ofRounds(double[] rounds, boolean smallerIsBetter) {
            return smallerIsBetter
                    ? Arrays.stream(rounds).min().orElseThrow()
                    : Arrays.stream(rounds).max().orElseThrow();
        }
    };

    /** The figure of one round; {@code crowded} if ranks outnumber cores. */
    abstract double ofRound(Summary figures, boolean crowded);

    /** One figure of those of at least one round. */
    abstract double ofRounds(double[] rounds, boolean smallerIsBetter);
}
