package org.javampi.transport.shm;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * A writer without room announces that it will sleep, and looks once more; the reader makes room, and looks for the
 * announcement. The reader has no fence between, so that both may miss each other: for that each sleep is bounded.
 */
@JCStressTest
@Outcome(id = "true, false", expect = ACCEPTABLE, desc = "the writer sees the room")
@Outcome(id = "false, true", expect = ACCEPTABLE, desc = "the reader wakes the writer")
@Outcome(id = "true, true", expect = ACCEPTABLE, desc = "both")
@Outcome(id = "false, false", expect = ACCEPTABLE_INTERESTING, desc = "the writer sleeps until its time is over")
@Outcome(expect = FORBIDDEN, desc = "nothing else")
@State
public class RingStarvedStress {
    private final StressedRing ring = new StressedRing(256);

    public RingStarvedStress() {
        while (ring.write(60, 1)) {
            // Until it is full.
            continue;
        }
    }

    @Actor
    public void writer(ZZ_Result result) {
        ring.producer().starve();
        result.r1 = ring.producer().hasDrained();
    }

    @Actor
    public void reader(ZZ_Result result) {
        ring.read(1);
        result.r2 = ring.consumer().publishHead();
    }
}
