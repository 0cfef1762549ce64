package org.javampi.mpirun.output;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** What the launcher says of its own steps with {@code -v}: each with the seconds since its start. Any thread. */
public final class StepLog {
    private static final double MS_PER_SECOND = 1000.0;

    /** Null where nothing is said. */
    private final Consumer<String> out;

    private final LongSupplier elapsedMs;

    private StepLog(Consumer<String> out, LongSupplier elapsedMs) {
        this.out = out;
        this.elapsedMs = elapsedMs;
    }

    /** Says nothing. */
    public static StepLog silent() {
        return new StepLog(null, () -> 0);
    }

    /**
     * Says every step.
     *
     * @param out takes a line without its end
     * @param elapsedMs milliseconds since the launcher's start
     */
    public static StepLog to(Consumer<String> out, LongSupplier elapsedMs) {
        return new StepLog(out, elapsedMs);
    }

    /** The same log by another way out, in front of which nothing may pass. */
    public StepLog through(Consumer<String> other) {
        return out == null ? this : new StepLog(other, elapsedMs);
    }

    /** Whether anything is said. */
    public boolean isOn() {
        return out != null;
    }

    /** Says a step. */
    public void say(String step) {
        if (out != null) {
            out.accept(
                    String.format(Locale.ROOT, "javampirun: %.2f s: %s", elapsedMs.getAsLong() / MS_PER_SECOND, step));
        }
    }
}
