package org.javampi.mpirun.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What the commands about checkpoints call things. */
class CkptCommandWordsTest {
    @Test
    void shouldCountRanksAsPeopleDo() {
        assertEquals("1 rank", CkptCommand.ranks(1));
        assertEquals("3 ranks", CkptCommand.ranks(3));
    }
}
