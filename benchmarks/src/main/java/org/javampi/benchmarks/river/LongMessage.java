package org.javampi.benchmarks.river;

import static org.javampi.river.message.Constraint.from;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.javampi.river.farm.Crew;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.resource.VirtualResource;

/**
 * One long message from a VM to another, which gets as much heap as this program has: {@code -Xmx1700m} is enough for
 * 1024 MiB, since no copy is made on the way. Argument: MiB.
 */
public final class LongMessage {
    private static final int STEP = 4099;

    private LongMessage() {}

    /** Takes a message, and answers with what is in it. */
    static final class Receiver extends VirtualResource {
        @Override
        protected void run() throws Exception {
            RiverMessage message = recv(from(parent()));
            byte[] bytes = message.getBytes("bytes");
            long sum = 0;
            for (int i = 0; i < bytes.length; i += STEP) {
                sum += bytes[i];
            }
            send(parent(), Map.of("length", bytes.length, "sum", sum));
        }
    }

    /** Sends it. */
    static final class Sender extends VirtualResource {
        private final Crew crew;
        private final byte[] bytes;

        Sender(Crew crew, byte[] bytes) {
            this.crew = crew;
            this.bytes = bytes;
        }

        @Override
        protected void run() throws Exception {
            UUID receiver = deploy(crew.farm().workers().get(0).vm(), Receiver.class);
            long expected = 0;
            for (int i = 0; i < bytes.length; i += STEP) {
                bytes[i] = (byte) (i / STEP);
                expected += bytes[i];
            }
            long startNs = System.nanoTime();
            send(receiver, Map.of("bytes", bytes));
            RiverMessage answer = recv(from(receiver));
            double seconds = (System.nanoTime() - startNs) / 1e9;
            if (answer.getInt("length") != bytes.length || answer.getLong("sum") != expected) {
                throw new IllegalStateException("something else has arrived: " + answer);
            }
            System.out.println(String.format(
                    Locale.ROOT,
                    "%d MiB arrived whole: %.1f s, heaps of at most %d MiB",
                    bytes.length >> 20,
                    seconds,
                    Runtime.getRuntime().maxMemory() >> 20));
        }
    }

    /** Prints how long it took. */
    public static void main(String[] args) throws Exception {
        int mib = args.length > 0 ? Integer.parseInt(args[0]) : 1024;
        try (Crew crew = Crew.open()) {
            crew.start(1, false, List.of());
            crew.river().run(new Sender(crew, new byte[mib << 20]));
        }
    }
}
