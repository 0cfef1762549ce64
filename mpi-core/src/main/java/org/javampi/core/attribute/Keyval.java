package org.javampi.core.attribute;

import java.io.Serializable;

/**
 * What an attribute key stands for. It lives as long as the program holds the key or an object
 * holds a value: then its number may name another.
 *
 * @param <H> handle of the objects that values are attached to
 */
public abstract class Keyval<H> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int number;

    @SuppressWarnings("serial") // the program's: must be, and is told so otherwise
    private final Object extraState;

    private int attachments;
    private boolean freed;

    Keyval(int number, Object extraState) {
        this.number = number;
        this.extraState = extraState;
    }

    public final int number() {
        return number;
    }

    final Object extraState() {
        return extraState;
    }

    /** Asks the program whether and how a value is copied; answers its code. */
    abstract int copy(H owner, Object value, Object[] copied, boolean[] flag);

    /** Tells the program that a value goes; answers its code. */
    abstract int delete(H owner, Object value);

    final boolean isUnused() {
        return freed && attachments == 0;
    }

    final void markFreed() {
        freed = true;
    }

    final boolean isFreed() {
        return freed;
    }

    final void countAttachment(int change) {
        attachments += change;
    }
}
