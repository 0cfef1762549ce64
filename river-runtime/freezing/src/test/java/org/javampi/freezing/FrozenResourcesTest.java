package org.javampi.freezing;

import static org.javampi.river.message.Constraint.from;
import static org.javampi.river.message.Constraint.where;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.zip.CRC32;
import org.javampi.river.message.Constraint;
import org.javampi.river.message.LostException;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.resource.River;
import org.javampi.river.resource.RiverOptions;
import org.javampi.river.resource.VirtualResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import programs.Collector;
import programs.Flood;
import programs.Hindered;
import programs.Witness;

/** Resources that know nothing of it are frozen, thawed and moved while others send to them. */
@Timeout(180)
class FrozenResourcesTest {
    private static final int MESSAGES = 400;
    private static final Map<String, ?> EMPTY = Map.of("seq", 0, "data", new byte[0], "crc", 0L);

    private static final Map<String, ?> LAST = Map.of("seq", 1, "data", new byte[0], "crc", 0L);

    private Landscape land;

    @BeforeEach
    void open() throws Exception {
        land = new Landscape(2);
    }

    @AfterEach
    void close() throws Exception {
        land.close();
    }

    private interface Script {
        void run(Body self) throws Exception;
    }

    private interface Fate {
        void meet(UUID resource) throws Exception;
    }

    private static final class Body extends VirtualResource {
        private final Script script;

        Body(Script script) {
            this.script = script;
        }

        @Override
        protected void run() throws Exception {
            script.run(this);
        }

        UUID place(River vm, Class<? extends VirtualResource> type, Object... arguments) throws InterruptedException {
            return deploy(vm.self(), type, arguments);
        }

        void put(UUID destination, Map<String, ?> attributes) throws InterruptedException {
            send(destination, attributes);
        }

        RiverMessage take(Constraint... constraints) throws InterruptedException {
            return recv(constraints);
        }
    }

    /** Sends numbered messages with their checksums to a collector. */
    private static final class Sender extends VirtualResource {
        private final UUID collector;
        private final long seed;
        private final CountDownLatch over;
        long sum;

        Sender(UUID collector, long seed, CountDownLatch over) {
            this.collector = collector;
            this.seed = seed;
            this.over = over;
        }

        @Override
        protected void run() throws Exception {
            Random random = new Random(seed);
            try {
                for (int i = 0; i < MESSAGES; i++) {
                    byte[] data = new byte[random.nextInt(2_000)];
                    random.nextBytes(data);
                    CRC32 crc = new CRC32();
                    crc.update(data);
                    sum += crc.getValue();
                    send(collector, Map.of("seq", i, "data", data, "crc", crc.getValue()));
                    if (random.nextInt(10) == 0) {
                        Thread.yield();
                    }
                }
            } finally {
                over.countDown();
            }
        }
    }

    private static void check(RiverMessage answer) {
        assertFalse(answer.has("error"), () -> answer.attributes().toString());
    }

    /** Senders on all VMs at once; the collector meets its {@code fate} meanwhile. */
    private void collect(Fate fate) throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        land.home.run(new Body(self -> {
            UUID collector = self.place(land.vm(0), Landscape.freezable(Collector.class), 3 * MESSAGES + 2);
            self.put(collector, EMPTY);
            CountDownLatch over = new CountDownLatch(3);
            List<Sender> senders = new ArrayList<>();
            for (River vm : List.of(land.home, land.vm(0), land.vm(1))) {
                Sender sender = new Sender(collector, seed + senders.size(), over);
                senders.add(sender);
                vm.start(sender);
            }
            fate.meet(collector);
            // It does not end before.
            self.put(collector, LAST);
            over.await();
            RiverMessage report = self.take(from(collector));
            assertEquals(List.of(2, MESSAGES, MESSAGES, MESSAGES), report.getList("counts"));
            assertEquals(senders.stream().mapToLong(sender -> sender.sum).sum(), report.getLong("sum"));
        }));
    }

    @Test
    void shouldHoldWhatIsSentWhileItIsInAFileAndDeliverItOnceInOrder() throws Exception {
        collect(collector -> {
            RiverMessage frozen = land.freeze(land.vm(0), collector);
            check(frozen);
            Map<?, ?> resource =
                    (Map<?, ?>) land.home.ask(land.vm(0).id(), Map.of("ask", "resources")).getList("resources").stream()
                            .filter(one -> ((Map<?, ?>) one).get("resource").equals(collector))
                            .findFirst()
                            .orElseThrow();
            assertEquals(true, resource.get("frozen"));
            RiverMessage again = land.freeze(land.vm(0), collector);
            assertTrue(again.getString("error").contains("is frozen already"), again.getString("error"));
            byte[] image = frozen.getBytes("image");
            check(land.thaw(land.vm(1), image));
            RiverMessage twice = land.thaw(land.vm(0), image);
            assertTrue(twice.getString("error").contains("was thawed before, on"), twice.getString("error"));
        });
    }

    @Test
    void shouldThawWhereItWasFrozen() throws Exception {
        collect(collector -> {
            RiverMessage frozen = land.freeze(land.vm(0), collector);
            check(frozen);
            check(land.thaw(land.vm(0), frozen.getBytes("image")));
        });
    }

    @Test
    void shouldLoseAndReorderNothingWhenItIsMovedTwentyTimesUnderLoad() throws Exception {
        collect(collector -> {
            for (int move = 0; move < 20; move++) {
                check(land.migrate(land.vm(move % 2), collector, land.vm(1 - move % 2)));
            }
        });
    }

    @Test
    void shouldTellSendersWhenAFrozenResourceIsEnded() throws Exception {
        land.home.run(new Body(self -> {
            UUID one = self.place(land.vm(0), Landscape.freezable(Collector.class), 1);
            byte[] image = land.freeze(land.vm(0), one).getBytes("image");
            self.put(one, EMPTY);
            land.home.end(one);
            assertThrows(LostException.class, () -> self.take(from(one)));
            RiverMessage late = land.thaw(land.vm(1), image);
            assertTrue(late.getString("error").contains("was ended on"), late.getString("error"));
        }));
    }

    @Test
    void shouldThawFromTheFileWhenTheVmThatFrozeItIsGone() throws Exception {
        land.home.run(new Body(self -> {
            UUID one = self.place(land.vm(0), Landscape.freezable(Collector.class), 2);
            self.put(one, EMPTY);
            byte[] image = land.freeze(land.vm(0), one).getBytes("image");
            land.vm(0).close();
            check(land.thaw(land.vm(1), image));
            // Its parent hears that the VM is gone, and finds it where it lives now.
            assertThrows(LostException.class, self::take);
            self.put(one, LAST);
            assertEquals(List.of(2), self.take(where("sum").isPresent()).getList("counts"));
        }));
    }

    @Test
    void shouldStayFrozenWhenTheProgramThatDeployedItEnds() throws Exception {
        byte[] image;
        UUID[] one = new UUID[1];
        try (River program = River.open(RiverOptions.of(land.home.options().secret())
                .withDiscoveryPort(land.home.options().discoveryPort()))) {
            program.find(land.vm(0).self().peer().address());
            one[0] = program.deploy(land.vm(0).self(), Landscape.freezable(Collector.class), 2);
            image = land.freeze(land.vm(0), one[0]).getBytes("image");
        }
        land.home.run(new Body(self -> {
            self.put(one[0], EMPTY);
            RiverMessage thawed = land.thaw(land.vm(1), image);
            check(thawed);
            self.put(one[0], LAST);
            // Its report goes to the program, which is gone: it ends.
            assertThrows(LostException.class, () -> self.take(from(one[0])));
        }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "callback    | forEach stands between two methods of the program | in a loop",
                "reflection  | Hindered.run (line 53): | make the call from the program itself",
                "initialiser | Hindered$Late.<clinit> (line 17): a class is being initialised | after the class is initialised",
                "constructor | Hindered$Early.<init> (line 34): the constructor has not returned from super() | after super()",
                "thread      | thread worker is in programs.Hindered.idle (line | let it end before the call",
                "file        | Hindered.run (line 66)[1]: java.io.FileInputStream is an open file | open it anew after each call",
                "lease       | a lease of VMs, which belongs to this VM | give it back before"
            })
    void shouldNameThePlaceWhereItCannotBeFrozenAndLetItGoOn(String place, String what, String remedy)
            throws Exception {
        land.home.run(new Body(self -> {
            UUID hindered = self.place(land.vm(0), Landscape.freezable(Hindered.class), place);
            self.take(where("here").isPresent());
            String error = land.freeze(land.vm(0), hindered).getString("error");
            System.out.println(error);
            assertTrue(error.contains(what) && error.contains(remedy), error);
            self.put(hindered, Map.of("go", 1));
            self.take(from(hindered), where("over").isPresent());
        }));
    }

    @Test
    void shouldMoveWhileItWaitsForRoomToSend() throws Exception {
        land.home.run(new Body(self -> {
            UUID flood = self.place(land.vm(0), Landscape.freezable(Flood.class));
            check(land.migrate(land.vm(0), flood, land.vm(1)));
            for (int i = 0; i < 40; i++) {
                RiverMessage message = self.take(from(flood));
                assertEquals(i, message.getInt("seq"));
                assertEquals(1 << 20, message.getBytes("data").length);
            }
        }));
    }

    @Test
    void shouldHearOfTheEndOfWhatItWatchesAfterItHasMoved() throws Exception {
        land.home.run(new Body(self -> {
            UUID victim = self.river().deploy(land.vm(0).self(), Witness.Victim.class);
            UUID witness = self.place(land.vm(0), Landscape.freezable(Witness.class), victim);
            self.take(where("watching").isPresent());
            check(land.migrate(land.vm(0), witness, land.vm(1)));
            self.put(victim, Map.of("fail", true));
            assertEquals(
                    victim, self.take(from(witness), where("lost").isPresent()).getUuid("lost"));
        }));
    }
}
