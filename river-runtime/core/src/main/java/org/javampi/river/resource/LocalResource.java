package org.javampi.river.resource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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

    /** Resources of which it is told without asking when they fail. */
    final Set<UUID> announced = ConcurrentHashMap.newKeySet();

    private final ClassLoader classes;
    private final String className;
    private final ResourceThreads threads;

    /** Its frames and objects, when it can be frozen in the middle of a call; else null. */
    private final FreezableLife life;

    final long bornNs = System.nanoTime();
    volatile boolean thawed;
    private volatile VirtualResource resource;
    private volatile Thread body;
    private volatile String ordered;

    /** What is to be done at its end; completed when the body may begin. */
    private final CompletableFuture<Consumer<Ending>> beginning = new CompletableFuture<>();

    /** How long the receive may still wait that is made again; negative when none is. Of the body's thread. */
    private long leftNs = -1;

    /** Completed with its image when it stands at a call; null unless it is to be frozen. Under this object's lock. */
    private CompletableFuture<ResourceImage> image;

    /** Whether {@link #image} is not null, for the body's thread. */
    private volatile boolean isWanted;

    /** Whether what comes is held: it has been frozen, or is on its way here. Under this object's lock. */
    private boolean holding;

    private boolean arriving;

    /** Whether it is in a file, and may be thawed on any VM. Under this object's lock. */
    private boolean kept;

    private final List<Late> held = new ArrayList<>();
    private BiConsumer<RiverMessage, UUID> next;

    /** A message that has come while messages were held. */
    private record Late(RiverMessage message, Receipt receipt) {}

    private volatile boolean heard;
    private final ResourceServices services;

    /**
     * A life that has not begun.
     *
     * @param resource null if {@link #revive} will read it
     * @param className of the resource
     * @param classes the loader by which its threads find the classes of the program it belongs to
     */
    LocalResource(
            River river,
            VirtualResource resource,
            String className,
            UUID name,
            UUID parent,
            UUID deployer,
            List<?> arguments,
            ClassLoader classes) {
        this.river = river;
        this.resource = resource;
        this.className = className;
        this.name = name;
        this.parent = parent;
        this.deployer = deployer;
        this.arguments = arguments;
        this.classes = classes;
        ledger = new Ledger((vm, bytes) -> river.credit(vm, name, bytes), mailbox::forEachReceipt);
        mailbox.account(ledger);
        threads = new ResourceThreads(resource, className.replaceAll(".*[.$]", "") + "-" + name);
        services = new ResourceServices(threads, classes);
        life = classes instanceof FreezableClasses freezable ? freezable.life(new ResourceSite(river, this)) : null;
    }

    /** Starts its thread; {@code burial} runs in it behind the body, before others hear. */
    void start(Consumer<Ending> burial) {
        beginning.complete(burial);
        if (body == null) {
            launch(() -> begin(false));
        }
    }

    /**
     * Reads its frames and objects, in the thread that will go on in them once it is started.
     *
     * @param receiveNs how long the receive may still wait that it stands in
     * @return completed when all is there; fails with what went wrong
     */
    CompletableFuture<Void> revive(byte[] frames, long receiveNs) {
        CompletableFuture<Void> revived = new CompletableFuture<>();
        leftNs = receiveNs;
        launch(() -> {
            try {
                resource = life.revive(frames);
                threads.resource = resource;
                revived.complete(null);
            } catch (Throwable e) {
                // Whatever it is, memory that is short included: it is waited for.
                revived.completeExceptionally(e);
                return;
            }
            begin(true);
        });
        return revived;
    }

    /** It will not be started after all. */
    void abandon() {
        beginning.cancel(false);
    }

    private void launch(Runnable work) {
        Thread thread = new Thread(threads, work, threads.getName());
        thread.setDaemon(true);
        thread.setContextClassLoader(classes);
        body = thread;
        thread.start();
    }

    private void begin(boolean isRevived) {
        Consumer<Ending> burial;
        try {
            burial = beginning.join();
        } catch (CancellationException e) {
            return;
        }
        Ending end = live(isRevived);
        if (end == null) {
            // Frozen: how it ends is decided where it goes on.
            services.end();
            Thread.interrupted();
            threads.interrupt();
            return;
        }
        mailbox.close(describe() + " has ended");
        CompletableFuture<ResourceImage> asked = asked();
        if (asked != null) {
            asked.completeExceptionally(
                    new IllegalStateException(describe() + " cannot be frozen any more: " + end.text()));
        }
        burial.accept(end);
        // Senders may be waiting for room in its queue.
        ledger.creditors().forEach(vm -> river.tellGone(vm, name, end.text()));
        // Listeners to the end run in this thread: uninterrupted.
        Thread.interrupted();
        ending.complete(end);
        services.end();
        // Threads that it has started end with it.
        threads.interrupt();
        if (end.failed() && !heard) {
            Thread self = Thread.currentThread();
            self.getUncaughtExceptionHandler().uncaughtException(self, end.cause());
        }
    }

    String className() {
        return className;
    }

    // ---- Freezing

    /** Lets it stand still at its next receive, or send if its frames can be saved; the image is complete then. */
    synchronized CompletableFuture<ResourceImage> suspend() {
        if (image == null) {
            image = new CompletableFuture<>();
            isWanted = true;
            mailbox.suspend(body);
        }
        return image;
    }

    /** Lets it go on; false when it has been frozen meanwhile. */
    synchronized boolean resume() {
        if (holding) {
            return false;
        }
        goOn();
        return true;
    }

    private void goOn() {
        image = null;
        isWanted = false;
        mailbox.suspend(null);
    }

    /** It stays as it is. */
    private synchronized void refuse(CompletableFuture<ResourceImage> asked, Throwable why) {
        if (image == asked) {
            goOn();
        }
        asked.completeExceptionally(why);
    }

    private synchronized CompletableFuture<ResourceImage> asked() {
        return image;
    }

    /** Whether the calling thread is to leave its frames. */
    boolean isStopWanted() {
        return life != null && isWanted && Thread.currentThread() == body;
    }

    /** A call begins that may be left, and made again. */
    void pass() {
        if (isStopWanted()) {
            freeze(-1);
        }
    }

    /** How long a receive may wait: if it is made again, not as long as at first. */
    long timeLeftNs(long timeoutNs) {
        if (leftNs < 0 || Thread.currentThread() != body) {
            return timeoutNs;
        }
        long left = leftNs;
        leftNs = -1;
        return left;
    }

    /**
     * In its own thread, at a call: takes the image and ends the body, or leaves its frames. Returns only when it cannot be
     * frozen.
     *
     * @param receiveNs how long the receive may still wait; negative for a call that does not
     */
    void freeze(long receiveNs) {
        CompletableFuture<ResourceImage> asked = asked();
        if (asked == null) {
            // It was given up in this moment.
            return;
        }
        if (life != null) {
            String obstacle = services.isEmpty()
                    ? life.obstacle()
                    : "it answers requests for " + services.names()
                            + ", which are not moved with it; freeze it before it exports anything";
            if (obstacle == null) {
                leftNs = receiveNs;
                throw life.leave();
            }
            refuse(asked, new IllegalStateException(describe() + " cannot be frozen where it stands: " + obstacle));
            return;
        }
        try {
            if (depart(asked, ResourceImage.of(this, resource, classes))) {
                throw new FrozenException();
            }
        } catch (RuntimeException e) {
            refuse(asked, e);
        }
    }

    /** Its frames have been left: answers whether it is frozen, else it goes on. */
    private boolean leaveFrames() {
        CompletableFuture<ResourceImage> asked = asked();
        if (asked == null) {
            return false;
        }
        try {
            byte[] frames = life.save(resource);
            return depart(asked, ResourceImage.ofFrames(this, frames, leftNs, (FreezableClasses) classes));
        } catch (Throwable e) {
            // Even an Error, as of memory that is short, is the asker's to hear of: it goes on.
            refuse(
                    asked,
                    new IllegalStateException(
                            describe() + " cannot be frozen: "
                                    + (e instanceof IOException ? e.getMessage() : e.toString()),
                            e));
            return false;
        }
    }

    /** Ends the life here; false if that is not wanted any more. */
    private boolean depart(CompletableFuture<ResourceImage> asked, ResourceImage taken) {
        ResourceImage complete;
        synchronized (this) {
            if (image != asked) {
                return false;
            }
            holding = true;
            // Senders that wait for room need not: their messages go with it.
            ledger.settle(0);
            complete = taken.with(mailbox.closeAndTake(describe() + " was frozen"));
        }
        asked.complete(complete);
        return true;
    }

    // ---- Messages while it is between two VMs

    /** A message has come for it. */
    void deliver(RiverMessage message, Receipt receipt) {
        synchronized (this) {
            if (holding) {
                if (next == null) {
                    held.add(new Late(message, receipt));
                } else {
                    forward(message, receipt);
                }
                return;
            }
        }
        mailbox.deliver(message, receipt);
    }

    private void forward(RiverMessage message, Receipt receipt) {
        river.credit(receipt.from(), name, receipt.bytes());
        next.accept(message, receipt.from());
    }

    /** It is on its way here: what comes from elsewhere than its last VM waits behind what that one passes on. */
    synchronized void awaitArrival() {
        holding = true;
        arriving = true;
    }

    /** A message of those that its last VM passes on before it begins; false if it is not on its way here. */
    synchronized boolean takePassed(RiverMessage message) {
        if (arriving) {
            mailbox.deliver(message);
        }
        return arriving;
    }

    /** Its last VM has passed on all. */
    synchronized void arrive() {
        arriving = false;
        holding = false;
        held.forEach(late -> mailbox.deliver(late.message, late.receipt));
        held.clear();
    }

    /** It is in a file: messages are held until it is thawed, here or elsewhere. */
    synchronized void keep() {
        kept = true;
    }

    synchronized boolean isKept() {
        return kept;
    }

    /** Whether it has been frozen, and it is not known yet where it goes on. */
    synchronized boolean isLeaving() {
        return holding && !arriving && next == null;
    }

    synchronized boolean isArriving() {
        return arriving;
    }

    /** Whether it ends with a VM: with the one that has deployed it, unless it is in a file. */
    boolean isOf(UUID vm) {
        return deployer.equals(vm) && !isKept();
    }

    /** Number of messages that wait for it here. */
    synchronized int queued() {
        return mailbox.size() + held.size();
    }

    /**
     * It goes on elsewhere.
     *
     * @param end how it ends for those that watch it here; null when that is still to come
     * @param destination takes what has come since it was frozen, and what comes from now on
     */
    void leave(Ending end, BiConsumer<RiverMessage, UUID> destination) {
        synchronized (this) {
            kept = false;
            next = destination;
            held.forEach(late -> forward(late.message, late.receipt));
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

    /** What answers requests apart from its queue. */
    ResourceServices services() {
        return services;
    }

    private Ending live(boolean isRevived) {
        try {
            if (life == null) {
                resource.run();
                return Ending.inOrder();
            }
            FreezableLife.Body run = resource::run;
            boolean hasEnded = isRevived ? life.resume(run) : life.run(run);
            while (!hasEnded) {
                if (leaveFrames()) {
                    return null;
                }
                hasEnded = life.resume(run);
            }
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
        if (isKept()) {
            // No thread of its own does this.
            Ending end = Ending.onRequest(why);
            beginning.join().accept(end);
            leave(end, (message, from) -> river.tellGone(from, name, end.text()));
        }
        mailbox.close(describe() + ": " + why);
        threads.interrupt();
    }

    String describe() {
        return "resource " + name + " (" + className + ")";
    }
}
