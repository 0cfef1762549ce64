package org.javampi.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.javampi.job.control.CheckpointOrder;
import org.javampi.job.control.CheckpointReport;

/**
 * Writes one image to its file while the resource goes on, and tells the coordinator how it gets
 * along. The file system may hold its thread for ever; nobody waits longer than until the
 * coordinator has given the checkpoint up.
 */
final class PartWriter implements Runnable {
    /** Time between two signs of progress. */
    private static final long PROGRESS_NS = TimeUnit.MILLISECONDS.toNanos(200);

    private final int rank;
    private final Freezable.Image image;
    private final CheckpointOrder order;
    private final Fault fault;
    private final Consumer<CheckpointReport> coordinator;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean dropped;
    private long toldNs = System.nanoTime();

    /**
     * @param order the CAPTURE that the image was made for
     */
    PartWriter(
            int rank,
            Freezable.Image image,
            CheckpointOrder order,
            Fault fault,
            Consumer<CheckpointReport> coordinator) {
        this.rank = rank;
        this.image = image;
        this.order = order;
        this.fault = fault;
        this.coordinator = coordinator;
    }

    @Override
    public void run() {
        Path file = Path.of(order.text()).resolve(FreezePoint.partName(rank));
        try {
            coordinator.accept(write(file));
        } catch (IOException | RuntimeException e) {
            String why = "cannot write " + file + ": " + e;
            coordinator.accept(CheckpointReport.of(CheckpointReport.Verb.FAILED, order.epoch(), 0, why));
        } finally {
            over.countDown();
        }
    }

    private CheckpointReport write(Path file) throws IOException {
        try (PartOutput out = new PartOutput(file, this::progress)) {
            image.write(out);
            fault.reached(FreezePoint.WRITING, order.epoch());
            out.finish();
            fault.reached(FreezePoint.WRITTEN, order.epoch());
            return CheckpointReport.of(CheckpointReport.Verb.WRITTEN, order.epoch(), out.byteCount(), out.hash());
        } finally {
            // Before anybody hears of it: the next image may need the memory.
            image.release();
        }
    }

    private void progress(long bytes) throws IOException {
        if (dropped) {
            throw new IOException("checkpoint " + order.epoch() + " was abandoned");
        }
        long now = System.nanoTime();
        if (now - toldNs > PROGRESS_NS) {
            toldNs = now;
            coordinator.accept(CheckpointReport.of(CheckpointReport.Verb.WRITING, order.epoch(), bytes));
        }
    }

    /** Checkpoint {@code epoch} will not be: if it is this one, nobody waits for it any longer. */
    void drop(long epoch) {
        if (epoch == order.epoch()) {
            dropped = true;
            over.countDown();
        }
    }

    /** Waits until the file is written, or cannot be, or need not be. */
    void await() throws InterruptedException {
        over.await();
    }
}
