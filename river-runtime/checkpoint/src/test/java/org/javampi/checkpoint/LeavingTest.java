package org.javampi.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.javampi.job.control.CheckpointOrder;
import org.javampi.job.control.CheckpointReport;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A resource that leaves while its disk hangs holds nobody, and is not held for ever. */
class LeavingTest {
    private static final long DEADLINE_S = Patience.seconds(120);

    @TempDir
    Path directory;

    private final BlockingQueue<CheckpointReport> reports = new LinkedBlockingQueue<>();

    private void expect(CheckpointReport.Verb verb) throws InterruptedException {
        CheckpointReport report = reports.poll(DEADLINE_S, TimeUnit.SECONDS);
        assertEquals(verb, report == null ? null : report.verb());
    }

    /** Its file is there by then: what is made later could not be deleted with the directory. */
    private static void awaitHangingWriter() {
        while (Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .noneMatch(frame -> frame.getClassName().equals(Fault.class.getName()))) {
            Thread.onSpinWait();
        }
    }

    @Test
    void shouldSayThatItLeavesBeforeItWaitsForItsDiskAndWaitUntilDropped() throws Exception {
        Fault fault = new Fault("0", "0:" + FreezePoint.WRITING + ":1:hang");
        FreezePoint point = new FreezePoint(0, new Empty(), 0, 1, fault, reports::add);
        Thread program = new Thread(() -> {
            point.pass(false, () -> {});
            point.leave();
        });
        program.setDaemon(true);
        program.start();
        expect(CheckpointReport.Verb.ARRIVED);
        point.onOrder(new CheckpointOrder(CheckpointOrder.Verb.CAPTURE, 1, 0, directory.toString()));
        expect(CheckpointReport.Verb.CAPTURED);
        point.onOrder(CheckpointOrder.of(CheckpointOrder.Verb.THAW, 1, 1));
        expect(CheckpointReport.Verb.LEAVING);
        assertTrue(program.isAlive());
        awaitHangingWriter();
        point.onOrder(CheckpointOrder.of(CheckpointOrder.Verb.DROPPED, 1, 0));
        program.join(TimeUnit.SECONDS.toMillis(DEADLINE_S));
        assertEquals(Thread.State.TERMINATED, program.getState());
        assertTrue(reports.isEmpty(), reports.toString());
    }
}
