package org.javampi.core.comm;

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

    int hostOf(int worldRank) {
        return hosts[worldRank];
    }
}
