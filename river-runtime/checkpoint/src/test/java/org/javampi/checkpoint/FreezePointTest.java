package org.javampi.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.javampi.job.control.CheckpointOrder;
import org.javampi.job.control.CheckpointOrder.Verb;
import org.junit.jupiter.api.Test;

/**
 * A resource that is slow to wake: what the coordinator says next comes before its thread has heard
 * what it said last. Orders come while the resource waits, all that belong together at once.
 */
class FreezePointTest {
    private final List<String> said = new ArrayList<>();
    private final ArrayDeque<List<CheckpointOrder>> script = new ArrayDeque<>();

    /** Told after what was waited for has happened, before the waiter knows. */
    private CheckpointOrder late;

    private final FreezePoint point = new FreezePoint(
            0, new Slow(), 0, 0, new Fault("", null), report -> said.add(report.verb() + " " + report.number()));

    private final class Slow extends Empty {
        @Override
        public void await(BooleanSupplier over) {
            while (!over.getAsBoolean()) {
                script.remove().forEach(point::onOrder);
            }
            if (late != null) {
                CheckpointOrder order = late;
                late = null;
                point.onOrder(order);
            }
        }
    }

    private static CheckpointOrder order(Verb verb, long epoch, long number) {
        return CheckpointOrder.of(verb, epoch, number);
    }

    private boolean pass() {
        return point.pass(false, () -> {});
    }

    /**
     * The coordinator says all of {@code orders} while the resource waits for the first of them.
     */
    private void then(CheckpointOrder... orders) {
        script.add(List.of(orders));
    }

    @Test
    void shouldStandWhereTheNextCheckpointWantsWhenItHasNotHeardOfItsRelease() {
        point.onOrder(order(Verb.STOP_AT, 1, 1));
        then(order(Verb.THAW, 1, 1), order(Verb.HOLD, 2, 0), order(Verb.STOP_AT, 2, 2));
        then(order(Verb.ABANDON, 2, 1));
        pass();
        pass();
        assertEquals(List.of("ARRIVED 1", "HELD 1", "ARRIVED 2"), said);
        assertTrue(script.isEmpty(), "it stood twice");
    }

    @Test
    void shouldHoldWhenItHasNotHeardOfItsRelease() {
        point.onOrder(order(Verb.STOP_AT, 1, 1));
        // Not captured: what it has passed is known by the release.
        then(order(Verb.ABANDON, 1, 1), order(Verb.HOLD, 2, 0));
        then(order(Verb.STOP_AT, 2, 2));
        then(order(Verb.ABANDON, 2, 2));
        assertFalse(pass());
        assertFalse(pass());
        assertEquals(List.of("ARRIVED 1", "HELD 1", "ARRIVED 2"), said);
        assertTrue(script.isEmpty(), "it held and stood");
    }

    @Test
    void shouldPassNothingBetweenTwoHolds() {
        point.onOrder(order(Verb.HOLD, 1, 0));
        then(order(Verb.ABANDON, 1, 1));
        late = order(Verb.HOLD, 2, 0);
        then(order(Verb.STOP_AT, 2, 1));
        then(order(Verb.ABANDON, 2, 2));
        pass();
        assertEquals(List.of("HELD 0", "HELD 0", "ARRIVED 1"), said);
    }
}
