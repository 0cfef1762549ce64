package org.javampi.river.resource;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.javampi.river.message.Accounts;
import org.javampi.river.message.Receipt;

/**
 * What is in a resource's queue from each VM, and what those VMs have not been told yet of what was taken. A VM may have
 * {@link #WINDOW_BYTES} in a queue; its senders wait for more. Any thread.
 *
 * <p>A receiver that waits for a message which is not in its queue is not slow: it cannot go on without more. All that it
 * has is counted as taken then, so that selective receives never wait for a sender that waits for them.
 */
final class Ledger implements Accounts {
    /** What a VM may have in a resource's queue; one message may be longer. */
    static final long WINDOW_BYTES = 16L << 20;

    /** A message costs its bytes and this, about what a small one takes in the queue. */
    static final int MESSAGE_BYTES = 1 << 10;

    /** A VM is told of so much at once: seldom, and before its senders wait. */
    static final long LUMP_BYTES = WINDOW_BYTES / 8;

    private final BiConsumer<UUID, Long> credit;
    private final Consumer<Consumer<Receipt>> queue;
    private final Map<UUID, Account> accounts = new HashMap<>();

    /** By VM: what is queued and counts, and what was taken and not been told. */
    private static final class Account {
        private long held;
        private long due;
    }

    /**
     * Accounts of an empty queue.
     *
     * @param credit tells a VM that so many bytes are no longer counted
     * @param queue goes through the receipts of all that is queued
     */
    Ledger(BiConsumer<UUID, Long> credit, Consumer<Consumer<Receipt>> queue) {
        this.credit = credit;
        this.queue = queue;
    }

    @Override
    public synchronized void onArrived(Receipt receipt) {
        accounts.computeIfAbsent(receipt.from(), vm -> new Account()).held += receipt.bytes();
    }

    @Override
    public void onTaken(Receipt receipt) {
        long lump;
        synchronized (this) {
            if (receipt.isSettled()) {
                return;
            }
            receipt.settle();
            Account account = accounts.get(receipt.from());
            account.held -= receipt.bytes();
            account.due += receipt.bytes();
            if (account.due < LUMP_BYTES) {
                return;
            }
            lump = account.due;
            account.due = 0;
        }
        credit.accept(receipt.from(), lump);
    }

    @Override
    public void onStarving() {
        settle(WINDOW_BYTES / 2);
    }

    /** Counts all that is queued as taken, of VMs that have at least so much there. */
    void settle(long leastBytes) {
        Map<UUID, Long> lumps = new HashMap<>();
        synchronized (this) {
            accounts.forEach((vm, account) -> {
                if (account.held > 0 && account.held >= leastBytes) {
                    lumps.put(vm, account.held + account.due);
                    account.held = 0;
                    account.due = 0;
                }
            });
            if (lumps.isEmpty()) {
                return;
            }
            queue.accept(receipt -> {
                if (lumps.containsKey(receipt.from())) {
                    receipt.settle();
                }
            });
        }
        lumps.forEach(credit);
    }

    /** The VMs whose senders may be waiting. */
    synchronized Iterable<UUID> creditors() {
        return accounts.entrySet().stream()
                .filter(entry -> entry.getValue().held + entry.getValue().due > 0)
                .map(Map.Entry::getKey)
                .toList();
    }
}
