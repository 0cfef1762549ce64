package org.javampi.river.nws.space;

import java.util.Locale;

/** In which order a variable hands out its values. */
public enum VariableMode {
    /** Only readers so far: the first store makes it FIFO. */
    UNKNOWN,
    /** The oldest value first. */
    FIFO,
    /** The newest value first. */
    LIFO,
    /** Any value. */
    MULTI,
    /** One value: a store replaces it. */
    SINGLE;

    /** The word for it on the wire and in listings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether iterators work on it: each value has a place after those before it. */
    public boolean isIterable() {
        return this != LIFO && this != MULTI;
    }

    /**
     * The mode of that word.
     *
     * @return null when there is none that can be declared
     */
    public static VariableMode ofWord(String word) {
        for (VariableMode mode : values()) {
            if (mode != UNKNOWN && mode.word().equals(word)) {
                return mode;
            }
        }
        return null;
    }
}
