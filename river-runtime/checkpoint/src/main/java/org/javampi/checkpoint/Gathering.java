package org.javampi.checkpoint;

import java.util.Optional;
import org.javampi.job.control.CheckpointReport;

/** All resources come to stand at one point. */
final class Gathering extends ArrivalStage {
    Gathering(Attempt attempt, long point) {
        super(attempt, point);
    }

    @Override
    void begin() {
        drainWhenAllStand();
    }

    @Override
    void onArrived() {
        drainWhenAllStand();
    }

    private void drainWhenAllStand() {
        if (!means.resources().doAllStand()) {
            return;
        }
        Optional<String> elsewhere = means.resources().elsewhere(point);
        if (elsewhere.isPresent()) {
            means.requests().retry();
            attempt.abandon(elsewhere.get() + ": all ranks must pass the same points");
            return;
        }
        means.requests().onTogether();
        attempt.reached(3);
        attempt.enter(new Draining(attempt, point));
    }

    @Override
    void onReport(int rank, CheckpointReport report) {
        // Who arrives, says so of no attempt in particular.
    }
}
