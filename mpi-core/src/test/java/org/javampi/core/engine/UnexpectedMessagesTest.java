package org.javampi.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnexpectedMessagesTest {
    private static final int MANY = 100_000;

    private final PoolSurplus surplus = new PoolSurplus(() -> {});
    private final UnexpectedMessages unexpected = new UnexpectedMessages(surplus);
    private final Peer peer = new Peer(4, null, 0);

    private static Message message(Peer peer, int source, int tag, int sequence) {
        Message message = new Message();
        message.peer = peer;
        message.source = source;
        message.tag = tag;
        message.sequence = sequence;
        return message;
    }

    private static Message findIn(List<Message> list, int source, int tag) {
        for (Message m : list) {
            if (Matching.accepts(source, tag, m.source, m.tag)) {
                return m;
            }
        }
        return null;
    }

    private static Message findIn(List<Message> list, Peer peer, int sequence) {
        for (Message m : list) {
            if (m.peer == peer && m.sequence == sequence) {
                return m;
            }
        }
        return null;
    }

    /** Grows and shrinks through the threshold, with few or many keys, all kinds of look-ups. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void shouldMatchAsAPlainListDoesWhenMessagesComeAndGo(int seed) {
        Random random = new Random(seed);
        int keys = 1 + random.nextInt(12);
        int limit = seed % 2 == 0 ? 40 : 400;
        int wildPercent = 10 * (seed % 4);
        Peer[] peers = new Peer[keys];
        for (int i = 0; i < keys; i++) {
            peers[i] = new Peer(i, null, 0);
        }
        List<Message> model = new ArrayList<>();
        List<Message> spare = new ArrayList<>();
        int sequence = 0;
        boolean growing = true;
        for (int step = 0; step < 20_000; step++) {
            String where = "seed " + seed + " step " + step;
            growing = model.isEmpty() || growing && model.size() < limit;
            int kind = random.nextInt(10);
            if (kind < (growing ? 6 : 2)) {
                Message m = spare.isEmpty() ? message(null, 0, 0, 0) : spare.remove(spare.size() - 1);
                m.source = random.nextInt(keys);
                m.peer = peers[m.source];
                m.tag = random.nextInt(keys);
                m.sequence = sequence++;
                unexpected.add(m);
                model.add(m);
            } else {
                Message found;
                if (kind < 9) {
                    int source = wild(random, wildPercent, keys);
                    int tag = wild(random, wildPercent, keys);
                    found = findIn(model, source, tag);
                    assertSame(found, unexpected.find(source, tag), where);
                } else {
                    Peer sender = peers[random.nextInt(keys)];
                    int wanted = sequence - random.nextInt(limit) - 1;
                    found = findIn(model, sender, wanted);
                    assertSame(found, unexpected.find(sender, wanted), where);
                }
                if (found != null && random.nextInt(8) > 0) {
                    unexpected.remove(found);
                    model.remove(found);
                    spare.add(found);
                }
            }
            if (step % 1000 == 0) {
                unexpected.trim();
            }
            assertEquals(model.size(), unexpected.size(), where);
            assertEquals(model.isEmpty(), unexpected.isEmpty(), where);
            if (step % 16 == 0) {
                assertArrayEquals(model.toArray(), unexpected.toArray(), where);
            }
        }
    }

    private static int wild(Random random, int percent, int keys) {
        return random.nextInt(100) < percent ? Matching.ANY : random.nextInt(keys);
    }

    private void addMany() {
        for (int i = 0; i < MANY; i++) {
            unexpected.add(message(peer, i % 7, i, i));
        }
    }

    private void take(Message expected, Message found) {
        assertSame(expected, found);
        unexpected.remove(found);
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true"})
    void shouldTakeLinearlyManyStepsWhenReceivesComeInReverse(boolean anySource, boolean bySequence) {
        addMany();
        Message[] all = unexpected.toArray();
        for (int i = MANY - 1; i >= 0; i--) {
            take(all[i], bySequence ? unexpected.find(peer, i) : unexpected.find(anySource ? Matching.ANY : i % 7, i));
        }
        assertSteps(10L * MANY);
    }

    @Test
    void shouldTakeLinearlyManyStepsWhenTheLatestSenderIsServedFirst() {
        addMany();
        for (int source = 6; source >= 0; source--) {
            Message m = unexpected.find(source, Matching.ANY);
            for (; m != null; m = unexpected.find(source, Matching.ANY)) {
                assertEquals(source, m.source);
                unexpected.remove(m);
            }
        }
        assertTrue(unexpected.isEmpty());
        assertSteps(10L * MANY);
    }

    @Test
    void shouldTakeNoStepsWhenManyAreTakenInOrderByWildcards() {
        addMany();
        for (Message m : unexpected.toArray()) {
            take(m, unexpected.find(Matching.ANY, Matching.ANY));
        }
        assertSteps(0);
    }

    private void assertSteps(long limit) {
        assertTrue(unexpected.steps() <= limit, unexpected.steps() + " steps, at most " + limit);
    }

    @Test
    void shouldGiveTablesBackWhenALongQueueHasGone() {
        addMany();
        for (int i = MANY - 1; i >= 0; i--) {
            unexpected.remove(unexpected.find(i % 7, i));
        }
        assertTrue(surplus.isPresent(), "noted");
        assertTrue(unexpected.trim(), "nothing is given back at once: it may be needed again");
        assertFalse(unexpected.trim(), "but when it has not been needed since");
        assertTrue(unexpected.slotCount() <= 2048 + 3 * 64, unexpected.slotCount() + " slots");
    }
}
