package org.javampi.checkpoint;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.javampi.job.control.CheckpointAnswer;
import org.javampi.job.control.CheckpointReport;

/**
 * Leads all resources of a job through checkpoints, one {@link Attempt} at a time, each in ten
 * steps:
 *
 * <ol>
 *   <li>admit: every resource tells how many points it has passed and holds ({@link Holding}),
 *   <li>stop: all stand at the largest count and one more,
 *   <li>arrive ({@link Gathering}),
 *   <li>drain: rounds of counting until all are quiet and every pair agrees on its frames ({@link
 *       Draining}),
 *   <li>capture: each makes an image in memory ({@link Capturing}),
 *   <li>thaw: all go on, while their images are written; behind the last one nobody does,
 *   <li>written: every part is on disk ({@link Writing}),
 *   <li>sealed: the manifest is on disk beside them ({@link CheckpointFiles}),
 *   <li>moved: the checkpoint stands,
 *   <li>pruned: the oldest, beyond those that are kept, is gone.
 * </ol>
 *
 * Whatever goes wrong before it stands, it never was, and the job goes on. No stage lasts longer
 * than patience without progress; whose disk has used it up is asked for no further checkpoint
 * until it has answered. All work is done by one thread, that with files by another, which a file
 * system may hold; every public method may be called by any and returns at once.
 */
public final class Coordinator implements AutoCloseable {
    /** Until another attempt, when a resource stood where it cannot be saved. */
    private static final long OBSTRUCTED_MS = 100;

    private static final String ENDED = "the job has ended";
    private static final String ENDED_BY_LAST = "the job is ending, with a checkpoint that it can go on from";

    private final CheckpointContext means;
    private final Consumer<String> log;
    private final ScheduledThreadPoolExecutor worker;

    private final CoordinatedJob job;
    private final Resources resources;
    private final Requests requests;
    private final CheckpointFiles files;
    private final DeadDisks disks;

    /** Number of the newest attempt. */
    private long epoch;

    /** Null while none is under way. */
    private Attempt attempt;

    /** Since when resources have stood where they cannot be saved; 0 if they have not. */
    private long obstructedSince;

    /** Why there will be no further one, or empty. */
    private String over = "";

    /** Nothing is done any more; guarded by this. */
    private boolean isClosed;

    /**
     * A coordinator; nothing happens until it is asked, told, or the time comes.
     *
     * @param log told what people should know
     */
    public Coordinator(
            CoordinatedJob job, CheckpointDirectory directory, Orders orders, Fault fault, Consumer<String> log)
            throws IOException {
        this.job = job;
        this.log = log;
        worker = new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread thread = new Thread(task, "river-coordinator");
                    thread.setDaemon(true);
                    return thread;
                },
                // What ranks say when all is over.
                new ThreadPoolExecutor.DiscardPolicy());
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        resources = new Resources(job.size(), orders);
        requests = new Requests();
        files = new CheckpointFiles(job, directory, fault, log, worker);
        disks = new DeadDisks(job, files);
        Patience patience = new Patience(worker, job.patienceMs(), () -> attempt.onPatienceLost());
        means = new CheckpointContext(job, resources, requests, files, disks, patience, fault);
        epoch = files.before();
        if (job.everyMs() > 0) {
            worker.scheduleWithFixedDelay(this::want, job.everyMs(), job.everyMs(), TimeUnit.MILLISECONDS);
        }
    }

    /** Number of the newest checkpoint that this coordinator has made; 0 when there is none. */
    public long committed() {
        return files.committed();
    }

    /** Resource {@code rank} takes part from now on. */
    public void onJoined(int rank) {
        worker.execute(() -> {
            resources.onJoined(rank);
            beginWhenWanted();
        });
    }

    /** Asks for a checkpoint as soon as may be; {@code answer} hears what has become of it. */
    public void request(CheckpointAnswer answer) {
        request(answer, false);
    }

    /**
     * Asks for a checkpoint behind which no resource goes on: each stands until the job is ended. Where it cannot be taken,
     * all go on.
     *
     * @param answer hears what has become of it
     */
    public void requestLast(CheckpointAnswer answer) {
        request(answer, true);
    }

    private void request(CheckpointAnswer answer, boolean last) {
        synchronized (this) {
            if (!isClosed) {
                worker.execute(() -> admit(answer, last));
                return;
            }
        }
        answer.tell(false, "no checkpoint: " + ENDED);
    }

    private void admit(CheckpointAnswer answer, boolean last) {
        if (attempt != null && attempt.isBeforeImages() && over.isEmpty()) {
            requests.join(answer, last);
        } else {
            requests.await(answer, last);
            want();
        }
    }

    /** A resource has said something. */
    public void onReport(int rank, CheckpointReport report) {
        worker.execute(() -> handle(rank, report));
    }

    private void handle(int rank, CheckpointReport report) {
        switch (report.verb()) {
            case WANTED -> want();
            case LEAVING -> leave(rank);
            case ARRIVED -> arrive(rank, report);
            default -> {
                if (attempt != null && report.epoch() == epoch) {
                    attempt.onReport(rank, report);
                }
                if (disks.onReport(rank, report)) {
                    log.accept(job.who(rank) + ": its disk answers again");
                }
            }
        }
    }

    private void want() {
        requests.want();
        beginWhenWanted();
    }

    private void beginWhenWanted() {
        if (!requests.isWanted()) {
            return;
        }
        Optional<String> obstacle = obstacle();
        if (!over.isEmpty() || attempt == null && resources.haveJoined() && obstacle.isPresent()) {
            requests.refuse(obstacle.orElse(over));
        } else if (attempt == null && resources.haveJoined()) {
            begin();
        }
    }

    /** Why there is no use in standing still now, or empty. */
    private Optional<String> obstacle() {
        return over.isEmpty() ? disks.obstacle() : Optional.of(over);
    }

    private void begin() {
        epoch++;
        requests.serve();
        attempt = new Attempt(epoch, means, this::onEnd, this::onObstructed);
        attempt.begin();
    }

    private void onObstructed(String why) {
        attempt = null;
        long now = System.nanoTime();
        obstructedSince = obstructedSince == 0 ? now : obstructedSince;
        if (now - obstructedSince > TimeUnit.MILLISECONDS.toNanos(job.patienceMs())) {
            obstructedSince = 0;
            onEnd(
                    false,
                    "no place for a checkpoint within " + TimeUnit.MILLISECONDS.toSeconds(job.patienceMs())
                            + " s, the job goes on: " + why);
        } else {
            worker.schedule(this::want, OBSTRUCTED_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void onEnd(boolean taken, String text) {
        attempt = null;
        if (taken) {
            obstructedSince = 0;
        }
        log.accept(text);
        boolean isLast = taken && requests.isLast();
        if (isLast) {
            over = ENDED_BY_LAST;
        }
        requests.answer(taken, text);
        if (isLast) {
            // Who stands, stands until the job is ended.
            requests.refuse(over);
            return;
        }
        obstacle().ifPresent(why -> resources.releaseStanding(epoch, why));
        if (resources.doSomeStand()) {
            begin();
        } else {
            beginWhenWanted();
        }
    }

    private void arrive(int rank, CheckpointReport report) {
        if (!resources.onArrived(rank, report)) {
            return;
        }
        if (attempt != null && over.isEmpty()) {
            attempt.onArrived();
            return;
        }
        obstacle().ifPresentOrElse(why -> resources.release(rank, epoch, why), this::begin);
    }

    private void leave(int rank) {
        over = "rank " + rank + " has called MPI_Finalize";
        if (attempt != null) {
            attempt.onLeft(over);
        }
        resources.releaseStanding(epoch, over);
        if (attempt == null) {
            // One that is to be tried again will not be.
            requests.end(over);
        } else {
            // What is being written will still stand, and who has asked for it hears that.
            requests.refuse(over);
        }
    }

    /** Waits until what is being written stands, or is abandoned, at most so long. */
    public void settle(long limitMs) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMs);
        CountDownLatch settled = new CountDownLatch(1);
        worker.execute(() -> settleOrLook(settled));
        settled.await(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    private void settleOrLook(CountDownLatch settled) {
        boolean isWritten = attempt == null || attempt.isBeforeImages();
        if (!isWritten || files.isBusy() && !files.isDeaf()) {
            worker.schedule(() -> settleOrLook(settled), 1, TimeUnit.MILLISECONDS);
        } else {
            settled.countDown();
        }
    }

    /** Stops; what has not been committed never was, and each request for it is told so. */
    @Override
    public void close() {
        synchronized (this) {
            if (!isClosed) {
                isClosed = true;
                worker.execute(() -> {
                    over = ENDED;
                    requests.end(ENDED);
                });
                worker.shutdown();
            }
        }
        files.close();
    }
}
