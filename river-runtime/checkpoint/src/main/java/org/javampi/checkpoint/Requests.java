package org.javampi.checkpoint;

import java.util.ArrayList;
import java.util.List;
import org.javampi.job.control.CheckpointAnswer;

/**
 * Who wants a checkpoint: people and programs, the clock, or the coordinator once more. Each request
 * is answered by what is frozen after it was made.
 */
final class Requests {
    /** Those who have asked for the checkpoint under way. */
    private final List<CheckpointAnswer> served = new ArrayList<>();

    /** Those who have asked for the one after it. */
    private final List<CheckpointAnswer> waiting = new ArrayList<>();

    private boolean wanted;
    private boolean hasRetried;

    /** A checkpoint is wanted as soon as may be. */
    void want() {
        wanted = true;
    }

    /** Whether one is, and has not begun. */
    boolean isWanted() {
        return wanted;
    }

    /** {@code answer} hears of the next one to begin. */
    void await(CheckpointAnswer answer) {
        waiting.add(answer);
    }

    /** {@code answer} hears of the one that has begun. */
    void join(CheckpointAnswer answer) {
        served.add(answer);
    }

    /** What is wanted begins. */
    void serve() {
        wanted = false;
        served.addAll(waiting);
        waiting.clear();
    }

    /** The one under way has come to its end. */
    void answer(boolean taken, String text) {
        tellAll(served, taken, text);
    }

    /** None will begin now, because of {@code why}. */
    void refuse(String why) {
        wanted = false;
        tellAll(waiting, false, "no checkpoint: " + why);
    }

    /** There will be none any more, because of {@code why}; the one under way comes to no end. */
    void end(String why) {
        refuse(why);
        tellAll(served, false, "no checkpoint: " + why);
    }

    private static void tellAll(List<CheckpointAnswer> answers, boolean taken, String text) {
        List<CheckpointAnswer> all = List.copyOf(answers);
        answers.clear();
        all.forEach(answer -> answer.tell(taken, text));
    }

    /**
     * All stood, but apart, as those do who stand at every n-th point: wants another, where all can
     * stand, but not twice in a row.
     */
    void retry() {
        wanted |= !hasRetried;
        hasRetried = true;
    }

    /** All stood at one point. */
    void onTogether() {
        hasRetried = false;
    }
}
