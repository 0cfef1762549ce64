package org.javampi.river.checkpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.javampi.river.checkpoint.Order.Verb;

/**
 * Leads all resources of a job through a checkpoint, one at a time:
 *
 * <ol>
 *   <li>admit: every resource tells how many points it has passed and holds,
 *   <li>stop: all stand at the largest count and one more,
 *   <li>arrive,
 *   <li>drain: rounds of counting until all are quiet and every pair agrees on its frames,
 *   <li>capture: each makes an image in memory,
 *   <li>thaw: all go on, while their images are written,
 *   <li>written: every part is on disk,
 *   <li>sealed: the manifest is on disk beside them,
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
    /** Where a checkpoint stands. */
    private enum Stage {
        NONE,
        HOLDING,
        GATHERING,
        DRAINING,
        CAPTURING,
        WRITING
    }

    /** Hears what has become of a request. */
    @FunctionalInterface
    public interface Answer {
        /** Called once: whether there is a checkpoint, and what to tell people. */
        void tell(boolean taken, String text);
    }

    /** Sends orders to resources. */
    @FunctionalInterface
    public interface Orders {
        /** Tells resource {@code rank}. */
        void tell(int rank, Order order);
    }

    /**
     * What does not change while the job lives.
     *
     * @param job name of the job
     * @param resources names of its resources by rank
     * @param incarnation which life this is
     * @param from number of the checkpoint that it began at, 0 for the program's start
     * @param command what to run again at a restart
     * @param everyMs time between checkpoints, 0 for none
     * @param patienceMs how long resources may take to stand and to be quiet, and how long a disk
     *     may take nothing
     * @param kept checkpoints that stay, at least {@link CheckpointDirectory#LEAST_KEPT}
     * @param who what people call the resource of a rank, and where it is
     */
    public record Plan(
            UUID job,
            List<UUID> resources,
            int incarnation,
            long from,
            List<String> command,
            long everyMs,
            long patienceMs,
            int kept,
            IntFunction<String> who) {}

    private final Plan plan;
    private final Orders orders;
    private final Consumer<String> log;
    private final Fault fault;
    private final ScheduledExecutorService worker;
    private final int size;

    /** Who has asked for the checkpoint under way, and who for the one after it. */
    private final List<Answer> asked = new ArrayList<>();

    private final List<Answer> askers = new ArrayList<>();

    private final BitSet joined = new BitSet();
    private final BitSet heard = new BitSet();
    private final Standing standing;
    private final CheckpointFiles files;

    /** Epoch that a disk has not let a rank write before patience was lost, by rank. */
    private final Map<Integer, Long> stuck = new TreeMap<>();

    private Stage stage = Stage.NONE;
    private long epoch;
    private long point;
    private long round;
    private long startedNs;
    private long frozenNs;
    private long pausedNs;
    private FrameCounts counts;
    private Parts parts;
    private Manifest manifest;
    private boolean wanted;
    private boolean hasRetried;
    private String over = "";
    private ScheduledFuture<?> patience;

    /**
     * A coordinator; nothing happens until it is asked, told, or the time comes.
     *
     * @param log told what people should know
     */
    public Coordinator(
            Plan plan,
            CheckpointDirectory directory,
            Orders orders,
            Fault fault,
            Consumer<String> log)
            throws IOException {
        this.plan = plan;
        this.orders = orders;
        this.fault = fault;
        this.log = log;
        size = plan.resources().size();
        worker =
                new ScheduledThreadPoolExecutor(
                        1,
                        task -> {
                            Thread thread = new Thread(task, "river-coordinator");
                            thread.setDaemon(true);
                            return thread;
                        },
                        // What ranks say when all is over.
                        new ThreadPoolExecutor.DiscardPolicy());
        standing = new Standing(size);
        files = new CheckpointFiles(plan, directory, fault, log, worker);
        epoch = files.before();
        if (plan.everyMs() > 0) {
            worker.scheduleWithFixedDelay(
                    this::want, plan.everyMs(), plan.everyMs(), TimeUnit.MILLISECONDS);
        }
    }

    /** Number of the newest checkpoint that this coordinator has made; 0 when there is none. */
    public long committed() {
        return files.committed();
    }

    /** Resource {@code rank} takes part from now on. */
    public void onJoined(int rank) {
        worker.execute(
                () -> {
                    joined.set(rank);
                    standing.onJoined(rank);
                    if (wanted) {
                        want();
                    }
                });
    }

    /** Asks for a checkpoint as soon as may be; {@code answer} hears what has become of it. */
    public void request(Answer answer) {
        worker.execute(
                () -> {
                    if (!over.isEmpty()) {
                        answer.tell(false, "no checkpoint: " + over);
                    } else if (stage == Stage.HOLDING
                            || stage == Stage.GATHERING
                            || stage == Stage.DRAINING) {
                        asked.add(answer);
                    } else {
                        askers.add(answer);
                        want();
                    }
                });
    }

    /** A resource has said something. */
    public void onReport(int rank, Report report) {
        worker.execute(() -> handle(rank, report));
    }

    private void handle(int rank, Report report) {
        switch (report.verb()) {
            case WANTED -> want();
            case LEAVING -> leave(rank);
            case ARRIVED -> arrive(rank, report);
            default -> {
                if (report.epoch() == epoch) {
                    advance(rank, report);
                }
                freeWhenAnswered(rank, report);
            }
        }
    }

    /** A disk that had held a rank has let it go. */
    private void freeWhenAnswered(int rank, Report report) {
        boolean ended = report.verb() == Report.Verb.WRITTEN || report.verb() == Report.Verb.FAILED;
        if (ended && stuck.remove(rank, report.epoch())) {
            log.accept(plan.who().apply(rank) + ": its disk answers again");
        }
    }

    private void advance(int rank, Report report) {
        switch (report.verb()) {
            case HELD -> held(rank, report.number());
            case COUNTED -> counted(rank, report);
            case CAPTURED -> captured(rank, report.number());
            case WRITING -> wrote(rank, report.number());
            case WRITTEN -> written(rank, report);
            case FAILED -> abandon(plan.who().apply(rank) + ": " + report.text());
            default -> throw new IllegalStateException("not an answer: " + report.verb());
        }
    }

    // ---- 1, 2: where all can stand

    private void want() {
        if (!over.isEmpty()) {
            return;
        }
        wanted = true;
        if (stage != Stage.NONE || joined.cardinality() < size) {
            return;
        }
        String obstacle = obstacle();
        if (!obstacle.isEmpty()) {
            wanted = false;
            answerAll(askers, false, "no checkpoint: " + obstacle);
            return;
        }
        if (!standing.isEmpty()) {
            // Some stand already, where all will stand.
            gather(standing.any());
            return;
        }
        begin(Stage.HOLDING);
        tellAll(Order.of(Verb.HOLD, epoch, 0));
        fault.reached(1, epoch);
    }

    /** Why there is no use in standing still for a checkpoint now, or empty. */
    private String obstacle() {
        if (files.isDeaf()) {
            return files.path() + " does not answer the launcher";
        }
        return stuck.isEmpty()
                ? ""
                : names(stuck.keySet()) + " still waits for " + files.path() + " to answer";
    }

    private String names(Collection<Integer> ranks) {
        return ranks.stream().map(plan.who()::apply).collect(Collectors.joining(", "));
    }

    private void begin(Stage next) {
        stage = next;
        wanted = false;
        epoch++;
        point = 0;
        startedNs = System.nanoTime();
        asked.addAll(askers);
        askers.clear();
        heard.clear();
        watch(plan.patienceMs());
    }

    private void watch(long delayMs) {
        if (patience != null) {
            patience.cancel(false);
        }
        patience = worker.schedule(this::losePatience, delayMs, TimeUnit.MILLISECONDS);
    }

    private void held(int rank, long passed) {
        if (stage != Stage.HOLDING) {
            return;
        }
        heard.set(rank);
        point = Math.max(point, passed + 1);
        if (heard.cardinality() == size) {
            stage = Stage.GATHERING;
            tellAll(Order.of(Verb.STOP_AT, epoch, point));
            fault.reached(2, epoch);
            drainWhenGathered();
        }
    }

    // ---- 3: all stand

    private void arrive(int rank, Report report) {
        if (!standing.onArrived(rank, report)) {
            return;
        }
        String useless = over.isEmpty() && stage == Stage.NONE ? obstacle() : over;
        if (!useless.isEmpty()) {
            release(rank, useless);
        } else if (stage == Stage.NONE) {
            gather(report.number());
        } else {
            drainWhenGathered();
        }
    }

    private void release(int rank, String why) {
        orders.tell(rank, new Order(Verb.ABANDON, epoch, standing.release(rank), why));
    }

    private void gather(long number) {
        begin(Stage.GATHERING);
        point = number;
        drainWhenGathered();
    }

    private void drainWhenGathered() {
        if (stage != Stage.GATHERING || !standing.isComplete()) {
            return;
        }
        Optional<String> elsewhere = standing.elsewhere(point);
        if (elsewhere.isPresent()) {
            // Who stands at every n-th point would be n apart again: once more, where all can.
            wanted |= !hasRetried;
            hasRetried = true;
            abandon(elsewhere.get() + ": all ranks must pass the same points");
            return;
        }
        hasRetried = false;
        fault.reached(3, epoch);
        frozenNs = System.nanoTime();
        stage = Stage.DRAINING;
        round = 0;
        countAgain();
    }

    // ---- 4: nothing is on the way

    private void countAgain() {
        round++;
        counts = new FrameCounts(size);
        tellAll(Order.of(Verb.COUNT, epoch, round));
    }

    private void counted(int rank, Report report) {
        if (stage != Stage.DRAINING || report.number() != round) {
            return;
        }
        counts.add(rank, report);
        if (!counts.isComplete()) {
            return;
        }
        if (counts.unsettled().isPresent()) {
            countAgain();
            return;
        }
        fault.reached(4, epoch);
        prepare();
    }

    // ---- 5, 6: images

    private void prepare() {
        stage = Stage.CAPTURING;
        parts = new Parts(size);
        long number = epoch;
        files.begin(
                number,
                (place, failure) -> {
                    if (number != epoch || stage != Stage.CAPTURING) {
                        return;
                    }
                    if (failure == null) {
                        tellAll(new Order(Verb.CAPTURE, epoch, 0, place.toString()));
                    } else {
                        abandon("cannot write in " + files.path() + ": " + failure);
                    }
                });
    }

    private void captured(int rank, long byteCount) {
        if (stage != Stage.CAPTURING) {
            return;
        }
        parts.onCaptured(rank, byteCount);
        if (!parts.areCaptured()) {
            return;
        }
        fault.reached(5, epoch);
        stage = Stage.WRITING;
        long now = System.nanoTime();
        pausedNs = now - frozenNs;
        parts.onThaw(now);
        standing.clear();
        watch(plan.patienceMs());
        tellAll(Order.of(Verb.THAW, epoch, point));
        fault.reached(6, epoch);
        commitWhenWritten();
    }

    // ---- 7 to 10: files

    private void wrote(int rank, long byteCount) {
        parts.onProgress(rank, byteCount, System.nanoTime());
    }

    private void written(int rank, Report report) {
        parts.onWritten(rank, report, System.nanoTime());
        commitWhenWritten();
    }

    private void commitWhenWritten() {
        if (stage != Stage.WRITING || !parts.areWritten()) {
            return;
        }
        watch(plan.patienceMs());
        manifest =
                new Manifest(
                        plan.job(),
                        epoch,
                        plan.incarnation(),
                        point,
                        plan.resources(),
                        parts.bytes(),
                        parts.hashes(),
                        plan.command());
        long number = epoch;
        files.complete(
                manifest,
                failure -> {
                    if (number != epoch || stage != Stage.WRITING) {
                        return;
                    }
                    if (failure != null) {
                        abandon("cannot complete it in " + files.path() + ": " + failure);
                        return;
                    }
                    stand(manifest);
                });
    }

    private void stand(Manifest manifest) {
        tellAll(Order.of(Verb.COMMITTED, epoch, point));
        end(true, describe(manifest));
    }

    private String describe(Manifest manifest) {
        double seconds = (System.nanoTime() - startedNs) * 1e-9;
        double megabytes = manifest.totalBytes() * 1e-6;
        return String.format(
                java.util.Locale.ROOT,
                "checkpoint %d at point %d: %d ranks, %.1f MB in %.2f s, the job stood %.3f s, %d"
                        + " rounds of counting",
                epoch,
                point,
                size,
                megabytes,
                seconds,
                pausedNs * 1e-9,
                round);
    }

    // ---- What goes otherwise

    private void leave(int rank) {
        over = "rank " + rank + " has called MPI_Finalize";
        if (stage == Stage.HOLDING || stage == Stage.GATHERING) {
            abandon(over);
        }
        for (int other : standing.ranks()) {
            release(other, over);
        }
        // What is being written will still stand, and who has asked for it hears that.
        answerAll(askers, false, "no checkpoint: " + over);
    }

    private void losePatience() {
        String within = " within " + plan.patienceMs() / 1000 + " s";
        switch (stage) {
            case HOLDING, GATHERING -> {
                StringBuilder why = new StringBuilder("not all ranks have come to point ");
                why.append(point).append(": missing");
                standing.missing().forEach(rank -> why.append(' ').append(rank));
                abandon(why + within);
            }
            case DRAINING ->
                    abandon("messages have not settled: " + counts.unsettled().orElse("") + within);
            case CAPTURING ->
                    abandon(
                            files.giveUp()
                                    ? obstacle() + within
                                    : "not all ranks have made their image" + within);
            case WRITING -> losePatienceWithDisks(within);
            default -> throw new IllegalStateException("nothing to wait for in " + stage);
        }
    }

    private void losePatienceWithDisks(String within) {
        if (parts.areWritten()) {
            files.giveUp();
            if (files.committed() == epoch) {
                // It is the removal of an old one that hangs.
                stand(manifest);
            } else {
                abandon(obstacle() + within);
            }
            return;
        }
        long patienceNs = TimeUnit.MILLISECONDS.toNanos(plan.patienceMs());
        long now = System.nanoTime();
        List<Integer> silent = parts.silentSince(now - patienceNs);
        if (silent.isEmpty()) {
            long leftNs = parts.oldestNs(now) + patienceNs - now;
            watch(TimeUnit.NANOSECONDS.toMillis(leftNs) + 1);
            return;
        }
        silent.forEach(rank -> stuck.put(rank, epoch));
        abandon(
                "no progress for "
                        + plan.patienceMs() / 1000
                        + " s in "
                        + files.path()
                        + ": "
                        + silent.stream()
                                .map(rank -> plan.who().apply(rank) + parts.describe(rank))
                                .collect(Collectors.joining(", ")));
    }

    private void abandon(String why) {
        if (stage == Stage.NONE) {
            return;
        }
        if (stage != Stage.WRITING) {
            for (int rank = 0; rank < size; rank++) {
                release(rank, why);
            }
        }
        if (stage == Stage.CAPTURING || stage == Stage.WRITING) {
            tellAll(Order.of(Verb.DROPPED, epoch, 0));
            files.discard(epoch);
        }
        end(false, "checkpoint " + epoch + " abandoned, the job goes on: " + why);
    }

    private void end(boolean taken, String text) {
        patience.cancel(false);
        stage = Stage.NONE;
        log.accept(text);
        answerAll(asked, taken, text);
        String obstacle = obstacle();
        if (!obstacle.isEmpty()) {
            standing.ranks().forEach(rank -> release(rank, obstacle));
        }
        if (!standing.isEmpty()) {
            gather(standing.any());
        } else if (wanted) {
            want();
        }
    }

    private static void answerAll(List<Answer> answers, boolean taken, String text) {
        List<Answer> all = List.copyOf(answers);
        answers.clear();
        all.forEach(asker -> asker.tell(taken, text));
    }

    private void tellAll(Order order) {
        for (int rank = 0; rank < size; rank++) {
            orders.tell(rank, order);
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
        if (stage == Stage.WRITING || files.isBusy() && !files.isDeaf()) {
            worker.schedule(() -> settleOrLook(settled), 1, TimeUnit.MILLISECONDS);
        } else {
            settled.countDown();
        }
    }

    /** Stops; what has not been committed never was. */
    @Override
    public void close() {
        worker.shutdownNow();
        files.close();
    }
}
