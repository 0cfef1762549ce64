package org.javampi.core.engine;

/**
 * Whether pools of an engine hold more than they should keep; the pools tell. As long as they do,
 * {@link ProgressAgent} has them {@linkplain EngineCore#trim trimmed} now and then. Guarded by the
 * engine lock, but {@link #isPresent} may be read as a hint.
 */
final class PoolSurplus {
    private final Runnable onAppearance;
    private boolean present;

    /** {@code onAppearance} runs when a pool tells of surplus and none did before. */
    PoolSurplus(Runnable onAppearance) {
        this.onAppearance = onAppearance;
    }

    /** A pool holds more than it should keep. */
    void note() {
        if (!present) {
            present = true;
            onAppearance.run();
        }
    }

    /** Whether {@link #note} has been called since the last {@link #clear}. */
    boolean isPresent() {
        return present;
    }

    void clear() {
        present = false;
    }
}
