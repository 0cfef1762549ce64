package org.javampi.core.collective;

import org.javampi.core.spi.collective.Rules;
import org.javampi.core.spi.collective.Situation;

/** Rules as a communicator's {@link Selection} applies them. */
public final class RuntimeRules implements Rules {
    private final AlgorithmCatalogue catalogue = new AlgorithmCatalogue(RuntimeRules.class.getClassLoader());

    /** For {@link java.util.ServiceLoader}. */
    public RuntimeRules() {}

    @Override
    public Reading read(String text, String origin, Situation situation, boolean crowded) {
        Selection selection = RuleBook.read(catalogue, (key, fallback) -> fallback)
                .with(text, origin)
                .selection(situation.ranks(), situation.hosts(), situation.sharedMemory(), () -> crowded);
        return (collective, byteCount) -> selection
                .choose(collective, byteCount, situation.commutative(), situation.regular())
                .rule()
                .toString();
    }
}
