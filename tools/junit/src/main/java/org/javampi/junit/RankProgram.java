package org.javampi.junit;

/** What one rank does; the implementation belongs to the rank's own classes. */
public interface RankProgram {
    /** Runs {@code call} as {@code rank}. */
    void run(ProgramCall call, ThisRank rank) throws Throwable;

    /** The one that belongs to the classes of the calling thread's rank. */
    static RankProgram ofThisThread() throws ReflectiveOperationException {
        return (RankProgram) Class.forName(
                        "org.javampi.junit.rank.RankBody",
                        true,
                        Thread.currentThread().getContextClassLoader())
                .getConstructor()
                .newInstance();
    }
}
