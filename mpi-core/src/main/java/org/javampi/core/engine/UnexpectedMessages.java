package org.javampi.core.engine;

/**
 * Messages of one context that no receive has asked for yet, in the order of arrival. A receive
 * takes the earliest that it accepts (MPI-1.1 §3.5).
 *
 * <p>The first few are walked: where receives come in the order of the messages, nothing else is
 * ever needed. When none of them will do and there are more, they are looked up in a view: by
 * source and tag, by source or by tag alone, or by who has sent them and how it counts them, as
 * cancellations do. A view is made when the first asks for it and kept up until there are few
 * messages again.
 */
final class UnexpectedMessages {
    /** As many are walked before anything is looked up. */
    static final int WALKED = 16;

    /** With as many left all views end; less than above, so that they do not come and go. */
    static final int FEW = WALKED / 2;

    private final PoolSurplus surplus;
    private Message first;
    private Message last;
    private int size;

    /** Null before there were many for the first time. */
    private View[] views;

    private int usedViews;
    private long walked;

    /** One way to look messages up. */
    private static final class View {
        static final int ENVELOPE = 0;
        static final int SOURCE = 1;
        static final int TAG = 2;
        static final int SEQUENCE = 3;

        final int kind;
        final KeyIndex<Message> index;
        boolean used;

        View(int kind, PoolSurplus surplus) {
            this.kind = kind;
            index = new KeyIndex<>(surplus);
        }

        void add(Message message) {
            index.add(key(message), message.link(kind));
        }

        void remove(Message message) {
            index.remove(message.link(kind));
        }

        /** Of these wishes; of a sender and its number, where those are looked up. */
        Message first(int source, int tag) {
            return index.first(key(source, tag));
        }

        private long key(Message message) {
            return kind == SEQUENCE ? key(message.peer.worldRank, message.sequence) : key(message.source, message.tag);
        }

        private long key(int source, int tag) {
            return switch (kind) {
                case SOURCE -> source;
                case TAG -> tag;
                default -> KeyIndex.key(source, tag);
            };
        }
    }

    UnexpectedMessages(PoolSurplus surplus) {
        this.surplus = surplus;
    }

    void add(Message message) {
        message.previous = last;
        message.next = null;
        if (last == null) {
            first = message;
        } else {
            last.next = message;
        }
        last = message;
        size++;
        if (usedViews > 0) {
            for (View view : views) {
                if (view.used) {
                    tryAdd(view, message);
                }
            }
        }
    }

    /** The message stands in the queue: without memory for its place in a view, it is the view that ends. */
    private void tryAdd(View view, Message message) {
        try {
            view.add(message);
        } catch (OutOfMemoryError e) {
            end(view);
        }
    }

    /** The first message that a receive of these wishes accepts, or null. It stays. */
    Message find(int wantedSource, int wantedTag) {
        if (wantedSource == Matching.ANY && wantedTag == Matching.ANY) {
            return first;
        }
        int kind = wantedTag == Matching.ANY ? View.SOURCE : wantedSource == Matching.ANY ? View.TAG : View.ENVELOPE;
        if (!isUsed(kind)) {
            Message found = walk(wantedSource, wantedTag);
            if (found != null || size <= WALKED) {
                return found;
            }
        }
        return used(kind).first(wantedSource, wantedTag);
    }

    /** The message that {@code peer} has numbered {@code sequence}, or null. It stays. */
    Message find(Peer peer, int sequence) {
        if (!isUsed(View.SEQUENCE)) {
            Message found = walk(peer, sequence);
            if (found != null || size <= WALKED) {
                return found;
            }
        }
        return used(View.SEQUENCE).first(peer.worldRank, sequence);
    }

    private boolean isUsed(int kind) {
        return usedViews > 0 && views[kind].used;
    }

    void remove(Message message) {
        if (message.previous == null) {
            first = message.next;
        } else {
            message.previous.next = message.next;
        }
        if (message.next == null) {
            last = message.previous;
        } else {
            message.next.previous = message.previous;
        }
        message.next = null;
        message.previous = null;
        size--;
        if (usedViews > 0) {
            removeFromViews(message);
        }
    }

    boolean isEmpty() {
        return first == null;
    }

    int size() {
        return size;
    }

    /** The earliest, or null; the others follow. */
    Message first() {
        return first;
    }

    /** All of them in order. */
    Message[] toArray() {
        Message[] all = new Message[size];
        int i = 0;
        for (Message m = first; m != null; m = m.next) {
            all[i++] = m;
        }
        return all;
    }

    /** Messages looked at so far, and what the views have done: the cost of matching. */
    long steps() {
        long steps = walked;
        if (views != null) {
            for (View view : views) {
                steps += view.index.steps();
            }
        }
        return steps;
    }

    /** Gives back what a long queue has left; answers whether it may have more to give. */
    boolean trim() {
        boolean more = false;
        if (views != null) {
            for (View view : views) {
                more |= view.index.trim();
            }
        }
        return more;
    }

    /** Slots of all views: what the queue holds besides the messages. */
    int slotCount() {
        int slots = 0;
        if (views != null) {
            for (View view : views) {
                slots += view.index.slotCount();
            }
        }
        return slots;
    }

    private Message walk(int wantedSource, int wantedTag) {
        int seen = 0;
        Message m = first;
        while (m != null && !Matching.accepts(wantedSource, wantedTag, m.source, m.tag)) {
            m = ++seen == WALKED ? null : m.next;
        }
        walked += seen;
        return m;
    }

    private Message walk(Peer peer, int sequence) {
        int seen = 0;
        Message m = first;
        while (m != null && !(m.peer == peer && m.sequence == sequence)) {
            m = ++seen == WALKED ? null : m.next;
        }
        walked += seen;
        return m;
    }

    private View used(int kind) {
        if (views == null) {
            View[] made = new View[Message.LINKS];
            for (int i = 0; i < made.length; i++) {
                made[i] = new View(i, surplus);
            }
            views = made;
        }
        View view = views[kind];
        if (!view.used) {
            view.used = true;
            usedViews++;
            try {
                for (Message m = first; m != null; m = m.next) {
                    view.add(m);
                }
            } catch (OutOfMemoryError e) {
                end(view);
                throw e;
            }
        }
        return view;
    }

    private void removeFromViews(Message message) {
        for (View view : views) {
            if (view.used) {
                view.remove(message);
                if (size <= FEW) {
                    end(view);
                }
            }
        }
    }

    private void end(View view) {
        for (Message m = first; m != null; m = m.next) {
            if (m.isIn(view.kind)) {
                view.remove(m);
            }
        }
        view.used = false;
        usedViews--;
    }
}
