package org.javampi.core.collective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.javampi.core.spi.collective.BarrierAlgorithm;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Collective;
import org.javampi.core.spi.collective.Situation;
import org.junit.jupiter.api.Test;

/** Where there is no room for a board, what wants one is passed over. */
final class SelectionTest {
    private final RuleBook book = RuleBook.read(
                    new AlgorithmCatalogue(ClassLoader.getPlatformClassLoader()), (key, fallback) -> fallback)
            .with(new Named("by messages", false), "the test")
            .with(new Named("on a board", true), "the test");

    private record Named(String name, boolean wantsBoard) implements BarrierAlgorithm {
        @Override
        public String cost() {
            return "none";
        }

        @Override
        public String refusal(Situation situation) {
            return wantsBoard && !situation.sharedMemory() ? "it wants a board" : null;
        }

        @Override
        public void run(Channel channel) {
            throw new AssertionError("not to be run");
        }
    }

    @Test
    void shouldPassOverWhatWantsABoardWhereThereIsNoRoom() {
        Selection selection = book.selection(2, 1, true, () -> false);
        Choice choice = selection.choose(Collective.BARRIER, 0, true, true);
        assertEquals("on a board", choice.toString());
        assertTrue(choice.needsBoard());
        assertEquals("barrier=on a board (the test)", choice.reason());
        Choice other = selection.withoutSharedMemory("no room").choose(Collective.BARRIER, 0, true, true);
        assertEquals("by messages", other.toString());
        assertFalse(other.needsBoard());
        assertEquals("no room, then barrier=by messages (the test)", other.reason());
    }
}
