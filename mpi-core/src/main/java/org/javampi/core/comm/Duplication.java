package org.javampi.core.comm;

import java.io.Serializable;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.engine.Schedule;

/**
 * A duplicate of a communicator while its members agree on the context (MPI-4.1 §7.4.2). The context's name travels in a
 * schedule; the duplicate opens when the program completes that.
 */
public final class Duplication implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int LEADER = 0;

    private final Communicator parent;
    private final Communicator duplicate;

    /** Names for the duplicate and, of an inter-communicator, for its local part; the leader's count. */
    private final long[] ours;

    private final long[] theirs = new long[2];

    private Duplication(Communicator parent, Communicator duplicate, long[] ours) {
        this.parent = parent;
        this.duplicate = duplicate;
        this.ours = ours;
    }

    /** Same groups, topology, rules and error handler. */
    public static Duplication of(Communicator parent) {
        Communicator duplicate = Communicator.unborn(parent);
        if (parent.isInter()) {
            duplicate.setLocalPart(Communicator.unborn(parent.localPart()));
        } else {
            duplicate.sharedCalls().inheritRules(parent.sharedCalls());
        }
        ContextIds ids = parent.world().contextIds();
        long[] ours = parent.rank() == LEADER ? new long[] {ids.next(), ids.next()} : new long[2];
        return new Duplication(parent, duplicate, ours);
    }

    /** What the program will have. */
    public Communicator duplicate() {
        return duplicate;
    }

    /** What the members have to do to agree, recorded. Collective. */
    public Schedule schedule(ScheduledCollectives collectives) {
        return parent.isInter()
                ? collectives.betweenGroups().agree(block(ours), block(theirs))
                : collectives.bcast(block(ours), LEADER);
    }

    private static Block block(long[] words) {
        Block block = new Block();
        block.set(words, words.length, Datatypes.of(Predefined.LONG), true);
        return block;
    }

    /** The schedule has been carried out: the duplicate can be used. */
    public void complete() {
        if (!parent.isInter()) {
            duplicate.open(ours[0]);
            return;
        }
        duplicate.localPart().open(ours[1]);
        boolean oursIsLower =
                parent.group().worldRank(LEADER) < parent.remoteGroup().worldRank(LEADER);
        duplicate.open(oursIsLower ? ours[0] : theirs[0]);
    }
}
