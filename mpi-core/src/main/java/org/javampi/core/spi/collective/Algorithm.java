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

    /** What can be tuned. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** The same algorithm with other parameters; {@code values} has all of them, in range. */
    default Algorithm with(Map<String, Long> values) {
        return this;
    }

    /** Why it cannot run in {@code situation}, or null when it can. */
    default String refusal(Situation situation) {
        return null;
    }
}
