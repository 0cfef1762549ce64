package org.javampi.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.engine.SendRequest.Mode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an engine of one rank holds after it has sent much to itself. */
final class EngineMemoryTest {
    private static final long CONTEXT = 10;
    private static final int BURST = 20_000;
    private static final int BYTES = 1000;
    private static final Datatype BYTE = Datatypes.of(MPI.MPI_BYTE);

    private final Sleeper sleeper = new Sleeper();
    private final Engine engine = new Engine(
            0,
            1,
            (short) 0,
            EngineSettings.read((key, fallback) -> fallback),
            List.of(),
            sleeper,
            Cores.of(0, 1, Cores.Binding.NONE, "rank 0", false));
    private final byte[] bytes = new byte[BYTES];
    private Context context;

    /** How a send has begun. */
    private static final class Begun implements Departure {
        private SendRequest send;
        private int sequence = -1;

        @Override
        public void left(int number) {
            sequence = number;
        }

        @Override
        public void underWay(SendRequest request) {
            send = request;
        }
    }

    @BeforeEach
    void begin() {
        context = engine.open(CONTEXT, 0, new int[] {0});
        engine.begin();
    }

    @AfterEach
    void end() {
        engine.close();
        sleeper.close();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.yield();
        }
    }

    private <T> T locked(Supplier<T> what) {
        engine.lock().acquire();
        try {
            return what.get();
        } finally {
            engine.lock().release();
        }
    }

    private int contexts() {
        return locked(() -> engine.inbound.contexts().size());
    }

    @Test
    void shouldGiveMemoryBackWhenABurstOfEarlyMessagesHasPassed() {
        for (int i = 0; i < BURST; i++) {
            engine.send(context, 0, i, bytes, BYTES, BYTE, Mode.STANDARD);
        }
        assertTrue(locked(() -> engine.deliveries.heldBytes()) >= (long) BURST * BYTES);
        for (int i = BURST - 1; i >= 0; i--) {
            engine.receive(context, 0, i, bytes, BYTES, BYTE, null);
        }
        await(() -> locked(() -> engine.deliveries.heldBytes()) <= PayloadArena.KEPT_BYTES);
        await(() -> !locked(() -> engine.surplus.isPresent()));
    }

    @Test
    void shouldGiveRequestsBackWhenManyReceivesHaveBeenPosted() {
        ReceiveRequest[] receives = new ReceiveRequest[BURST];
        for (int i = 0; i < BURST; i++) {
            receives[i] = engine.startReceive(context, 0, i, bytes, BYTES, BYTE);
        }
        for (int i = BURST - 1; i >= 0; i--) {
            engine.send(context, 0, i, bytes, BYTES, BYTE, Mode.STANDARD);
            engine.release(receives[i]);
        }
        await(() -> locked(() -> engine.pool.size()) <= 2 * 1024);
    }

    @Test
    void shouldForgetAFreedContextWhenItsLastReceiveIsMet() {
        assertEquals(1, contexts());
        ReceiveRequest one = engine.startReceive(context, 0, 1, bytes, BYTES, BYTE);
        ReceiveRequest two = engine.startReceive(context, 0, 2, bytes, BYTES, BYTE);
        engine.close(context);
        engine.send(context, 0, 2, bytes, BYTES, BYTE, Mode.STANDARD);
        assertEquals(1, contexts());
        engine.send(context, 0, 1, bytes, BYTES, BYTE, Mode.STANDARD);
        assertEquals(0, contexts());
        assertTrue(one.isDone() && two.isDone());
    }

    @Test
    void shouldForgetAFreedContextWhenItsLastReceiveIsCancelled() {
        ReceiveRequest receive = engine.startReceive(context, 0, 1, bytes, BYTES, BYTE);
        engine.close(context);
        assertEquals(1, contexts());
        engine.cancel(receive);
        assertEquals(0, contexts());
    }

    @Test
    void shouldForgetAFreedContextWhenItsLastMessageIsTakenBack() {
        Begun begun = new Begun();
        engine.startSend(context, 0, 1, bytes, BYTES, BYTE, Mode.SYNCHRONOUS, begun);
        engine.close(context);
        assertEquals(1, contexts());
        engine.cancel(begun.send);
        assertEquals(0, contexts());
    }

    @Test
    void shouldTakeAMessageBackWhenItsSendWasDoneAtOnce() {
        Begun begun = new Begun();
        engine.startSend(context, 0, 1, bytes, BYTES, BYTE, Mode.STANDARD, begun);
        assertNull(begun.send);
        SendRequest recalled = engine.recall(context, 0, begun.sequence);
        assertTrue(recalled.isDone() && recalled.isCancelled());
        assertFalse(engine.probes().probe(context, 0, 1, null));
        engine.release(recalled);
    }

    @Test
    void shouldNotTakeAMessageBackWhenItHasBeenReceived() {
        Begun begun = new Begun();
        engine.startSend(context, 0, 1, bytes, BYTES, BYTE, Mode.STANDARD, begun);
        engine.receive(context, 0, 1, bytes, BYTES, BYTE, null);
        SendRequest recalled = engine.recall(context, 0, begun.sequence);
        assertTrue(recalled.isDone());
        assertFalse(recalled.isCancelled());
        engine.release(recalled);
    }

    @Test
    void shouldKeepAContextWhenItHasBeenOpenedAgain() {
        ReceiveRequest receive = engine.startReceive(context, 0, 1, bytes, BYTES, BYTE);
        engine.close(context);
        engine.open(CONTEXT, 0, new int[] {0});
        engine.cancel(receive);
        assertEquals(1, contexts());
    }
}
