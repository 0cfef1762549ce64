package org.javampi.river.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A resource that leaves while its disk hangs holds nobody, and is not held for ever. */
@Timeout(60)
class LeavingTest {
    private static final long DEADLINE_S = 30;

    @TempDir Path directory;
    private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();

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
