package org.javampi.river.checkpoint;

import java.util.BitSet;
import org.javampi.river.checkpoint.Order.Verb;

/**
 * Nobody passes a further point, and each resource tells how many it has passed: all will stand at
 * the largest count and one more, because nobody can stand where he has been.
 */
final class Holding extends Coming {
    private final BitSet heard = new BitSet();

    Holding(Attempt attempt) {
        super(attempt, 0);
    }

    @Override
    void begin() {
        means.resources().tellAll(Order.of(Verb.HOLD, attempt.epoch(), 0));
        attempt.reached(1);
    }

    @Override
    void onReport(int rank, Report report) {
        if (report.verb() != Report.Verb.HELD) {
            return;
        }
        heard.set(rank);
        point = Math.max(point, report.number() + 1);
        if (heard.cardinality() == means.job().size()) {
            means.resources().tellAll(Order.of(Verb.STOP_AT, attempt.epoch(), point));
            attempt.reached(2);
            attempt.enter(new Gathering(attempt, point));
        }
    }
}
