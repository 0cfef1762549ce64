package org.javampi.checkpoint;

/**
 * A stage in which resources that run are still to come to the point: one that will not come, or
 * does not, ends the attempt.
 */
abstract class ArrivalStage extends Stage {
    /** At which point all will stand, as far as it is known. */
    long point;

    ArrivalStage(Attempt attempt, long point) {
        super(attempt);
        this.point = point;
    }

    @Override
    final void onLeft(String why) {
        attempt.abandon(why);
    }

    @Override
    final void onPatienceLost() {
        attempt.abandonWithout(means.resources().missing(), point);
    }
}
