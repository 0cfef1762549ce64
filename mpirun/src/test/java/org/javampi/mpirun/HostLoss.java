package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.javampi.checkpoint.CheckpointDirectory;

/** Kills, once, whatever process has started a certain VM of a running job: its host's agent. */
final class HostLoss implements AutoCloseable {
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(5);

    private final String variable;
    private final BooleanSupplier condition;
    private final Thread thread;
    private volatile boolean happened;
    private volatile boolean closed;

    private HostLoss(int vm, BooleanSupplier condition) {
        variable = "JAVAMPI_VM=" + vm;
        this.condition = condition;
        thread = new Thread(this::run, "host-loss");
        thread.setDaemon(true);
        thread.start();
    }

    /** Kills the agent of VM {@code vm} as soon as there is a checkpoint in {@code directory}. */
    static HostLoss afterCheckpoint(Path directory, int vm) {
        return new HostLoss(vm, () -> hasCheckpoint(directory));
    }

    /** Kills the agent of VM {@code vm} as soon as the VM is there. */
    static HostLoss whenItLives(int vm) {
        return new HostLoss(vm, () -> true);
    }

    private static boolean hasCheckpoint(Path directory) {
        try {
            return Files.isDirectory(directory)
                    && new CheckpointDirectory(directory).newest(damage -> {}).isPresent();
        } catch (IOException e) {
            // One that is being replaced while it is looked at: the next look finds another.
            return false;
        }
    }

    private void run() {
        while (!closed && !happened) {
            Optional<ProcessHandle> agent = condition.getAsBoolean() ? agent() : Optional.empty();
            if (agent.isPresent()) {
                happened = true;
                WaitingRanks.signal("KILL", agent.get().pid());
            } else {
                LockSupport.parkNanos(LOOK_NS);
            }
        }
    }

    private Optional<ProcessHandle> agent() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> environment(process.pid()).contains(variable))
                .findFirst()
                .flatMap(ProcessHandle::parent)
                .filter(parent -> parent.pid() != ProcessHandle.current().pid());
    }

    private static List<String> environment(long pid) {
        try {
            byte[] bytes = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "environ"));
            return Stream.of(new String(bytes, StandardCharsets.UTF_8).split("\0"))
                    .toList();
        } catch (IOException e) {
            // It has just ended.
            return List.of();
        }
    }

    void assertHappened() {
        assertTrue(happened, "the job has ended before its host could be lost");
    }

    @Override
    public void close() {
        closed = true;
    }
}
