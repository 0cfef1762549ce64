package org.javampi.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PostedReceivesTest {
    private static final int MANY = 100_000;

    private final PoolSurplus surplus = new PoolSurplus(() -> {});
    private final PostedReceives posted = new PostedReceives(surplus);

    private static ReceiveRequest receive(int source, int tag) {
        ReceiveRequest receive = new ReceiveRequest();
        receive.wantedSource = source;
        receive.tag = tag;
        return receive;
    }

    private ReceiveRequest post(int source, int tag) {
        ReceiveRequest receive = receive(source, tag);
        posted.add(receive);
        return receive;
    }

    /** The rule itself: the first of a plain list that accepts. */
    private static ReceiveRequest takeFrom(List<ReceiveRequest> list, int source, int tag) {
        for (ReceiveRequest r : list) {
            if (Matching.accepts(r.wantedSource, r.tag, source, tag)) {
                list.remove(r);
                return r;
            }
        }
        return null;
    }

    /**
     * Grows and shrinks through the threshold, with few or many keys and more or less wildcards.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void shouldMatchAsAPlainListDoesWhenReceivesComeAndGo(int seed) {
        Random random = new Random(seed);
        int keys = 1 + random.nextInt(12);
        int wildPercent = seed % 3 * 20;
        int limit = seed % 2 == 0 ? 40 : 400;
        List<ReceiveRequest> model = new ArrayList<>();
        List<ReceiveRequest> spare = new ArrayList<>();
        boolean growing = true;
        for (int step = 0; step < 20_000; step++) {
            growing = model.isEmpty() || growing && model.size() < limit;
            int kind = random.nextInt(10);
            if (kind < (growing ? 6 : 2)) {
                ReceiveRequest r = spare.isEmpty() ? receive(0, 0) : spare.remove(spare.size() - 1);
                r.wantedSource = wild(random, wildPercent, keys);
                r.tag = wild(random, wildPercent, keys);
                posted.add(r);
                model.add(r);
            } else if (kind < 9 || model.isEmpty()) {
                int source = random.nextInt(keys);
                int tag = random.nextInt(keys);
                ReceiveRequest expected = takeFrom(model, source, tag);
                assertSame(expected, posted.take(source, tag), "seed " + seed + " step " + step);
                if (expected != null) {
                    assertFalse(expected.queued);
                    spare.add(expected);
                }
            } else {
                ReceiveRequest r = model.remove(random.nextInt(model.size()));
                posted.remove(r);
                spare.add(r);
            }
            if (step % 1000 == 0) {
                posted.trim();
            }
            assertEquals(model.size(), posted.size());
            assertEquals(model.isEmpty(), posted.isEmpty());
            if (step % 16 == 0) {
                assertArrayEquals(model.toArray(), posted.toArray());
            }
        }
    }

    private static int wild(Random random, int percent, int keys) {
        return random.nextInt(100) < percent ? Matching.ANY : random.nextInt(keys);
    }

    @Test
    void shouldPreferTheEarliestWhenWildcardsAndExactOnesAcceptInALongQueue() {
        for (int i = 0; i < 100; i++) {
            post(7, i);
        }
        ReceiveRequest anyTag = post(3, Matching.ANY);
        ReceiveRequest exact = post(3, 5);
        ReceiveRequest any = post(Matching.ANY, Matching.ANY);
        ReceiveRequest anySource = post(Matching.ANY, 5);
        assertSame(anyTag, posted.take(3, 5));
        assertSame(exact, posted.take(3, 5));
        assertSame(any, posted.take(3, 5));
        assertSame(anySource, posted.take(3, 5));
        assertNull(posted.take(3, 5));
    }

    @Test
    void shouldTakeLinearlyManyStepsWhenTagsAreMetInReverse() {
        for (int tag = 0; tag < MANY; tag++) {
            post(1, tag);
        }
        for (int tag = MANY - 1; tag >= 0; tag--) {
            assertNotNull(posted.take(1, tag));
        }
        assertSteps(10L * MANY);
    }

    @Test
    void shouldTakeLinearlyManyStepsWhenWildcardsStandAmongReversedTags() {
        for (int tag = 0; tag < MANY; tag++) {
            post(tag % 10 == 0 ? Matching.ANY : 1, tag);
        }
        for (int tag = MANY - 1; tag >= 0; tag--) {
            assertNotNull(posted.take(1, tag));
        }
        assertSteps(20L * MANY);
    }

    @Test
    void shouldTakeLinearlyManyStepsWhenALongQueueIsCancelledInReverse() {
        ReceiveRequest[] all = new ReceiveRequest[MANY];
        for (int i = 0; i < MANY; i++) {
            all[i] = post(1, i % 2 == 0 ? i : 0);
        }
        assertNull(posted.take(2, 0));
        for (int i = MANY - 1; i >= 0; i--) {
            posted.remove(all[i]);
        }
        assertTrue(posted.isEmpty());
        assertSteps(10L * MANY);
    }

    @Test
    void shouldTakeFewStepsWhenTheQueueSwingsAroundTheThreshold() {
        for (int round = 0; round < 10_000; round++) {
            while (posted.size() <= PostedReceives.WALKED + 1) {
                post(0, round);
            }
            while (posted.size() > PostedReceives.FEW) {
                assertNotNull(posted.take(0, posted.toArray()[posted.size() - 1].tag));
            }
        }
        assertSteps(10_000 * 100);
    }

    private void assertSteps(long limit) {
        assertTrue(posted.steps() <= limit, posted.steps() + " steps, at most " + limit);
    }

    @Test
    void shouldGiveTheTableBackWhenALongQueueHasGone() {
        for (int tag = 0; tag < MANY; tag++) {
            post(1, tag);
        }
        for (int tag = MANY - 1; tag >= 0; tag--) {
            posted.take(1, tag);
        }
        assertTrue(surplus.isPresent(), "noted");
        int before = posted.slotCount();
        assertTrue(posted.trim(), "nothing is given back at once: it may be needed again");
        assertEquals(before, posted.slotCount());
        assertFalse(posted.trim(), "but when it has not been needed since");
        assertTrue(posted.slotCount() <= 2048, posted.slotCount() + " slots");
    }
}
