package org.javampi.core.world;

/** The threads of one rank of a world: its own, and those that it starts. */
final class RankThreads extends ThreadGroup {
    RankThreads(int rank) {
        super("rank-" + rank);
    }

    /** Those that a thread belongs to, or null if it is of no rank of any world. */
    static RankThreads of(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        while (group != null && !(group instanceof RankThreads)) {
            group = group.getParent();
        }
        return (RankThreads) group;
    }
}
