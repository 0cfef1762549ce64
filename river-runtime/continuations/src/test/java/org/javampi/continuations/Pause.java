package org.javampi.continuations;

import java.util.ArrayList;
import java.util.List;

/** The call of the test programs at which a thread is frozen, in place of a call of a library. */
public final class Pause {
    /** Decides, on the thread that it was set for, which calls freeze. */
    static final ThreadLocal<Director> DIRECTOR = new ThreadLocal<>();

    private Pause() {}

    /** What a test wants of the calls of one thread. */
    static final class Director {
        final List<String> output = new ArrayList<>();
        final boolean freezes;
        StackSurvey survey;
        boolean entersAgain;
        int calls;

        Director(boolean freezes) {
            this.freezes = freezes;
        }
    }

    /** Returns its argument, after a freeze and a resumption if the test wants that. */
    public static int at(int value) {
        stand();
        return value;
    }

    /** As {@link #at(int)}, with arguments of all sizes. */
    public static double at(long a, String text, double b, int[] array, float c, byte d, char e, boolean f, short g) {
        stand();
        return a + text.length() + b + array.length + c + d + e + (f ? 1 : 0) + g;
    }

    public static void print(Object text) {
        DIRECTOR.get().output.add(String.valueOf(text));
    }

    private static void stand() {
        Director director = DIRECTOR.get();
        if (director.entersAgain) {
            director.entersAgain = false;
            return;
        }
        director.calls++;
        if (director.freezes) {
            director.survey.obstacle().ifPresent(obstacle -> {
                throw new CannotFreezeException(obstacle);
            });
            throw new FreezeSignal();
        }
    }
}
