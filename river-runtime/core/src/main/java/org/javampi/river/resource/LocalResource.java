package org.javampi.river.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.javampi.river.message.Mailbox;
import org.javampi.river.message.Receipt;
import org.javampi.river.message.RiverMessage;

/** A resource's life on this VM: its name, queue, threads and end. */
final class LocalResource {
    final River river;
    final UUID name;
    final UUID parent;

    /** The VM on whose behalf it lives: when that is gone, so is this. */
    final UUID deployer;

    final List<?> arguments;
    final Mailbox mailbox = new Mailbox();
    final Ledger ledger;

    /** Resources whose end this one hears of. */
    final Set<UUID> watched = ConcurrentHashMap.newKeySet();

    /** Its end; completed once, by its own thread. */
    private final CompletableFuture<Ending> ending = new CompletableFuture<>();

    private final VirtualResource resource;
    private final ClassLoader classes;
    private final ResourceThreads threads;
    final long bornNs = System.nanoTime();
    volatile boolean thawed;
    private volatile Thread body;
    private volatile String ordered;

    /** Completed with its image when it stands at a receive; null unless it is to be frozen. Under this object's lock. */
    private CompletableFuture<ResourceImage> image;

    /** Whether it has been frozen: what comes is held, until it is known where it goes. Under this object's lock. */
    private boolean frozen;

    private final List<Late> held = new ArrayList<>();
    private BiConsumer<RiverMessage, UUID> next;

    /** A message that has come since it was frozen, and the VM it came from. */
    private record Late(RiverMessage message, UUID from) {}

    private volatile boolean heard;

    /** What answers requests apart from its queue, by name. */
    private final Map<String, Service> services = new ConcurrentHashMap<>();

    /** Runs its services; made with the first. Under this object's lock. */
    private ExecutorService servants;

    /**
     * A life that has not begun.
     *
     * @param classes the loader by which its threads find the classes of the program it belongs to
     */
    LocalResource(
            River river,
            VirtualResource resource,
            UUID name,
            UUID parent,
            UUID deployer,
            List<?> arguments,
            ClassLoader classes) {
        this.river = river;
        this.resource = resource;
        this.name = name;
        this.parent = parent;
        this.deployer = deployer;
        this.arguments = arguments;
        this.classes = classes;
        ledger = new Ledger((vm, bytes) -> river.credit(vm, name, bytes), mailbox::forEachReceipt);
        mailbox.account(ledger);
        threads = new ResourceThreads(resource, resource.getClass().getSimpleName() + "-" + name);
    }

    /** Starts its thread; {@code burial} runs in it behind the body, before others hear. */
    void start(Consumer<Ending> burial) {
        Thread thread = new Thread(
                threads,
                () -> {
                    Ending end = live();
                    if (end == null) {
                        // Frozen: how it ends is decided where it goes on.
                        endServices();
                        Thread.interrupted();
                        threads.interrupt();
                        return;
                    }
                    mailbox.close(describe() + " has ended");
                    burial.accept(end);
                    // Senders may be waiting for room in its queue.
                    ledger.creditors().forEach(vm -> river.tellGone(vm, name, end.text()));
                    // Listeners to the end run in this thread: uninterrupted.
                    Thread.interrupted();
                    ending.complete(end);
                    endServices();
                    // Threads that it has started end with it.
                    threads.interrupt();
                    if (end.failed() && !heard) {
                        Thread self = Thread.currentThread();
                        self.getUncaughtExceptionHandler().uncaughtException(self, end.cause());
                    }
                },
                threads.getName());
        thread.setDaemon(true);
        thread.setContextClassLoader(classes);
        body = thread;
        thread.start();
    }

    String className() {
        return resource.getClass().getName();
    }

    /** Lets it stand still at its next receive; the image is complete then. */
    synchronized CompletableFuture<ResourceImage> suspend() {
        if (image == null) {
            image = new CompletableFuture<>();
            mailbox.suspend(body);
        }
        return image;
    }

    /** Lets it go on; false when it has been frozen meanwhile. */
    synchronized boolean resume() {
        if (frozen) {
            return false;
        }
        image = null;
        mailbox.suspend(null);
        return true;
    }

    /** In its own thread, at a receive: takes the image and ends the body. Returns only when it cannot be frozen. */
    void freeze() {
        CompletableFuture<ResourceImage> asked;
        ResourceImage taken;
        synchronized (this) {
            asked = image;
            if (asked == null) {
                // It was given up in this moment.
                return;
            }
            try {
                taken = ResourceImage.of(this, resource, classes);
            } catch (RuntimeException e) {
                // It stays as it is.
                image = null;
                mailbox.suspend(null);
                asked.completeExceptionally(e);
                return;
            }
            frozen = true;
            // Senders that wait for room need not: their messages go with it.
            ledger.settle(0);
            taken = taken.with(mailbox.closeAndTake(describe() + " was frozen"));
        }
        asked.complete(taken);
        throw new FrozenException();
    }

    /** A message has come for it. */
    void deliver(RiverMessage message, Receipt receipt) {
        synchronized (this) {
            if (frozen) {
                river.credit(receipt.from(), name, receipt.bytes());
                if (next != null) {
                    next.accept(message, receipt.from());
                } else {
                    held.add(new Late(message, receipt.from()));
                }
                return;
            }
        }
        mailbox.deliver(message, receipt);
    }

    /**
     * It goes on elsewhere.
     *
     * @param end how it ends for those that watch it here; null when that is still to come
     * @param destination takes what has come since it was frozen, and what comes from now on; null for nobody
     */
    void leave(Ending end, BiConsumer<RiverMessage, UUID> destination) {
        synchronized (this) {
            next = destination;
            held.forEach(late -> next.accept(late.message, late.from));
            held.clear();
        }
        if (end != null) {
            end(end);
        }
    }

    /** Those that watch it hear of its end. */
    void end(Ending end) {
        ending.complete(end);
    }

    /** From now on requests to {@code service} are answered by {@code body}, in threads of this resource. */
    void serve(String service, Service body) {
        services.put(service, body);
    }

    /** What answers requests of that name, or null. */
    Service service(String name) {
        return services.get(name);
    }

    /** Runs a request in a thread of this resource. */
    synchronized void execute(Runnable request) {
        if (servants == null) {
            servants = Executors.newCachedThreadPool(body -> {
                Thread thread = new Thread(threads, body, threads.getName() + "-service");
                thread.setDaemon(true);
                thread.setContextClassLoader(classes);
                return thread;
            });
        }
        servants.execute(request);
    }

    private synchronized void endServices() {
        services.clear();
        if (servants != null) {
            servants.shutdownNow();
        }
    }

    private Ending live() {
        try {
            resource.run();
            return Ending.inOrder();
        } catch (FrozenException e) {
            return null;
        } catch (Throwable thrown) {
            String why = ordered;
            return why != null ? Ending.onRequest(why) : Ending.thrown(thrown);
        }
    }

    /** Calls {@code listener} with its end, whether that is still to come or not. */
    void onEnd(Consumer<Ending> listener) {
        heard = true;
        ending.thenAccept(listener);
    }

    /** Ends it: its threads that receive or wait are interrupted. */
    void end(String why) {
        ordered = why;
        mailbox.close(describe() + ": " + why);
        threads.interrupt();
    }

    String describe() {
        return "resource " + name + " (" + resource.getClass().getName() + ")";
    }
}
