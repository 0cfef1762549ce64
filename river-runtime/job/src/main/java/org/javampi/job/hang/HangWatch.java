package org.javampi.job.hang;

import java.io.Closeable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Watches a job for a deadlock. It sleeps as long as no rank says that it has waited for long; then it asks all ranks
 * what they do, twice in short succession, and again every few seconds while some still wait. Any thread.
 */
public final class HangWatch implements Closeable {
    /** How long a rank waits before it says so. */
    public static final long LONG_WAIT_MS = 1_000;

    private static final long AGAIN_MS = 200;
    private static final long EVERY_MS = 2_000;

    /** Between looks at a job in which ranks poll. */
    private static final long POLLING_MS = 700;

    /** For how long nothing comes before that is worth a word. */
    private static final long FRUITLESS_MS = 3_500;

    /** A rank that answers later is taken for one that may act. */
    private static final long ANSWER_MS = 1_500;

    /** On a machine that is very busy ranks get more time, after a round in which one has not answered. */
    private static final long LONGEST_ANSWER_MS = 12_000;

    private final int size;
    private final Asking asking;
    private final Verdict verdict;
    private final Consumer<String> note;
    private final Map<Integer, String> gone = new TreeMap<>();

    /** How often each rank has begun and ended MPI: a program of package {@code mpi} may do so again and again. */
    private final Map<Integer, Integer> ended = new HashMap<>();

    /** The latest session that any rank has begun, from 0 on: who has ended only earlier ones may begin it, too. */
    private int session;

    /** When the count of calls that a rank tells has last changed, and that count. */
    private final Map<Integer, long[]> calls = new HashMap<>();

    private Map<Integer, RankReport> answers = new TreeMap<>();
    private int round;
    private boolean asked;
    private boolean wanted;
    private boolean closed;
    private Thread watcher;
    private NavigableSet<Integer> told = new TreeSet<>();
    private final Set<String> toldPolling = new HashSet<>();

    /** Asks every rank for its report, by the number of the round. Must not wait for answers. */
    @FunctionalInterface
    public interface Asking {
        void ask(int round);
    }

    /** Hears that ranks are deadlocked. */
    @FunctionalInterface
    public interface Verdict {
        /**
         * @param whole whether no rank of the job can act any more
         * @param report in words
         */
        void deadlock(boolean whole, String report);
    }

    /**
     * Of a job of {@code size} ranks.
     *
     * @param note hears that nothing comes to any rank, although some poll: no deadlock, since these may stop
     */
    public HangWatch(int size, Asking asking, Verdict verdict, Consumer<String> note) {
        this.size = size;
        this.asking = asking;
        this.verdict = verdict;
        this.note = note;
    }

    /** A rank has waited for {@link #LONG_WAIT_MS}. */
    public synchronized void onWaiting() {
        wanted = true;
        if (watcher == null && !closed) {
            watcher = new Thread(this::watch, "river-hang-watch");
            watcher.setDaemon(true);
            watcher.start();
        }
        notifyAll();
    }

    /** A rank has called MPI_Init, perhaps again. */
    public synchronized void onJoined(int rank) {
        session = Math.max(session, ended.getOrDefault(rank, 0));
    }

    /** A rank has called MPI_Finalize: it will not act again unless it, or another one, begins MPI again. */
    public synchronized void onLeft(int rank) {
        ended.merge(rank, 1, Integer::sum);
        wanted |= watcher != null;
        notifyAll();
    }

    /** A rank will never act again. @param how such as {@code has ended} */
    public synchronized void onGone(int rank, String how) {
        gone.put(rank, how);
        wanted |= watcher != null;
        notifyAll();
    }

    /** A rank has answered a question of round {@code number}; late answers are dropped. */
    public synchronized void onReport(int number, RankReport report) {
        if (number == round) {
            answers.put(report.rank(), report);
            notifyAll();
        }
    }

    /** Asks all ranks now, and answers what they do in words. Waits for them for a limited time. */
    public String status() throws InterruptedException {
        Round now = ask(ANSWER_MS);
        return new HangReport(now, this::computesMs).textWithStacks();
    }

    private void watch() {
        try {
            while (awaitWanted()) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean awaitWanted() throws InterruptedException {
        while (!wanted && !closed) {
            wait();
        }
        wanted = false;
        return !closed;
    }

    /** Looks as long as ranks wait. */
    private void look() throws InterruptedException {
        long answerMs = ANSWER_MS;
        Round before = ask(answerMs);
        while (before.isWorthAnotherLook()) {
            boolean suspect = !before.stuck().isEmpty();
            pause(suspect ? AGAIN_MS : before.polling().isEmpty() ? EVERY_MS : POLLING_MS);
            if (isClosed()) {
                return;
            }
            answerMs = before.isComplete() ? ANSWER_MS : Math.min(2 * answerMs, LONGEST_ANSWER_MS);
            Round now = ask(answerMs);
            if (suspect) {
                tell(now, now.deadlocked(before));
            }
            if (now.fruitlessMs(before) >= FRUITLESS_MS) {
                tellOfPolling(now, now.fruitlessMs(before));
            }
            before = now;
            if (suspect) {
                pause(EVERY_MS);
                before = ask(answerMs);
            }
        }
    }

    private void tell(Round now, NavigableSet<Integer> deadlocked) {
        synchronized (this) {
            if (closed || deadlocked.isEmpty() || told.containsAll(deadlocked)) {
                return;
            }
            told = deadlocked;
        }
        verdict.deadlock(now.isWhole(deadlocked), new HangReport(now, this::computesMs).text(deadlocked));
    }

    /** Once for each set of lines at which ranks poll. */
    private void tellOfPolling(Round now, long ms) {
        HangReport report = new HangReport(now, this::computesMs);
        synchronized (this) {
            if (closed || !toldPolling.add(report.pollingPlaces())) {
                return;
            }
        }
        note.accept(report.textOfPolling(ms));
    }

    private synchronized void pause(long limitMs) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMs);
        long left = end - System.nanoTime();
        boolean mayEndEarly = limitMs > AGAIN_MS;
        while (left > 0 && !closed && !(mayEndEarly && wanted)) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
        wanted &= !mayEndEarly;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** One round: asks, and waits until all that are not gone have answered, or have not for too long. */
    private Round ask(long limitMs) throws InterruptedException {
        int number;
        synchronized (this) {
            while (asked) {
                wait();
            }
            asked = true;
            number = ++round;
            answers = new TreeMap<>();
        }
        try {
            asking.ask(number);
            return await(limitMs);
        } finally {
            synchronized (this) {
                asked = false;
                notifyAll();
            }
        }
    }

    private synchronized Round await(long limitMs) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMs);
        long left = end - System.nanoTime();
        while (left > 0 && !isComplete() && !closed) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
        long now = System.nanoTime();
        for (RankReport report : answers.values()) {
            long[] last = calls.get(report.rank());
            if (last == null || last[1] != report.calls()) {
                calls.put(report.rank(), new long[] {now, report.calls()});
            }
        }
        return new Round(size, answers, silent());
    }

    /** Those that are not asked, and why. */
    private Map<Integer, String> silent() {
        Map<Integer, String> silent = new TreeMap<>(gone);
        ended.forEach((rank, sessions) -> {
            if (sessions > session) {
                silent.putIfAbsent(rank, "has called MPI_Finalize");
            }
        });
        return silent;
    }

    private boolean isComplete() {
        Map<Integer, String> silent = silent();
        for (int rank = 0; rank < size; rank++) {
            if (!answers.containsKey(rank) && !silent.containsKey(rank)) {
                return false;
            }
        }
        return true;
    }

    private synchronized long computesMs(int rank) {
        long[] last = calls.get(rank);
        return last == null ? 0 : TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - last[0]);
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
