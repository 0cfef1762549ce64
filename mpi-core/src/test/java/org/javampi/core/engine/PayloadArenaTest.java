package org.javampi.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PayloadArenaTest {
    private static final int BURST_BYTES = 16 << 20;
    private static final int LONGEST_BURST = 4000;

    private final PoolSurplus surplus = new PoolSurplus(() -> {});
    private final PayloadArena arena = new PayloadArena(surplus);

    private Message allocate(int byteCount) {
        Message message = new Message();
        message.byteCount = byteCount;
        arena.allocate(message, byteCount);
        assertTrue(message.offset + byteCount <= message.region.capacity());
        return message;
    }

    private List<Message> burst(int byteCount) {
        List<Message> messages = new ArrayList<>();
        int count = Math.min(LONGEST_BURST, BURST_BYTES / Math.max(1, byteCount));
        for (int i = 0; i < count; i++) {
            messages.add(allocate(byteCount));
        }
        return messages;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void shouldKeepContentsApartWhenMessagesOfAllSizesComeAndGo(int seed) {
        Random random = new Random(seed);
        List<Message> live = new ArrayList<>();
        for (int step = 0; step < 20_000; step++) {
            if (live.size() < 300 && random.nextInt(5) < 3) {
                Message m = allocate(random.nextInt(1 << random.nextInt(18)));
                m.sequence = step;
                stamp(m, true);
                live.add(m);
            } else if (!live.isEmpty()) {
                Message m = live.remove(random.nextInt(live.size()));
                stamp(m, false);
                arena.release(m);
                assertFalse(m.isEager());
            }
            if (step % 512 == 0) {
                arena.trim();
            }
        }
    }

    /** Writes or checks a mark at both ends of a payload. */
    private static void stamp(Message m, boolean write) {
        int length = (int) m.byteCount;
        for (int at : length == 0 ? new int[0] : new int[] {0, length - 1}) {
            if (write) {
                m.region.putByte(m.offset + at, (byte) m.sequence);
            } else {
                assertEquals((byte) m.sequence, m.region.getByte(m.offset + at));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 1000, 16 * 1024, 40_000, 500_000})
    void shouldGiveMemoryBackWhenABurstHasPassed(int byteCount) {
        List<Message> messages = burst(byteCount);
        arena.trim();
        long peak = arena.heldBytes();
        assertTrue(peak >= (long) messages.size() * byteCount);
        messages.forEach(arena::release);
        assertEquals(peak > PayloadArena.KEPT_BYTES, surplus.isPresent());
        arena.trim();
        assertEquals(peak, arena.heldBytes(), "nothing is given back at once");
        assertFalse(arena.trim());
        assertTrue(arena.heldBytes() <= PayloadArena.KEPT_BYTES, arena.heldBytes() + " bytes");
    }

    @Test
    void shouldHoldItsMemoryWhenBurstsComeAgainAndAgain() {
        burst(16 * 1024).forEach(arena::release);
        long held = arena.heldBytes();
        for (int round = 0; round < 10; round++) {
            arena.trim();
            burst(16 * 1024).forEach(arena::release);
            assertEquals(held, arena.heldBytes());
        }
    }

    @Test
    void shouldServeOtherSizesWhenASlabIsUnused() {
        burst(64).forEach(arena::release);
        long held = arena.heldBytes();
        Message m = allocate(16 * 1024);
        assertEquals(held, arena.heldBytes());
        arena.release(m);
    }

    @Test
    void shouldKeepWhatMessagesHoldWhenTheRestIsGivenBack() {
        List<Message> messages = burst(16 * 1024);
        Message last = messages.remove(messages.size() - 1);
        last.sequence = 77;
        stamp(last, true);
        messages.forEach(arena::release);
        arena.trim();
        arena.trim();
        stamp(last, false);
        arena.release(last);
        assertTrue(arena.heldBytes() <= PayloadArena.KEPT_BYTES + (256 << 10));
    }
}
