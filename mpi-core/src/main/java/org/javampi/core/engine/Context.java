package org.javampi.core.engine;

import org.javampi.core.failure.MpiFailure;

/**
 * One communication context: messages of one never meet receives of another (MPI-1.1 §5.2.2). A
 * context comes into being when it is first named, by the communicator that is built or by a
 * message from a rank that has built it earlier.
 */
public final class Context {
    final long id;
    final PostedReceives posted;
    final UnexpectedMessages unexpected;

    /** Of collectives that do not block: hears of messages that come early; null in other contexts. */
    CallOrder order;

    /** Of collectives: the calls that they belong to; null in other contexts. */
    CallLedger ledger;

    /** Of what ranks tell each other about calls: who hears it; null in other contexts. */
    CallLedger hearer;

    /** Why nothing can be received here any more, or null. */
    MpiFailure trouble;

    /** Probes that wait for a message. */
    ProbeRequest probes;

    private int rank = -1;
    private int[] worldRanks;
    private boolean open;

    Context(long id, PoolSurplus surplus) {
        this.id = id;
        posted = new PostedReceives(surplus);
        unexpected = new UnexpectedMessages(surplus);
    }

    /** Its job-wide name. */
    public long id() {
        return id;
    }

    /**
     * Gives the context its members.
     *
     * @param ownRank this process's rank in its own group: what receivers see as source
     * @param destinations world ranks of the group that is sent to, by rank
     */
    void populate(int ownRank, int[] destinations) {
        rank = ownRank;
        worldRanks = destinations;
        open = true;
    }

    /** Its communicator has been freed: what is pending goes on, nothing new begins. */
    void close() {
        open = false;
    }

    /** Whether nobody can name it and nothing is pending in it: it may be forgotten. */
    boolean isOver() {
        return !open && posted.isEmpty() && unexpected.isEmpty() && probes == null;
    }

    /** Gives back what long queues have left; answers whether there may be more to give. */
    boolean trim() {
        return posted.trim() | unexpected.trim();
    }

    void addProbe(ProbeRequest probe) {
        probe.next = probes;
        probes = probe;
    }

    void removeProbe(ProbeRequest probe) {
        if (probes == probe) {
            probes = (ProbeRequest) probe.next;
        } else {
            Request before = probes;
            while (before.next != probe) {
                before = before.next;
            }
            before.next = probe.next;
        }
        probe.next = null;
    }

    int rank() {
        return rank;
    }

    /** Ranks that can be sent to. */
    int size() {
        return worldRanks.length;
    }

    int worldRank(int destination) {
        return worldRanks[destination];
    }

    /** World ranks that a message from {@code source} may come from: all that send here, for a wildcard. */
    int[] providers(int source) {
        return source == Matching.ANY ? worldRanks.clone() : new int[] {worldRanks[source]};
    }

    /** The rank here of a world rank that is sent to. */
    int rankOf(int worldRank) {
        for (int i = 0; i < worldRanks.length; i++) {
            if (worldRanks[i] == worldRank) {
                return i;
            }
        }
        return Matching.ANY;
    }
}
