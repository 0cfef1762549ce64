package org.javampi.transport.shm;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** Room that the reader gives back is written to only when the reader is done with it: the head is released last. */
@JCStressTest
@Outcome(id = "all", expect = ACCEPTABLE, desc = "what was written was read once, whole and in order")
@Outcome(expect = FORBIDDEN, desc = "a frame was lost, doubled, or written over")
@State
public class RingReuseStress {
    private static final int FRAMES = 12;

    private final StressedRing ring = new StressedRing(256);
    private int written;

    @Actor
    public void writer() {
        for (int i = 0; i < FRAMES; i++) {
            if (ring.write(20 + 30 * (i % 3), written + 1)) {
                written++;
            }
        }
    }

    @Actor
    public void reader() {
        for (int i = 0; i < FRAMES; i++) {
            ring.readAll();
            ring.consumer().publishHead();
        }
    }

    @Arbiter
    public void rest(L_Result result) {
        int read = ring.readAll();
        result.r1 = read == written ? "all" : read + " of " + written;
    }
}
