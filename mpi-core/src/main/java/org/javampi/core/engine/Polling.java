package org.javampi.core.engine;

import java.util.List;

/**
 * Notices a thread that looks for a message again and again, by MPI_Test, MPI_Iprobe and others, and never finds one. A
 * look that finds nothing costs a few plain stores for it; the clock is read about once in a millisecond. Guarded by the
 * engine lock, unless said otherwise.
 */
final class Polling {
    /** How often the clock is read, about. */
    private static final long SPARSE_NS = 1_000_000;

    /** A program that looks slowly is asked at each look. */
    private static final long SLOW_NS = 8 * SPARSE_NS;

    private static final int MOST_LOOKS = 128;

    /** A program that has not looked for so long has done something else, and so has one in its last series. */
    private static final long PAUSE_NS = 1_000_000_000;

    /** Less than this passes between two looks of a loop that does nothing else. */
    private static final long BRIEF_NS = 20_000;

    /** Where a look takes long, a longer gap is brief, too. */
    private static final int LOOKS_PER_GAP = 3;

    /** Of so many gaps between looks one may be longer: the thread may have lost its core. */
    private static final int GAPS_PER_LONG_ONE = 8;

    private static final long CAPTURE_NS = 250_000_000;

    private final EngineCore engine;

    private int stride = 1;
    private int left = 1;
    private long lastNs;

    /** Whether the time up to the next look is measured. Read and written without the lock, too: a hint. */
    private boolean timed;

    /** When the last look has returned to the program. As {@link #timed}. */
    private long returnedNs;

    /** When the look under way has begun, where its gap was measured; else 0. */
    private long begunNs;

    /** How long the last look took that was measured: on a crowded machine, after each sleep, all code is slow. */
    private long tookNs;

    private long id;
    private Thread thread;
    private long sinceNs;
    private long traffic;
    private int gaps;
    private int longGaps;
    private boolean told;
    private long capturedNs;
    private StackTraceElement[] stack;
    private List<PendingOperation> operations = List.of();
    private boolean goesOn;

    Polling(EngineCore engine) {
        this.engine = engine;
    }

    /** A look begins. */
    void onLook() {
        if (timed && Thread.currentThread() == thread) {
            timed = false;
            begunNs = System.nanoTime();
            long gapNs = begunNs - returnedNs;
            gaps++;
            longGaps += gapNs > BRIEF_NS && gapNs > LOOKS_PER_GAP * tookNs ? 1 : 0;
        }
    }

    /**
     * A look has found nothing.
     *
     * @param wanted what it has looked for
     * @return whether the series has just become long: its listener is to be called, without the lock
     */
    boolean onNothing(Awaited wanted) {
        left--;
        return left <= 0 && note(wanted, System.nanoTime());
    }

    /** A look that has found nothing returns to the program. Without the lock. */
    void onReturn() {
        if (timed) {
            returnedNs = System.nanoTime();
        }
    }

    /** Something was found. */
    void onFound() {
        thread = null;
    }

    private boolean note(Awaited wanted, long now) {
        long passed = now - lastNs;
        lastNs = now;
        tookNs = begunNs == 0 ? 0 : now - begunNs;
        begunNs = 0;
        if (passed > SLOW_NS || engine.waiting.yieldsAtOnce()) {
            // A thread that gives its core away at each look may be back late.
            stride = 1;
        } else if (passed < SPARSE_NS) {
            stride = Math.min(2 * stride, MOST_LOOKS);
        }
        left = stride;
        timed = true;
        returnedNs = now;
        long moved = engine.trafficOfProgram();
        if (passed > PAUSE_NS || moved > traffic || Thread.currentThread() != thread) {
            begin(now, moved);
        }
        if (now - sinceNs < engine.waiting.longNs() || now - capturedNs < CAPTURE_NS) {
            return false;
        }
        capture(wanted, now);
        boolean news = !told;
        told = true;
        return news;
    }

    private void begin(long now, long moved) {
        id++;
        thread = Thread.currentThread();
        sinceNs = now;
        traffic = moved;
        gaps = 0;
        longGaps = 0;
        told = false;
        stack = null;
    }

    private void capture(Awaited wanted, long now) {
        WaitDescription description = new WaitDescription();
        wanted.describe(description);
        operations = List.copyOf(description.operations());
        goesOn = description.isMoving();
        stack = Thread.currentThread().getStackTrace();
        capturedNs = now;
    }

    /** The series that goes on at {@code now} and has lasted for long; null for none. */
    Waits.Poll poll(long now) {
        if (thread == null || stack == null || now - lastNs > PAUSE_NS) {
            return null;
        }
        boolean tight = gaps > 0 && longGaps * GAPS_PER_LONG_ONE <= gaps;
        return new Waits.Poll(thread, id, lastNs - sinceNs, stack, tight, goesOn, operations);
    }
}
