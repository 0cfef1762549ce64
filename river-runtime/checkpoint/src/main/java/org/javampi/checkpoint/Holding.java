package org.javampi.checkpoint;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.javampi.job.control.CheckpointOrder;
import org.javampi.job.control.CheckpointOrder.Verb;
import org.javampi.job.control.CheckpointReport;

/**
 * Nobody passes a further point, and each resource tells how many it has passed: all will stand at
 * the largest count and one more, because no rank can stand where it has been. Resources that know no points go on until
 * each group has made as many collectives, see {@link CallGate}.
 */
final class Holding extends ArrivalStage {
    private final BitSet heard = new BitSet();

    /** Of resources that know no points: where each has come to. */
    private final Map<Integer, CollectiveCounts> counts = new HashMap<>();

    private Map<Long, Long> targets = new TreeMap<>();
    private boolean areTargetsTold;

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
        if (!report.text().isEmpty()) {
            counts.put(rank, CollectiveCounts.ofReport(report.counts()));
        }
        if (heard.cardinality() < means.job().size()) {
            return;
        }
        if (counts.isEmpty() || haveMet()) {
            means.resources().tellAll(CheckpointOrder.of(Verb.STOP_AT, attempt.epoch(), point));
            attempt.reached(2);
            attempt.enter(new Gathering(attempt, point));
        }
    }

    /** Whether all are where as many collectives are over; tells them where to go when that has changed. */
    private boolean haveMet() {
        Map<Long, Long> raised = new TreeMap<>(targets);
        counts.values().forEach(each -> each.raise(raised));
        if (!areTargetsTold || !raised.equals(targets)) {
            targets = raised;
            areTargetsTold = true;
            means.resources()
                    .tellAll(new CheckpointOrder(Verb.TARGETS, attempt.epoch(), 0, CollectiveCounts.text(targets)));
        }
        return counts.values().stream().allMatch(each -> each.haveReached(targets));
    }
}
