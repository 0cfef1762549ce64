package org.javampi.mpirun.plan;

import org.javampi.mpirun.failure.WrongUsage;

/**
 * Which ranks get the launcher's standard input.
 *
 * @param reader the one rank that does; {@link #ALL} or {@link #NONE}
 */
public record InputPlan(int reader) {
    private static final int ALL = -1;
    private static final int NONE = -2;

    /**
     * As {@code --stdin} has it.
     *
     * @throws WrongUsage when it is neither a rank nor a word for some
     */
    static InputPlan of(String text, int ranks) {
        if (text == null) {
            return new InputPlan(0);
        }
        switch (text) {
            case "all" -> {
                return new InputPlan(ALL);
            }
            case "none" -> {
                return new InputPlan(NONE);
            }
            default -> {
                if (!text.matches("\\d{1,9}") || Integer.parseInt(text) >= ranks) {
                    throw new WrongUsage("--stdin " + text + ": give a rank from 0 to " + (ranks - 1)
                            + ", all or none (default: 0)");
                }
                return new InputPlan(Integer.parseInt(text));
            }
        }
    }

    /** Whether all ranks get it. */
    public boolean isForAll() {
        return reader == ALL;
    }

    /** Whether a rank gets it. */
    public boolean isFor(int rank) {
        return reader == ALL || reader == rank;
    }

    /** Who gets it, in words. */
    public String words() {
        return reader == NONE ? "no rank gets it" : "rank " + reader + " gets it";
    }
}
