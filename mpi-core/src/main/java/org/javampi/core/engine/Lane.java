package org.javampi.core.engine;

/** The entries of one key of a {@link KeyIndex}, oldest first. */
final class Lane<E> {
    long key;
    Link<E> first;
    private Link<E> last;

    /** Successor in the same slot, or among the spare lanes. */
    Lane<E> next;

    void add(Link<E> link) {
        link.lane = this;
        link.previous = last;
        link.next = null;
        if (last == null) {
            first = link;
        } else {
            last.next = link;
        }
        last = link;
    }

    void remove(Link<E> link) {
        if (link.previous == null) {
            first = link.next;
        } else {
            link.previous.next = link.next;
        }
        if (link.next == null) {
            last = link.previous;
        } else {
            link.next.previous = link.previous;
        }
        link.lane = null;
        link.next = null;
        link.previous = null;
    }
}
