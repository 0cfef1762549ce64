package org.javampi.transport.shm;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A reader sees all of a frame or nothing of it: the length word is released last. */
@JCStressTest
@Outcome(id = "none, none", expect = ACCEPTABLE, desc = "the reader was first")
@Outcome(id = "none, whole", expect = ACCEPTABLE, desc = "the first frame came between the looks")
@Outcome(id = "whole, none", expect = ACCEPTABLE, desc = "the first frame has come")
@Outcome(id = "whole, whole", expect = ACCEPTABLE, desc = "both have come, in order")
@Outcome(expect = FORBIDDEN, desc = "part of a frame, or the second before the first")
@State
public class RingFrameStress {
    private final StressedRing ring = new StressedRing(512);

    @Actor
    public void writer() {
        ring.write(24, 1);
        ring.write(100, 2);
    }

    @Actor
    public void reader(LL_Result result) {
        String first = ring.read(1);
        result.r1 = first;
        result.r2 = ring.read(first.equals("none") ? 1 : 2);
    }
}
