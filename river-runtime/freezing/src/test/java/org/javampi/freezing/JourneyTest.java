package org.javampi.freezing;

import static org.javampi.river.message.Constraint.from;
import static org.javampi.river.message.Constraint.where;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.resource.River;
import org.javampi.river.resource.VirtualResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import programs.Journey;

/** A resource that knows nothing of it goes on in the middle of its calls, as if nothing had happened. */
@Timeout(180)
class JourneyTest {
    private static final int ROUNDS = 12;
    private static final int RECEIVES = ROUNDS * 7;

    /** What happens to the resource while it is driven. */
    private interface Fate {
        void meet(UUID resource, int number) throws Exception;
    }

    /** Sends numbers, more than one ahead, and checks that each is answered once, in order; returns what the program says at its end. */
    private static final class Driver extends VirtualResource {
        private final River vm;
        private final Class<? extends VirtualResource> type;
        private final Fate fate;
        private final Random random;
        private RiverMessage done;

        Driver(River vm, Class<? extends VirtualResource> type, Fate fate, long seed) {
            this.vm = vm;
            this.type = type;
            this.fate = fate;
            random = new Random(seed);
        }

        @Override
        protected void run() throws Exception {
            UUID journey = deploy(vm.self(), type, ROUNDS);
            int sent = 0;
            for (int answered = 0; answered < RECEIVES; answered++) {
                int ahead = Math.min(RECEIVES, answered + 1 + random.nextInt(8));
                while (sent < ahead) {
                    send(journey, Map.of("number", sent++));
                }
                fate.meet(journey, answered);
                RiverMessage answer = recv(from(journey), where("took").isPresent());
                assertEquals(answered, answer.getInt("took"), "in order, once");
                assertTrue(answer.getBoolean("empty"));
            }
            done = recv(from(journey), where("done").isPresent());
        }
    }

    private static Map<String, Object> drive(
            Landscape land, Class<? extends VirtualResource> type, Fate fate, long seed) throws Exception {
        Driver driver = new Driver(land.vm(0), type, fate, seed);
        land.home.run(driver);
        return driver.done.attributes();
    }

    @Test
    void shouldComeToTheSameEndWhenItIsMovedTwentyTimes() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        try (Landscape land = new Landscape(2)) {
            Map<String, Object> undisturbed = drive(land, Journey.class, (journey, number) -> {}, seed);
            Random random = new Random(seed);
            int[] moves = new int[1];
            Map<String, Object> moved = drive(
                    land,
                    Landscape.freezable(Journey.class),
                    (journey, number) -> {
                        if (moves[0] < 20 && random.nextInt(3) == 0) {
                            int at = moves[0]++ % 2;
                            RiverMessage answer = land.migrate(land.vm(at), journey, land.vm(1 - at));
                            assertFalse(answer.has("error"), answer.attributes().toString());
                        }
                    },
                    seed);
            assertEquals(undisturbed, moved);
            assertEquals(20, moves[0]);
        }
    }
}
