package org.javampi.river.resource;

import static org.javampi.river.message.Constraint.from;
import static org.javampi.river.message.Constraint.where;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.javampi.river.discovery.RiverVm;
import org.javampi.river.discovery.VmState;
import org.javampi.river.message.LostException;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.trust.Secret;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Resources on several VMs in this process: messages, discovery, leases, deployment and ends. */
class RiverTest {
    private static final Duration LONG = Patience.duration(120);

    private final List<River> rivers = new ArrayList<>();
    private RiverOptions options;
    private River home;

    @BeforeEach
    void open() throws IOException {
        int port;
        try (DatagramSocket socket = new DatagramSocket(0)) {
            port = socket.getLocalPort();
        }
        options = RiverOptions.of(Secret.random()).withDiscoveryPort(port);
        home = add(options);
    }

    private River add(RiverOptions with) throws IOException {
        River river = River.open(with);
        rivers.add(river);
        assertEquals(List.of(), river.problems());
        return river;
    }

    private River addWorker() throws IOException {
        return add(options.takingWork());
    }

    @AfterEach
    void close() throws IOException {
        for (River river : rivers) {
            river.close();
        }
    }

    /** A resource whose body is a test's. */
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

    private interface Script {
        void run(Body self) throws Exception;
    }

    /** Says hello, then sends back what it gets until it gets "stop". */
    static final class Echo extends VirtualResource {
        @Override
        protected void run() throws Exception {
            send(parent(), Map.of("tag", "hello", "arguments", arguments()));
            while (true) {
                RiverMessage message = recv(where("tag").satisfies(t -> !t.equals("ignore")));
                switch (message.getString("tag")) {
                    case "stop":
                        return;
                    case "fail":
                        throw new IllegalStateException("as told");
                    default:
                        send(message.source(), Map.of("tag", "echo", "of", message.attributes()));
                }
            }
        }
    }

    /** Works in a thread of its own without ever receiving, until it is interrupted. */
    static final class Stubborn extends VirtualResource {
        @Override
        protected void run() throws Exception {
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    @Test
    void shouldExchangeMessagesAcrossVms() throws Exception {
        River worker = addWorker();
        home.run(new Body(self -> {
            RiverVm vm = home.discover(1, LONG).get(0);
            assertEquals(worker.id(), vm.id());
            UUID echo = self.deploy(vm, Echo.class, 1, "two");
            RiverMessage hello = self.recv(where("tag").is("hello"));
            assertEquals(echo, hello.source());
            assertEquals(List.of(1, "two"), hello.get("arguments"));
            double[] row = {1, 2, 3};
            self.send(echo, Map.of("tag", "ignore"));
            self.send(echo, Map.of("tag", "row", "row", row));
            row[0] = -1;
            RiverMessage back = self.recv(from(echo));
            Map<?, ?> of = back.get("of", Map.class);
            assertArrayEquals(new double[] {1, 2, 3}, (double[]) of.get("row"));
            self.send(echo, Map.of("tag", "stop"));
            LostException end = assertThrows(LostException.class, () -> self.recv(from(echo)));
            assertEquals(echo, end.resource());
            assertEquals(vm.id(), end.machine());
            assertTrue(end.getMessage().contains("run() has returned"), end.getMessage());
            assertEquals(
                    Optional.empty(),
                    self.recv(Duration.ofMillis(1)),
                    "an end in order is told only to who waits for it");
            end = assertThrows(LostException.class, () -> self.send(echo, Map.of()));
            assertEquals(echo, end.resource());
        }));
    }

    @Test
    void shouldCopyWhatIsSentOnOneVmToo() throws Exception {
        home.run(new Body(self -> {
            int[] sent = {1};
            self.send(self.name(), Map.of("a", sent));
            sent[0] = 2;
            int[] got = self.recv().get("a", int[].class);
            assertEquals(1, got[0]);
        }));
    }

    @Test
    void shouldReachAResourceThatIsOnlyKnownByName() throws Exception {
        River other = addWorker();
        BlockingQueue<RiverMessage> got = new LinkedBlockingQueue<>();
        UUID stranger = other.start(new Body(self -> got.add(self.recv())));
        UUID local = home.start(new Body(self -> got.add(self.recv())));
        meet(home, 1);
        home.run(new Body(self -> self.send(List.of(stranger, local), Map.of("n", 1))));
        assertEquals(1, got.poll(Patience.seconds(120), TimeUnit.SECONDS).getInt("n"));
        assertEquals(1, got.poll(Patience.seconds(120), TimeUnit.SECONDS).getInt("n"));
        UUID nobody = UUID.randomUUID();
        LostException loss =
                assertThrows(LostException.class, () -> home.run(new Body(self -> self.send(nobody, Map.of()))));
        assertEquals(nobody, loss.resource());
        assertTrue(loss.getMessage().contains("is not known to any of the 1 VMs"), loss.getMessage());
    }

    /** Connects with the VMs that are there, so that a slow machine's answers are waited for. */
    private static void meet(River river, int count) throws Exception {
        for (RiverVm vm : river.discover(count, LONG)) {
            river.ask(vm.id(), Map.of("ask", "state"));
        }
    }

    @Test
    void shouldTellTheParentOfAFailureOnce() throws Exception {
        addWorker();
        home.run(new Body(self -> {
            RiverVm vm = home.discover(1, LONG).get(0);
            UUID echo = self.deploy(vm, Echo.class);
            self.send(echo, Map.of("tag", "fail"));
            assertEquals("hello", self.recv().getString("tag"), "first, its word");
            LostException loss = assertThrows(LostException.class, self::recv);
            assertEquals(echo, loss.resource());
            assertTrue(loss.getMessage().contains("IllegalStateException: as told"), loss.getMessage());
            assertEquals(Optional.empty(), self.recv(Duration.ofMillis(1)));
        }));
    }

    @Test
    void shouldTellAWatcherWhenAVmGoes() throws Exception {
        River worker = addWorker();
        home.run(new Body(self -> {
            RiverVm vm = home.discover(1, LONG).get(0);
            UUID child = self.deploy(vm, Stubborn.class);
            self.watch(vm.id());
            Thread closer = new Thread(() -> {
                try {
                    worker.close();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            closer.start();
            Set<UUID> lost = new HashSet<>();
            LostException machine = assertThrows(LostException.class, () -> self.recv(from(vm.id())));
            assertTrue(machine.getMessage().contains("ended in order"), machine.getMessage());
            lost.add(machine.resource());
            assertEquals(Set.of(vm.id()), lost);
            LostException gone = assertThrows(LostException.class, () -> self.recv(from(child)));
            assertEquals(vm.id(), gone.machine());
            assertThrows(LostException.class, () -> self.deploy(vm, Stubborn.class));
        }));
    }

    @Test
    void shouldLeaseAVmToOneOwnerOnly() throws Exception {
        addWorker();
        addWorker();
        River rival = add(options);
        meet(rival, 2);
        try (Allocation mine = home.allocate(1, LONG)) {
            RiverVm vm = mine.vms().get(0);
            NotEnoughVmsException refusal = assertThrows(NotEnoughVmsException.class, () -> rival.allocate(2));
            assertEquals("2 VMs asked for, 1 free of 2 found: start more with 'river vm'", refusal.getMessage());
            DeploymentException notYours =
                    assertThrows(DeploymentException.class, () -> rival.deploy(vm, Stubborn.class));
            assertTrue(notYours.getMessage().endsWith("it works for VM " + home.id()), notYours.getMessage());
            assertEquals(
                    Map.of(VmState.LEASED, 1L, VmState.FREE, 1L),
                    rival.discover(2, LONG).stream()
                            .collect(Collectors.groupingBy(RiverVm::state, Collectors.counting())));
            home.deploy(vm, Stubborn.class);
        }
        try (Allocation both = rival.allocate(2, LONG)) {
            assertEquals(2, both.vms().size());
            for (RiverVm vm : both.vms()) {
                awaitNobody(vm);
            }
        }
    }

    @Test
    void shouldFreeVmsAndEndResourcesWhenTheOwnerGoes() throws Exception {
        River worker = addWorker();
        River owner = add(options);
        Allocation lease = owner.allocate(1, LONG);
        owner.deploy(lease.vms().get(0), Stubborn.class);
        assertEquals(VmState.LEASED, worker.self().state());
        owner.close();
        RiverVm vm = home.allocate(1, LONG).vms().get(0);
        assertEquals(home.id(), home.discover(1, LONG).get(0).owner());
        awaitNobody(vm);
    }

    private void awaitNobody(RiverVm vm) throws InterruptedException {
        while (!home.ask(vm.id(), Map.of("ask", "state")).getList("resources").isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void shouldInterruptAResourceThatIsEnded() throws Exception {
        BlockingQueue<String> ends = new LinkedBlockingQueue<>();
        UUID receiver = home.start(new Body(self -> {
            Thread second = new Thread(() -> ends.add(endOf(() -> self.recv())));
            second.start();
            ends.add("ready");
            ends.add(endOf(() -> self.recv(where("x").isPresent())));
            second.join();
        }));
        assertEquals("ready", ends.poll(Patience.seconds(120), TimeUnit.SECONDS));
        home.end(receiver);
        for (int i = 0; i < 2; i++) {
            assertEquals("InterruptedException", ends.poll(Patience.seconds(120), TimeUnit.SECONDS));
        }
    }

    private interface Call {
        Object run() throws Exception;
    }

    private static String endOf(Call call) {
        try {
            return "got " + call.run();
        } catch (Exception e) {
            return e.getClass().getSimpleName();
        }
    }

    /** Has no constructor that a VM could use. */
    static final class Closed extends VirtualResource {
        Closed(int unused) {
            assertEquals(0, unused);
        }

        @Override
        protected void run() {}
    }

    /** Cannot even be made. */
    static final class Broken extends VirtualResource {
        Broken() {
            throw new IllegalStateException("not today");
        }

        @Override
        protected void run() {}
    }

    @Test
    void shouldSayWhyADeploymentFails() throws Exception {
        addWorker();
        RiverVm vm = home.discover(1, LONG).get(0);
        assertRefused("constructor without parameters", vm, Closed.class);
        assertRefused("InvocationTargetException", vm, Broken.class);
        assertRefused("it takes no work", add(options).self(), Echo.class);
    }

    private void assertRefused(String why, RiverVm vm, Class<? extends VirtualResource> type) {
        DeploymentException refusal = assertThrows(DeploymentException.class, () -> home.deploy(vm, type));
        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
    }

    @Test
    void shouldFindVmsBySeedsOnly() throws Exception {
        RiverOptions elsewhere;
        try (DatagramSocket socket = new DatagramSocket(0)) {
            elsewhere = options.withDiscoveryPort(socket.getLocalPort());
        }
        River seed = addWorker();
        River second = add(options.takingWork()
                .withSeeds(List.of(seed.self().peer().address()))
                .withDiscoveryPort(elsewhere.discoveryPort() ^ 1));
        River third = add(elsewhere.withSeeds(List.of(seed.self().peer().address())));
        assertEquals(
                Set.of(seed.id(), second.id()),
                third.discover(2, LONG).stream().map(RiverVm::id).collect(Collectors.toSet()));
    }

    @Test
    void shouldAnswerQuestionsOfResourcesToAVm() throws Exception {
        River worker = addWorker();
        home.run(new Body(self -> {
            RiverVm vm = home.discover(1, LONG).get(0);
            self.send(vm.id(), Map.of("ask", "state", "ticket", 5L));
            RiverMessage state = self.recv(where("answer").is(5));
            assertEquals(vm.id(), state.source());
            assertEquals(worker.self(), ControlResource.vmOf(state));
            self.send(vm.id(), Map.of("ask", "nonsense", "ticket", 6L));
            self.send(vm.id(), Map.of("ask", 7, "ticket", 8L));
            assertTrue(self.recv(where("answer").is(6)).has("error"));
            assertTrue(self.recv(where("answer").is(8)).has("error"));
        }));
    }

    @Test
    void shouldNotTalkToVmsOfAnotherSecret() throws Exception {
        addWorker();
        River stranger = add(RiverOptions.of(Secret.random()).withDiscoveryPort(options.discoveryPort()));
        assertEquals(List.of(), stranger.discover());
        assertFalse(home.discover(1, LONG).isEmpty());
        assertTrue(rivers.get(1).ignoredDatagrams() > 0);
    }
}
