package org.javampi.core.spi.collective;

/**
 * One way to carry out one collective. The sub-interfaces, one for each collective, add the call;
 * they hold no state, so that one instance serves all communicators.
 */
public interface Algorithm {
    /** Its name among the algorithms of its collective, as the literature has it. */
    String name();
}
