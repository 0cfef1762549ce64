package org.javampi.core.engine;

/**
 * Receives of one context that wait for a message, in the order in which they were posted. A
 * message is met by the earliest posted of all that accept it (MPI-1.1 §3.5).
 *
 * <p>The first few are walked: where messages come in the order of the receives, nothing else is
 * ever needed. When none of them accepts a message and there are more, all are indexed by what they
 * want, wildcards included, until there are few again: the receives that accept a message are those
 * of four keys, and the oldest of the four first ones is its own.
 */
final class PostedReceives {
    /** As many are walked before anything is looked up. */
    static final int WALKED = 16;

    /** With as many left the index ends; less than above, so that it does not come and go. */
    static final int FEW = WALKED / 2;

    private final PoolSurplus surplus;
    private ReceiveRequest first;
    private ReceiveRequest last;
    private int size;
    private long posted;

    /** Kept once made; used while {@link #indexed}. */
    private KeyIndex<ReceiveRequest> index;

    private boolean indexed;

    /** Those in the index that have a wildcard. */
    private int wild;

    private long walked;

    PostedReceives(PoolSurplus surplus) {
        this.surplus = surplus;
    }

    void add(ReceiveRequest receive) {
        receive.queued = true;
        receive.posted = posted++;
        receive.previous = last;
        receive.next = null;
        if (last == null) {
            first = receive;
        } else {
            last.next = receive;
        }
        last = receive;
        size++;
        if (indexed) {
            addToIndex(receive);
        }
    }

    /** The earliest posted, or null; the others follow. */
    ReceiveRequest first() {
        return first;
    }

    /** Takes out the first receive that accepts the message, or answers null. */
    ReceiveRequest take(int source, int tag) {
        ReceiveRequest found = indexed ? lookUp(source, tag) : walk(source, tag);
        if (found == null && !indexed && size > WALKED) {
            beginIndex();
            found = lookUp(source, tag);
        }
        if (found != null) {
            remove(found);
        }
        return found;
    }

    void remove(ReceiveRequest receive) {
        if (receive.previous == null) {
            first = (ReceiveRequest) receive.next;
        } else {
            receive.previous.next = receive.next;
        }
        if (receive.next == null) {
            last = (ReceiveRequest) receive.previous;
        } else {
            receive.next.previous = receive.previous;
        }
        receive.next = null;
        receive.previous = null;
        receive.queued = false;
        size--;
        if (indexed) {
            removeFromIndex(receive);
            if (size <= FEW) {
                endIndex();
            }
        }
    }

    boolean isEmpty() {
        return first == null;
    }

    int size() {
        return size;
    }

    /** All of them in order. */
    ReceiveRequest[] toArray() {
        ReceiveRequest[] all = new ReceiveRequest[size];
        int i = 0;
        for (ReceiveRequest r = first; r != null; r = (ReceiveRequest) r.next) {
            all[i++] = r;
        }
        return all;
    }

    /** Receives looked at so far, and what the index has done: the cost of matching. */
    long steps() {
        return walked + (index == null ? 0 : index.steps());
    }

    /** Gives back what a long queue has left; answers whether it may have more to give. */
    boolean trim() {
        return index != null && index.trim();
    }

    /** Slots of the index: what the queue holds besides the receives. */
    int slotCount() {
        return index == null ? 0 : index.slotCount();
    }

    private ReceiveRequest walk(int source, int tag) {
        int seen = 0;
        ReceiveRequest r = first;
        while (r != null && !Matching.accepts(r.wantedSource, r.tag, source, tag)) {
            r = ++seen == WALKED ? null : (ReceiveRequest) r.next;
        }
        walked += seen;
        return r;
    }

    private ReceiveRequest lookUp(int source, int tag) {
        ReceiveRequest found = index.first(KeyIndex.key(source, tag));
        if (wild > 0) {
            found = older(found, index.first(KeyIndex.key(source, Matching.ANY)));
            found = older(found, index.first(KeyIndex.key(Matching.ANY, tag)));
            found = older(found, index.first(KeyIndex.key(Matching.ANY, Matching.ANY)));
        }
        return found;
    }

    private static ReceiveRequest older(ReceiveRequest one, ReceiveRequest other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.posted < other.posted ? one : other;
    }

    private void beginIndex() {
        if (index == null) {
            index = new KeyIndex<>(surplus);
        }
        indexed = true;
        for (ReceiveRequest r = first; r != null; r = (ReceiveRequest) r.next) {
            addToIndex(r);
        }
    }

    private void endIndex() {
        for (ReceiveRequest r = first; r != null; r = (ReceiveRequest) r.next) {
            removeFromIndex(r);
        }
        indexed = false;
    }

    private void addToIndex(ReceiveRequest receive) {
        if (receive.link == null) {
            receive.link = new Link<>(receive);
        }
        index.add(KeyIndex.key(receive.wantedSource, receive.tag), receive.link);
        wild += isWild(receive) ? 1 : 0;
    }

    private void removeFromIndex(ReceiveRequest receive) {
        index.remove(receive.link);
        wild -= isWild(receive) ? 1 : 0;
    }

    private static boolean isWild(ReceiveRequest receive) {
        return receive.wantedSource == Matching.ANY || receive.tag == Matching.ANY;
    }
}
