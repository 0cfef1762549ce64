package org.javampi.transport.shm;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.javampi.core.spi.transport.Region;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * An urgent frame, with a full fence behind it, is never missed by a rank that falls asleep.
 */
@JCStressTest
@Outcome(id = "true, false", expect = ACCEPTABLE, desc = "the rank sees the frame")
@Outcome(id = "false, true", expect = ACCEPTABLE, desc = "the sender wakes the rank")
@Outcome(id = "true, true", expect = ACCEPTABLE, desc = "both")
@Outcome(id = "false, false", expect = FORBIDDEN, desc = "a frame is missed for good")
@State
public class UrgentSleepStress {
    private final StressedRing ring = new StressedRing(256);
    private final SleepWords words = new SleepWords(Region.allocate(SegmentLayout.controlOffset(1)));

    @Actor
    public void sleeper(ZZ_Result result) {
        words.announce(0, true);
        result.r1 = ring.consumer().hasFrame();
    }

    @Actor
    public void sender(ZZ_Result result) {
        ring.write(24, 1);
        result.r2 = words.takeIfAsleep(0);
    }
}
