package org.javampi.checkpoint;

import org.javampi.job.control.CheckpointOrder;
import org.javampi.job.control.CheckpointOrder.Verb;
import org.javampi.job.control.CheckpointReport;

/**
 * All stand, and what is on the way arrives: rounds of counting, until every resource is quiet and
 * every pair agrees on the frames that were sent and received.
 */
final class Draining extends Stage {
    private final long point;
    private FrameCounts counts;

    /** What had not settled in the last round that all had answered; empty before there was one. */
    private String unsettled = "";

    Draining(Attempt attempt, long point) {
        super(attempt);
        this.point = point;
    }

    @Override
    void begin() {
        attempt.account().onFrozen();
        countAgain();
    }

    private void countAgain() {
        counts = new FrameCounts(means.job().size());
        long round = attempt.account().onRound();
        means.resources().tellAll(CheckpointOrder.of(Verb.COUNT, attempt.epoch(), round));
    }

    @Override
    void onReport(int rank, CheckpointReport report) {
        boolean isOfThisRound = report.number() == attempt.account().rounds();
        if (report.verb() != CheckpointReport.Verb.COUNTED || !isOfThisRound) {
            return;
        }
        counts.add(rank, report);
        if (!counts.isComplete()) {
            return;
        }
        unsettled = counts.unsettled().orElse("");
        if (!unsettled.isEmpty()) {
            countAgain();
            return;
        }
        attempt.reached(4);
        attempt.enter(new Capturing(attempt, point));
    }

    @Override
    void onPatienceLost() {
        attempt.abandon("messages have not settled: "
                + (unsettled.isEmpty() ? counts.unsettled().orElse("") : unsettled)
                + means.patience().within());
    }
}
