package org.javampi.river.tasks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.javampi.river.farm.Crew;
import org.javampi.river.farm.FarmFunction;
import org.javampi.river.farm.Outcome;
import org.javampi.river.farm.Policy;
import org.javampi.river.farm.Work;

/**
 * Runs a list of serial tasks and reports on each, whatever they do: hang, throw, end their VM. Settings may be given in
 * any order; a list can be run more than once. {@link #run} is a sequence point: when it returns, the tasks, their
 * processes and their temporary files are gone.
 *
 * <pre>{@code
 * TaskReport<Double> report = TaskList.<Integer, Double>coarse(Pool.local(4))
 *         .taskTimeout(Duration.ofSeconds(10)).retries(2).run(inputs, in -> simulate(in));
 * }</pre>
 */
public class TaskList<I, R> {
    private final Pool pool;
    private Duration patience = Duration.ZERO;
    private Duration taskTimeout;
    private Duration totalTimeout;
    private int retries;
    private Consumer<TaskResult<R>> onStatus = result -> {};

    private TaskList(Pool pool) {
        this.pool = pool;
    }

    /** Tasks that do not communicate. */
    public static <I, R> TaskList<I, R> coarse(Pool p) {
        return new TaskList<>(p);
    }

    /** How long {@code Pool.river()} looks for VMs; at first only once. */
    public TaskList<I, R> waitForWorkers(Duration d) {
        patience = d;
        return this;
    }

    /** How long an attempt may take before it is killed with its VM; at first for ever. */
    public TaskList<I, R> taskTimeout(Duration d) {
        taskTimeout = positive(d, "taskTimeout");
        return this;
    }

    /** How long all may take: what runs then is timed out, the rest skipped; at first for ever. */
    public TaskList<I, R> totalTimeout(Duration d) {
        totalTimeout = positive(d, "totalTimeout");
        return this;
    }

    private static Duration positive(Duration d, String what) {
        if (d.isNegative() || d.isZero()) {
            throw new IllegalArgumentException(what + "(" + d + "): a time above 0 is needed");
        }
        return d;
    }

    /** How often a task that has failed, timed out or was lost is tried again; at first never. */
    public TaskList<I, R> retries(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("retries(" + n + "): 0 or more are possible");
        }
        retries = n;
        return this;
    }

    /**
     * Gets each result as soon as it is final, one after the other, in a thread of the runtime. When it throws, it hears
     * no more, and {@link #run} throws the same after the other tasks have ended.
     */
    public TaskList<I, R> onStatus(Consumer<TaskResult<R>> c) {
        onStatus = c;
        return this;
    }

    /**
     * Runs the tasks and waits for the end of all.
     *
     * @throws RuntimeException what the callback has thrown
     * @throws UncheckedIOException when no VM can be started
     */
    public TaskReport<R> run(List<I> tasks, TaskFunction<I, R> f) {
        long startNs = System.nanoTime();
        Policy policy = Policy.standard()
                .withAttempts(retries + 1)
                .withTaskTimeout(taskTimeout)
                .onExpendableVms();
        FarmFunction<I, R> function = f::eval;
        List<TaskResult<R>> results = new ArrayList<>(tasks.size());
        tasks.forEach(task -> results.add(null));
        RunListener<R> listener = new RunListener<>(results, onStatus);
        Work<I, R> work = new Work<>("the list", tasks.size(), tasks::get, function, f.getClass(), policy, listener);
        Path files = temporaryFolder();
        try (Crew crew = Crew.open()) {
            pool.fill(crew, patience, List.of("-Djava.io.tmpdir=" + files));
            crew.farm().submit(work);
            if (totalTimeout != null) {
                Duration left = totalTimeout.minusNanos(System.nanoTime() - startNs);
                if (!work.await(left)) {
                    crew.farm().cancel(work);
                }
            }
            work.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: the tasks were ended", e);
        } finally {
            delete(files);
        }
        listener.rethrow();
        return new TaskReport<>(Collections.unmodifiableList(results));
    }

    /** Notes each result, and passes it on as long as the callback takes it. */
    private static final class RunListener<R> implements Consumer<Outcome<R>> {
        private final List<TaskResult<R>> results;
        private final Consumer<TaskResult<R>> callback;
        private RuntimeException failure;

        RunListener(List<TaskResult<R>> results, Consumer<TaskResult<R>> callback) {
            this.results = results;
            this.callback = callback;
        }

        @Override
        public void accept(Outcome<R> outcome) {
            TaskResult<R> result = new TaskResult<>(outcome);
            results.set(outcome.index(), result);
            if (failure == null) {
                try {
                    callback.accept(result);
                } catch (RuntimeException e) {
                    // The run fails with it, once the other tasks have ended.
                    failure = e;
                }
            }
        }

        void rethrow() {
            if (failure != null) {
                throw failure;
            }
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("river-tasks-");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the tasks' temporary files: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path done, IOException failure) throws IOException {
                    Files.delete(done);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the tasks' temporary files are left in " + folder + ": " + e, e);
        }
    }
}
