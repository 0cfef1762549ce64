package org.javampi.benchmarks.jmh;

import static org.javampi.MPI.MPI_Finalize;
import static org.javampi.MPI.MPI_Init;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.javampi.Attachment;
import org.javampi.core.binding.RankBinding;
import org.javampi.job.RankHost;
import org.javampi.job.agent.ControlHub;
import org.javampi.job.control.ControlConnection;
import org.javampi.job.control.WorldDescription;
import org.javampi.job.vm.JoinedMachine;
import org.javampi.job.vm.VirtualMachineMain;
import org.javampi.river.trust.Secret;

/**
 * Ranks that are processes, this VM the first of them. It is the job's host agent as well, and
 * starts the others, as {@code javampirun} does; one job in the life of a VM.
 */
final class ProcessRanks implements Ranks {
    private static final long LONGEST_END_S = 20;

    private final Secret secret = Secret.random();
    private final List<Process> processes = new ArrayList<>();
    private final FatalEvents events = new FatalEvents();
    private final ControlHub agent;
    private final InStep rankZero;

    ProcessRanks(int size, String transport, String... words) {
        UUID job = UUID.randomUUID();
        List<UUID> names = Stream.generate(UUID::randomUUID).limit(size).toList();
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            agent = new ControlHub(
                    loopback,
                    secret,
                    vm -> new WorldDescription(
                            job,
                            names,
                            new int[size],
                            new int[] {vm},
                            "localhost",
                            loopback.getHostAddress(),
                            Map.of("transport", transport),
                            Follower.class.getName(),
                            List.of(words),
                            ""),
                    events);
            for (int rank = 1; rank < size; rank++) {
                processes.add(start(rank));
            }
            RankHost rankHost = joined();
            Attachment.attach(new RankBinding(() -> rankHost), ProcessRanks.class.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + size + " ranks", e);
        }
        MPI_Init();
        rankZero = new InStep(words);
    }

    /** This VM as the host of rank 0. */
    private RankHost joined() throws IOException {
        ControlConnection connection = ControlConnection.connect(agent.address(), 0, secret);
        WorldDescription world = WorldDescription.read(connection.receive());
        return JoinedMachine.join(connection, world);
    }

    private Process start(int rank) throws IOException {
        InetSocketAddress address = agent.address();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                VirtualMachineMain.class.getName());
        Map<String, String> environment = builder.environment();
        environment.put(VirtualMachineMain.AGENT, address.getAddress().getHostAddress() + ":" + address.getPort());
        environment.put(VirtualMachineMain.VM, Integer.toString(rank));
        environment.put(VirtualMachineMain.TICKET, secret.ticket(rank).toHex());
        builder.redirectInput(Redirect.from(new File("/dev/null")));
        builder.redirectOutput(Redirect.INHERIT);
        builder.redirectError(Redirect.INHERIT);
        Process process = builder.start();
        process.onExit().thenAccept(ended -> events.onEnded(rank, ended.exitValue()));
        return process;
    }

    @Override
    public void call(int times) {
        rankZero.lead(times);
    }

    @Override
    public void close() {
        rankZero.close();
        MPI_Finalize();
        try {
            for (Process process : processes) {
                if (!process.waitFor(LONGEST_END_S, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            }
            agent.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
