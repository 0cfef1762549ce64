package org.javampi.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.javampi.MPI;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.transport.FrameHandler;
import org.javampi.core.spi.transport.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The background thread outlives a lack of memory, and whatever else ends it is told to callers. */
final class ProgressAgentTest {
    private final Failing transport = new Failing();
    private final Sleeper sleeper = new Sleeper();
    private final Engine engine = new Engine(
            0,
            2,
            (short) 0,
            EngineSettings.read((key, fallback) -> fallback),
            List.of(transport),
            sleeper,
            Cores.of(0, 2, Cores.Binding.NONE, "rank 0", false));

    /** Throws what it is told to when it is polled. */
    private static final class Failing extends FakeTransport {
        private volatile Error error;
        private volatile int failures;
        private volatile int polls;

        @Override
        public int poll(FrameHandler handler) {
            polls++;
            if (error != null) {
                failures++;
                throw error;
            }
            return 0;
        }

        @Override
        public int claim(int byteCount) {
            return FULL;
        }

        @Override
        public Region region() {
            throw new AssertionError("nothing was claimed");
        }

        @Override
        public void commit() {
            throw new AssertionError("nothing was claimed");
        }

        @Override
        public int maxFrameBytes() {
            return 4096;
        }
    }

    @BeforeEach
    void leaveSomethingPending() {
        Context context = engine.open(10, 0, new int[] {0, 1});
        engine.startReceive(context, 1, 0, new byte[8], 8, Datatypes.of(MPI.MPI_BYTE));
        engine.begin();
    }

    @AfterEach
    void end() {
        transport.error = null;
        engine.close();
        sleeper.close();
    }

    @Test
    void shouldGoOnWhenThereWasNoMemory() {
        transport.error = new OutOfMemoryError("by the test");
        while (transport.failures < 3) {
            Thread.onSpinWait();
        }
        transport.error = null;
        int polls = transport.polls;
        while (transport.polls < polls + 3) {
            Thread.onSpinWait();
        }
        assertTrue(engine.agent.isAlive());
    }

    /** Interrupted, it could neither park nor select, and would take a core for ever. */
    @Test
    void shouldNotBeInterrupted() {
        engine.agent.interrupt();
        assertFalse(engine.agent.isInterrupted());
    }

    @Test
    void shouldTellCallersWhatHasEndedIt() {
        transport.error = new AssertionError("a defect of the test");
        while (engine.failure() == null) {
            Thread.onSpinWait();
        }
        MpiFailure failure = engine.failure();
        assertEquals(MPI.MPI_ERR_INTERN, failure.errorClass());
        assertEquals(
                "thread javampi-progress-0, which makes progress between calls, has failed:"
                        + " java.lang.AssertionError: a defect of the test",
                failure.getMessage());
    }
}
