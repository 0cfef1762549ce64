package org.javampi.checkpoint;

import org.javampi.job.control.CheckpointReport;

/**
 * A stage of one checkpoint: what it waits for, and what comes after. Used by the coordinator's
 * thread only.
 */
abstract class Stage {
    final Attempt attempt;
    final CheckpointContext means;

    Stage(Attempt attempt) {
        this.attempt = attempt;
        means = attempt.means();
    }

    /** The attempt has come to this stage. */
    abstract void begin();

    /** A resource says something of this attempt; what belongs to another stage means nothing. */
    abstract void onReport(int rank, CheckpointReport report);

    /** One more resource stands. */
    void onArrived() {
        // Only who gathers waits for that.
    }

    /** A resource passes no further point, because of {@code why}. */
    void onLeft(String why) {
        // Where all stand, nobody has to come any more.
    }

    /** What this stage waits for has not come while patience lasted. */
    abstract void onPatienceLost();

    /** Whether what will be saved is not made yet: who asks now, gets it. */
    boolean isBeforeImages() {
        return true;
    }

    /** Undoes what was done so far: the checkpoint will not be, because of {@code why}. */
    void undo(String why) {
        means.resources().releaseAll(attempt.epoch(), why);
    }
}
