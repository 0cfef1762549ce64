package org.javampi.river.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
 * Whatever goes wrong before it stands, it never was, and the job goes on. All work is done by one
 * thread; every public method may be called by any and returns at once.
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
     * @param patienceMs how long resources may take to stand and to be quiet
     * @param kept checkpoints that stay, at least {@link CheckpointDirectory#LEAST_KEPT}
     */
    public record Plan(
            UUID job,
            List<UUID> resources,
            int incarnation,
            long from,
            List<String> command,
            long everyMs,
            long patienceMs,
            int kept) {}

    private final Plan plan;
    private final CheckpointDirectory directory;
    private final Orders orders;
    private final Consumer<String> log;
    private final Fault fault;
    private final ScheduledExecutorService worker;
    private final int size;
    private final Map<Integer, long[]> counts = new HashMap<>();

    /** Who has asked for the checkpoint under way, and who for the one after it. */
    private final List<Answer> asked = new ArrayList<>();

    private final List<Answer> askers = new ArrayList<>();

    /** The newest when this life began. */
    private final long before;

    /** By rank: number of the last ABANDON it was told. */
    private final long[] released;

    private long releases;
    private final BitSet joined = new BitSet();
    private final BitSet heard = new BitSet();
    private final BitSet quiet = new BitSet();
    private final Map<Integer, Long> standing = new HashMap<>();
    private final Map<Integer, String> unrest = new HashMap<>();
    private Stage stage = Stage.NONE;
    private long epoch;
    private long point;
    private long round;
    private long startedNs;
    private long frozenNs;
    private long pausedNs;
    private String[] hashes;
    private long[] bytes;
    private boolean wanted;
    private boolean hasRetried;
    private String over = "";
    private ScheduledFuture<?> patience;
    private volatile long committed;

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
        this.directory = directory;
        this.orders = orders;
        this.fault = fault;
        this.log = log;
        size = plan.resources().size();
        List<Long> epochs = directory.epochs();
        before = epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1);
        epoch = before;
        released = new long[size];
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
        if (plan.everyMs() > 0) {
            worker.scheduleWithFixedDelay(
                    this::want, plan.everyMs(), plan.everyMs(), TimeUnit.MILLISECONDS);
        }
    }

    /** Number of the newest checkpoint that this coordinator has made; 0 when there is none. */
    public long committed() {
        return committed;
    }

    /** Resource {@code rank} takes part from now on. */
    public void onJoined(int rank) {
        worker.execute(
                () -> {
                    joined.set(rank);
                    // Orders before this one may not have reached it.
                    released[rank] = 0;
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
            }
        }
    }

    private void advance(int rank, Report report) {
        switch (report.verb()) {
            case HELD -> held(rank, report.number());
            case COUNTED -> counted(rank, report);
            case CAPTURED -> captured(rank, report.number());
            case WRITTEN -> written(rank, report);
            case FAILED -> abandon("rank " + rank + ": " + report.text());
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
        if (!standing.isEmpty()) {
            // Some stand already, where all will stand.
            gather(standing.values().iterator().next());
            return;
        }
        begin(Stage.HOLDING);
        tellAll(Order.of(Verb.HOLD, epoch, 0));
        fault.reached(1, epoch);
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
        patience = worker.schedule(this::losePatience, plan.patienceMs(), TimeUnit.MILLISECONDS);
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
        if (report.epoch() < released[rank]) {
            // It had not heard yet that it may go on, and by now it has.
            return;
        }
        long number = report.number();
        if (!over.isEmpty()) {
            release(rank, over);
            return;
        }
        standing.put(rank, number);
        if (stage == Stage.NONE) {
            gather(number);
        } else {
            drainWhenGathered();
        }
    }

    private void release(int rank, String why) {
        standing.remove(rank);
        released[rank] = ++releases;
        orders.tell(rank, new Order(Verb.ABANDON, epoch, releases, why));
    }

    private void gather(long number) {
        begin(Stage.GATHERING);
        point = number;
        drainWhenGathered();
    }

    private void drainWhenGathered() {
        if (stage != Stage.GATHERING || standing.size() < size) {
            return;
        }
        for (Map.Entry<Integer, Long> entry : standing.entrySet()) {
            if (entry.getValue() != point) {
                // Who stands at every n-th point would be n apart again: once more, where all can.
                wanted |= !hasRetried;
                hasRetried = true;
                abandon(
                        "rank "
                                + entry.getKey()
                                + " stands at point "
                                + entry.getValue()
                                + ", others at point "
                                + point
                                + ": all ranks must pass the same points");
                return;
            }
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
        heard.clear();
        quiet.clear();
        unrest.clear();
        tellAll(Order.of(Verb.COUNT, epoch, round));
    }

    private void counted(int rank, Report report) {
        if (stage != Stage.DRAINING || report.number() != round) {
            return;
        }
        heard.set(rank);
        counts.put(rank, report.counts());
        if (report.text().isEmpty()) {
            quiet.set(rank);
        } else {
            unrest.put(rank, report.text());
        }
        if (heard.cardinality() < size) {
            return;
        }
        if (quiet.cardinality() < size || !disagreement().isEmpty()) {
            countAgain();
            return;
        }
        fault.reached(4, epoch);
        capture();
    }

    /** The first pair whose counts differ, or empty. */
    private Optional<String> disagreement() {
        Map<Long, Long> sent = new HashMap<>();
        counts.forEach(
                (rank, triples) -> {
                    for (int i = 0; i < triples.length; i += 3) {
                        sent.put(pair(rank, triples[i]), triples[i + 1]);
                    }
                });
        Map<Long, Long> received = new HashMap<>();
        counts.forEach(
                (rank, triples) -> {
                    for (int i = 0; i < triples.length; i += 3) {
                        received.put(pair(triples[i], rank), triples[i + 2]);
                    }
                });
        for (Map.Entry<Long, Long> entry : sent.entrySet()) {
            long arrived = received.getOrDefault(entry.getKey(), 0L);
            if (arrived != entry.getValue()) {
                return Optional.of(
                        "rank "
                                + (entry.getKey() >>> 32)
                                + " has sent "
                                + entry.getValue()
                                + " frames to rank "
                                + entry.getKey().intValue()
                                + ", which has received "
                                + arrived);
            }
        }
        return Optional.empty();
    }

    private static long pair(long from, long to) {
        return from << 32 | to;
    }

    // ---- 5, 6: images

    private void capture() {
        Path parts;
        try {
            parts = directory.begin(epoch);
        } catch (IOException e) {
            abandon("cannot write in " + directory.path() + ": " + e);
            return;
        }
        stage = Stage.CAPTURING;
        heard.clear();
        hashes = new String[size];
        bytes = new long[size];
        tellAll(new Order(Verb.CAPTURE, epoch, 0, parts.toString()));
    }

    private void captured(int rank, long byteCount) {
        if (stage != Stage.CAPTURING) {
            return;
        }
        heard.set(rank);
        if (heard.cardinality() < size) {
            return;
        }
        fault.reached(5, epoch);
        stage = Stage.WRITING;
        pausedNs = System.nanoTime() - frozenNs;
        standing.clear();
        patience.cancel(false);
        tellAll(Order.of(Verb.THAW, epoch, point));
        fault.reached(6, epoch);
        commitWhenWritten();
    }

    // ---- 7 to 10: files

    private void written(int rank, Report report) {
        hashes[rank] = report.text();
        bytes[rank] = report.number();
        commitWhenWritten();
    }

    private void commitWhenWritten() {
        if (stage != Stage.WRITING) {
            return;
        }
        for (String hash : hashes) {
            if (hash == null) {
                return;
            }
        }
        fault.reached(7, epoch);
        List<Long> sizes = new ArrayList<>();
        for (long partBytes : bytes) {
            sizes.add(partBytes);
        }
        Manifest manifest =
                new Manifest(
                        plan.job(),
                        epoch,
                        plan.incarnation(),
                        point,
                        plan.resources(),
                        sizes,
                        List.of(hashes),
                        plan.command());
        try {
            directory.seal(manifest);
            fault.reached(8, epoch);
            directory.commit(epoch);
        } catch (IOException e) {
            abandon("cannot complete it in " + directory.path() + ": " + e);
            return;
        }
        fault.reached(9, epoch);
        committed = epoch;
        try {
            directory.prune(plan.kept(), this::isGood);
        } catch (IOException e) {
            log.accept("checkpoint " + epoch + " stands, but an old one cannot be removed: " + e);
        }
        fault.reached(10, epoch);
        tellAll(Order.of(Verb.COMMITTED, epoch, point));
        end(true, describe(manifest));
    }

    /** Not so: what this life has found newer than where it began, and could not use. */
    private boolean isGood(long made) {
        return plan.from() == 0 || made <= plan.from() || made > before;
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
        for (int other : List.copyOf(standing.keySet())) {
            release(other, over);
        }
        // What is being written will still stand, and who has asked for it hears that.
        answerAll(askers, false, "no checkpoint: " + over);
    }

    private void losePatience() {
        StringBuilder why = new StringBuilder();
        if (stage == Stage.HOLDING || stage == Stage.GATHERING) {
            why.append("not all ranks have come to point ").append(point).append(": missing");
            for (int rank = 0; rank < size; rank++) {
                if (!standing.containsKey(rank)) {
                    why.append(' ').append(rank);
                }
            }
        } else if (stage == Stage.DRAINING) {
            why.append("messages have not settled: ");
            why.append(unrest.isEmpty() ? disagreement().orElse("no answer") : unrest.toString());
        } else {
            why.append("not all ranks have made their image");
        }
        abandon(why + " within " + plan.patienceMs() / 1000 + " s");
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
        try {
            directory.discard(epoch);
        } catch (IOException e) {
            log.accept("what is left of checkpoint " + epoch + " cannot be removed: " + e);
        }
        end(false, "checkpoint " + epoch + " abandoned, the job goes on: " + why);
    }

    private void end(boolean taken, String text) {
        patience.cancel(false);
        stage = Stage.NONE;
        log.accept(text);
        answerAll(asked, taken, text);
        if (!standing.isEmpty()) {
            gather(standing.values().iterator().next());
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
        if (stage == Stage.WRITING) {
            worker.schedule(() -> settleOrLook(settled), 1, TimeUnit.MILLISECONDS);
        } else {
            settled.countDown();
        }
    }

    /** Stops; what has not been committed never was. */
    @Override
    public void close() {
        worker.shutdownNow();
    }
}
