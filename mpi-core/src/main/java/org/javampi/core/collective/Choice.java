package org.javampi.core.collective;

import org.javampi.MPI;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.collective.Algorithm;

/** The algorithm that a rule gives in a situation, or why it cannot be. */
public final class Choice {
    private final Algorithm algorithm;
    private final SelectionRule rule;
    private final String refusal;
    private final int number;
    private final boolean needsBoard;
    private final String reason;

    Choice(SelectionRule rule, int number, String refusal, boolean needsBoard, String reason) {
        this.rule = rule;
        this.number = number;
        this.refusal = refusal;
        this.needsBoard = needsBoard;
        this.reason = reason;
        algorithm = rule.algorithm();
    }

    /** The algorithm. */
    public Algorithm algorithm() {
        return algorithm;
    }

    SelectionRule rule() {
        return rule;
    }

    /** Whether the algorithm works on the ranks' board. */
    public boolean needsBoard() {
        return needsBoard;
    }

    /** What the choice is due to. */
    String reason() {
        return reason == null ? rule.toString() : reason + ", then " + rule;
    }

    /** Its number among the algorithms of its collective: peers compare it. */
    public int number() {
        return number;
    }

    void check() {
        if (refusal != null) {
            throw new MpiFailure(
                    MPI.MPI_ERR_OTHER,
                    "the rule "
                            + rule
                            + " chooses "
                            + algorithm.name()
                            + ", which cannot run here: "
                            + refusal
                            + "; narrow the rule or choose another algorithm");
        }
    }

    @Override
    public String toString() {
        return algorithm.name();
    }
}
