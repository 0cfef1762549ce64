package org.javampi.river.tasks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.javampi.river.farm.Crew;
import org.javampi.river.farm.FarmFunction;
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
 *
 * <p>What tasks may say to others belongs to the list, not to the task: see {@link #coarse}, {@link #fineLimited} and
 * {@link #fineGeneral}. A primitive that is not allowed throws a {@link ToxicException} at once.
 */
public class TaskList<I, R> {
    private final Pool pool;
    private final Communication communication;
    private final HubFunction questions;
    private final TaskGraph graph = new TaskGraph();
    private final boolean single;
    private Duration patience = Duration.ZERO;
    private Duration taskTimeout;
    private Duration totalTimeout;
    private int retries;
    private Consumer<TaskResult<R>> onStatus = result -> {};

    private TaskList(Pool pool, Communication communication, HubFunction questions, boolean single) {
        this.pool = pool;
        this.communication = communication;
        this.questions = questions;
        this.single = single;
    }

    /** Tasks that do not communicate. */
    public static <I, R> TaskList<I, R> coarse(Pool p) {
        return new TaskList<>(p, Communication.COARSE, null, false);
    }

    /** One coarse task: {@link #runOne}. */
    public static <I, R> TaskList<I, R> singleton(Pool p) {
        return new TaskList<>(p, Communication.COARSE, null, true);
    }

    /** Coarse tasks of which some come after others: {@link #after}, {@link #runGraph}. */
    public static <I, R> TaskList<I, R> dag(Pool p) {
        return new TaskList<>(p, Communication.COARSE, null, false);
    }

    /** Tasks that may ask the hub, this program, by {@link Hub#ask}, and nobody else. */
    public static <I, R> TaskList<I, R> fineLimited(Pool p, HubFunction hub) {
        return new TaskList<>(p, Communication.FINE_LIMITED, hub, false);
    }

    /**
     * Tasks that talk to each other, by {@link Peers}. All run at the same time: the pool must have a VM for each. They
     * fail as one: when one fails, all end, and all are tried again.
     */
    public static <I, R> TaskList<I, R> fineGeneral(Pool p) {
        return new TaskList<>(p, Communication.FINE_GENERAL, null, false);
    }

    /**
     * Lets a task begin when these others are OK; it is SKIPPED when one of them is not. Tasks are named by their place in
     * the list, from 0.
     */
    public TaskList<I, R> after(int task, int... others) {
        if (communication == Communication.FINE_GENERAL || single) {
            throw new IllegalStateException("after(" + task + ", ...): the tasks of this list have no order;"
                    + " TaskList.dag or TaskList.coarse makes one that may");
        }
        graph.add(task, others);
        return this;
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
     * @throws IllegalArgumentException when the order of the tasks goes in a circle, or the pool is too small for tasks
     *     that talk to each other
     * @throws UncheckedIOException when no VM can be started
     */
    public TaskReport<R> run(List<I> tasks, TaskFunction<I, R> f) {
        return perform(tasks, (in, earlier) -> f.eval(in), f.getClass());
    }

    /** As {@link #run}, with what the tasks have returned that a task comes after. */
    public TaskReport<R> runGraph(List<I> tasks, DependentFunction<I, R> f) {
        return perform(tasks, f, f.getClass());
    }

    /** Runs one task. */
    public TaskResult<R> runOne(I task, TaskFunction<I, R> f) {
        return run(Collections.singletonList(task), f).tasks().get(0);
    }

    private TaskReport<R> perform(List<I> tasks, DependentFunction<I, R> f, Class<?> origin) {
        long endNs = totalTimeout == null ? Long.MAX_VALUE : System.nanoTime() + totalTimeout.toNanos();
        if (single && tasks.size() != 1) {
            throw new IllegalArgumentException(tasks.size() + " tasks: a singleton has 1; TaskList.coarse takes more");
        }
        graph.check(tasks.size());
        boolean together = communication == Communication.FINE_GENERAL;
        Results<R> results = new Results<>(tasks.size(), onStatus);
        List<String> options =
                communication.silence() == null ? List.of() : List.of("-Djavampi.silence=" + communication.silence());
        Path files = temporaryFolder();
        try (Crew crew = Crew.open()) {
            pool.fill(crew, patience, files, options);
            if (together) {
                int vms = crew.farm().workers().size();
                if (vms < tasks.size()) {
                    throw new IllegalArgumentException(tasks.size() + " tasks that talk to each other need as many VMs,"
                            + " and the pool has " + vms + ": take a larger pool, such as Pool.local(" + tasks.size()
                            + ")");
                }
                int round = 1;
                Group<R> group;
                do {
                    group = new Group<>(tasks.size(), round);
                    once(crew, tasks, f, origin, 1, group, endNs);
                    round++;
                } while (group.hasFailed() && round <= retries + 1 && System.nanoTime() < endNs);
                group.tellTo(results);
            } else {
                once(crew, tasks, f, origin, retries + 1, results, endNs);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: the tasks were ended", e);
        } finally {
            delete(files);
        }
        results.rethrow();
        return new TaskReport<>(results.all());
    }

    /** Runs all tasks, each with some attempts. */
    private void once(
            Crew crew,
            List<I> tasks,
            DependentFunction<I, R> f,
            Class<?> origin,
            int attempts,
            Listener<R> listener,
            long endNs)
            throws InterruptedException {
        UUID hub = communication == Communication.COARSE
                ? null
                : crew.river().start(new HubResource(tasks.size(), questions));
        FarmFunction<TaskInput<I, R>, R> function = input -> input.perform(f);
        Work<TaskInput<I, R>, R> work = new Work<>(
                "the list",
                tasks.size(),
                i -> new TaskInput<>(
                        communication, i, tasks.size(), hub, tasks.get(i), listener.values(graph.before(i))),
                function,
                origin,
                Policy.standard()
                        .withAttempts(attempts)
                        .withTaskTimeout(taskTimeout)
                        .onExpendableVms(),
                listener);
        listener.begin(crew, work, graph);
        try {
            if (endNs < Long.MAX_VALUE && !work.await(Duration.ofNanos(endNs - System.nanoTime()))) {
                listener.onTimeOver();
                crew.farm().cancel(work);
            }
            work.await();
        } finally {
            if (hub != null) {
                crew.river().end(hub);
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
