package org.javampi.core.runtime;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.javampi.job.RankHost;
import org.javampi.job.control.CheckpointOrder;
import org.javampi.job.control.CheckpointReport;
import org.javampi.river.platform.Platform;
import org.javampi.river.trust.Secret;

/**
 * The rankHost of a program that nobody has launched: plain {@code java Prog}, a world of one. As one of several tasks
 * it refuses, because being rank 0 of 1 many times over is never what was meant.
 */
public final class Alone implements RankHost {
    /** Tasks of a step, and of an allocation. */
    private static final String TASKS = "SLURM_NTASKS";

    private final UUID id = UUID.randomUUID();
    private final Secret secret = Secret.random();
    private final Map<String, CompletableFuture<String>> directory = new ConcurrentHashMap<>();
    private final Map<String, String> environment;

    /**
     * Looks at the process's environment.
     *
     * @throws IllegalArgumentException when srun has started several of this program
     */
    public Alone(Map<String, String> environment) {
        this.environment = environment;
        String tasks = environment.get(TASKS);
        if (tasks == null || !tasks.matches("\\d+") || tasks.matches("0*[01]")) {
            return;
        }
        // An allocation sets it for its batch script, too, which is in no step.
        if (environment.containsKey("SLURM_STEP_ID")) {
            throw new IllegalArgumentException(TASKS + " says that this is one of " + tasks
                    + " processes, but each would be rank 0 of a world of its own: start the program with javampirun -np "
                    + tasks);
        }
        System.err.println("javampi: this is rank 0 of 1, though the allocation is for " + tasks + " tasks (" + TASKS
                + "): for " + tasks + " ranks, start the program with javampirun or srun --mpi=none java");
    }

    @Override
    public UUID resource() {
        return id;
    }

    @Override
    public int incarnation() {
        return 0;
    }

    @Override
    public UUID job() {
        return id;
    }

    @Override
    public int rank() {
        return 0;
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public UUID resourceOf(int rank) {
        return id;
    }

    @Override
    public int hostOf(int rank) {
        return 0;
    }

    @Override
    public String hostName() {
        return Platform.current().hostName();
    }

    @Override
    public Secret secret() {
        return secret;
    }

    @Override
    public InetAddress bindAddress() {
        return InetAddress.getLoopbackAddress();
    }

    @Override
    public String setting(String key) {
        String property = System.getProperty("javampi." + key);
        return property != null
                ? property
                : environment.get("JAVAMPI_" + key.toUpperCase(Locale.ROOT).replace('.', '_'));
    }

    @Override
    public void publish(String key, String value) {
        entry(key).complete(value);
    }

    @Override
    public CompletionStage<String> lookup(int rank, String key) {
        return entry(key);
    }

    private CompletableFuture<String> entry(String key) {
        return directory.computeIfAbsent(key, k -> new CompletableFuture<>());
    }

    @Override
    public void report(CheckpointReport report) {
        // Nobody makes checkpoints of it.
    }

    @Override
    public void onOrders(Consumer<CheckpointOrder> listener) {
        // Nobody gives orders.
    }

    @Override
    public void joined() {
        // Nobody watches.
    }

    @Override
    public void left() {
        // Nobody watches.
    }

    @Override
    public void lost(String message) {
        abort(1, message);
    }

    @Override
    public void abort(int status, String message) {
        System.err.println(message);
        System.err.flush();
        Runtime.getRuntime().halt(status);
    }
}
