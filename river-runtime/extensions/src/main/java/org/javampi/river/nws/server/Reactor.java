package org.javampi.river.nws.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.javampi.river.nws.space.Space;

/**
 * The one thread that serves all clients. A turn: reads what has come and serves it, brings changes of persistent
 * workspaces to disk, then sends the replies; so all replies of a turn share one write to disk, and none leaves before
 * it. A client that waits costs a socket and a few KiB, no thread.
 */
public final class Reactor implements Runnable {
    private static final int BACKLOG = 4_096;
    private static final long IDLE_COMMIT_MS = 50;
    private static final long LONGEST_TIMER_MS = TimeUnit.DAYS.toMillis(36_500);

    private final ServerSocketChannel listener;
    private final Selector selector;
    private final Space space;
    private final Spool spool;
    private final Journal journal;
    private final int webPort;
    private final Map<Connection, Boolean> connections = new LinkedHashMap<>();
    private final Set<Connection> touched = new LinkedHashSet<>();
    private final Deque<Connection> resumed = new ArrayDeque<>();
    private final Map<Connection, String> doomed = new LinkedHashMap<>();
    private final NavigableSet<Timer> timers = new TreeSet<>();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean closing;
    private long refused;
    private long timerSerial;

    /** Something to be done at a time of {@link System#nanoTime}. */
    record Timer(long atNs, long serial, Runnable action) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            return atNs != other.atNs ? Long.signum(atNs - other.atNs) : Long.compare(serial, other.serial);
        }
    }

    private Reactor(ServerSocketChannel listener, Space space, Spool spool, Journal journal, int webPort)
            throws IOException {
        this.listener = listener;
        this.space = space;
        this.spool = spool;
        this.journal = journal;
        this.webPort = webPort;
        selector = Selector.open();
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
    }

    /**
     * Listens; {@link #run} serves.
     *
     * @param address port 0 takes a free one
     * @param webPort where the pages will be, or -1
     * @param directory where persistent workspaces are kept; null keeps them in memory only
     * @param remarks takes what people must know of the state that was found there
     */
    public static Reactor open(InetSocketAddress address, int webPort, Path directory, List<String> remarks)
            throws IOException {
        Space space = new Space(
                String.format(Locale.ROOT, "%08x", ThreadLocalRandom.current().nextInt()));
        Journal journal = directory == null ? null : Journal.in(directory);
        ServerSocketChannel listener = ServerSocketChannel.open();
        try {
            listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            listener.bind(address, BACKLOG);
            if (journal != null) {
                remarks.addAll(journal.recover(space));
            }
            return new Reactor(
                    listener, space, journal == null ? Spool.temporary() : journal.spool(), journal, webPort);
        } catch (IOException e) {
            listener.close();
            if (journal != null) {
                journal.close();
            }
            throw new IOException("cannot serve workspaces on " + address + ": " + e.getMessage(), e);
        }
    }

    /** The address it listens on. */
    public InetSocketAddress address() throws IOException {
        return (InetSocketAddress) listener.getLocalAddress();
    }

    int webPort() {
        return webPort;
    }

    Selector selector() {
        return selector;
    }

    Space space() {
        return space;
    }

    Spool spool() {
        return spool;
    }

    /** Serves until {@link #close}, or until changes cannot be saved any more. */
    @Override
    public void run() {
        Throwable failure = null;
        try {
            while (!closing) {
                turn();
            }
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
        failure = shutDown(failure);
        if (failure == null) {
            ended.complete(null);
        } else {
            ended.completeExceptionally(failure);
        }
    }

    private Throwable shutDown(Throwable failure) {
        Throwable first = failure;
        closing = true;
        try {
            List.copyOf(connections.keySet()).forEach(one -> one.end("the server ends"));
            listener.close();
            selector.close();
            if (journal != null) {
                journal.close();
            }
        } catch (IOException | RuntimeException e) {
            first = first == null ? e : first;
        }
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        return first;
    }

    private void turn() throws IOException {
        if (resumed.isEmpty() && touched.isEmpty()) {
            selector.select(this::serve, patienceMs());
        } else {
            selector.selectNow(this::serve);
        }
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        long now = System.nanoTime();
        while (!timers.isEmpty() && timers.first().atNs() - now <= 0) {
            timers.pollFirst().action().run();
        }
        for (Connection one = resumed.poll(); one != null; one = resumed.poll()) {
            attempt(one, one::serve);
        }
        if (journal != null) {
            journal.commit();
        }
        while (!touched.isEmpty()) {
            List<Connection> these = List.copyOf(touched);
            touched.clear();
            for (Connection one : these) {
                attempt(one, one::flush);
                if (journal != null) {
                    journal.write();
                }
            }
        }
        while (!doomed.isEmpty()) {
            Map<Connection, String> these = new LinkedHashMap<>(doomed);
            doomed.clear();
            these.forEach(Connection::end);
        }
    }

    /** How long the selector may sleep; 0 for ever. */
    private long patienceMs() {
        long patience = journal != null && journal.isBehind() ? IDLE_COMMIT_MS : 0;
        if (!timers.isEmpty()) {
            long left = TimeUnit.NANOSECONDS.toMillis(timers.first().atNs() - System.nanoTime()) + 1;
            patience = patience == 0 ? Math.max(1, left) : Math.max(1, Math.min(left, patience));
        }
        return patience;
    }

    private void serve(SelectionKey key) {
        if (key.attachment() instanceof Connection one) {
            if (key.isValid() && key.isWritable()) {
                // Its queue may have replies of this turn, which wait for the disk.
                touch(one);
            }
            if (key.isValid() && key.isReadable()) {
                attempt(one, one::onReadable);
            }
        } else {
            accept();
        }
    }

    private void accept() {
        try {
            for (SocketChannel channel = listener.accept(); channel != null; channel = listener.accept()) {
                try {
                    connections.put(new Connection(this, channel), true);
                } catch (IOException e) {
                    // It left while it was being let in.
                    channel.close();
                }
            }
        } catch (IOException e) {
            // Out of file descriptors: those that wait are let in when others have left.
            System.err.println("river nws: a client cannot be let in: " + e.getMessage());
            after(1_000, () -> {});
        }
    }

    /** Something that can fail with its connection. */
    private interface Step {
        void run() throws IOException;
    }

    private void attempt(Connection one, Step step) {
        if (one.isEnded()) {
            return;
        }
        try {
            step.run();
        } catch (IOException e) {
            one.stop();
            endLater(one, e.toString());
        }
    }

    /** Its replies are to be sent at the end of this turn. */
    void touch(Connection one) {
        touched.add(one);
    }

    /** It can go on in this turn or the next one. */
    void resume(Connection one) {
        resumed.add(one);
    }

    /** It is to be ended at the end of this turn. */
    void endLater(Connection one, String why) {
        doomed.put(one, why);
    }

    void onEnd(Connection one, String why) {
        connections.remove(one);
        if (why != null) {
            refused++;
        }
    }

    /** Connections that this server has ended, for what they sent or because they broke. */
    public long brokenConnections() throws InterruptedException, IOException {
        return call(() -> refused);
    }

    /** Does something after a while. In the server's thread. */
    Timer after(long ms, Runnable action) {
        timerSerial++;
        long ns = TimeUnit.MILLISECONDS.toNanos(Math.min(ms, LONGEST_TIMER_MS));
        Timer timer = new Timer(System.nanoTime() + ns, timerSerial, action);
        timers.add(timer);
        return timer;
    }

    /** Forgets what was to be done after a while. */
    void cancel(Timer timer) {
        timers.remove(timer);
    }

    /** What a visitor of all workspaces does. */
    public interface Visit<T> {
        /** In the server's thread: no waiting. */
        T visit(Space space) throws Exception;
    }

    /**
     * Does something with the workspaces in the server's thread.
     *
     * @throws IOException when the server has ended, or the visit fails
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public <T> T visit(Visit<T> visit) throws IOException, InterruptedException {
        return call(() -> visit.visit(space));
    }

    /** All clients, each with what it does. */
    public Map<String, String> clients() throws IOException, InterruptedException {
        return call(() -> {
            Map<String, String> states = new LinkedHashMap<>();
            connections.keySet().forEach(one -> states.put(one.peer(), one.state()));
            return states;
        });
    }

    private <T> T call(Callable<T> action) throws IOException, InterruptedException {
        CompletableFuture<T> result = new CompletableFuture<>();
        tasks.add(() -> {
            if (closing) {
                result.completeExceptionally(new IOException("the server has ended"));
                return;
            }
            try {
                result.complete(action.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        if (ended.isDone()) {
            throw new IOException("the server has ended");
        }
        wake();
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }

    private void wake() {
        try {
            selector.wakeup();
        } catch (ClosedSelectorException e) {
            // It has ended; who waits is answered by the end.
            return;
        }
    }

    /** Is done when the server has ended, with the failure that has ended it if one has. */
    public CompletableFuture<Void> ended() {
        return ended;
    }

    /** Ends the server: clients that wait find their connection closed. Returns at once. */
    public void close() {
        closing = true;
        wake();
    }
}
