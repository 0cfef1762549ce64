package org.javampi.river.message;

/** Hears of what happens to the messages of a {@link Mailbox}; in the threads that make it happen. */
public interface Accounts {
    /** A message was put into the queue. */
    void onArrived(Receipt receipt);

    /** A message was taken out. */
    void onTaken(Receipt receipt);

    /** A receiver waits for a message that is not in the queue: what is there does not help. */
    void onStarving();
}
