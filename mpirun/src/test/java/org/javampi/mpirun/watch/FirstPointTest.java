package org.javampi.mpirun.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.javampi.job.control.CheckpointReport;
import org.javampi.job.control.CheckpointReport.Verb;
import org.junit.jupiter.api.Test;

/** A program that knows nothing of checkpoints is told so while it runs, once. */
class FirstPointTest {
    private final List<String> said = new ArrayList<>();

    private static CheckpointReport held(long points) {
        return CheckpointReport.of(Verb.HELD, 1, points);
    }

    @Test
    void shouldNameBothRemediesOnce() {
        FirstPoint first = new FirstPoint(false, said::add);
        first.onReport(CheckpointReport.of(Verb.WANTED, 0, 0));
        first.onReport(held(0));
        first.onReport(held(0));
        assertEquals(
                List.of(
                        "checkpoint 1 waits: no Checkpoint.here() has been called yet. Call it in the program's loop, or"
                                + " add --transparent to save the program as it is"),
                said);
    }

    @Test
    void shouldSayNothingWhenTheProgramPassesPointsOrIsSavedAsItIs() {
        FirstPoint passes = new FirstPoint(false, said::add);
        passes.onReport(held(7));
        passes.onReport(held(0));
        new FirstPoint(true, said::add).onReport(held(0));
        assertEquals(List.of(), said);
    }
}
