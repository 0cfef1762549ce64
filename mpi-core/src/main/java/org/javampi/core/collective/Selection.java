package org.javampi.core.collective;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.javampi.MPI;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.collective.Algorithm;
import org.javampi.core.spi.collective.Collective;
import org.javampi.core.spi.collective.Situation;

/**
 * One communicator's choices. All ranks choose from what they know alike, so that all choose the
 * same. What depends on the communicator is worked out once for each kind of call; what is left for
 * a call is to find its size.
 */
public final class Selection {
    private final AlgorithmCatalogue catalogue;
    private final List<SelectionRule> rules;
    private final int ranks;
    private final int hosts;
    private final boolean sharedMemory;
    private final BooleanSupplier crowded;
    private final boolean recorded;

    /** Why shared memory is not used although its ranks have some; null where it is, or there is none. */
    private final String reason;

    /** By collective, then by commutativity and regularity. */
    private final Choice[][] choices = new Choice[Collective.values().length * 4][];

    /** For {@code ranks} on {@code hosts}, by {@code rules} and then the built-in ones. */
    Selection(
            AlgorithmCatalogue catalogue,
            List<SelectionRule> userRules,
            int ranks,
            int hosts,
            boolean sharedMemory,
            BooleanSupplier crowded,
            boolean recorded) {
        this(catalogue, rules(catalogue, userRules), ranks, hosts, sharedMemory, crowded, recorded, null);
    }

    private Selection(
            AlgorithmCatalogue catalogue,
            List<SelectionRule> rules,
            int ranks,
            int hosts,
            boolean sharedMemory,
            BooleanSupplier crowded,
            boolean recorded,
            String reason) {
        this.rules = rules;
        this.reason = reason;
        this.recorded = recorded;
        this.sharedMemory = sharedMemory;
        this.crowded = crowded;
        this.catalogue = catalogue;
        this.ranks = ranks;
        this.hosts = hosts;
    }

    private static List<SelectionRule> rules(AlgorithmCatalogue catalogue, List<SelectionRule> userRules) {
        List<SelectionRule> rules = new ArrayList<>(userRules);
        rules.addAll(catalogue.builtInRules());
        return rules;
    }

    /**
     * The choices of the same rules where there is no board although the ranks share memory: rules that
     * want one are passed over.
     *
     * @param why for the explanation
     */
    public Selection withoutSharedMemory(String why) {
        return new Selection(catalogue, rules, ranks, hosts, false, () -> false, recorded, why);
    }

    /**
     * The choice for a call.
     *
     * @param byteCount size of the vector or of one piece; negative when not all ranks know it
     * @throws MpiFailure MPI_ERR_OTHER when the first rule that applies names an algorithm that
     *     cannot run
     */
    public Choice choose(Collective collective, long byteCount, boolean commutative, boolean regular) {
        int index = collective.ordinal() * 4 + (commutative ? 2 : 0) + (regular ? 1 : 0);
        Choice[] candidates = choices[index];
        if (candidates == null) {
            candidates =
                    candidates(collective, new Situation(ranks, hosts, commutative, regular, sharedMemory, recorded));
            choices[index] = candidates;
        }
        for (Choice candidate : candidates) {
            if (candidate.rule().isFor(byteCount)) {
                candidate.check();
                return candidate;
            }
        }
        throw new MpiFailure(
                MPI.MPI_ERR_OTHER,
                catalogue.of(collective).isEmpty()
                        ? "no algorithm for " + collective.label() + " is on the class path: add mpi-collectives"
                        : "no rule chooses an algorithm for "
                                + collective.label()
                                + " of "
                                + byteCount
                                + " bytes on "
                                + ranks
                                + " ranks");
    }

    private Choice[] candidates(Collective collective, Situation situation) {
        List<Choice> found = new ArrayList<>();
        for (SelectionRule rule : rules) {
            if (rule.isFor(collective, situation, crowded)) {
                Algorithm algorithm = rule.algorithm();
                String refusal = algorithm.refusal(situation);
                if (refusal == null || reason == null && isOfTheRule(rule, situation)) {
                    boolean needsBoard =
                            situation.sharedMemory() && algorithm.refusal(situation.withoutSharedMemory()) != null;
                    found.add(new Choice(rule, number(collective, algorithm), refusal, needsBoard, reason));
                }
            }
        }
        return found.toArray(new Choice[0]);
    }

    /** Whether a refusal is an error of the rule, and not a reason to look further. */
    private boolean isOfTheRule(SelectionRule rule, Situation situation) {
        return !recorded || rule.recordedOnly() || !runsWhenBlocking(rule.algorithm(), situation);
    }

    /**
     * Whether only the call's form keeps an algorithm from running. Its rule is passed over then: it is
     * meant for the blocking calls of the program, and the next one serves the others.
     */
    private static boolean runsWhenBlocking(Algorithm algorithm, Situation situation) {
        return algorithm.refusal(new Situation(
                        situation.ranks(), situation.hosts(), situation.commutative(), situation.regular(), true))
                == null;
    }

    private int number(Collective collective, Algorithm algorithm) {
        List<Algorithm> all = catalogue.of(collective);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals(algorithm.name())) {
                return i;
            }
        }
        // One that the program has made itself.
        return all.size();
    }
}
