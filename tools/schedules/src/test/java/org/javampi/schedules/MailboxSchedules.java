package org.javampi.schedules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.javampi.river.message.Constraint;
import org.javampi.river.message.Mailbox;
import org.javampi.river.message.RiverMessage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pastalab.fray.junit.junit5.FrayTestExtension;
import org.pastalab.fray.junit.junit5.annotations.FrayTest;

/** A mailbox: no message is lost or taken twice, and no receiver sleeps on one that fits or on the mailbox's end. */
@ExtendWith(FrayTestExtension.class)
class MailboxSchedules {
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    @FrayTest(iterations = 300)
    void shouldGiveEachMessageToOneReceiver() throws InterruptedException {
        Mailbox mailbox = new Mailbox();
        AtomicInteger sum = new AtomicInteger();
        Thread[] threads = {
            new Thread(() -> mailbox.deliver(new RiverMessage(FIRST, Map.of("n", 1)))),
            new Thread(() -> mailbox.deliver(new RiverMessage(SECOND, Map.of("n", 2)))),
            new Thread(() -> sum.addAndGet(received(mailbox))),
            new Thread(() -> sum.addAndGet(received(mailbox)))
        };
        run(threads);
        assertEquals(3, sum.get());
        assertEquals(0, mailbox.queued().size());
    }

    @FrayTest(iterations = 300)
    void shouldWakeTheReceiverWhoseConstraintsFit() throws InterruptedException {
        Mailbox mailbox = new Mailbox();
        AtomicInteger got = new AtomicInteger();
        Thread[] threads = {
            new Thread(() -> mailbox.deliver(new RiverMessage(FIRST, Map.of("n", 1)))),
            new Thread(() -> mailbox.deliver(new RiverMessage(SECOND, Map.of("n", 2)))),
            new Thread(() -> got.addAndGet(10 * received(mailbox, Constraint.from(FIRST)))),
            new Thread(() -> got.addAndGet(received(mailbox, Constraint.from(SECOND))))
        };
        run(threads);
        assertEquals(12, got.get());
    }

    @FrayTest(iterations = 300)
    void shouldEndAReceiverWhenItIsClosed() throws InterruptedException {
        Mailbox mailbox = new Mailbox();
        AtomicInteger ends = new AtomicInteger();
        Runnable receiver = () -> {
            try {
                mailbox.receive(Constraint.from(SECOND));
            } catch (InterruptedException closed) {
                ends.incrementAndGet();
            }
        };
        run(new Thread(receiver), new Thread(receiver), new Thread(() -> mailbox.close("over")));
        assertEquals(2, ends.get());
    }

    private static int received(Mailbox mailbox, Constraint... constraints) {
        try {
            return mailbox.receive(constraints).getInt("n");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void run(Thread... threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
