package org.javampi.core.engine;

/** Messages of one context that no receive has asked for yet, in the order of arrival. */
final class UnexpectedMessages {
    private Message first;
    private Message last;

    void add(Message message) {
        message.previous = last;
        message.next = null;
        if (last == null) {
            first = message;
        } else {
            last.next = message;
        }
        last = message;
    }

    /** The first message that a receive of these wishes accepts, or null. It stays. */
    Message find(int wantedSource, int wantedTag) {
        for (Message m = first; m != null; m = m.next) {
            if (Matching.accepts(wantedSource, wantedTag, m.source, m.tag)) {
                return m;
            }
        }
        return null;
    }

    /** The message that {@code peer} has numbered {@code sequence}, or null. It stays. */
    Message find(Peer peer, int sequence) {
        for (Message m = first; m != null; m = m.next) {
            if (m.peer == peer && m.sequence == sequence) {
                return m;
            }
        }
        return null;
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
    }

    boolean isEmpty() {
        return first == null;
    }

    /** All of them in order. */
    Message[] toArray() {
        Message[] all = new Message[size()];
        int i = 0;
        for (Message m = first; m != null; m = m.next) {
            all[i++] = m;
        }
        return all;
    }

    int size() {
        int n = 0;
        for (Message m = first; m != null; m = m.next) {
            n++;
        }
        return n;
    }
}
