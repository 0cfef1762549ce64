package org.javampi.core.comm;

import java.util.EnumSet;
import java.util.Set;
import org.javampi.core.engine.Context;
import org.javampi.core.engine.Engine;

/**
 * The contexts of one communicator at one rank, opened as they are needed: messages of different uses never meet (MPI-1.1
 * §5.2.2). Their names follow each other from the communicator's own on, the same at all ranks. Any thread.
 */
final class Contexts {
    /** What a context is for; its place here is its distance from the communicator's name. */
    enum Use {
        /** Sends and receives of the program. */
        MESSAGES,
        /** Collectives that block. */
        COLLECTIVES,
        /** Leaders that build inter-communicators, by the program's tags. */
        CONSTRUCTION,
        /** Collectives that do not block. */
        SCHEDULED,
        /** Members that build communicators of some of them, by the program's tags. */
        GROUPING,
        /** Messages that a matching probe has taken. */
        MATCHED,
        /** What announces messages in partitions. */
        ANNOUNCEMENTS,
        /** Messages in partitions. */
        PARTITIONS,
        /** What ranks tell each other about calls. */
        WORDS,
        /** Leaving after calls have failed. */
        LEAVING
    }

    /** Context names that each communicator takes: its own id and the following ones. */
    static final int COUNT = Use.values().length;

    /** Those that another life of the rank opens since this one had them; the others are opened by what uses them. */
    private static final Set<Use> KEPT =
            EnumSet.of(Use.CONSTRUCTION, Use.GROUPING, Use.MATCHED, Use.ANNOUNCEMENTS, Use.PARTITIONS);

    private final Engine engine;
    private final long first;
    private final int rank;
    private final int[] destinations;
    private final Context[] open = new Context[COUNT];

    /**
     * None is open.
     *
     * @param first name of the communicator
     * @param rank own rank in the local group
     * @param destinations world ranks of the group that is sent to, by rank
     */
    Contexts(Engine engine, long first, int rank, int[] destinations) {
        this.engine = engine;
        this.first = first;
        this.rank = rank;
        this.destinations = destinations;
    }

    /** Opens it where this is the first time that it is asked for. */
    synchronized Context of(Use use) {
        int place = use.ordinal();
        if (open[place] == null) {
            open[place] = engine.open(first + place, rank, destinations);
        }
        return open[place];
    }

    /** Those that another life of the rank is to {@linkplain #reopen open}, a bit for each place. */
    synchronized int kept() {
        int bits = 0;
        for (Use use : KEPT) {
            bits |= open[use.ordinal()] == null ? 0 : 1 << use.ordinal();
        }
        return bits;
    }

    /** Opens what {@link #kept} of another life says. */
    void reopen(int bits) {
        for (Use use : KEPT) {
            if ((bits & 1 << use.ordinal()) != 0) {
                of(use);
            }
        }
    }

    /** What is pending goes on, nothing new begins. */
    synchronized void close() {
        for (Context context : open) {
            if (context != null) {
                engine.close(context);
            }
        }
    }
}
