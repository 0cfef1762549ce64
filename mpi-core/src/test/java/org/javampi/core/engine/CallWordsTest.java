package org.javampi.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.javampi.core.engine.CallWords.Saying;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ranks tell each other of their calls, as bytes, and what a call is reduced to. */
class CallWordsTest {
    private static byte[] bytes(ByteBuffer buffer) {
        byte[] all = new byte[buffer.remaining()];
        buffer.get(all);
        return all;
    }

    private static CallWords words(Saying saying, int described, String text) {
        long[] calls = new Random(described).longs(2L * described).toArray();
        return new CallWords(saying, true, false, 1_000_000, 999_999, -7, calls, text);
    }

    @ParameterizedTest
    @EnumSource
    void shouldComeAsTheyWereSaid(Saying saying) {
        for (int described = 0; described <= CallLedger.KEPT; described++) {
            CallWords said = words(saying, described, "größer");
            CallWords heard = CallWords.of(bytes(said.toBytes()));
            assertEquals(saying, heard.saying());
            assertTrue(heard.waits());
            assertFalse(heard.wantsAnswer());
            assertEquals(1_000_000, heard.count());
            assertEquals(999_999, heard.finished());
            assertEquals(-7, heard.sum());
            assertArrayEquals(said.calls(), heard.calls());
            assertEquals("größer", heard.text());
            assertEquals(1_000_001 - described, heard.first());
            assertEquals(described > 0, heard.has(1_000_000));
            assertFalse(heard.has(1_000_000 - described));
        }
    }

    @Test
    void shouldCutATextThatIsTooLong() {
        byte[] all =
                bytes(words(Saying.TELLS, CallLedger.KEPT, "x".repeat(100_000)).toBytes());
        assertEquals(CallWords.LONGEST_BYTES, all.length);
        assertEquals(1000, CallWords.of(all).text().length());
    }

    @Test
    void shouldTakeAnyBytes() {
        byte[] all = bytes(words(Saying.ASKS, 3, "").toBytes());
        for (int length = 0; length < all.length; length++) {
            CallWords heard = CallWords.of(Arrays.copyOf(all, length));
            if (length < 16) {
                assertNull(heard);
            } else {
                assertEquals((length - 16) / 16 * 2, heard.calls().length);
            }
        }
        all[0] = (byte) Saying.values().length;
        assertNull(CallWords.of(all));
        all[0] = -1;
        assertNull(CallWords.of(all));
        all[0] = 0;
        all[3] = -1;
        assertNotNull(CallWords.of(all));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 5, Integer.MAX_VALUE - 1})
    void shouldKeepWhatACallIs(int root) {
        for (int kind = 0; kind < 32; kind++) {
            long code = CallCode.of(kind, true, false, 0xffff, root, 255);
            assertEquals(kind, CallCode.kind(code));
            assertEquals(root, CallCode.root(code));
            assertEquals(0xffff, CallCode.operation(code));
            assertEquals(255, CallCode.algorithm(code));
            assertTrue(CallCode.isVariant(code));
            assertFalse(CallCode.isLater(code));
            assertFalse(CallCode.isPrepared(code));
            assertTrue(CallCode.isPrepared(CallCode.prepared(code)));
            assertEquals(
                    CallCode.significant(code), CallCode.significant(CallCode.of(kind, false, false, 0xffff, root, 3)));
        }
    }

    @Test
    void shouldTellWhichMarkIsAhead() {
        int last = CallMark.of(2047, 3, -1L);
        int next = CallMark.of(2048, 3, 0);
        assertEquals(1, CallMark.ahead(next, last));
        assertEquals(-1, CallMark.ahead(last, next));
        assertEquals(0, last & CallMark.FAILED);
        assertEquals(0, next & CallMark.FAILED);
        assertTrue(last >= 0 && CallMark.isSameKind(last, next));
        assertFalse(CallMark.isSameKind(last, CallMark.of(2047, 4, -1L)));
    }
}
