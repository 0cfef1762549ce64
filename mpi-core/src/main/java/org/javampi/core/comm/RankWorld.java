package org.javampi.core.comm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.javampi.core.collective.Explanation;
import org.javampi.core.collective.RuleBook;
import org.javampi.core.engine.Engine;

/** What the communicators of one rank share. */
public final class RankWorld {
    private final Engine engine;
    private final RuleBook rules;
    private final Explanation explanation;
    private final ContextIds contextIds;
    private final int[] hosts;
    private final Map<Long, Communicator> communicators = new TreeMap<>();
    private final List<Communicator> unfinished = new ArrayList<>();

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
        communicators.remove(communicator.contextId());
        unfinished.add(communicator);
        closeFinished();
    }

    /** What lies on the boards of those has been read: their memory goes back. */
    private void closeFinished() {
        unfinished.removeIf(communicator -> {
            boolean finished = !communicator.isUnfinished();
            if (finished) {
                communicator.closeCollectives();
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
