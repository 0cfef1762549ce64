package org.javampi.core.engine;

import java.util.Locale;

/**
 * The processor cores of a host, as one of its ranks may use them: whether each rank can have one,
 * and when this one's thread is bound to its own.
 *
 * <p>A thread that is not bound goes where the scheduler wants it. That is best on a machine that
 * the job has to itself; beside a stranger the scheduler may put two ranks on one core, since the
 * two weigh as much as that program (docs/design/015).
 *
 * <p>Guarded by the engine's lock once the rank has begun.
 */
public final class Cores {
    /** When a rank's thread is bound. */
    public enum Binding {
        /** Never. */
        NONE,
        /** When it turns out that the machine is crowded, if the ranks need most of its cores. */
        CROWDED,
        /** From the beginning. */
        CORE;

        /**
         * The one that a setting names.
         *
         * @throws IllegalArgumentException when it names none
         */
        public static Binding named(String text) {
            for (Binding binding : values()) {
                if (binding.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return binding;
                }
            }
            throw new IllegalArgumentException("setting bind.to is " + text + ": give core, crowded or none");
        }
    }

    /**
     * A machine is crowded by whatever starts: JVMs, several per core, and their compilers, whose
     * work is soon done. Only later do losses of the core tell of others that stay.
     */
    static final long BEGINNING_NS = 500_000_000;

    private final int ranks;
    private final int available;
    private final Binding when;
    private final ThreadBinding thread;
    private boolean tried;
    private long begunNs;

    private Cores(int ranks, int available, Binding when, ThreadBinding thread) {
        this.ranks = ranks;
        this.available = available;
        this.when = when;
        this.thread = thread;
    }

    /**
     * The cores of this host.
     *
     * @param own position of this rank among those of its host
     * @param ranks how many ranks the host has
     * @param when this rank's thread is to be bound
     * @param name of the rank, for what is reported
     * @param isReported whether a line on standard error says what was bound to what
     */
    public static Cores of(int own, int ranks, Binding when, String name, boolean isReported) {
        return new Cores(
                ranks,
                Runtime.getRuntime().availableProcessors(),
                when,
                new ThreadBinding(own, ranks, name, isReported));
    }

    /** Whether each rank of the host can have a core. */
    boolean areToSpare() {
        return ranks <= available;
    }

    /**
     * The rank begins its life in the calling thread.
     *
     * @param nowNs of {@link System#nanoTime}
     */
    public void begin(long nowNs) {
        begunNs = nowNs;
        if (when == Binding.CORE) {
            tried = true;
            thread.bind();
        } else {
            thread.reportUnbound();
        }
    }

    /**
     * Others want the cores, too. Binds the calling thread where that helps: where the ranks have
     * less than two cores each. A rank with more may well have threads of its own, and those that a
     * bound thread starts are bound like it.
     *
     * @param nowNs of {@link System#nanoTime}
     * @return the thread that sees to it; null where there is nothing to be done, or not yet
     */
    Thread noteCrowded(long nowNs) {
        if (when != Binding.CROWDED
                || tried
                || nowNs - begunNs < BEGINNING_NS
                || !areToSpare()
                || available >= 2 * ranks) {
            return null;
        }
        tried = true;
        return thread.bindInBackground();
    }
}
