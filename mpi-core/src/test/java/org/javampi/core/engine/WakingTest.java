package org.javampi.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.javampi.MPI;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.engine.SendRequest.Mode;
import org.javampi.core.spi.transport.FrameHandler;
import org.javampi.core.spi.transport.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a start wakes while the background thread sleeps in the selector. */
final class WakingTest {
    private static final int STARTS = 100;
    private static final Datatype BYTE = Datatypes.of(MPI.MPI_BYTE);

    private final Counting sleeper = new Counting();
    private final Engine engine = new Engine(
            0,
            2,
            (short) 0,
            EngineSettings.read((key, fallback) -> fallback),
            List.of(new Full()),
            sleeper,
            Cores.of(0, 2, Cores.Binding.NONE, "rank 0", false));
    private final byte[] bytes = new byte[8];
    private final Thread background = new Thread(() -> engine.waiting.leadForCallers(engine.agent, false));
    private Context context;

    /** Sleeps until the test is over, and counts who would have ended that. */
    private static final class Counting extends Sleeper {
        private final CountDownLatch asleep = new CountDownLatch(1);
        private final CountDownLatch over = new CountDownLatch(1);
        private final AtomicInteger wakes = new AtomicInteger();

        @Override
        void sleep(long limitNs) {
            asleep.countDown();
            try {
                over.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        void wake() {
            wakes.incrementAndGet();
        }
    }

    /** A way to rank 1 on which there is never room. */
    private static final class Full extends FakeTransport {
        @Override
        public int poll(FrameHandler handler) {
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
    void fallAsleep() throws InterruptedException {
        context = engine.open(10, 0, new int[] {0, 1});
        background.start();
        sleeper.asleep.await();
    }

    @AfterEach
    void end() throws InterruptedException {
        sleeper.over.countDown();
        background.join();
        sleeper.close();
    }

    @Test
    void shouldLetItSleepWhenReceivesStart() {
        for (int i = 0; i < STARTS; i++) {
            engine.startReceive(context, 1, i, bytes, bytes.length, BYTE);
        }
        assertEquals(0, sleeper.wakes.get());
    }

    @Test
    void shouldWakeItWhenASendWaitsForRoom() {
        SendRequest send = engine.prepareSend(bytes, bytes.length, BYTE);
        engine.restart(send, context, 1, 0, Mode.STANDARD);
        assertTrue(sleeper.wakes.get() > 0, "nobody watches for room");
    }
}
