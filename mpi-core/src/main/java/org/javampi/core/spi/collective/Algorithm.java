package org.javampi.core.spi.collective;

import java.util.List;
import java.util.Map;

/**
 * One way to carry out one collective. The sub-interfaces, one for each collective, add the call.
 * Instances are immutable, so that one serves all communicators; what can be tuned is a parameter
 * of {@link #with}.
 */
public interface Algorithm {
    /** Its name among the algorithms of its collective, as the literature has it. */
    String name();

    /** What it costs, in one line for p ranks and n bytes: latency, bandwidth, reduction. */
    default String cost() {
        return "";
    }

    /** What can be tuned, in the order in which rules and reports name it. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /**
     * The same algorithm with other parameters.
     *
     * @param values all of {@link #parameters}, by name, each within its limits: they have been
     *     checked
     * @return an algorithm of its own; this one does not change
     */
    default Algorithm with(Map<String, Long> values) {
        return this;
    }

    /**
     * Whether it can run. Asked at every rank and answered alike, for the ranks do not talk about
     * it.
     *
     * @param situation what all of them know alike
     * @return why not, to go behind "cannot run: "; null when it can
     */
    default String refusal(Situation situation) {
        return null;
    }
}
