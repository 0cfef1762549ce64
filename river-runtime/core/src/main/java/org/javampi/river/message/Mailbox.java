package org.javampi.river.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The message queue of one virtual resource: messages stay in order of arrival until a receiver's
 * constraints fit, however many there are. Any number of threads deliver and receive. Constraints,
 * which may be the user's code, are evaluated in the receiver's thread without a lock, so that they
 * never hold up a delivery; a waiting receiver looks at each message once.
 */
public final class Mailbox {
    private final ConcurrentNavigableMap<Long, Queued> waiting = new ConcurrentSkipListMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Who is gone: receivers that wait for messages of theirs are told. Under the lock. */
    private final Map<UUID, LostException> lost = new LinkedHashMap<>();

    /** Losses that the next receiver without a source in its constraints is told, once each. */
    private final Map<UUID, LostException> unannounced = new LinkedHashMap<>();

    /** Number of messages that have ever arrived: the next one's key. Under the lock. */
    private long arrived;

    private String ended;

    /** The thread that is to stand still where it receives; null when none is. Under the lock. */
    private Thread suspended;

    /** Hears of what comes and goes; null when nobody does. */
    private volatile Accounts accounts;

    /** A message and what it costs; that is null when nobody counts it. */
    private record Queued(RiverMessage message, Receipt receipt) {}

    /** An empty one. */
    public Mailbox() {
        // All is in the fields.
    }

    /** From now on, before the first message, {@code listener} hears of what comes and goes. */
    public void account(Accounts listener) {
        accounts = listener;
    }

    /** Puts a message at the end; one for a mailbox that is closed vanishes with it. */
    public void deliver(RiverMessage message) {
        deliver(message, null);
    }

    /** As {@link #deliver(RiverMessage)}; the accounts get {@code receipt} now, and again when it is taken. */
    public void deliver(RiverMessage message, Receipt receipt) {
        lock.lock();
        try {
            if (ended == null) {
                if (receipt != null) {
                    accounts.onArrived(receipt);
                }
                waiting.put(arrived++, new Queued(message, receipt));
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A thread's receives throw a {@link SuspendedException} from now on; null ends that. */
    public void suspend(Thread receiver) {
        lock.lock();
        try {
            suspended = receiver;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Closes it, and answers the messages that were in it: none comes in between. */
    public List<RiverMessage> closeAndTake(String reason) {
        lock.lock();
        try {
            List<RiverMessage> messages = queued();
            suspended = null;
            close(reason);
            return messages;
        } finally {
            lock.unlock();
        }
    }

    /** Goes through the receipts of all that is queued. */
    public void forEachReceipt(Consumer<Receipt> visitor) {
        for (Queued queued : waiting.values()) {
            if (queued.receipt != null) {
                visitor.accept(queued.receipt);
            }
        }
    }

    /** The messages that are queued, in order of arrival. */
    public List<RiverMessage> queued() {
        return waiting.values().stream().map(Queued::message).toList();
    }

    private void starve() {
        Accounts listener = accounts;
        if (listener != null) {
            listener.onStarving();
        }
    }

    /**
     * Takes the first message that meets all constraints, waiting for it as long as it takes.
     *
     * @throws LostException when no such message is here and the constraints' source is gone; or,
     *     without a source in the constraints, once for each loss that was announced
     * @throws InterruptedException when the thread is interrupted or the mailbox is closed
     */
    public RiverMessage receive(Constraint... constraints) throws InterruptedException {
        return take(Long.MAX_VALUE, constraints);
    }

    /**
     * As {@link #receive(Constraint...)}, but waits only so long.
     *
     * @param timeoutNs in nanoseconds; 0 or less does not wait
     * @return empty when no such message has come in time
     * @throws LostException as there
     * @throws InterruptedException as there
     */
    public Optional<RiverMessage> receive(long timeoutNs, Constraint... constraints) throws InterruptedException {
        return Optional.ofNullable(take(Math.max(0, timeoutNs), constraints));
    }

    /** The message that {@link #receive} would take now, left where it is; empty when none fits. */
    public Optional<RiverMessage> peek(Constraint... constraints) {
        for (Queued queued : waiting.values()) {
            if (isMet(constraints, queued.message)) {
                return Optional.of(queued.message);
            }
        }
        starve();
        return Optional.empty();
    }

    /** Number of messages that nobody has taken yet. */
    public int size() {
        return waiting.size();
    }

    /**
     * A resource is gone; whatever it has sent has been delivered before.
     *
     * @param heard what its receivers are told
     * @param announce whether receivers that wait for no certain source are told, too
     */
    public void lose(LostException heard, boolean announce) {
        LostException loss = heard.noted();
        lock.lock();
        try {
            lost.putIfAbsent(loss.resource(), loss);
            if (announce) {
                unannounced.putIfAbsent(loss.resource(), loss);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a receiver without a source has been told of a loss. */
    public boolean isAnnounced(UUID resource) {
        lock.lock();
        try {
            return lost.containsKey(resource) && !unannounced.containsKey(resource);
        } finally {
            lock.unlock();
        }
    }

    /** Ends all waiting, now and later, with {@code reason}. */
    public void close(String reason) {
        lock.lock();
        try {
            if (ended == null) {
                ended = reason;
                waiting.clear();
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private RiverMessage take(long timeoutNs, Constraint[] constraints) throws InterruptedException {
        UUID source = Constraint.sourceOf(constraints);
        long leftNs = timeoutNs;
        long seen = 0;
        while (true) {
            long end = arrivals();
            RiverMessage found = takeBetween(seen, end, constraints);
            if (found != null) {
                return found;
            }
            seen = end;
            starve();
            lock.lockInterruptibly();
            try {
                while (arrived == seen) {
                    check(source);
                    if (leftNs <= 0) {
                        return null;
                    }
                    if (timeoutNs == Long.MAX_VALUE) {
                        changed.await();
                    } else {
                        leftNs = changed.awaitNanos(leftNs);
                    }
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private long arrivals() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            checkOpen();
            return arrived;
        } finally {
            lock.unlock();
        }
    }

    private RiverMessage takeBetween(long from, long to, Constraint[] constraints) {
        for (Map.Entry<Long, Queued> entry : waiting.subMap(from, to).entrySet()) {
            Queued queued = entry.getValue();
            // The thread that removes it has it: another one may have found the same one.
            if (isMet(constraints, queued.message) && waiting.remove(entry.getKey()) != null) {
                if (queued.receipt != null) {
                    accounts.onTaken(queued.receipt);
                }
                return queued.message;
            }
        }
        return null;
    }

    private static boolean isMet(Constraint[] constraints, RiverMessage message) {
        for (Constraint constraint : constraints) {
            if (!constraint.isMetBy(message)) {
                return false;
            }
        }
        return true;
    }

    private void check(UUID source) throws InterruptedException {
        checkOpen();
        LostException loss = null;
        if (source != null) {
            loss = lost.get(source);
            unannounced.remove(source);
        } else if (!unannounced.isEmpty()) {
            loss = unannounced.remove(unannounced.keySet().iterator().next());
        }
        if (loss != null) {
            throw loss.here();
        }
    }

    private void checkOpen() throws InterruptedException {
        if (suspended == Thread.currentThread()) {
            throw new SuspendedException();
        }
        if (ended != null) {
            throw new InterruptedException(ended);
        }
    }
}
