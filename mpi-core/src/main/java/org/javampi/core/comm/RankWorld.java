package org.javampi.core.comm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.javampi.core.collective.Explanation;
import org.javampi.core.collective.RuleBook;
import org.javampi.core.engine.CallLedger;
import org.javampi.core.engine.Engine;
import org.javampi.core.failure.MpiFailure;

/** What the communicators of one rank share. */
public final class RankWorld {
    private final Engine engine;
    private final RuleBook rules;
    private final Explanation explanation;
    private final ContextIds contextIds;
    private final int[] hosts;
    private final Map<Long, Communicator> communicators = new TreeMap<>();
    private final List<Communicator> unfinished = new ArrayList<>();

    private static final long PAUSE_NS = 1_000_000;

    /** Of communicators that are free, what the program has not heard of; or null. */
    private MpiFailure unraised;

    /**
     * The world of {@code engine}'s rank.
     *
     * @param hosts host number of each world rank
     * @param rules that choose collective algorithms
     * @param explanation where collectives are noted, or null
     */
    public RankWorld(Engine engine, int[] hosts, RuleBook rules, Explanation explanation) {
        this.engine = engine;
        this.hosts = hosts;
        this.rules = rules;
        this.explanation = explanation;
        contextIds = new ContextIds(engine.rank());
    }

    public Engine engine() {
        return engine;
    }

    /** The launcher's rules. */
    public RuleBook rules() {
        return rules;
    }

    Explanation explanation() {
        return explanation;
    }

    ContextIds contextIds() {
        return contextIds;
    }

    synchronized void add(Communicator communicator) {
        communicators.put(communicator.contextId(), communicator);
    }

    synchronized void remove(Communicator communicator) {
        MpiFailure failure = communicator.sharedCalls().takeUnraised();
        unraised = unraised == null ? failure : unraised;
        communicators.remove(communicator.contextId());
        unfinished.add(communicator);
        closeFinished();
    }

    /**
     * This rank calls MPI_Finalize, which is a call on {@code world}. Those that wait for it elsewhere are told; waits
     * until it is known of all other communicators that the ranks have made the same calls.
     *
     * @return whether it was found just now that they have not
     */
    public boolean depart(Communicator world) {
        int troubles = troubles();
        CallLedger.Departure departure = new CallLedger.Departure();
        for (Communicator communicator : communicators()) {
            if (communicator != world) {
                communicator.sharedCalls().depart(departure);
            }
        }
        engine.await(departure);
        return troubles() > troubles;
    }

    private int troubles() {
        int troubles = 0;
        for (Communicator communicator : communicators()) {
            troubles += communicator.sharedCalls().hasTrouble() ? 1 : 0;
        }
        return troubles;
    }

    /** A failure of collectives that the program has not heard of, the first of a communicator; or null. */
    public synchronized MpiFailure takeUnraised() {
        for (Communicator communicator : communicators.values()) {
            MpiFailure failure = communicator.sharedCalls().takeUnraised();
            unraised = unraised == null ? failure : unraised;
        }
        MpiFailure found = unraised;
        unraised = null;
        return found;
    }

    /** Makes progress for a time, unless the job ends before. */
    public void awaitOthers(long ns) {
        long deadline = System.nanoTime() + ns;
        while (System.nanoTime() - deadline < 0) {
            engine.progress(PAUSE_NS);
        }
    }

    /** The same; where there is none, gives what another rank has said time to come. */
    public MpiFailure awaitUnraised(long patienceNs) {
        long deadline = System.nanoTime() + patienceNs;
        MpiFailure found = takeUnraised();
        while (found == null && System.nanoTime() - deadline < 0) {
            engine.progress(PAUSE_NS);
            found = takeUnraised();
        }
        return found;
    }

    /** What shows, now that all ranks have made their last call, that they have not made the same ones; or null. */
    public MpiFailure unmatched() {
        for (Communicator communicator : communicators()) {
            MpiFailure failure = communicator.sharedCalls().unmatched();
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    /** What lies on the boards of those has been read: their memory goes back. */
    private void closeFinished() {
        unfinished.removeIf(communicator -> {
            boolean finished = communicator.sharedCalls().laggard() < 0;
            if (finished) {
                communicator.sharedCalls().close();
            }
            return finished;
        });
    }

    /** Those that were freed here, and on whose boards is what others have yet to read. */
    public synchronized List<Communicator> unfinished() {
        closeFinished();
        return new ArrayList<>(unfinished);
    }

    /** The communicator that a context belongs to, or null when it is free. */
    public synchronized Communicator owner(long context) {
        for (Communicator communicator : communicators.values()) {
            if (communicator.owns(context)) {
                return communicator;
            }
        }
        return null;
    }

    /** Those that can be used, by context name. */
    public synchronized List<Communicator> communicators() {
        return new ArrayList<>(communicators.values());
    }

    /** The next context name that this rank gives. */
    public long nextContext() {
        return contextIds.peek();
    }

    /** Goes on giving context names where another life of this rank has stopped. */
    public void continueContexts(long next) {
        contextIds.continueAt(next);
    }

    int hostOf(int worldRank) {
        return hosts[worldRank];
    }
}
