package org.javampi.core.collective;

import java.util.function.BooleanSupplier;
import org.javampi.core.spi.collective.Algorithm;
import org.javampi.core.spi.collective.Collective;
import org.javampi.core.spi.collective.Situation;

/**
 * When which algorithm runs: the first rule that applies to a call decides.
 *
 * @param recordedOnly whether it is only for calls that do not block and persistent ones
 * @param bytes sizes that it is for: of the vector that is broadcast, reduced or scanned, else of
 *     one rank's piece
 * @param ranks numbers of ranks that it is for
 * @param condition further condition
 * @param text as written
 * @param origin where it was written
 */
record SelectionRule(
        Collective collective,
        boolean recordedOnly,
        Algorithm algorithm,
        Range bytes,
        Range ranks,
        Condition condition,
        String text,
        String origin) {

    /** Before the name of a collective: its calls that do not block, and its persistent ones. */
    static final String RECORDED = "i";

    /** Least to most, both included. */
    record Range(long least, long most) {
        static final Range ALL = new Range(0, Long.MAX_VALUE);

        boolean contains(long value) {
            return value >= least && value <= most;
        }
    }

    /** What a rule may ask about the situation. */
    enum Condition {
        ANY,
        COMMUTATIVE,
        NON_COMMUTATIVE,
        ONE_HOST,
        ONE_HOST_COMMUTATIVE,
        ONE_HOST_REGULAR,
        SHARED_MEMORY,
        SHARED_MEMORY_REGULAR,
        CROWDED,
        SEVERAL_HOSTS,
        SEVERAL_HOSTS_COMMUTATIVE,
        REGULAR,
        POWER_OF_TWO,
        EVEN;

        boolean holds(Situation situation, BooleanSupplier crowded) {
            return switch (this) {
                case ANY -> true;
                case COMMUTATIVE -> situation.commutative();
                case NON_COMMUTATIVE -> !situation.commutative();
                case ONE_HOST -> situation.hosts() == 1;
                case ONE_HOST_COMMUTATIVE -> situation.hosts() == 1 && situation.commutative();
                case ONE_HOST_REGULAR -> situation.hosts() == 1 && situation.regular();
                case SHARED_MEMORY -> situation.sharedMemory();
                case SHARED_MEMORY_REGULAR -> situation.sharedMemory() && situation.regular();
                case CROWDED -> situation.sharedMemory() && crowded.getAsBoolean();
                case SEVERAL_HOSTS -> situation.hosts() > 1;
                case SEVERAL_HOSTS_COMMUTATIVE -> situation.hosts() > 1 && situation.commutative();
                case REGULAR -> situation.regular();
                case POWER_OF_TWO -> Integer.bitCount(situation.ranks()) == 1;
                case EVEN -> situation.ranks() % 2 == 0;
            };
        }
    }

    /**
     * Whether it is for such calls, sizes apart.
     *
     * @param crowded whether the ranks, which share memory, outnumber the cores; asked only when
     *     the condition needs to know
     */
    boolean isFor(Collective other, Situation situation, BooleanSupplier crowded) {
        return collective == other
                && (!recordedOnly || situation.recorded())
                && ranks.contains(situation.ranks())
                && condition.holds(situation, crowded);
    }

    /** Whether it is for this size; negative when the ranks do not all know it. */
    boolean isFor(long byteCount) {
        return byteCount < 0 ? bytes.equals(Range.ALL) : bytes.contains(byteCount);
    }

    @Override
    public String toString() {
        return text + " (" + origin + ")";
    }
}
