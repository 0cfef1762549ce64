package org.javampi.core.comm;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LZ_Result;

/**
 * A record is written again, a lap later, when its reader has shown something of the next turn: what it has read before is
 * what the turn has shown.
 */
@JCStressTest
@Outcome(id = "whole, (true|false)", expect = ACCEPTABLE, desc = "the turn is read whole, then or never written over")
@Outcome(expect = FORBIDDEN, desc = "what a later turn shows was read for this one's")
@State
public class TurnReuseStress {
    private static final long FIRST = 1;

    private final StressedRecords records = new StressedRecords();

    public TurnReuseStress() {
        records.show(0, FIRST, 1);
    }

    @Actor
    public void reader(LZ_Result result) {
        result.r1 = records.read(FIRST, 1);
        records.follow(FIRST + 1);
    }

    @Actor
    public void shower(LZ_Result result) {
        result.r2 = records.hasShown(0, 1, FIRST + 1);
        if (result.r2) {
            records.show(0, FIRST + TurnRecords.lap(2), 2);
        }
    }
}
