package org.javampi.core.engine;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Three threads under the engine's lock, one of which gives way in between: none loses what another has done. */
@JCStressTest
@Outcome(id = "4", expect = ACCEPTABLE, desc = "all four additions")
@Outcome(expect = FORBIDDEN, desc = "two held the lock at once, or saw an old value")
@State
public class EngineLockStress {
    private final EngineLock lock = new EngineLock();
    private int sum;

    @Actor
    public void holder() {
        lock.acquire();
        sum++;
        lock.giveWay();
        sum++;
        lock.release();
    }

    @Actor
    public void other() {
        add();
    }

    @Actor
    public void third() {
        add();
    }

    private void add() {
        lock.acquire();
        sum++;
        lock.release();
    }

    @Arbiter
    public void after(I_Result result) {
        result.r1 = sum;
    }
}
