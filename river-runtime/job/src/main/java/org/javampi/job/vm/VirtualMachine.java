package org.javampi.job.vm;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.javampi.job.JobFiles;
import org.javampi.job.ProgramCarrier;
import org.javampi.job.ProgramStack;
import org.javampi.job.Providers;
import org.javampi.job.RankExtension;
import org.javampi.job.RankHost;
import org.javampi.job.TooManyProcesses;
import org.javampi.job.control.CheckpointOrder;
import org.javampi.job.control.ControlConnection;
import org.javampi.job.control.ControlConnection.Body;
import org.javampi.job.control.Credit;
import org.javampi.job.control.Message;
import org.javampi.job.control.MessageKind;
import org.javampi.job.control.ScarceMemory;
import org.javampi.job.control.WorldDescription;
import org.javampi.river.trust.Secret;

/**
 * This JVM as a host of resources: its connection to the agent, the answers that resources wait
 * for, and its end. When the agent is gone the VM is gone, however that happened.
 */
final class VirtualMachine {
    private static final int AGENT_LOST = 143;
    private static final String ALIVE = "river-alive";

    private static final long ALIVE_EVERY_MS = 5_000;

    /** So long there may be no memory to tell of a thread's death. */
    private static final long REPORT_NS = 2_000_000_000L;

    private static final long VERDICT_MS = 10_000;
    private static final int LOOK_MS = 20;

    private final ControlConnection agent;
    private final WorldDescription world;

    /** With what status this VM ends when its agent does. */
    private volatile int agentsEnd = AGENT_LOST;

    /** Whether the agent may end before this VM, once its resources have left. */
    private volatile boolean mayOutlive;

    private final Map<String, CompletableFuture<String>> lookups = new ConcurrentHashMap<>();
    private final Map<String, Credit> credits = new ConcurrentHashMap<>();
    private final Map<Integer, BlockingQueue<byte[]>> input = new ConcurrentHashMap<>();
    private final Object files = new Object();
    private final List<HostedRank> resources = new ArrayList<>();
    private final Lookout lookout;
    private final LastWords lastWords;

    /** Null where the process's own standard input is the only resource's. */
    private RankInput rankInput;

    VirtualMachine(ControlConnection agent, WorldDescription world) {
        this.agent = agent;
        this.world = world;
        for (int rank : world.hosted()) {
            resources.add(new HostedRank(this, world, rank));
        }
        lookout = new Lookout(this, resources);
        lastWords = new LastWords(world.hosted());
    }

    /** What every part of the job knows. */
    Secret secret() {
        return agent.secret();
    }

    /** Hosts its one resource, whose program runs already. */
    RankHost join() {
        mayOutlive = true;
        serve();
        return resources.get(0);
    }

    private void serve() {
        daemon("river-agent", this::receive);
        daemon(ALIVE, this::tellAlive);
        Runtime.getRuntime().addShutdownHook(new Thread(this::tellExit, "river-exit"));
    }

    /** Runs the resources; returns when all of their mains have returned. */
    void run() {
        serve();
        ThreadDeaths.watch(this);
        rankInput = RankInput.install(resources, world.settings().getOrDefault(RankInput.READER, "0"), this::read);
        if (world.classPath().isEmpty()) {
            // The program is on the VM's own class path, so the VM is the only resource's.
            runResource(resources.get(0), false);
        } else {
            RankOutput.install(resources, this::sendOutput, this::daemon);
            CountDownLatch running = new CountDownLatch(resources.size());
            for (HostedRank resource : resources) {
                new Thread(
                                resource.threads(),
                                () -> {
                                    runResource(resource, true);
                                    running.countDown();
                                },
                                "rank-" + resource.rank())
                        .start();
            }
            awaitUninterrupted(running);
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runResource(HostedRank resource, boolean shared) {
        try {
            ProgramCarrier carrier = shared ? carrier(resource) : null;
            ClassLoader loader = loader(carrier, shared);
            Thread.currentThread().setContextClassLoader(loader);
            for (RankExtension extension : Providers.of(RankExtension.class, loader)) {
                extension.attach(resource, loader, shared);
            }
            String classPath = shared ? world.classPath() : System.getProperty("java.class.path");
            resource.onProgram(loader);
            Program.Main main = Program.main(loader, world.mainClass(), classPath);
            String[] arguments = arguments(resource.rank());
            if (carrier == null) {
                main.accept(arguments);
            } else {
                carrier.run(() -> main.accept(arguments));
            }
            tellReturn(resource, shared);
        } catch (Throwable thrown) {
            System.out.flush();
            System.err.flush();
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            String stack = TooManyProcesses.isCauseOf(thrown)
                    ? TooManyProcesses.text(thrown)
                    : ProgramStack.text(thrown)
                            + MpjArguments.hint(thrown, world.arguments().size(), loader);
            tell(MessageKind.UNCAUGHT, out -> {
                out.writeInt(resource.rank());
                Message.writeString(out, stack);
            });
            end(1);
        }
    }

    /** What runs the program of a resource; null where its main is simply called. */
    private static ProgramCarrier carrier(HostedRank resource) {
        for (RankExtension extension : Providers.of(RankExtension.class, ClassLoader.getSystemClassLoader())) {
            ProgramCarrier carrier = extension.carrier(resource);
            if (carrier != null) {
                return carrier;
            }
        }
        return null;
    }

    private ClassLoader loader(ProgramCarrier carrier, boolean shared) {
        if (carrier != null) {
            return carrier.loader(world.mainClass(), world.classPath());
        }
        return shared ? new RankLoader(world.classPath()) : ClassLoader.getSystemClassLoader();
    }

    /** The program's; behind those that a launcher of MPJ Express would have added, if they are wanted. */
    private String[] arguments(int rank) {
        List<String> arguments =
                new ArrayList<>(MpjArguments.of(rank, world.resources().size()));
        arguments.addAll(world.arguments());
        return arguments.toArray(new String[0]);
    }

    /** A program goes on as long as any of its threads does that is no daemon. */
    private void tellReturn(HostedRank resource, boolean shared) {
        if (shared) {
            daemon("river-return", () -> {
                resource.awaitThreads();
                tellOf(resource, MessageKind.RETURNED);
            });
        } else if (!hasOtherThreads()) {
            tellOf(resource, MessageKind.RETURNED);
        }
        // Else the end of the JVM tells.
    }

    private static boolean hasOtherThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread != Thread.currentThread() && !thread.isDaemon() && !isAlwaysThere(thread));
    }

    private void receive() {
        boolean ending = false;
        try {
            while (true) {
                Message message = ending ? agent.receiveLooking(LOOK_MS) : agent.receive();
                // The JVM's end does not wait for a thread that only looks now and then.
                ending |= message.kind() == MessageKind.FAREWELL;
                while (!hasTaken(message)) {
                    message.rewind();
                    ScarceMemory.pause();
                }
            }
        } catch (IOException e) {
            if (!mayOutlive || resources.stream().anyMatch(resource -> !resource.hasLeft())) {
                tellLossOfFirst();
                end(agentsEnd);
            }
        }
    }

    /** Does what a message says; false when there was no memory for it. */
    private boolean hasTaken(Message message) throws IOException {
        try {
            take(message);
            return true;
        } catch (OutOfMemoryError e) {
            return false;
        }
    }

    private void take(Message message) throws IOException {
        switch (message.kind()) {
            case VALUE -> lookup(message.readInt(), message.readString()).complete(message.readString());
            case LOOK -> lookout.ask(message.readInt());
            // An agent that must itself be watched says how long it may be silent.
            case END_JOB -> end(message.readInt());
            case ALIVE -> agent.limitSilence(message.readInt());
            case OUTPUT_TAKEN -> {
                Credit credit = credit(message.readInt(), message.readByte());
                credit.giveBack(message.readInt());
            }
            case INPUT -> input(message.readInt()).add(message.readBytes());
            case TO_RANK -> resource(message.readInt()).onGuest(message.readBytes());
            case ORDER -> resource(message.readInt()).onOrder(CheckpointOrder.read(message));
            default -> {
                // Nothing else is said to a VM.
            }
        }
    }

    /** A VM that has joined a world has its agent in the first rank's process; one rank of each host says that it is gone. */
    private void tellLossOfFirst() {
        int own = world.hosted()[0];
        int[] hosts = world.hostOf();
        boolean speaks = mayOutlive;
        for (int rank = 1; rank < own; rank++) {
            speaks &= hosts[rank] != hosts[own];
        }
        if (speaks) {
            System.err.println("javampi: rank 0 has ended without MPI_Finalize, as by kill -9: rank " + own + " on "
                    + world.hostName() + " is ended, too");
            System.err.flush();
        }
    }

    private HostedRank resource(int rank) throws IOException {
        for (HostedRank resource : resources) {
            if (resource.rank() == rank) {
                return resource;
            }
        }
        throw new IOException("rank " + rank + " does not live here");
    }

    /** A resource has waited for long. */
    void tellWaiting() {
        lookout.noteWaiting();
    }

    private void tellAlive() {
        while (hasToldAlive()) {
            try {
                Thread.sleep(ALIVE_EVERY_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean hasToldAlive() {
        try {
            return tell(MessageKind.ALIVE, Body.EMPTY);
        } catch (OutOfMemoryError e) {
            // It is said again soon.
            return true;
        }
    }

    /** Such as handle references and signals, clean and compile, or say that this VM lives. */
    private static boolean isAlwaysThere(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group == null
                || thread.getName().equals(ALIVE)
                || group.getName().equals("system")
                || group.getName().equals("InnocuousThreadGroup");
    }

    /** In the shutdown hook: what the agent must know, and that waits for it become looks. */
    private void tellExit() {
        tellCulprit();
        tell(MessageKind.FAREWELL, Body.EMPTY);
    }

    /** Names a resource that ends the VM by an exit, or although it has not left, and where it does so. */
    private void tellCulprit() {
        for (HostedRank resource : resources) {
            StackTraceElement[] exit = exitOf(resource);
            if (exit.length > 0 || resource.mustStay() && resources.size() == 1) {
                String stack = ProgramStack.text(exit);
                tell(MessageKind.EXITING, out -> {
                    out.writeInt(resource.rank());
                    Message.writeString(out, stack);
                });
                return;
            }
        }
    }

    /** The stack of the resource's thread that is ending the VM; empty if none of its is. */
    private StackTraceElement[] exitOf(HostedRank resource) {
        for (Map.Entry<Thread, StackTraceElement[]> entry :
                Thread.getAllStackTraces().entrySet()) {
            // All threads of a VM that is not shared are its one resource's.
            if (resources.size() == 1 || resource.owns(entry.getKey())) {
                StackTraceElement[] exit = ProgramStack.ofExit(entry.getValue());
                if (exit.length > 0) {
                    return exit;
                }
            }
        }
        return new StackTraceElement[0];
    }

    private Credit credit(int rank, int stream) {
        return credits.computeIfAbsent(rank + " " + stream, any -> new Credit());
    }

    private BlockingQueue<byte[]> input(int rank) {
        return input.computeIfAbsent(rank, any -> new LinkedBlockingQueue<>());
    }

    /** The next bytes of standard input of a resource that has none of its own; none at the end. */
    private byte[] read(int rank, long position) throws IOException {
        tell(MessageKind.WANT_INPUT, out -> {
            out.writeInt(rank);
            out.writeLong(position);
        });
        try {
            return input(rank).take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while rank " + rank + " was reading standard input");
        }
    }

    /** How many bytes of standard input a resource's program has read, where that is counted; else 0. */
    long inputPosition(HostedRank resource) {
        return rankInput == null ? 0 : rankInput.position(resource);
    }

    /** Standard input of a resource's program goes on behind so many bytes. */
    void readInputFrom(HostedRank resource, long position) {
        if (rankInput != null) {
            rankInput.goOnAt(resource, position);
        }
    }

    /** Another thread than main's has ended with an exception. */
    void onThreadDeath(Thread thread, Throwable thrown) {
        long startNs = System.nanoTime();
        while (System.nanoTime() - startNs < REPORT_NS) {
            try {
                tellThreadDeath(thread, thrown);
                return;
            } catch (OutOfMemoryError e) {
                ScarceMemory.pause();
            }
        }
        lastWords.say(thread.getName());
        Runtime.getRuntime().halt(1);
    }

    /** Of the runtime's own threads each is needed. */
    private boolean endsTheJob(Thread thread, Throwable thrown) {
        ThreadDeathPolicy policy = ThreadDeathPolicy.valueOf(
                world.settings().getOrDefault(ThreadDeathPolicy.KEY, ThreadDeathPolicy.END_WHEN_DAMAGED.name()));
        return thread instanceof ServiceThread || policy.endsTheJob(thrown);
    }

    private void tellThreadDeath(Thread thread, Throwable thrown) {
        HostedRank owner = resources.get(0);
        for (HostedRank resource : resources) {
            owner = resource.owns(thread) ? resource : owner;
        }
        int rank = owner.rank();
        System.out.flush();
        System.err.flush();
        String stack = ProgramStack.text(thrown);
        boolean isFatal = endsTheJob(thread, thrown);
        tell(MessageKind.THREAD_DIED, out -> {
            out.writeInt(rank);
            Message.writeString(out, thread.getName());
            Message.writeString(out, stack);
            out.writeByte(isFatal ? 1 : 0);
        });
        if (isFatal) {
            awaitVerdict(1);
        }
    }

    private void sendOutput(int rank, int stream, byte[] line) {
        credit(rank, stream).take(line.length);
        tell(MessageKind.OUTPUT, out -> {
            out.writeInt(rank);
            out.writeByte(stream);
            Message.writeBytes(out, line);
        });
    }

    CompletableFuture<String> lookup(int rank, String key) {
        return lookups.computeIfAbsent(rank + " " + key, k -> new CompletableFuture<>());
    }

    /** Sends a message; false when the agent is gone and this VM is ending. */
    boolean tell(MessageKind kind, Body body) {
        try {
            agent.send(kind, body);
            return true;
        } catch (IOException e) {
            // The receiving thread sees the same end and halts the VM.
            return false;
        }
    }

    /** Sends a message that says which resource it is about, and no more. */
    void tellOf(HostedRank resource, MessageKind kind) {
        tell(kind, out -> out.writeInt(resource.rank()));
    }

    /** Lets the agent say how the job ends; it ends this VM by closing the connection. */
    void awaitVerdict(int status) {
        agentsEnd = status;
        try {
            TimeUnit.MILLISECONDS.sleep(VERDICT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end(status);
    }

    /** Runs something that leaves files: before the end, which removes them, or not at all. */
    <T> T leavingFiles(Supplier<T> action) {
        synchronized (files) {
            return action.get();
        }
    }

    private int life() {
        return Integer.parseInt(world.settings().getOrDefault(HostedRank.INCARNATION, "0"));
    }

    /** Ends this VM at once, leaving nothing behind. */
    void end(int status) {
        // Held until the VM is gone: a file that was made after the removal would stay for ever.
        synchronized (files) {
            try {
                JobFiles.leave(world.job(), life());
                // What a program has started ends with it.
                ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
            } finally {
                Runtime.getRuntime().halt(status);
            }
        }
    }

    /** Ends this VM, whose resources have left, where their programs stand. */
    void endInOrder() {
        tell(MessageKind.FAREWELL, Body.EMPTY);
        Runtime.getRuntime().halt(0);
    }

    /** Starts a thread of the runtime. */
    void daemon(String name, Runnable body) {
        new ServiceThread(name, body, this::onThreadDeath).start();
    }
}
