package org.javampi.checkpoint;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.javampi.job.control.CheckpointOrder;
import org.javampi.job.control.CheckpointOrder.Verb;
import org.javampi.job.control.CheckpointReport;

/**
 * The images are written; then the manifest, which makes them a checkpoint. The resources have gone on meanwhile, or stand
 * until the job ends.
 */
final class Writing extends Stage {
    private final long point;
    private final Parts parts;
    private final boolean doStand;

    /** Null until all parts are written. */
    private Manifest manifest;

    /**
     * @param parts of which some may be written already
     * @param doStand whether the resources have not gone on
     */
    Writing(Attempt attempt, long point, Parts parts, boolean doStand) {
        super(attempt);
        this.point = point;
        this.parts = parts;
        this.doStand = doStand;
    }

    @Override
    void begin() {
        parts.onThaw(System.nanoTime());
        means.patience().begin();
        commitWhenWritten();
    }

    @Override
    void onReport(int rank, CheckpointReport report) {
        parts.onReport(rank, report, System.nanoTime());
        if (report.verb() == CheckpointReport.Verb.WRITTEN) {
            commitWhenWritten();
        }
    }

    private void commitWhenWritten() {
        if (!parts.areWritten()) {
            return;
        }
        means.patience().begin();
        CoordinatedJob job = means.job();
        manifest = new Manifest(
                job.job(),
                attempt.epoch(),
                job.incarnation(),
                point,
                job.resources(),
                parts.bytes(),
                parts.hashes(),
                job.command());
        means.files().complete(manifest, this::onCompleted);
    }

    private void onCompleted(IOException failure) {
        if (!attempt.isAt(this)) {
            return;
        }
        if (failure == null) {
            stand();
        } else {
            attempt.abandon("cannot complete it in " + means.files().path() + ": " + failure);
        }
    }

    private void stand() {
        if (doStand) {
            attempt.account().onThaw();
        }
        means.resources().tellAll(CheckpointOrder.of(Verb.COMMITTED, attempt.epoch(), point));
        attempt.end(true, attempt.account().describe(manifest));
    }

    @Override
    void onPatienceLost() {
        if (manifest != null) {
            giveUpOwnDisk();
            return;
        }
        Patience patience = means.patience();
        long now = System.nanoTime();
        List<Integer> silent = parts.silentSince(now - patience.limitNs());
        if (silent.isEmpty()) {
            patience.beginAt(parts.oldestNs(now));
            return;
        }
        means.disks().giveUp(silent, attempt.epoch());
        attempt.abandon("no progress for "
                + patience.limitSeconds()
                + " s in "
                + means.files().path()
                + ": "
                + silent.stream()
                        .map(rank -> means.job().who(rank) + parts.describe(rank))
                        .collect(Collectors.joining(", ")));
    }

    private void giveUpOwnDisk() {
        means.files().giveUp();
        if (means.files().committed() == attempt.epoch()) {
            // It is the removal of an old one that hangs.
            stand();
        } else {
            attempt.abandon(
                    means.disks().obstacle().orElse("") + means.patience().within());
        }
    }

    @Override
    boolean isBeforeImages() {
        return false;
    }

    /** Who stands no longer need not be told to go on. */
    @Override
    void undo(String why) {
        if (doStand) {
            super.undo(why);
        }
        attempt.dropParts();
    }
}
