package org.javampi.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.javampi.MPI;
import org.javampi.MPI_Status;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.engine.SendRequest.Mode;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.transport.FrameHandler;
import org.javampi.core.spi.transport.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which messages share a cache line with another one, and that each arrives as it was sent. */
final class ShortMessageTest {
    private static final int HALF_LINE = 32;
    private static final int WHOLE_LINE = 64;
    private static final short EPOCH = (short) 0x8001;
    private static final long CONTEXT = 0x7777_0000_1111L;
    private static final Datatype BYTE = Datatypes.of(MPI.MPI_BYTE);

    private final Way there = new Way(0);
    private final Way back = new Way(1);
    private final Engine sender = engine(0, there, back);
    private final Engine receiver = engine(1, back, there);

    /** Frames of one rank to another, in order; also how many bytes the last one had. */
    private static final class Way {
        final ArrayDeque<Region> frames = new ArrayDeque<>();
        final int from;
        int lastBytes;

        Way(int from) {
            this.from = from;
        }
    }

    /** Two ranks of one thread. */
    private static final class Pair extends CopyingTransport {
        private final Way out;
        private final Way in;

        Pair(Way out, Way in) {
            this.out = out;
            this.in = in;
        }

        @Override
        void sent(Region frame) {
            out.lastBytes = frame.capacity();
            out.frames.add(frame);
        }

        @Override
        public int poll(FrameHandler handler) {
            int frames = 0;
            for (Region frame = in.frames.poll(); frame != null; frame = in.frames.poll()) {
                handler.onFrame(in.from, frame, 0, frame.capacity());
                frames++;
            }
            return frames;
        }
    }

    private static Engine engine(int rank, Way out, Way in) {
        return new Engine(
                rank,
                2,
                EPOCH,
                EngineSettings.read((key, fallback) -> fallback),
                List.of(new Pair(out, in)),
                new Sleeper(),
                Cores.of(rank, 2, Cores.Binding.NONE, "rank " + rank, false));
    }

    private static Context context(Engine engine, int ownRank, int peer) {
        int[] destinations = new int[Math.max(ownRank, 1) + 1];
        Arrays.fill(destinations, peer);
        return engine.open(CONTEXT, ownRank, destinations);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 32",
        "0, 0, 8, 32",
        "1, 65535, 8, 32",
        "65535, 65535, 1, 32",
        "0, 65536, 8, 64",
        "65536, 0, 8, 64",
        "0, 2147483647, 8, 64",
        "0, 0, 9, 64"
    })
    void shouldArriveAsSentInAFrameOfItsLength(int source, int tag, int length, int atMost) {
        Context out = context(sender, source, 1);
        Context in = context(receiver, 1, 0);
        byte[] sent = new byte[length];
        Arrays.fill(sent, (byte) -3);
        byte[] received = new byte[length];
        MPI_Status status = new MPI_Status();
        // Once when it has come before the receive, and once when the receive has been there.
        for (boolean early : new boolean[] {true, false}) {
            Arrays.fill(received, (byte) 0);
            ReceiveRequest receive = early
                    ? null
                    : receiver.startReceive(in, MPI.MPI_ANY_SOURCE, MPI.MPI_ANY_TAG, received, length, BYTE);
            sender.send(out, 0, tag, sent, length, BYTE, Mode.STANDARD);
            if (receive == null) {
                assertTrue(receiver.probes().probe(in, source, tag, status));
                receiver.receive(in, source, tag, received, length, BYTE, status);
                assertEquals(List.of(source, tag), List.of(status.MPI_SOURCE, status.MPI_TAG));
            } else {
                receiver.await(receive);
                assertEquals(List.of(source, tag), List.of(receive.source(), receive.receivedTag()));
                assertEquals(length, receive.byteCount());
                receiver.release(receive);
            }
            assertArrayEquals(sent, received);
            assertEquals(atMost, roundedUp(there.lastBytes));
        }
    }

    @Test
    void shouldBeWholeLineWhenThereIsSomethingToTellOrToConfirm() {
        Context out = context(sender, 0, 1);
        Context in = context(receiver, 1, 0);
        byte[] bytes = new byte[8];
        sender.send(out, 0, 5, bytes, 8, BYTE, Mode.STANDARD);
        assertEquals(HALF_LINE, roundedUp(there.lastBytes));
        receiver.receive(in, 0, 5, bytes, 8, BYTE, null);
        // The answer tells of the message consumed; the next one has nothing to add.
        receiver.send(in, 0, 5, bytes, 8, BYTE, Mode.STANDARD);
        assertEquals(WHOLE_LINE, roundedUp(back.lastBytes));
        receiver.send(in, 0, 5, bytes, 8, BYTE, Mode.STANDARD);
        assertEquals(HALF_LINE, roundedUp(back.lastBytes));
        ReceiveRequest receive = receiver.startReceive(in, 0, 6, bytes, 8, BYTE);
        Departure departure = new Departure() {
            @Override
            public void left(int sequence) {
                throw new AssertionError("nobody has confirmed it");
            }

            @Override
            public void underWay(SendRequest send) {
                receiver.await(receive);
                receiver.nudge();
            }
        };
        sender.startSend(out, 0, 6, bytes, 8, BYTE, Mode.SYNCHRONOUS, departure);
        assertEquals(WHOLE_LINE, roundedUp(there.lastBytes));
        assertTrue(receive.isDone());
    }

    /** Kind 9 is SHORT, 1 EAGER, 77 none. */
    @ParameterizedTest
    @CsvSource({"9, 23", "1, 31", "77, 31", "77, 64"})
    void shouldLoseThePeerWhenItsFrameIsNone(int kind, int frameBytes) {
        Context in = context(receiver, 1, 0);
        Region frame = Region.allocate(frameBytes);
        frame.putInt(Header.KIND, kind | EPOCH << Short.SIZE);
        there.frames.add(frame);
        receiver.probes().probe(in, 0, 0, null);
        MpiFailure failure =
                assertThrows(MpiFailure.class, () -> receiver.probes().probe(in, 0, 0, null));
        String what = frameBytes < WHOLE_LINE ? frameBytes + " bytes" : "unknown kind " + kind;
        assertTrue(failure.getMessage().contains(what), failure.getMessage());
    }

    private static int roundedUp(int frameBytes) {
        return frameBytes <= HALF_LINE ? HALF_LINE : WHOLE_LINE;
    }
}
