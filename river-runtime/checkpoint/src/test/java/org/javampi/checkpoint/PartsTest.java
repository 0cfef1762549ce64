package org.javampi.checkpoint;

import static org.javampi.job.control.CheckpointReport.Verb.CAPTURED;
import static org.javampi.job.control.CheckpointReport.Verb.WRITING;
import static org.javampi.job.control.CheckpointReport.Verb.WRITTEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.javampi.job.control.CheckpointReport;
import org.junit.jupiter.api.Test;

/** Patience is for who gets no further, not for who has much to write. */
class PartsTest {
    private static CheckpointReport said(CheckpointReport.Verb verb, long bytes) {
        return CheckpointReport.of(verb, 1, bytes, "hash");
    }

    @Test
    void shouldNameOnlyWhoHasWrittenNothingSince() {
        Parts parts = new Parts(3);
        for (int rank = 0; rank < 3; rank++) {
            assertFalse(parts.areCaptured());
            parts.onReport(rank, said(CAPTURED, 1000), 0);
        }
        assertTrue(parts.areCaptured());
        parts.onThaw(100);
        parts.onReport(1, said(WRITING, 400), 150);
        parts.onReport(2, said(WRITTEN, 1004), 160);
        assertEquals(List.of(0), parts.silentSince(120));
        assertEquals(List.of(0, 1), parts.silentSince(150), "not who has done");
        assertEquals(100, parts.oldestNs(1000));
        parts.onReport(0, said(WRITING, 0), 300);
        assertEquals(150, parts.oldestNs(1000));
        assertEquals(" at 40 % of its part", parts.describe(1));
    }

    @Test
    void shouldKnowSizesAndHashesWhenAllAreWritten() {
        Parts parts = new Parts(2);
        parts.onReport(1, said(WRITTEN, 7), 0);
        assertFalse(parts.areWritten());
        parts.onReport(0, said(WRITTEN, 5), 0);
        assertTrue(parts.areWritten());
        assertEquals(List.of(5L, 7L), parts.bytes());
        assertEquals(List.of("hash", "hash"), parts.hashes());
    }
}
