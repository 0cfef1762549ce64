package org.javampi.river.resource;

import static org.javampi.river.message.Constraint.from;
import static org.javampi.river.message.Constraint.where;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.javampi.river.message.LostException;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.trust.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Resources that are frozen at a receive, and go on elsewhere. */
class FreezeTest {
    private final List<River> rivers = new ArrayList<>();
    private River home;
    private River one;
    private River other;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        int port;
        try (DatagramSocket socket = new DatagramSocket(0)) {
            port = socket.getLocalPort();
        }
        RiverOptions options = RiverOptions.of(Secret.random()).withDiscoveryPort(port);
        home = River.open(options);
        one = River.open(options.takingWork());
        other = River.open(options.takingWork());
        rivers.addAll(List.of(home, one, other));
        home.find(one.self().peer().address());
        home.find(other.self().peer().address());
    }

    @AfterEach
    void close() throws IOException {
        for (River river : rivers) {
            river.close();
        }
    }

    private interface Script {
        void run(Body self) throws Exception;
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
    }

    /** Adds what it is sent; says its sum and where it is. */
    static final class Adder extends VirtualResource {
        private long sum;
        private final ArrayList<Integer> seen = new ArrayList<>();
        private transient Object scratch = new Object();

        @Override
        protected void run() throws Exception {
            assertTrue(scratch != null);
            while (true) {
                // Its own order: what has no add stays in the queue.
                RiverMessage message = recv(where("add").isPresent());
                sum += message.getInt("add");
                seen.add(message.getInt("add"));
                if (message.has("say")) {
                    send(
                            message.source(),
                            Map.of(
                                    "sum", sum,
                                    "seen", List.copyOf(seen),
                                    "vm", river().id(),
                                    "thawed", isThawed(),
                                    "kept", peek(where("kept").isPresent()).isPresent()));
                }
            }
        }
    }

    /** Has a field that cannot be saved. */
    static final class Stuck extends VirtualResource {
        private final Thread thread = new Thread(() -> {});

        @Override
        protected void run() throws Exception {
            send(parent(), Map.of("here", thread.getName()));
            recv(where("say").isPresent());
            send(parent(), Map.of("still", "here"));
        }
    }

    private RiverMessage say(Body self, UUID adder) throws InterruptedException {
        self.send(adder, Map.of("add", 1, "say", true));
        return self.recv(from(adder));
    }

    @Test
    void shouldMoveAResourceWithItsFieldsAndQueueWhileItIsSentTo() throws Exception {
        home.run(new Body(self -> {
            UUID adder = self.deploy(one.self(), Adder.class);
            self.send(adder, Map.of("kept", true));
            for (int i = 0; i < 2_000; i++) {
                self.send(adder, Map.of("add", i));
                if (i == 1_000) {
                    RiverMessage answer = home.ask(
                            one.id(),
                            Map.of(
                                    "ask",
                                    "migrate",
                                    "resource",
                                    adder,
                                    "vm",
                                    other.self().peer().encode(),
                                    "timeoutMs",
                                    60_000L));
                    assertFalse(answer.has("error"), answer.attributes().toString());
                }
            }
            RiverMessage answer = say(self, adder);
            assertEquals(1_999L * 2_000 / 2 + 1, answer.getLong("sum"));
            List<?> seen = answer.getList("seen");
            for (int i = 0; i < 2_000; i++) {
                assertEquals(i, seen.get(i), "in order");
            }
            assertEquals(other.id(), answer.getUuid("vm"));
            assertTrue(answer.getBoolean("thawed"));
            assertTrue(answer.getBoolean("kept"));
            // Its end there is heard of as if it had not moved.
            home.ask(other.id(), Map.of("ask", "end", "resource", adder));
            assertThrows(LostException.class, () -> self.recv(from(adder)));
        }));
    }

    @Test
    void shouldFreezeToBytesAndThawThemElsewhere() throws Exception {
        home.run(new Body(self -> {
            UUID adder = self.deploy(one.self(), Adder.class);
            say(self, adder);
            byte[] image = home.ask(one.id(), Map.of("ask", "freeze", "resource", adder, "timeoutMs", 60_000L))
                    .getBytes("image");
            assertThrows(LostException.class, () -> say(self, adder));
            RiverMessage thawed = home.ask(other.id(), Map.of("ask", "thaw", "image", image));
            assertEquals(adder, thawed.getUuid("resource"), thawed.attributes().toString());
            // No node needs to be told: a look-up of its name finds it.
            River stranger = River.open(RiverOptions.of(one.options().secret())
                    .withDiscoveryPort(one.options().discoveryPort()));
            rivers.add(stranger);
            stranger.find(other.self().peer().address());
            stranger.run(new Body(asker -> {
                RiverMessage answer = say(asker, adder);
                assertEquals(2, answer.getLong("sum"));
                assertEquals(other.id(), answer.getUuid("vm"));
            }));
            RiverMessage twice = home.ask(other.id(), Map.of("ask", "thaw", "image", image));
            assertTrue(twice.getString("error").contains("lives on this VM already"), twice.getString("error"));
        }));
    }

    @Test
    void shouldNameTheFieldThatCannotBeFrozenAndLetTheResourceGoOn() throws Exception {
        home.run(new Body(self -> {
            UUID stuck = self.deploy(one.self(), Stuck.class);
            self.recv(where("here").isPresent());
            String error = home.ask(one.id(), Map.of("ask", "freeze", "resource", stuck, "timeoutMs", 60_000L))
                    .getString("error");
            assertTrue(error.contains("Stuck#thread cannot be frozen: it refers to a java.lang.Thread"), error);
            self.send(stuck, Map.of("say", true));
            assertEquals("here", self.recv(where("still").isPresent()).getString("still"));
        }));
    }

    @Test
    void shouldStayWhereItIsWhenTheOtherVmCannotTakeIt() throws Exception {
        home.run(new Body(self -> {
            UUID adder = self.deploy(one.self(), Adder.class);
            say(self, adder);
            String error = home.ask(
                            one.id(),
                            Map.of(
                                    "ask",
                                    "migrate",
                                    "resource",
                                    adder,
                                    "vm",
                                    home.self().peer().encode(),
                                    "timeoutMs",
                                    60_000L))
                    .getString("error");
            assertTrue(error.contains("stays where it is") && error.contains("takes no work"), error);
            assertEquals(2, say(self, adder).getLong("sum"));
        }));
    }

    @Test
    void shouldListWhatLivesOnAVm() throws Exception {
        home.run(new Body(self -> {
            UUID adder = self.deploy(one.self(), Adder.class);
            say(self, adder);
            List<?> resources = home.ask(one.id(), Map.of("ask", "resources")).getList("resources");
            assertEquals(1, resources.size());
            Map<?, ?> first = (Map<?, ?>) resources.get(0);
            assertEquals(adder, first.get("resource"));
            assertEquals(Adder.class.getName(), first.get("class"));
            assertEquals(self.name(), first.get("parent"));
        }));
    }

    /** Has its classes for itself, as those have that can be frozen in their calls. */
    private static final class OwnClasses extends ClassLoader implements FreezableClasses {
        OwnClasses() {
            super(FreezeTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(Adder.class.getName())) {
                return super.loadClass(name, resolve);
            }
            byte[] bytes = ClassShelf.fileOf(getParent(), name);
            return defineClass(name, bytes, 0, bytes.length);
        }

        @Override
        public FreezableLife life(ResourceSite site) {
            throw new IllegalStateException("not here");
        }

        @Override
        public ClassLoader original() {
            return getParent();
        }

        @Override
        public Map<String, byte[]> files() {
            return Map.of();
        }
    }

    @Test
    void shouldSayWhatAVmLacksThatCannotFreezeInTheMiddleOfACall() throws Exception {
        Class<? extends VirtualResource> type =
                new OwnClasses().loadClass(Adder.class.getName()).asSubclass(VirtualResource.class);
        String text = assertThrows(DeploymentException.class, () -> home.deploy(one.self(), type))
                .getMessage();
        assertTrue(text.contains("its class path has no river-freezing: start it by 'river vm'"), text);
    }
}
