package org.javampi.conformance.requests;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What MPI-1.1 §3.5 and §3.8 allow for the messages to one rank: each arrives once unless it was
 * cancelled, and neither messages nor receives overtake each other.
 */
final class MatchingModel {
    private record Key(int source, int number) {}

    private final List<Sent> sent = new ArrayList<>();
    private final List<Received> received = new ArrayList<>();
    private final Map<Key, Received> receiverOf = new HashMap<>();
    private final Map<Key, Sent> sentBy = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();

    private MatchingModel(List<Sent> sent, List<Received> received) {
        this.sent.addAll(sent);
        this.received.addAll(received);
        this.sent.sort(Comparator.comparingInt(Sent::number));
        this.received.sort(Comparator.comparingInt(Received::number));
        for (Sent s : sent) {
            sentBy.put(new Key(s.source(), s.number()), s);
        }
    }

    /** What is wrong with {@code received}, given all that was sent to this rank. */
    static List<String> complaints(List<Sent> sent, List<Received> received) {
        MatchingModel model = new MatchingModel(sent, received);
        model.eachMessageOnce();
        if (model.complaints.isEmpty()) {
            model.noMessageOvertakes();
            model.noReceiveOvertakes();
        }
        return model.complaints;
    }

    private void eachMessageOnce() {
        for (Received r : received) {
            if (r.cancelled()) {
                continue;
            }
            Key key = new Key(r.from(), r.message());
            Sent s = sentBy.get(key);
            if (s == null) {
                complaints.add("nobody has sent what came: " + r);
            } else if (s.cancelled()) {
                complaints.add("cancelled and received: " + s + ", " + r);
            } else if (!r.accepts(s) || s.tag() != r.messageTag() || s.length() != r.length()) {
                complaints.add("not what was sent or asked for: " + s + ", " + r);
            }
            Received twin = receiverOf.put(key, r);
            if (twin != null) {
                complaints.add("received twice: " + s + ", " + twin + ", " + r);
            }
        }
        for (Sent s : sent) {
            if (!s.cancelled() && !receiverOf.containsKey(new Key(s.source(), s.number()))) {
                complaints.add("neither cancelled nor received: " + s);
            }
        }
    }

    /** The later message may go only to a receive that the earlier one could not have gone to. */
    private void noMessageOvertakes() {
        for (int later = 1; later < sent.size(); later++) {
            Sent second = sent.get(later);
            Received taker = receiverOf.get(new Key(second.source(), second.number()));
            for (int earlier = 0; taker != null && earlier < later; earlier++) {
                Sent first = sent.get(earlier);
                if (first.source() == second.source() && taker.accepts(first)) {
                    notOvertaken(first, second, taker);
                }
            }
        }
    }

    private void notOvertaken(Sent first, Sent second, Received taker) {
        if (!first.cancelled()) {
            Received other = receiverOf.get(new Key(first.source(), first.number()));
            if (other.number() > taker.number()) {
                complaints.add("overtaken: " + first + " in " + other + " by " + second);
            }
        } else if (second.synchronous() && second.completed() < first.cancelAsked()) {
            complaints.add("overtaken, and cancelled only then: " + first + " by " + second);
        }
    }

    /** Only a receive that no earlier pending one could have replaced gets a message. */
    private void noReceiveOvertakes() {
        for (Received idle : received) {
            for (Received taker : received) {
                if (idle.cancelled()
                        && !taker.cancelled()
                        && idle.number() < taker.number()
                        && taker.completed() < idle.cancelAsked()
                        && idle.accepts(sentBy.get(new Key(taker.from(), taker.message())))) {
                    complaints.add("passed over, and cancelled only then: " + idle + ": " + taker);
                }
            }
        }
    }
}
