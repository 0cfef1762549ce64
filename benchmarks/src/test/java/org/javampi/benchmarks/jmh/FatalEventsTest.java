package org.javampi.benchmarks.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.javampi.job.control.CheckpointWish;
import org.junit.jupiter.api.Test;

/** What ends a measurement, and what belongs to it. */
class FatalEventsTest {
    private final List<String> told = new ArrayList<>();
    private final FatalEvents events = new FatalEvents(told::add);

    @Test
    void shouldEndTheMeasurementWhenARankFails() {
        events.onEnded(2, 137);
        events.onAbort(1, 5, "MPI_Abort with code 5");
        events.onLost(3, "rank 1 is gone");
        events.onUncaught(1, "java.lang.IllegalStateException: as asked");
        events.onExiting(2, "\tat Program.main");
        assertEquals(
                List.of(
                        "VM 2 has ended with status 137",
                        "rank 1 has aborted: MPI_Abort with code 5",
                        "rank 3: rank 1 is gone",
                        "rank 1 threw java.lang.IllegalStateException: as asked",
                        "rank 2 has ended its VM\n\tat Program.main"),
                told);
    }

    @Test
    void shouldGoOnWhenARankComesAndLeavesInOrder() {
        events.onStarted(1, 4711);
        events.onConnected(1);
        events.onJoined(1);
        events.onLeft(1);
        events.onReturned(1);
        events.onDisconnected(1);
        events.onEnded(1, 0);
        assertEquals(List.of(), told);
    }

    @Test
    void shouldRefuseACheckpointWhenOneIsWanted() {
        events.onCheckpointWanted(
                CheckpointWish.of(CheckpointWish.Verb.TAKE), (taken, text) -> told.add(taken + ": " + text));
        assertEquals(List.of("false: no checkpoints are taken of a measurement"), told);
    }
}
