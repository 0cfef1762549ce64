package org.javampi.core.engine;

/**
 * The place of one entry in a {@link KeyIndex}. Belongs to the entry, which keeps it while it is
 * pooled itself.
 */
final class Link<E> {
    final E entry;

    /** The lane that it stands in; null when in none. */
    Lane<E> lane;

    Link<E> next;
    Link<E> previous;

    Link(E entry) {
        this.entry = entry;
    }
}
