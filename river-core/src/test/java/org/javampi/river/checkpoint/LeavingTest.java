package org.javampi.river.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A resource that leaves while its disk hangs holds nobody, and is not held for ever. */
@Timeout(60)
class LeavingTest {
    private static final long DEADLINE_S = 30;

    @TempDir Path directory;
    private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();

    /** Without messages, and with nothing to save. */
    private static final class Empty implements Freezable {
        @Override
        public String unrest() {
            return "";
        }

        @Override
        public long[] frameCounts() {
            return new long[0];
        }

        @Override
        public void await(BooleanSupplier over) {
            while (!over.getAsBoolean()) {
                LockSupport.parkNanos(20_000);
            }
        }

        @Override
        public void nudge() {
            // await looks by itself.
        }

        @Override
        public Image capture() {
            return new Image() {
                @Override
                public long byteCount() {
                    return 0;
                }

                @Override
                public void write(PartOutput out) {
                    // Nothing.
                }
            };
        }
    }

    private void expect(Report.Verb verb) throws InterruptedException {
        Report report = reports.poll(DEADLINE_S, TimeUnit.SECONDS);
        assertEquals(verb, report == null ? null : report.verb());
    }

    @Test
    void shouldSayThatItLeavesBeforeItWaitsForItsDiskAndWaitUntilDropped() throws Exception {
        Fault fault = new Fault("0", "0:" + FreezePoint.WRITING + ":1:hang");
        FreezePoint point = new FreezePoint(0, new Empty(), 0, 1, fault, reports::add);
        Thread program =
                new Thread(
                        () -> {
                            point.pass(false, () -> {});
                            point.leave();
                        });
        program.setDaemon(true);
        program.start();
        expect(Report.Verb.ARRIVED);
        point.onOrder(new Order(Order.Verb.CAPTURE, 1, 0, directory.toString()));
        expect(Report.Verb.CAPTURED);
        point.onOrder(Order.of(Order.Verb.THAW, 1, 1));
        expect(Report.Verb.LEAVING);
        assertTrue(program.isAlive());
        point.onOrder(Order.of(Order.Verb.DROPPED, 1, 0));
        program.join(TimeUnit.SECONDS.toMillis(DEADLINE_S));
        assertEquals(Thread.State.TERMINATED, program.getState());
        assertTrue(reports.isEmpty(), reports.toString());
    }
}
