package org.javampi.checkpoint;

import java.util.List;
import java.util.function.Consumer;
import org.javampi.job.control.CheckpointAnswer;
import org.javampi.job.control.CheckpointOrder;
import org.javampi.job.control.CheckpointOrder.Verb;
import org.javampi.job.control.CheckpointReport;

/**
 * One checkpoint in the making, from its first order until it stands or is abandoned: the stage it
 * has come to, and its ways to an end. Used by the coordinator's thread only.
 */
final class Attempt {
    private final long epoch;
    private final CheckpointContext means;
    private final CheckpointAnswer over;
    private final Consumer<String> obstructed;
    private final CheckpointCost account = new CheckpointCost();

    /** Null before the first and after the last. */
    private Stage stage;

    /**
     * Nothing is done yet.
     *
     * @param epoch number of the checkpoint
     * @param over hears whether it stands
     * @param obstructed hears instead why it has to be tried again
     */
    Attempt(long epoch, CheckpointContext means, CheckpointAnswer over, Consumer<String> obstructed) {
        this.epoch = epoch;
        this.means = means;
        this.over = over;
        this.obstructed = obstructed;
    }

    long epoch() {
        return epoch;
    }

    CheckpointContext means() {
        return means;
    }

    CheckpointCost account() {
        return account;
    }

    /** Begins; where nobody stands yet, by asking where all can. */
    void begin() {
        means.patience().begin();
        Resources resources = means.resources();
        enter(resources.doSomeStand() ? new Gathering(this, resources.anyPoint()) : new Holding(this));
    }

    void enter(Stage next) {
        stage = next;
        next.begin();
    }

    /** Whether it is still at {@code wanted}: for answers that come by way of another thread. */
    boolean isAt(Stage wanted) {
        return stage == wanted;
    }

    boolean isBeforeImages() {
        return stage.isBeforeImages();
    }

    /** Step {@code step} of those that {@link Coordinator} lists is done. */
    void reached(int step) {
        means.fault().reached(step, epoch);
    }

    void onArrived() {
        stage.onArrived();
    }

    void onLeft(String why) {
        stage.onLeft(why);
    }

    void onReport(int rank, CheckpointReport report) {
        if (report.verb() == CheckpointReport.Verb.FAILED) {
            abandon(means.job().who(rank) + ": " + report.text());
        } else if (report.verb() == CheckpointReport.Verb.OBSTRUCTED) {
            obstruct(means.job().who(rank) + ": " + report.text());
        } else {
            stage.onReport(rank, report);
        }
    }

    void onPatienceLost() {
        stage.onPatienceLost();
    }

    /** Gives it up because {@code missing} have not come to {@code point} in time. */
    void abandonWithout(List<Integer> missing, long point) {
        StringBuilder why = new StringBuilder("not all ranks have come to point ");
        why.append(point).append(": missing");
        missing.forEach(rank -> why.append(' ').append(rank));
        abandon(why + means.patience().within());
    }

    /** Gives it up because of {@code why}; the job goes on. */
    void abandon(String why) {
        stage.undo(why);
        end(false, "checkpoint " + epoch + " abandoned, the job goes on: " + why);
    }

    /** A resource has met a place where it cannot stand: all go on, and it is tried again soon. */
    private void obstruct(String why) {
        stage.undo(why);
        stage = null;
        means.patience().end();
        obstructed.accept(why);
    }

    /** Nobody need write any longer, and what is written goes. */
    void dropParts() {
        means.resources().tellAll(CheckpointOrder.of(Verb.DROPPED, epoch, 0));
        means.files().discard(epoch);
    }

    void end(boolean taken, String text) {
        stage = null;
        means.patience().end();
        over.tell(taken, text);
    }
}
