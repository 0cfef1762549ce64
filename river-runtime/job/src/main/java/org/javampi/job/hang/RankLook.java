package org.javampi.job.hang;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.javampi.job.hang.ThreadReport.Activity;

/**
 * Looks at a rank of this process: what its threads do, by their stacks, and what its runtime says. The program is not
 * stopped for longer than the JVM needs to take the stacks, and does nothing for it.
 */
public final class RankLook {
    private static final int SAMPLES = 6;
    private static final int ASLEEP = 2;
    private static final long SAMPLE_NS = 300_000;

    private final int rank;
    private final Predicate<Thread> owned;
    private final boolean mayBeWoken;

    /**
     * @param owned whether a thread is this rank's, or may act for it
     * @param mayBeWoken whether threads that are none of this rank's may wake its threads: then only those that wait
     *     inside of MPI are known not to go on
     */
    public RankLook(int rank, Predicate<Thread> owned, boolean mayBeWoken) {
        this.rank = rank;
        this.owned = owned;
        this.mayBeWoken = mayBeWoken;
    }

    /** Looks now. @param source what the runtime knows; null before MPI_Init and after MPI_Finalize */
    public RankReport look(RankState.Source source) {
        RankState before = source == null ? null : source.look();
        Map<Thread, StackTraceElement[]> stacks = Thread.getAllStackTraces();
        RankState state = source == null ? null : source.look();
        Set<Thread> waiting = new HashSet<>();
        List<ThreadReport> threads = new ArrayList<>();
        boolean steady = state != null && before != null && ids(before).equals(ids(state));
        if (state != null) {
            for (RankState.Wait wait : state.waits()) {
                if (wait.thread() != null) {
                    waiting.add(wait.thread());
                }
                threads.add(report(wait, stacks, steady));
            }
        }
        threads.sort(Comparator.comparing(ThreadReport::waitId));
        RankState.Poll poll = state == null ? null : state.poll();
        if (poll != null && !waiting.contains(poll.thread())) {
            ThreadReport report = report(poll);
            if (report != null) {
                waiting.add(poll.thread());
                threads.add(report);
            }
        }
        threads.addAll(others(stacks, waiting));
        return state == null
                ? new RankReport(rank, false, true, 0, threads, List.of(), List.of(), new long[0], List.of(), List.of())
                : new RankReport(
                        rank,
                        true,
                        state.quiet() && steady,
                        state.calls(),
                        threads,
                        state.posted(),
                        state.early(),
                        state.frames(),
                        state.collectives(),
                        state.idle());
    }

    private static Map<Long, Boolean> ids(RankState state) {
        Map<Long, Boolean> ids = new HashMap<>();
        state.waits().forEach(wait -> ids.put(wait.id(), wait.goesOn()));
        return ids;
    }

    private static ThreadReport report(RankState.Wait wait, Map<Thread, StackTraceElement[]> stacks, boolean steady) {
        Thread thread = wait.thread();
        boolean stays = steady && !wait.goesOn();
        if (thread == null) {
            return new ThreadReport(
                    ThreadReport.BACKGROUND,
                    stays ? Activity.WAITS : Activity.ACTIVE,
                    "waits in the background",
                    "",
                    Place.UNKNOWN,
                    "",
                    wait.id(),
                    0,
                    false,
                    wait.operations(),
                    null);
        }
        StackTraceElement[] frames = stacks.get(thread);
        ProgramThread look =
                new ProgramThread(FrameNames.ofThisProcess(), thread, frames != null ? frames : thread.getStackTrace());
        String function = look.function();
        return new ThreadReport(
                thread.getName(),
                stays ? Activity.WAITS : Activity.ACTIVE,
                (stays ? "waits in " : "is in ") + (function.isEmpty() ? "MPI" : function),
                function,
                look.place(),
                look.stack(),
                wait.id(),
                (System.nanoTime() - wait.sinceNs()) / 1_000_000,
                wait.any(),
                wait.operations(),
                wait.collective());
    }

    /** The report of a thread that does nothing but look for messages; null when it may do something else, too. */
    private static ThreadReport report(RankState.Poll poll) {
        FrameNames names = FrameNames.ofThisProcess();
        ProgramThread look = new ProgramThread(names, poll.thread(), poll.stack());
        if (!look.isPolling() || !poll.tight() && !rests(look, names, poll.thread())) {
            return null;
        }
        return new ThreadReport(
                poll.thread().getName(),
                poll.goesOn() ? Activity.ACTIVE : Activity.POLLS,
                "polls with " + look.function(),
                look.function(),
                look.place(),
                look.stack(),
                poll.id(),
                poll.lastedNs() / 1_000_000,
                true,
                poll.operations(),
                null);
    }

    /**
     * Whether a thread that does not look for messages all the time sleeps in between. To be met in a look is no sign:
     * a loop that computes may be stopped nowhere else.
     */
    private static boolean rests(ProgramThread look, FrameNames names, Thread thread) {
        int asleep = 0;
        for (int i = 0; i < SAMPLES; i++) {
            ProgramThread sample = new ProgramThread(names, thread, thread.getStackTrace());
            if (sample.isAsleep()) {
                asleep++;
            } else if (!sample.isPolling() && !sample.isInMethodOf(look)) {
                return false;
            }
            LockSupport.parkNanos(SAMPLE_NS);
        }
        return asleep >= ASLEEP;
    }

    /** Those that do not wait inside of MPI, the program's main thread first. */
    private List<ThreadReport> others(Map<Thread, StackTraceElement[]> stacks, Set<Thread> waiting) {
        Map<Long, ThreadReport> found = new TreeMap<>();
        stacks.forEach((thread, frames) -> {
            if (thread == Thread.currentThread() || waiting.contains(thread) || !owned.test(thread)) {
                return;
            }
            ProgramThread look = new ProgramThread(FrameNames.ofThisProcess(), thread, frames);
            if (!look.isService()) {
                ThreadReport report = look.report();
                boolean active = mayBeWoken && report.activity() == Activity.IDLE;
                found.put(thread.getId(), active ? awake(report) : report);
            }
        });
        return new ArrayList<>(found.values());
    }

    private static ThreadReport awake(ThreadReport idle) {
        return new ThreadReport(
                idle.thread(),
                Activity.ACTIVE,
                idle.doing(),
                idle.function(),
                idle.place(),
                idle.stack(),
                0,
                0,
                false,
                List.of(),
                null);
    }
}
