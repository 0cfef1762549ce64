package org.javampi.job.vm;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Which exceptions in threads of a program end its job. */
class ThreadDeathPolicyTest {
    private final Throwable exception = new IllegalStateException();
    private final Throwable noMemory = new OutOfMemoryError();
    private final Throwable lostPage = new InternalError();

    @Test
    void shouldEndWhenMemoryHasRunOut() {
        ThreadDeathPolicy policy = ThreadDeathPolicy.END_WHEN_DAMAGED;
        assertFalse(policy.endsTheJob(exception));
        assertFalse(policy.endsTheJob(new StackOverflowError()));
        assertTrue(policy.endsTheJob(noMemory));
        assertTrue(policy.endsTheJob(lostPage));
    }

    @Test
    void shouldDoWhatTheUserHasChosen() {
        assertTrue(ThreadDeathPolicy.END.endsTheJob(exception));
        assertFalse(ThreadDeathPolicy.REPORT.endsTheJob(noMemory));
        assertFalse(ThreadDeathPolicy.REPORT.endsTheJob(lostPage));
    }
}
