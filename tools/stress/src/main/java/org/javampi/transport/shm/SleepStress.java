package org.javampi.transport.shm;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import org.javampi.core.spi.transport.Region;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * A rank announces its sleep and looks for frames once more; a sender commits a frame and looks for the announcement,
 * without a fence. Both may miss each other: for that the rank lets stores arrive before it looks, and each sleep is bounded.
 */
@JCStressTest
@Outcome(id = "true, false", expect = ACCEPTABLE, desc = "the rank sees the frame")
@Outcome(id = "false, true", expect = ACCEPTABLE, desc = "the sender wakes the rank")
@Outcome(id = "true, true", expect = ACCEPTABLE, desc = "both")
@Outcome(id = "false, false", expect = ACCEPTABLE_INTERESTING, desc = "the rank sleeps until its time is over")
@State
public class SleepStress {
    private final StressedRing ring = new StressedRing(256);
    private final SleepWords words = new SleepWords(Region.allocate(SegmentLayout.controlOffset(1)));

    @Actor
    public void sleeper(ZZ_Result result) {
        words.announce(0, false);
        result.r1 = ring.consumer().hasFrame();
    }

    @Actor
    public void sender(ZZ_Result result) {
        ring.write(24, 1);
        result.r2 = words.takeIfAwaiting(0);
    }
}
