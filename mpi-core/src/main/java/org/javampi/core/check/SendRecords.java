package org.javampi.core.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Status;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.engine.Context;
import org.javampi.core.engine.Engine;
import org.javampi.core.runtime.Rank;

/**
 * Messages of this rank and its peers, told by their senders in a context of its own and brought together with what
 * receives have taken. A record follows its message at once; nothing waits for one before MPI_Finalize. Any thread.
 */
final class SendRecords {
    private static final Datatype BYTES = Datatypes.of(Predefined.BYTE);

    private final Rank rank;
    private final Engine engine;
    private final Context context;
    private final Findings findings;
    private final ElementSequences sequences;
    private final long[] sent;
    private final long[] received;
    private final long[] totals;

    /** Sent, and not received as far as is known here. */
    private final Map<Key, SendRecord> open = new TreeMap<>();

    /** Received, and not told of yet. */
    private final Map<Key, Receive> early = new HashMap<>();

    /** A message: its sender's world rank, and what it is called between the two. */
    private record Key(int sender, long number) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int bySender = Integer.compare(sender, other.sender);
            return bySender != 0 ? bySender : Long.compareUnsigned(number, other.number);
        }
    }

    /** What has taken a message. */
    record Receive(String text, long count, MPI_Datatype type) {}

    SendRecords(Rank rank, Findings findings, ElementSequences sequences) {
        this.sequences = sequences;
        this.rank = rank;
        this.findings = findings;
        engine = rank.engine();
        context = rank.watchContext();
        int size = rank.rankHost().size();
        sent = new long[size];
        received = new long[size];
        totals = new long[size];
    }

    /** Tells the receiver of a message. @param dest its world rank */
    synchronized void tell(int dest, SendRecord record) {
        sent[dest]++;
        post(dest, record);
    }

    private void post(int dest, SendRecord record) {
        byte[] bytes = record.toBytes();
        Block data = new Block();
        data.set(bytes, bytes.length, BYTES, false);
        engine.blocks().sendAside(context, dest, 0, data);
    }

    /** A receive has taken a message. @param sender world rank */
    synchronized void onReceived(int sender, long number, Receive receive) {
        takeAll();
        Key key = new Key(sender, number);
        SendRecord record = open.remove(key);
        if (record == null) {
            early.put(key, receive);
        } else {
            compare(record, receive);
        }
    }

    /** Takes in what has come. */
    synchronized void takeAll() {
        MPI_Status status = new MPI_Status();
        while (engine.probes().probe(context, Predefined.ANY_SOURCE, Predefined.ANY_TAG, status)) {
            take(status);
        }
    }

    private void take(MPI_Status status) {
        int sender = status.MPI_SOURCE;
        byte[] bytes = new byte[(int) status.byteCount()];
        engine.receive(context, sender, Predefined.ANY_TAG, bytes, bytes.length, BYTES, null);
        SendRecord record = SendRecord.of(bytes);
        if (record.kind() == SendRecord.Kind.TOTAL) {
            totals[sender] = record.number() + 1;
            return;
        }
        received[sender]++;
        Key key = new Key(sender, record.number());
        if (record.kind() == SendRecord.Kind.WITHDRAWN) {
            open.remove(key);
            return;
        }
        Receive receive = early.remove(key);
        if (receive == null) {
            open.put(key, record);
        } else {
            compare(record, receive);
        }
    }

    private void compare(SendRecord record, Receive receive) {
        ElementSequence room = sequences.of(receive.count(), receive.type());
        if (record.elements() < 0 || room == null || record.elements() > room.elements()) {
            // It fits all types, or was too long: the receive itself has said so.
            return;
        }
        if (sequences.prefix(receive.type(), record.elements()).sum() != record.sum()) {
            findings.tell(rank, "types do not match: " + record.text() + " was received by " + receive.text());
        }
    }

    /** Exchanges all that is left and answers the messages that nobody has received, in words, with their contexts. */
    synchronized List<SendRecord> settle() {
        for (int peer = 0; peer < sent.length; peer++) {
            post(peer, SendRecord.of(SendRecord.Kind.TOTAL, sent[peer]));
        }
        MPI_Status status = new MPI_Status();
        while (!isComplete()) {
            engine.probes().await(context, Predefined.ANY_SOURCE, Predefined.ANY_TAG, status);
            take(status);
        }
        List<SendRecord> left = new ArrayList<>(open.values());
        open.clear();
        early.clear();
        return left;
    }

    private boolean isComplete() {
        for (int peer = 0; peer < totals.length; peer++) {
            if (totals[peer] == 0 || received[peer] < totals[peer] - 1) {
                return false;
            }
        }
        return true;
    }
}
