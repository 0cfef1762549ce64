package org.javampi.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Does what a {@link Coordinator} wants of its directory, one thing after another, by a thread of
 * its own: a file system that does not answer holds nobody else up. Called by the coordinator's
 * thread, which also hears the results.
 */
final class CheckpointFiles implements AutoCloseable {
    /** Something to do with files. */
    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException;
    }

    private final CoordinatedJob job;
    private final CheckpointDirectory directory;
    private final Fault fault;
    private final Consumer<String> log;
    private final Executor coordinator;
    private final ExecutorService thread;
    private final AtomicInteger open = new AtomicInteger();

    /** The newest when this life began. */
    private final long before;

    /** The checkpoint that is still wanted. */
    private volatile long wanted;

    private volatile long committed;
    private boolean isDeaf;

    /**
     * Nothing is done yet.
     *
     * @param coordinator runs what hears of results
     */
    CheckpointFiles(
            CoordinatedJob job, CheckpointDirectory directory, Fault fault, Consumer<String> log, Executor coordinator)
            throws IOException {
        this.job = job;
        this.directory = directory;
        this.fault = fault;
        this.log = log;
        this.coordinator = coordinator;
        List<Long> epochs = directory.epochs();
        before = epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1);
        thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> {
                    Thread worker = new Thread(task, "river-checkpoint-files");
                    worker.setDaemon(true);
                    return worker;
                },
                // What would have been done after the end.
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Number of the newest checkpoint when this life began, or 0. */
    long before() {
        return before;
    }

    /** Number of the newest checkpoint that was completed here, or 0. */
    long committed() {
        return committed;
    }

    Path path() {
        return directory.path();
    }

    private <T> void later(Work<T> work, BiConsumer<T, IOException> done) {
        open.incrementAndGet();
        thread.execute(() -> {
            T result = null;
            IOException failure = null;
            try {
                result = work.run();
            } catch (IOException e) {
                failure = e;
            } catch (RuntimeException e) {
                failure = new IOException(e);
            }
            open.decrementAndGet();
            tell(result, failure, done);
        });
    }

    private <T> void tell(T result, IOException failure, BiConsumer<T, IOException> done) {
        coordinator.execute(() -> {
            isDeaf &= isBusy();
            done.accept(result, failure);
        });
    }

    /** Makes a place for the parts of a checkpoint; {@code done} gets it, or what went wrong. */
    void begin(long epoch, BiConsumer<Path, IOException> done) {
        wanted = epoch;
        later(() -> directory.begin(epoch), done);
    }

    /** Makes parts that are written a checkpoint; {@code done} gets null, or what went wrong. */
    void complete(Manifest manifest, Consumer<IOException> done) {
        later(
                () -> {
                    seal(manifest);
                    return null;
                },
                (nothing, failure) -> done.accept(failure));
    }

    private void seal(Manifest manifest) throws IOException {
        long epoch = manifest.epoch();
        fault.reached(7, epoch);
        directory.seal(manifest);
        fault.reached(8, epoch);
        if (wanted != epoch) {
            throw new IOException("it was abandoned meanwhile");
        }
        directory.commit(epoch);
        fault.reached(9, epoch);
        committed = epoch;
        try {
            directory.prune(job.kept(), this::isGood);
        } catch (IOException e) {
            log.accept("checkpoint " + epoch + " stands, but an old one cannot be removed: " + e);
        }
        fault.reached(10, epoch);
    }

    /** Not so: what this life has found newer than where it began, and could not use. */
    private boolean isGood(long made) {
        return job.from() == 0 || made <= job.from() || made > before;
    }

    /** Removes what there is of a checkpoint that will not be. */
    void discard(long epoch) {
        wanted = 0;
        later(
                () -> {
                    directory.discard(epoch);
                    return null;
                },
                (nothing, failure) -> {
                    if (failure != null) {
                        log.accept("what is left of checkpoint " + epoch + " cannot be removed: " + failure);
                    }
                });
    }

    /** Whether there is anything that has not been done. */
    boolean isBusy() {
        return open.get() > 0;
    }

    /** Patience is lost; answers whether it is because of the directory. */
    boolean giveUp() {
        isDeaf = isBusy();
        return isDeaf;
    }

    /** Whether patience was lost with the directory, and it has not answered since. */
    boolean isDeaf() {
        return isDeaf;
    }

    /** Begins nothing more. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
