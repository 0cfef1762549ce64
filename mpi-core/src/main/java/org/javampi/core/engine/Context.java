package org.javampi.core.engine;

/**
 * One communication context: messages of one never meet receives of another (MPI-1.1 §5.2.2). A
 * context comes into being when it is first named, by the communicator that is built or by a
 * message from a rank that has built it earlier.
 */
public final class Context {
    final long id;
    final PostedReceives posted = new PostedReceives();
    final UnexpectedMessages unexpected = new UnexpectedMessages();

    /** Probes that wait for a message. */
    ProbeRequest probes;

    private int rank = -1;
    private int[] worldRanks;

    Context(long id) {
        this.id = id;
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
    }

    boolean isIdle() {
        return posted.isEmpty() && unexpected.isEmpty() && probes == null;
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

    int worldRank(int destination) {
        return worldRanks[destination];
    }
}
