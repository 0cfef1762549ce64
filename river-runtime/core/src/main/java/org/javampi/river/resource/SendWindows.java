package org.javampi.river.resource;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.javampi.river.message.LostException;
import org.javampi.river.message.SuspendedException;

/**
 * How much of this VM is in the queues of resources, as far as their VMs have told; senders wait here for room. A sender
 * that has waited for a second asks whether the receiver waits for it, perhaps by way of others: then the receiver's VM
 * makes room, since nobody else would.
 */
final class SendWindows {
    private static final long PROBE_MS = 1_000;

    private final ExpiringMap<Window> windows;
    private final BiConsumer<UUID, UUID> probe;

    /** For whom the senders of each resource here wait. */
    private final ConcurrentHashMap<UUID, Set<UUID>> waiting = new ConcurrentHashMap<>();

    /**
     * Empty ones.
     *
     * @param keepMs how long unused ones are kept
     * @param probe asks the VM of a receiver, named second, whether it waits for a sender, named first
     */
    SendWindows(int keepMs, BiConsumer<UUID, UUID> probe) {
        windows = new ExpiringMap<>(TimeUnit.MILLISECONDS.toNanos(keepMs), System::nanoTime);
        this.probe = probe;
    }

    private static final class Window {
        private final UUID machine;
        private long queued;
        private LostException loss;

        Window(UUID machine) {
            this.machine = machine;
        }
    }

    private synchronized Window window(UUID destination, UUID machine) {
        Window window = windows.get(destination);
        if (window == null) {
            window = new Window(machine);
            windows.put(destination, window);
        }
        return window;
    }

    /**
     * Takes room for a message in a receiver's queue; waits for it.
     *
     * @param isStopWanted whether the sender is to stand still instead of waiting; looked at each second
     * @throws LostException when the receiver has gone meanwhile
     * @throws SuspendedException when it stands still, and no room was taken
     */
    void take(UUID source, UUID destination, UUID machine, long bytes, BooleanSupplier isStopWanted)
            throws InterruptedException {
        Window window = window(destination, machine);
        synchronized (window) {
            if (fits(window, bytes)) {
                window.queued += bytes;
                return;
            }
        }
        Set<UUID> targets = waiting.computeIfAbsent(source, name -> ConcurrentHashMap.newKeySet());
        targets.add(destination);
        try {
            while (!takeInTime(window, bytes)) {
                if (isStopWanted.getAsBoolean()) {
                    throw new SuspendedException();
                }
                // Used: not to be forgotten.
                windows.get(destination);
                probe.accept(source, destination);
            }
        } finally {
            targets.remove(destination);
            waiting.computeIfPresent(source, (name, left) -> left.isEmpty() ? null : left);
        }
    }

    private static boolean fits(Window window, long bytes) {
        // What was taken and not been told is less than a quarter: a long message waits for no more than that.
        return window.loss != null
                || window.queued + bytes <= Ledger.WINDOW_BYTES
                || window.queued <= 2 * Ledger.LUMP_BYTES;
    }

    private static boolean takeInTime(Window window, long bytes) throws InterruptedException {
        long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PROBE_MS);
        synchronized (window) {
            while (!fits(window, bytes)) {
                long leftMs = TimeUnit.NANOSECONDS.toMillis(endNs - System.nanoTime());
                if (leftMs <= 0) {
                    return false;
                }
                window.wait(leftMs);
            }
            if (window.loss != null) {
                LostException here =
                        new LostException(window.loss.resource(), window.loss.machine(), window.loss.getMessage());
                here.initCause(window.loss);
                throw here;
            }
            window.queued += bytes;
            return true;
        }
    }

    /** For whom a resource's senders wait. */
    Set<UUID> targetsOf(UUID source) {
        return waiting.getOrDefault(source, Set.of());
    }

    /** A receiver's VM tells of what is no longer counted. */
    void credit(UUID destination, long bytes) {
        Window window = windows.get(destination);
        if (window != null) {
            synchronized (window) {
                window.queued -= bytes;
                window.notifyAll();
            }
        }
    }

    /** A receiver is gone: nobody waits for it. */
    void lose(UUID destination, LostException loss) {
        Window window = windows.get(destination);
        if (window != null) {
            end(window, loss);
            windows.remove(destination);
        }
    }

    /** A VM is gone with all receivers there. */
    void loseAll(UUID machine, LostException loss) {
        windows.removeIf(window -> {
            if (window.machine.equals(machine)) {
                end(window, loss);
                return true;
            }
            return false;
        });
    }

    private static void end(Window window, LostException loss) {
        synchronized (window) {
            window.loss = loss;
            window.notifyAll();
        }
    }
}
