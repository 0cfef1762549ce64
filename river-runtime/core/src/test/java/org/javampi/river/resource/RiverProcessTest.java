package org.javampi.river.resource;

import static org.javampi.river.message.Constraint.from;
import static org.javampi.river.message.Constraint.where;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.javampi.river.discovery.RiverVm;
import org.javampi.river.message.LostException;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.trust.Secret;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** VMs as processes of their own, which lack the classes of this test, and may be killed. */
class RiverProcessTest {
    private static final Duration LONG = Patience.duration(120);
    private static final String RUNTIME = Path.of("target", "classes").toString();

    private final Map<UUID, Process> machines = new HashMap<>();
    private final List<Process> processes = new ArrayList<>();
    private final Secret secret = Secret.random();
    private int port;
    private River home;

    @BeforeEach
    void open() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0)) {
            port = socket.getLocalPort();
        }
        home = River.open(RiverOptions.of(secret).withDiscoveryPort(port));
    }

    @AfterEach
    void close() throws IOException {
        home.close();
        for (Process process : processes) {
            process.destroyForcibly();
        }
    }

    /** Starts a VM and returns its name, or what else its main class says first. */
    private String start(String classPath, Class<?> main, Secret known) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-cp",
                classPath,
                main.getName());
        builder.environment().put(RiverOptions.SECRET, known.toHex());
        builder.environment().put(RiverOptions.DISCOVERY_PORT, Integer.toString(port));
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = builder.start();
        processes.add(process);
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (main == ChildVmMain.class) {
            machines.put(UUID.fromString(line.split(" ")[1]), process);
        }
        return line;
    }

    private void startVms(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            start(RUNTIME, ChildVmMain.class, secret);
        }
    }

    private void kill(UUID machine) throws InterruptedException {
        Process process = machines.get(machine).destroyForcibly();
        assertTrue(process.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
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

    /** Needs another class that a VM lacks. */
    static final class Pid extends VirtualResource {
        @Override
        protected void run() throws Exception {
            send(parent(), Answer.of(ProcessHandle.current().pid()));
        }
    }

    private record Answer(long pid) {
        static Map<String, Object> of(long pid) {
            return Map.of("tag", "pid", "value", new Answer(pid).pid());
        }
    }

    /** Deploys another class that its VM lacks on the next VM. */
    static final class Relay extends VirtualResource {
        @Override
        protected void run() throws Exception {
            UUID next = (UUID) arguments().get(0);
            RiverVm vm = null;
            while (vm == null) {
                for (RiverVm one : river().discover()) {
                    vm = one.id().equals(next) ? one : vm;
                }
            }
            deploy(vm, Pid.class);
            RiverMessage answer = recv(where("tag").is("pid"));
            send(parent(), Map.of("tag", "relayed", "value", answer.getLong("value")));
        }
    }

    /** Waits for a resource that will never say a word, and tells how that ends. */
    static final class Waiter extends VirtualResource {
        @Override
        protected void run() throws Exception {
            RiverMessage order = recv(where("whom").isPresent());
            UUID whom = order.getUuid("whom");
            // First contact: from now on its VM knows where that one is.
            send(whom, Map.of("tag", "a word"));
            send(parent(), Map.of("tag", "waiting"));
            if (order.has("until gone")) {
                UUID victim = order.getUuid("until gone");
                while (river().discover().stream().anyMatch(vm -> vm.id().equals(victim))) {
                    Thread.onSpinWait();
                }
            }
            try {
                recv(from(whom));
            } catch (LostException e) {
                send(
                        parent(),
                        Map.of(
                                "tag",
                                "lost",
                                "resource",
                                e.resource(),
                                "machine",
                                e.machine(),
                                "text",
                                e.getMessage()));
            }
        }
    }

    /** Says that it is there, and no more. */
    static final class Silent extends VirtualResource {
        @Override
        protected void run() throws Exception {
            send(parent(), Map.of("tag", "here"));
            recv(where("nothing").isPresent());
        }
    }

    @Test
    void shouldShipClassesThatTheVmsLack() throws Exception {
        startVms(3);
        home.run(new Body(self -> {
            List<RiverVm> vms = home.discover(3, LONG);
            for (RiverVm vm : vms) {
                self.deploy(vm, Pid.class);
            }
            List<Long> pids = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                pids.add(self.recv(where("tag").is("pid")).getLong("value"));
            }
            assertEquals(
                    machines.values().stream().map(Process::pid).sorted().collect(Collectors.toList()),
                    pids.stream().sorted().collect(Collectors.toList()));
            self.deploy(vms.get(0), Relay.class, vms.get(1).id());
            assertEquals(
                    vms.get(1).peer().pid(),
                    self.recv(where("tag").is("relayed")).getLong("value"));
        }));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldNameTheKilledVmToAllThatWait(boolean late) throws Exception {
        startVms(2);
        home.run(new Body(self -> {
            List<RiverVm> vms = home.discover(2, LONG);
            RiverVm victim = vms.get(0);
            UUID silent = self.deploy(victim, Silent.class);
            UUID waiter = self.deploy(vms.get(1), Waiter.class);
            self.recv(where("tag").is("here"));
            self.send(waiter, late ? Map.of("whom", silent, "until gone", victim.id()) : Map.of("whom", silent));
            self.recv(where("tag").is("waiting"));
            kill(victim.id());
            // Who waits for anybody is told of its child ...
            LostException loss = assertThrows(
                    LostException.class, () -> self.recv(where("tag").is("never")));
            assertEquals(silent, loss.resource());
            assertEquals(victim.id(), loss.machine());
            assertTrue(loss.getMessage().contains("pid " + victim.peer().pid()), loss.getMessage());
            // ... who waits for a certain one, too, wherever that is ...
            RiverMessage elsewhere = self.recv(from(waiter));
            assertEquals(silent, elsewhere.getUuid("resource"));
            assertEquals(victim.id(), elsewhere.getUuid("machine"));
            // ... and who only sends.
            loss = assertThrows(LostException.class, () -> self.send(silent, Map.of("x", 1)));
            assertEquals(silent, loss.resource());
            assertEquals(1, home.discover().size());
        }));
    }

    /** Leases a VM, deploys on it, says so and waits to be killed. */
    static final class Owner {
        private Owner() {}

        public static void main(String[] none) throws Exception {
            try (River river = River.open()) {
                RiverVm vm = river.allocate(1, LONG).vms().get(0);
                river.deploy(vm, Silent.class);
                System.out.println("leased");
                System.in.read();
            }
        }
    }

    @Test
    void shouldFreeTheVmsOfAKilledOwner() throws Exception {
        startVms(1);
        assertEquals("leased", start(System.getProperty("java.class.path"), Owner.class, secret));
        assertThrows(NotEnoughVmsException.class, () -> home.allocate(1));
        Process owner = processes.get(1).destroyForcibly();
        assertTrue(owner.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
        try (Allocation mine = home.allocate(1, LONG)) {
            UUID vm = mine.vms().get(0).id();
            while (!home.ask(vm, Map.of("ask", "state")).getList("resources").isEmpty()) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void shouldEndWithWhoeverHoldsTheLeash() throws Exception {
        startVms(1);
        Process vm = processes.get(0);
        vm.getOutputStream().close();
        assertTrue(vm.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
        assertEquals(0, vm.exitValue());
    }

    @Test
    void shouldNotSeeVmsOfAnotherSecret() throws Exception {
        start(RUNTIME, ChildVmMain.class, Secret.random());
        startVms(1);
        List<RiverVm> found = home.discover(2, Duration.ofSeconds(2));
        assertEquals(1, found.size());
        assertNotEquals(processes.get(0).pid(), found.get(0).peer().pid());
    }
}
