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

    /** Whether the job is to stand still behind the one under way. */
    private boolean isLast;

    /** Whether it is to behind the one after it. */
    private boolean isNextLast;

    private boolean hasRetried;

    /** A checkpoint is wanted as soon as may be. */
    void want() {
        wanted = true;
    }

    /** Whether one is, and has not begun. */
    boolean isWanted() {
        return wanted;
    }

    /**
     * {@code answer} hears of the next one to begin.
     *
     * @param last whether nobody is to go on behind it
     */
    void await(CheckpointAnswer answer, boolean last) {
        waiting.add(answer);
        isNextLast |= last;
    }

    /**
     * {@code answer} hears of the one that has begun.
     *
     * @param last whether nobody is to go on behind it
     */
    void join(CheckpointAnswer answer, boolean last) {
        served.add(answer);
        isLast |= last;
    }

    /** Whether nobody is to go on behind the one under way. */
    boolean isLast() {
        return isLast;
    }

    /** What is wanted begins. */
    void serve() {
        wanted = false;
        served.addAll(waiting);
        waiting.clear();
        isLast |= isNextLast;
        isNextLast = false;
    }

    /** The one under way has come to its end. */
    void answer(boolean taken, String text) {
        isLast = false;
        tellAll(served, taken, text);
    }

    /** None will begin now, because of {@code why}. */
    void refuse(String why) {
        wanted = false;
        isNextLast = false;
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
