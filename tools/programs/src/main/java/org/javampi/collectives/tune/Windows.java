package org.javampi.collectives.tune;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What several windows say together. Those with unsteady times have no say.
 *
 * <p>The cores of a virtual machine may be neighbours in one minute and on different dies in the
 * next, and what is faster in one such state may be slower in another. So a change stands only when
 * it was faster in every window; and when all windows have met the machine in the same state, only
 * when it was faster by so much that another state is not likely to turn it round.
 *
 * @param all in the order of time
 */
record Windows(List<Window> all) {
    /** Windows that must have been steady for a decision. */
    static final int LEAST = 3;

    /** Largest ratio that stands when the machine was in one state only. */
    static final double IN_ONE_STATE = 0.75;

    /** Between two states a barrier's time differs by at least this factor. */
    private static final double OTHER_STATE = 1.5;

    /** Of no windows. */
    static final Windows NONE = new Windows(List.of());

    /** Whether a change stands, and if not, why. */
    enum Stand {
        HOLDS,
        /** Some window did not find it faster. */
        FAILS,
        /** Too few windows were steady. */
        UNSTEADY,
        /** It is faster, but not by enough for a machine that was seen in one state only. */
        SLIGHT
    }

    Windows {
        all = List.copyOf(all);
    }

    /** Whether a change stands that a first look has found. */
    Stand stand() {
        List<Window> steady = steady();
        if (isRefuted()) {
            return Stand.FAILS;
        }
        if (steady.size() < LEAST) {
            return Stand.UNSTEADY;
        }
        return severalStates() || mostRatio() <= IN_ONE_STATE ? Stand.HOLDS : Stand.SLIGHT;
    }

    /** Whether no further window can save it. */
    boolean isRefuted() {
        return steady().stream().anyMatch(window -> window.outcome() != Outcome.FASTER);
    }

    /**
     * How something stands that is in use already: slower if it was in any window, and that beyond
     * noise; else faster or level by the median.
     */
    Outcome outcome() {
        List<Window> steady = steady();
        if (steady.stream().anyMatch(window -> window.outcome() == Outcome.SLOWER)) {
            return Outcome.SLOWER;
        }
        if (steady.size() < LEAST) {
            return Outcome.UNSTEADY;
        }
        return ratio() <= 1 - Duel.MARGIN ? Outcome.FASTER : Outcome.LEVEL;
    }

    private boolean severalStates() {
        double[] states =
                steady().stream().mapToDouble(Window::stateMicros).sorted().toArray();
        return states[states.length - 1] >= OTHER_STATE * states[0];
    }

    /** Those that have a say. */
    List<Window> steady() {
        return all.stream().filter(Window::isSteady).toList();
    }

    /** The steady ones, or all when none was. */
    private List<Window> telling() {
        return steady().isEmpty() ? all : steady();
    }

    private double[] ratios() {
        return telling().stream().mapToDouble(Window::ratio).toArray();
    }

    /** The median of the ratios. */
    double ratio() {
        return Duel.quantile(ratios(), 0.5);
    }

    private double mostRatio() {
        return Arrays.stream(ratios()).max().orElse(Double.NaN);
    }

    /** Median of the built-in choice's figures. */
    double builtInMicros() {
        return Duel.quantile(
                telling().stream().mapToDouble(Window::builtInMicros).toArray(), 0.5);
    }

    /** Median of the other's figures. */
    double micros() {
        return Duel.quantile(telling().stream().mapToDouble(Window::micros).toArray(), 0.5);
    }

    /** Least to largest ratio: {@code 0.71-0.98}; {@code -} of none. */
    String ratioText() {
        if (all.isEmpty()) {
            return "-";
        }
        double least = Arrays.stream(ratios()).min().orElse(Double.NaN);
        return String.format(Locale.ROOT, "%.2f-%.2f", least, mostRatio());
    }
}
