package org.javampi.core.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.javampi.Attachment;
import org.javampi.Binding;
import org.javampi.MPI;
import org.javampi.checkpoint.CheckpointDirectory;
import org.javampi.checkpoint.Recording;
import org.javampi.checkpoint.Recordings;
import org.javampi.core.binding.FacadeCopy;
import org.javampi.core.binding.JobAborted;
import org.javampi.core.binding.RankBinding;
import org.javampi.core.check.Checking;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.freeze.FreezableProgram;
import org.javampi.core.record.Layer;
import org.javampi.core.record.ReplayHost;
import org.javampi.core.record.ReplayOver;
import org.javampi.job.RankHost;
import org.javampi.job.control.CheckpointAnswer;
import org.javampi.river.trust.Secret;

/**
 * A whole MPI world inside one VM: each rank is a thread of it. For tests, benchmarks and
 * debuggers.
 *
 * <pre>{@code
 * World.of(4).run(rank -> {
 *     MPI_Init();
 *     ...
 *     MPI_Finalize();
 * });
 * }</pre>
 *
 * The body calls the same facade as any program; threads that it starts belong to its rank. Statics
 * are shared among the ranks: programs that need their own are run by {@code javampirun
 * --vm-ranks}.
 */
public final class World {
    private static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(2);
    private static final int DEADLOCKED = 125;
    private static final int KILLED = 137;

    private final int size;
    private final UUID job = UUID.randomUUID();
    private final Secret secret = Secret.random();
    private final Directory directory = new Directory();

    /**
     * As given; ranks are not bound to cores unless that is asked for: the JVM belongs to the program that
     * runs this world, and threads that a bound thread starts are bound like it.
     */
    private final Map<String, String> settings = new HashMap<>(Map.of("bind.to", "none"));

    private IntUnaryOperator hosts = rank -> 0;
    private Duration deadline = DEFAULT_DEADLINE;
    private Duration patience = Duration.ofMinutes(1);
    private WorldCheckpoints checkpoints;
    private RankBinding[] bindings;
    private WorldWatch watch;
    private boolean deadlocksEnd = true;
    private IntFunction<ClassLoader> classes;

    /** What ranks run instead of a body, or null. */
    private ProgramMain program;

    private volatile String replayEnd;
    private WorldFailure failure;
    private final List<String> findings = new ArrayList<>();

    private World(int size) {
        this.size = size;
        checkpoints = WorldCheckpoints.none(this);
    }

    /** A world of {@code size} ranks on one host, with all transports there are. */
    public static World of(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a world of " + size + " ranks: at least 1");
        }
        return new World(size);
    }

    /** Transports to use: {@code "shm"}, {@code "tcp"}, {@code "shm,tcp"}. */
    public World transport(String names) {
        return setting("transport", names);
    }

    /** Sets one of the runtime's settings. */
    public World setting(String key, String value) {
        settings.put(key, value);
        return this;
    }

    /** Places the ranks on pretended hosts: shared memory does not cross them. */
    public World hosts(IntUnaryOperator hostOfRank) {
        hosts = hostOfRank;
        return this;
    }

    /** How long {@link #run} waits before it gives up and reports what each rank does. */
    public World deadline(Duration longest) {
        deadline = longest;
        return this;
    }

    /**
     * Lets a world in which no rank can go on wait until its deadline. By default {@link #run} fails within a few
     * seconds with status 125 and a report of who waits for whom.
     */
    public World keepDeadlocks() {
        deadlocksEnd = false;
        return this;
    }

    /**
     * Gives each rank a class loader that defines the facade and the program anew, so that statics are apart. Called on
     * the rank's thread, whose context class loader it becomes; the body finds the rank's classes there.
     */
    public World classes(IntFunction<ClassLoader> loaderOfRank) {
        classes = loaderOfRank;
        return this;
    }

    /** What one rank does. */
    @FunctionalInterface
    public interface Body {
        /** Runs as rank {@code rank}. */
        void run(int rank) throws Exception;
    }

    /**
     * Runs {@code body} once per rank and waits for all of them.
     *
     * @throws WorldFailure when a rank throws, aborts, or does not end in time; the others are then
     *     unwound
     */
    public void run(Body body) {
        bindings = new RankBinding[size];
        RankThreads[] groups = new RankThreads[size];
        Arrays.setAll(groups, RankThreads::new);
        watch = new WorldWatch(groups, this::onDeadlock);
        CountDownLatch running = new CountDownLatch(size);
        List<Thread> threads = new ArrayList<>();
        for (int rank = 0; rank < size; rank++) {
            int self = rank;
            bindings[rank] = new RankBinding(() -> residence(self));
            Thread thread = new Thread(
                    groups[rank],
                    () -> {
                        try {
                            runRank(self, body);
                        } finally {
                            running.countDown();
                            watch.onGone(self, "has ended");
                        }
                    },
                    "rank-" + rank);
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        await(running, threads);
        watch.close();
        for (RankBinding binding : bindings) {
            binding.closeAbandoned();
        }
        checkpoints.close();
        if (failure() != null) {
            throw failure();
        }
    }

    /**
     * Runs the {@code main} of a program that does not help with checkpoints, once per rank, in classes of each rank's own,
     * and frozen in any call when {@link #requestCheckpoint} asks for it. After {@link #restart} it goes on where it was.
     *
     * @param classPath where its classes are
     */
    public void runProgram(String mainClass, String classPath, String... arguments) {
        setting(FreezableProgram.SETTING, "true");
        program = new ProgramMain(mainClass, classPath, arguments);
        run(rank -> {
            throw new IllegalStateException("a world of programs runs no body");
        });
    }

    /** Asks for a checkpoint of all ranks; {@code answer} hears what becomes of it. Any thread. */
    public void requestCheckpoint(CheckpointAnswer answer) {
        checkpoints.request(answer);
    }

    /** Ends all ranks where they are, as a crash does; {@link #run} fails. Any thread. */
    public void kill() {
        fail(-1, KILLED, "killed", null);
    }

    private void runRank(int rank, Body body) {
        try {
            if (program != null) {
                program.run(residence(rank), bindings[rank]);
                return;
            }
            attach(rank);
            body.run(residence(rank).rank());
        } catch (ReplayOver over) {
            replayEnd = over.getMessage();
        } catch (JobAborted aborted) {
            fail(rank, 1, aborted.getMessage(), aborted);
        } catch (Throwable thrown) {
            fail(rank, 1, "rank " + rank + " threw " + thrown, thrown);
        } finally {
            Attachment.detachThread();
        }
    }

    private RankHost residence(int rank) {
        return ReplayHost.of(new ThreadResidence(this, rank));
    }

    private void attach(int rank) throws ReflectiveOperationException {
        Binding binding = Layer.over(
                Checking.of(bindings[rank], setting(Checking.SETTING)), bindings[rank], residence(rank), false);
        if (classes == null) {
            Attachment.attachThread(binding, World.class.getClassLoader());
            return;
        }
        ClassLoader loader = classes.apply(rank);
        Thread.currentThread().setContextClassLoader(loader);
        FacadeCopy.attach(binding, loader);
    }

    private void await(CountDownLatch running, List<Thread> threads) {
        try {
            if (!running.await(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                fail(-1, 124, "no end after " + deadline + ":" + stacks(threads), null);
                running.await(deadline.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(-1, 130, "interrupted", e);
        }
    }

    private void onDeadlock(boolean whole, String report) {
        if (whole && deadlocksEnd) {
            fail(-1, DEADLOCKED, report, null);
        }
    }

    private static String stacks(List<Thread> threads) {
        StringBuilder text = new StringBuilder();
        for (Thread thread : threads) {
            text.append(System.lineSeparator()).append(thread.getName());
            for (StackTraceElement frame : thread.getStackTrace()) {
                text.append(System.lineSeparator()).append("\tat ").append(frame);
            }
        }
        return text.toString();
    }

    void finding(int rank, String text) {
        synchronized (this) {
            findings.add("rank " + rank + ": " + text);
        }
    }

    /** What {@code setting("check", "true")} has shown, in the order in which it was found. */
    public synchronized List<String> findings() {
        return List.copyOf(findings);
    }

    void abort(int rank, int status, String message) {
        fail(rank, status, message, null);
    }

    private void fail(int rank, int status, String message, Throwable cause) {
        synchronized (this) {
            if (failure == null) {
                failure = new WorldFailure(rank, status, message, cause);
            } else if (cause != null && cause != failure.getCause()) {
                failure.addSuppressed(cause);
            }
        }
        for (RankBinding binding : bindings) {
            binding.fail(new MpiFailure(
                    MPI.MPI_ERR_OTHER,
                    "the job has ended: " + message.lines().findFirst().orElse("")));
        }
    }

    private synchronized WorldFailure failure() {
        return failure;
    }

    /**
     * Lets the world make checkpoints in {@code directory}: when all ranks call {@code
     * Checkpoint.take()}, or a rank requests one.
     */
    public World checkpoints(Path directory) {
        checkpoints = WorldCheckpoints.into(directory, this);
        return setting("checkpoint.dir", directory.toString());
    }

    /** As {@link #checkpoints}, and begins at the newest one there. */
    public World restart(Path directory) {
        checkpoints = WorldCheckpoints.from(directory, this);
        return setting("checkpoint.dir", directory.toString());
    }

    /**
     * Writes down what the ranks' calls are told, beside the checkpoints in {@code directory}; after {@link #checkpoints}
     * or {@link #restart}, where there are any.
     */
    public World record(Path directory) {
        Recording recording = checkpoints.record(directory, job);
        setting(Layer.FROM, Long.toString(recordedFrom(recording)));
        return setting(Layer.RECORDING, recording.path().toString());
    }

    private static long recordedFrom(Recording recording) {
        try {
            return recording.life().epoch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A world in which one rank of a world that was recorded runs alone, and is told what it was told then.
     *
     * @param directory of the checkpoints and the recording
     * @param epoch number of the checkpoint that it begins at, 0 for the start
     */
    public static World replay(Path directory, int rank, long epoch) {
        try {
            Recording recording = new Recordings(directory).of(rank, epoch);
            if (recording == null) {
                throw new IllegalArgumentException(
                        "nothing is recorded in " + directory + " of rank " + rank + " after " + epoch);
            }
            World world = of(1);
            if (epoch > 0) {
                world.setting(
                        "restart.from",
                        new CheckpointDirectory(directory).of(epoch).toString());
            }
            return world.setting(ReplayHost.RECORDING, recording.path().toString())
                    .setting(ReplayHost.RANK, Integer.toString(rank))
                    .setting(
                            ReplayHost.SIZE,
                            Integer.toString(recording.life().resources().size()))
                    .setting(ReplayHost.EPOCH, Long.toString(epoch));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the replay of a rank has ended where its log ends before its program; null if it has not. */
    public String replayEnd() {
        return replayEnd;
    }

    /** How long a checkpoint may take to come on, and be tried again where no rank can be frozen; before {@link #checkpoints}. */
    public World checkpointPatience(Duration longest) {
        patience = longest;
        return this;
    }

    Duration patience() {
        return patience;
    }

    WorldWatch watch() {
        return watch;
    }

    WorldCheckpoints checkpoints() {
        return checkpoints;
    }

    int incarnation() {
        return checkpoints.incarnation();
    }

    UUID resourceOf(int rank) {
        return checkpoints.resourceOf(rank);
    }

    UUID job() {
        return job;
    }

    int size() {
        return size;
    }

    Secret secret() {
        return secret;
    }

    int hostOf(int rank) {
        return hosts.applyAsInt(rank);
    }

    String setting(String key) {
        return settings.get(key);
    }

    Directory directory() {
        return directory;
    }
}
