package org.javampi.core.engine;

/**
 * Messages of one context that no receive has asked for yet, in the order of arrival. A receive
 * takes the earliest that it accepts (MPI-1.1 §3.5).
 *
 * <p>While there are few they are walked. Among more they are looked up in a view: by source and
 * tag, by source or by tag alone, or by who has sent them and how it counts them, as cancellations
 * do. A view is made when the first asks for it and kept up until there are few messages again.
 */
final class UnexpectedMessages {
    /** As many are walked rather than looked up. */
    static final int WALKED = 16;

    /** With as many left all views end; less than above, so that they do not come and go. */
    static final int FEW = WALKED / 2;

    private final Surplus surplus;
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

        View(int kind, Surplus surplus) {
            this.kind = kind;
            index = new KeyIndex<>(surplus);
        }

        void add(Message message) {
            index.add(key(message), message.link(kind));
        }

        void remove(Message message) {
            index.remove(message.link(kind));
        }

        private long key(Message message) {
            return switch (kind) {
                case ENVELOPE -> KeyIndex.key(message.source, message.tag);
                case SOURCE -> message.source;
                case TAG -> message.tag;
                default -> KeyIndex.key(message.peer.worldRank, message.sequence);
            };
        }
    }

    UnexpectedMessages(Surplus surplus) {
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
                    view.add(message);
                }
            }
        }
    }

    /** The first message that a receive of these wishes accepts, or null. It stays. */
    Message find(int wantedSource, int wantedTag) {
        if (size <= WALKED) {
            return walk(wantedSource, wantedTag);
        }
        if (wantedTag != Matching.ANY) {
            return wantedSource != Matching.ANY
                    ? used(View.ENVELOPE).first(KeyIndex.key(wantedSource, wantedTag))
                    : used(View.TAG).first(wantedTag);
        }
        return wantedSource != Matching.ANY ? used(View.SOURCE).first(wantedSource) : first;
    }

    /** The message that {@code peer} has numbered {@code sequence}, or null. It stays. */
    Message find(Peer peer, int sequence) {
        if (size <= WALKED) {
            return walk(peer, sequence);
        }
        return used(View.SEQUENCE).first(KeyIndex.key(peer.worldRank, sequence));
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
            m = m.next;
            seen++;
        }
        walked += seen;
        return m;
    }

    private Message walk(Peer peer, int sequence) {
        int seen = 0;
        Message m = first;
        while (m != null && !(m.peer == peer && m.sequence == sequence)) {
            m = m.next;
            seen++;
        }
        walked += seen;
        return m;
    }

    private KeyIndex<Message> used(int kind) {
        if (views == null) {
            views = new View[Message.LINKS];
            for (int i = 0; i < views.length; i++) {
                views[i] = new View(i, surplus);
            }
        }
        View view = views[kind];
        if (!view.used) {
            view.used = true;
            usedViews++;
            for (Message m = first; m != null; m = m.next) {
                view.add(m);
            }
        }
        return view.index;
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
            view.remove(m);
        }
        view.used = false;
        usedViews--;
    }
}
