package org.javampi.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.extension.ExtendWith;
import org.pastalab.fray.junit.junit5.FrayTestExtension;
import org.pastalab.fray.junit.junit5.annotations.FrayTest;

/** The engine's lock: one holder at a time, and a thread that wants it gets it, also from a holder that gives way. */
@ExtendWith(FrayTestExtension.class)
class EngineLockSchedules {
    private int inside;
    private int sum;

    @FrayTest(iterations = 300)
    void shouldHaveOneHolderAtATime() throws InterruptedException {
        EngineLock lock = new EngineLock();
        inside = 0;
        sum = 0;
        Thread giving = new Thread(() -> {
            lock.acquire();
            hold();
            lock.giveWay();
            hold();
            lock.release();
        });
        Thread[] others = {new Thread(() -> once(lock)), new Thread(() -> once(lock))};
        giving.start();
        others[0].start();
        others[1].start();
        giving.join();
        others[0].join();
        others[1].join();
        assertEquals(4, sum);
    }

    private void once(EngineLock lock) {
        lock.acquire();
        hold();
        lock.release();
    }

    private void hold() {
        inside++;
        assertEquals(1, inside);
        sum++;
        Thread.yield();
        inside--;
    }
}
