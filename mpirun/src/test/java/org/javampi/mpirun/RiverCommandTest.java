package org.javampi.mpirun;

import static org.javampi.river.message.Constraint.where;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.javampi.MPI;
import org.javampi.MPIException;
import org.javampi.freezing.RewritingProvider;
import org.javampi.mpirun.commands.RiverCommand;
import org.javampi.river.discovery.RiverVm;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.nws.NetWorkSpace;
import org.javampi.river.resource.RiverOptions;
import org.javampi.river.resource.VirtualResource;
import org.javampi.river.tasks.Pool;
import org.javampi.river.tasks.TaskList;
import org.javampi.river.tasks.TaskResult;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import programs.Summing;

/** VMs started and listed as people do it. */
class RiverCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private WaitingVms vms;

    @BeforeEach
    void prepare() throws IOException {
        vms = new WaitingVms(folder);
    }

    @AfterEach
    void end() {
        vms.close();
    }

    private int river(String... words) {
        return new RiverCommand(
                        RuntimePath.of(System.getProperty("java.class.path")),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(words));
    }

    private int ls() {
        out.reset();
        List<String> words = new ArrayList<>(List.of("ls"));
        words.addAll(vms.options());
        return river(words.toArray(new String[0]));
    }

    @Test
    void shouldListTheVmsThatWait() throws Exception {
        String first = vms.start();
        assertTrue(first.matches("river: VM \\S{36} waits for work at 127\\.0\\.0\\.1:\\d+"), first);
        String seed = first.substring(first.lastIndexOf(' ') + 1);
        vms.start("--seed", seed, "--slots", "3");
        assertEquals(0, ls(), err.toString());
        String[] lines = out.toString().split("\\R");
        assertEquals(3, lines.length, out.toString());
        assertTrue(lines[0].startsWith("VM "), lines[0]);
        for (Process process : vms.processes) {
            assertTrue(out.toString().matches("(?s).* " + process.pid() + "  free +0 *\\R.*"), out.toString());
        }
        assertTrue(out.toString().matches("(?s).* 3 +" + vms.processes.get(1).pid() + "  free .*"));
        vms.processes.get(0).destroy();
        assertTrue(vms.processes.get(0).waitFor(Patience.seconds(120), TimeUnit.SECONDS));
        ls();
        assertEquals(2, out.toString().split("\\R").length, out.toString());
    }

    @Test
    void shouldSayHowToStartOneWhenThereIsNone() {
        assertEquals(0, ls());
        assertEquals(
                "river: no VM found on the network of 127.0.0.1 with this secret;" + " 'river vm' starts one\n",
                err.toString());
    }

    @Test
    void shouldRefuseWithARemedy() {
        assertRefused(2, "what to do? river vm, river ls, river run or river nws");
        assertRefused(2, "unknown option --sed: did you mean --seed?", "vm", "--sed", "x");
        assertRefused(1, "no-such-file", "ls", "--secret-file", "no-such-file");
        assertRefused(
                1, "host:port is needed", "ls", "--secret-file", vms.options().get(1), "--seed", "here");
        assertRefused(
                1, "name the one to use", "ls", "--secret-file", vms.options().get(1), "--bind", "0.0.0.0");
        assertRefused(2, "Missing required parameter", "run");
        assertRefused(1, "NoSuch.java: there is no such file", "run", "NoSuch.java");
    }

    /** What the options make the VM print comes first, and is no address. */
    @Test
    void shouldFindVmsWhoseJvmPrintsLinesOfItsOwn() {
        String classes = Path.of("target", "test-classes").toString();
        int status = river("run", "--vms", "1", "-Xlog:gc", "-Xlog:os", "-cp", classes, VmCount.class.getName(), "1");
        assertEquals(0, status, err.toString() + out);
        assertTrue(out.toString().contains("[gc"), out.toString());
    }

    @Test
    void shouldServeWorkspacesUntilItIsEnded() throws Exception {
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        River.class.getName(),
                        "nws",
                        "--port",
                        "0",
                        "--web",
                        "0",
                        "--save",
                        folder.resolve("saved").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = server.inputReader()) {
            String line = lines.readLine();
            assertTrue(
                    line.matches("river nws: workspaces at 127\\.0\\.0\\.1:\\d+, pages at http://127.0.0.1:\\d+/"),
                    line);
            int port = Integer.parseInt(line.replaceAll(".*:(\\d+), pages.*", "$1"));
            try (NetWorkSpace space = new NetWorkSpace("s", "127.0.0.1", port)) {
                space.store("x", 1);
                assertRefused(
                        1, "cannot serve workspaces on", "nws", "--web", "none", "--port", Integer.toString(port));
            }
            assertRefused(1, "--web 70000: a port is 0..65535", "nws", "--web", "70000");
            server.destroy();
            assertTrue(server.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
        } finally {
            server.destroyForcibly();
        }
    }

    private void assertRefused(int status, String text, String... words) {
        err.reset();
        assertEquals(status, river(words), err.toString());
        assertTrue(err.toString().startsWith("river"), err.toString());
        assertTrue(err.toString().contains(text), err.toString());
    }

    @Test
    void shouldHelp() {
        assertEquals(0, river("vm", "--help"));
        assertTrue(out.toString().contains("--seed"), out.toString());
        assertEquals(0, river("--help"));
        assertTrue(out.toString().contains("ls "), out.toString());
    }

    @Test
    void shouldRefuseMpiInTasksThatMayNotCommunicate() {
        TaskResult<String> result = TaskList.<String, String>singleton(Pool.local(1))
                .runOne("", in -> {
                    MPI.MPI_Init();
                    try {
                        MPI.MPI_Barrier(MPI.MPI_COMM_WORLD);
                        return "nothing was thrown";
                    } catch (MPIException e) {
                        return e.getMessage();
                    }
                });
        assertEquals(
                "rank 0 of MPI_COMM_WORLD: MPI_Barrier: collectives are not allowed on MPI_COMM_WORLD now: this process"
                        + " runs tasks of a coarse list, which may not communicate by MPI",
                result.value(),
                result.toString());
    }

    /** Adds what it is sent. */
    static final class Adder extends VirtualResource {
        private long sum;

        @Override
        protected void run() throws Exception {
            while (true) {
                RiverMessage message = recv();
                sum += message.getInt("add");
                send(message.source(), Map.of("sum", sum, "vm", river().id()));
            }
        }
    }

    /** Has an adder, and asks it. */
    private static final class Asker extends VirtualResource {
        private final BlockingQueue<Map<String, Object>> questions = new LinkedBlockingQueue<>();
        private final BlockingQueue<RiverMessage> answers = new LinkedBlockingQueue<>();

        @Override
        protected void run() throws Exception {
            while (true) {
                Map<String, Object> question = questions.take();
                send((UUID) question.remove("to"), question);
                answers.add(recv(where("sum").isPresent()));
            }
        }

        RiverMessage add(UUID to, int number) throws InterruptedException {
            questions.add(new HashMap<>(Map.of("to", to, "add", number)));
            return answers.poll(Patience.seconds(120), TimeUnit.SECONDS);
        }
    }

    private String ok(String... words) {
        out.reset();
        err.reset();
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(1, vms.options());
        assertEquals(0, river(all.toArray(new String[0])), err.toString());
        return out.toString() + err;
    }

    @Test
    void shouldListMoveFreezeAndThawResources() throws Exception {
        vms.start("--attribute", "rack=7");
        vms.start();
        assertTrue(ok("ps").contains("no resource lives on a VM that can be found"), err.toString());
        Map<String, String> environment = Map.of(
                RiverOptions.SECRET_FILE,
                vms.options().get(1),
                RiverOptions.DISCOVERY_PORT,
                vms.options().get(3));
        try (var river = org.javampi.river.resource.River.open(RiverOptions.from(environment, folder))) {
            List<RiverVm> racks = List.of();
            while (racks.isEmpty()) {
                racks = river.discover(where("rack").is(7), where("cores").satisfies(Integer.class, n -> n > 0));
            }
            assertEquals(1, racks.size());
            assertEquals(vms.processes.get(0).pid(), racks.get(0).peer().pid());
            UUID other = river.discover(where("rack").isAbsent()).get(0).id();
            UUID adder = river.deploy(racks.get(0), Adder.class);
            Asker asker = new Asker();
            river.start(asker);
            assertEquals(1, asker.add(adder, 1).getLong("sum"));
            String ps = ok("ps");
            assertTrue(ps.contains(adder.toString()) && ps.contains("RiverCommandTest$Adder"), ps);
            ok("migrate", adder.toString(), other.toString().substring(0, 13));
            RiverMessage moved = asker.add(adder, 2);
            assertEquals(3, moved.getLong("sum"));
            assertEquals(other, moved.getUuid("vm"));
            Path file = folder.resolve("adder.frozen");
            String frozen = ok("freeze", adder.toString().substring(0, 13), "--to", file.toString());
            assertTrue(frozen.contains("resource " + adder + " is frozen in " + file), frozen);
            assertTrue(ok("ps").contains("no resource"), err.toString());
            assertEquals(1, river("freeze", adder.toString(), "--to", file.toString()));
            assertTrue(err.toString().contains("exists already"), err.toString());
            ok("thaw", file.toString(), "--on", other.toString());
            assertEquals(7, asker.add(adder, 4).getLong("sum"));
        }
    }

    private static byte[] fileOf(String className) {
        try (InputStream in =
                RiverCommandTest.class.getResourceAsStream("/" + className.replace('.', '/') + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the middle of a recursion; what is sent while it is in the file is delivered; the VM that froze it is killed. */
    @Test
    void shouldMoveFreezeAndThawAResourceThatDoesNotHelp() throws Exception {
        vms.start("--attribute", "rack=7");
        vms.start();
        Map<String, String> environment = Map.of(
                RiverOptions.SECRET_FILE,
                vms.options().get(1),
                RiverOptions.DISCOVERY_PORT,
                vms.options().get(3));
        try (var river = org.javampi.river.resource.River.open(RiverOptions.from(environment, folder))) {
            List<RiverVm> all = List.of();
            while (all.size() < 2) {
                all = river.discover();
            }
            RiverVm first = river.discover(where("rack").is(7)).get(0);
            UUID other = river.discover(where("rack").isAbsent()).get(0).id();
            var classes = new RewritingProvider()
                    .open(Summing.class.getName(), Summing.class.getClassLoader(), RiverCommandTest::fileOf);
            UUID summing = river.deploy(
                    first,
                    Class.forName(Summing.class.getName(), true, classes.loader())
                            .asSubclass(VirtualResource.class));
            Asker asker = new Asker();
            river.start(asker);
            assertEquals(1, asker.add(summing, 1).getLong("sum"));
            ok("migrate", summing.toString(), other.toString());
            RiverMessage moved = asker.add(summing, 2);
            assertEquals(3, moved.getLong("sum"));
            assertEquals(other, moved.getUuid("vm"));
            ok("migrate", summing.toString(), first.id().toString());
            Path file = folder.resolve("held.frozen");
            ok("freeze", summing.toString(), "--to", file.toString());
            assertTrue(ok("ps").contains("programs.Summing (frozen, to be thawed)"), out.toString());
            asker.questions.add(new HashMap<>(Map.of("to", summing, "add", 4)));
            ok("thaw", file.toString(), "--on", other.toString());
            assertEquals(
                    7,
                    asker.answers.poll(Patience.seconds(120), TimeUnit.SECONDS).getLong("sum"));
            // From the file again, once the VM that held its messages is gone.
            Path last = folder.resolve("last.frozen");
            ok("freeze", summing.toString(), "--to", last.toString());
            vms.processes.get(1).destroyForcibly();
            assertTrue(vms.processes.get(1).waitFor(Patience.seconds(120), TimeUnit.SECONDS));
            ok("thaw", last.toString(), "--on", first.id().toString());
            assertEquals(15, asker.add(summing, 8).getLong("sum"));
        }
    }
}
