package org.javampi.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.List;
import org.javampi.MPI;
import org.javampi.MPI_Status;
import org.javampi.core.buffer.Block;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.engine.SendRequest.Mode;
import org.javampi.core.spi.transport.FrameHandler;
import org.javampi.core.spi.transport.Region;
import org.junit.jupiter.api.Test;

/** What the conductor has to do waits for the next progress, whatever is sent in between. */
class ErrandTest {
    private static final Datatype BYTE = Datatypes.of(MPI.MPI_BYTE);

    /** A rank that is its own neighbour: what leaves for rank 1 comes from there. */
    private static final class Mirror extends CopyingTransport {
        final ArrayDeque<Region> frames = new ArrayDeque<>();
        private int sent;

        @Override
        void sent(Region frame) {
            frames.add(frame);
            sent++;
        }

        @Override
        public int poll(FrameHandler handler) {
            int count = 0;
            for (Region frame = frames.poll(); frame != null; frame = frames.poll()) {
                handler.onFrame(1, frame, 0, frame.capacity());
                count++;
            }
            return count;
        }
    }

    private final Mirror mirror = new Mirror();
    private final Engine engine = new Engine(
            0,
            2,
            (short) 1,
            EngineSettings.read((key, fallback) -> fallback),
            List.of(mirror),
            new Sleeper(),
            Cores.of(0, 2, Cores.Binding.NONE, "rank 0", false));

    @Test
    void shouldNotBeForgottenWhenAReceiveFindsItsMessageThere() {
        Context context = engine.open(7, 0, new int[] {1});
        engine.send(context, 0, 3, new byte[] {5}, 1, BYTE, Mode.STANDARD);
        engine.probes().probe(context, 0, 3, new MPI_Status());
        Block text = new Block();
        text.set(new byte[4], 4, BYTE, false);
        engine.lock().acquire();
        try {
            engine.conductor.owe(context, 0, 9, text);
        } finally {
            engine.lock().release();
        }
        int before = mirror.sent;
        engine.await(engine.startReceive(context, 0, 3, new byte[1], 1, BYTE));
        assertEquals("", engine.quiescence().unrest());
        assertEquals(before + 1, mirror.sent);
    }
}
