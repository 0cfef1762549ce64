package org.javampi.core.comm;

import org.javampi.core.engine.Engine;

/** What the communicators of one rank share. */
public final class RankWorld {
    private final Engine engine;
    private final CollectiveRegistry registry = new CollectiveRegistry();
    private final ContextIds contextIds;
    private final int[] hosts;

    /**
     * The world of {@code engine}'s rank.
     *
     * @param hosts host number of each world rank
     */
    public RankWorld(Engine engine, int[] hosts) {
        this.engine = engine;
        this.hosts = hosts;
        contextIds = new ContextIds(engine.rank());
    }

    public Engine engine() {
        return engine;
    }

    CollectiveRegistry registry() {
        return registry;
    }

    ContextIds contextIds() {
        return contextIds;
    }

    int hostOf(int worldRank) {
        return hosts[worldRank];
    }
}
