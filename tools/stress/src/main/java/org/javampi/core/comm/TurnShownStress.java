package org.javampi.core.comm;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** Who sees the progress of a turn sees all that was shown with it, in the record and behind it. */
@JCStressTest
@Outcome(id = "none", expect = ACCEPTABLE, desc = "the turn is not seen yet")
@Outcome(id = "whole", expect = ACCEPTABLE, desc = "all of it is seen")
@Outcome(expect = FORBIDDEN, desc = "a part is missing")
@State
public class TurnShownStress {
    private final StressedRecords records = new StressedRecords();

    @Actor
    public void shower() {
        records.show(0, 1, 1);
    }

    @Actor
    public void reader(L_Result result) {
        result.r1 = records.read(1, 1);
    }
}
