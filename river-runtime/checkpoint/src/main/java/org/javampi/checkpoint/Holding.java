package org.javampi.checkpoint;

import java.util.BitSet;
import org.javampi.job.control.CheckpointOrder;
import org.javampi.job.control.CheckpointOrder.Verb;
import org.javampi.job.control.CheckpointReport;

/**
 * Nobody passes a further point, and each resource tells how many it has passed: all will stand at
 * the largest count and one more, because no rank can stand where it has been.
 */
final class Holding extends ArrivalStage {
    private final BitSet heard = new BitSet();

    Holding(Attempt attempt) {
        super(attempt, 0);
    }

    @Override
    void begin() {
        means.resources().tellAll(CheckpointOrder.of(Verb.HOLD, attempt.epoch(), 0));
        attempt.reached(1);
    }

    @Override
    void onReport(int rank, CheckpointReport report) {
        if (report.verb() != CheckpointReport.Verb.HELD) {
            return;
        }
        heard.set(rank);
        point = Math.max(point, report.number() + 1);
        if (heard.cardinality() == means.job().size()) {
            means.resources().tellAll(CheckpointOrder.of(Verb.STOP_AT, attempt.epoch(), point));
            attempt.reached(2);
            attempt.enter(new Gathering(attempt, point));
        }
    }
}
