package org.javampi.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import org.javampi.job.control.CheckpointOrder;
import org.javampi.job.control.CheckpointOrder.Verb;
import org.javampi.job.control.CheckpointReport;

/**
 * Each resource makes an image in memory, and begins at once to write it. When all are made, the
 * resources go on, unless the job is to end with this checkpoint.
 */
final class Capturing extends Stage {
    private final long point;
    private final Parts parts;

    Capturing(Attempt attempt, long point) {
        super(attempt);
        this.point = point;
        parts = new Parts(means.job().size());
    }

    @Override
    void begin() {
        means.files().begin(attempt.epoch(), this::onPlace);
    }

    private void onPlace(Path place, IOException failure) {
        if (!attempt.isAt(this)) {
            return;
        }
        if (failure == null) {
            means.resources().tellAll(new CheckpointOrder(Verb.CAPTURE, attempt.epoch(), 0, place.toString()));
        } else {
            attempt.abandon("cannot write in " + means.files().path() + ": " + failure);
        }
    }

    @Override
    void onReport(int rank, CheckpointReport report) {
        parts.onReport(rank, report, System.nanoTime());
        if (report.verb() == CheckpointReport.Verb.CAPTURED && parts.areCaptured()) {
            attempt.reached(5);
            boolean isLast = means.requests().isLast();
            if (!isLast) {
                attempt.account().onThaw();
                means.resources().thaw(attempt.epoch(), point);
            }
            attempt.reached(6);
            attempt.enter(new Writing(attempt, point, parts, isLast));
        }
    }

    @Override
    void onPatienceLost() {
        String why =
                means.files().giveUp() ? means.disks().obstacle().orElse("") : "not all ranks have made their image";
        attempt.abandon(why + means.patience().within());
    }

    @Override
    boolean isBeforeImages() {
        return false;
    }

    @Override
    void undo(String why) {
        super.undo(why);
        attempt.dropParts();
    }
}
