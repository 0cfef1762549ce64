package org.javampi.core.spi.collective;

/**
 * Reads rules as the runtime does, for programs that want to know what rules would choose. The
 * runtime's is found by {@link java.util.ServiceLoader}.
 */
public interface Rules {
    /** Some rules, and the built-in ones behind them, for one situation. */
    interface Reading {
        /**
         * What decides about calls.
         *
         * @param byteCount of the vector or of one piece; negative when not all ranks know it
         * @return the rule and where it was written: {@code scan=linear@2 (my.rules)}
         * @throws org.javampi.core.failure.MpiFailure when it chooses an algorithm that cannot run
         */
        String rule(Collective collective, long byteCount);
    }

    /**
     * Reads rules.
     *
     * @param text with any number of them, none for the built-in ones alone
     * @param origin where they were written, for errors
     * @param situation that they are to be for
     * @param crowded whether the ranks share memory and outnumber the cores, see {@link
     *     Board#isCrowded}
     * @throws org.javampi.core.failure.MpiFailure when one of them is wrong
     */
    Reading read(String text, String origin, Situation situation, boolean crowded);
}
