package org.javampi.core.comm;

import org.javampi.core.group.Group;

/**
 * What distinguishes a communicator from the one that it was made of: enough to make it again at one rank without asking
 * the others, which nobody can then communicate with.
 *
 * @param origin how it was made, for messages
 * @param context name of its context where it was made first
 * @param members world ranks of the local group
 * @param remoteMembers world ranks of the other group, null for an intra-communicator
 * @param topology a grid or graph, or null
 */
public record CommunicatorShape(String origin, long context, int[] members, int[] remoteMembers, Object topology) {
    /**
     * Of a communicator.
     *
     * @param context its name, which it need not have yet
     */
    public static CommunicatorShape of(Communicator communicator, long context) {
        return new CommunicatorShape(
                communicator.toString(),
                context,
                communicator.group().worldRanks(),
                communicator.isInter() ? communicator.remoteGroup().worldRanks() : null,
                communicator.topology());
    }

    /** A communicator of this shape, made of {@code parent}; its contexts have names of this rank's own. */
    public Communicator madeOf(Communicator parent) {
        Group local = Group.of(members);
        Group remote = remoteMembers == null ? local : Group.of(remoteMembers);
        Communicator made = made(parent, origin, local, remote);
        if (remoteMembers != null) {
            made.setLocalPart(made(parent, "local part of " + origin, local, local));
        }
        made.setTopology(topology);
        return made;
    }

    private static Communicator made(Communicator parent, String origin, Group local, Group remote) {
        long context = parent.world().contextIds().next();
        Communicator made =
                new Communicator(parent.world(), origin, context, local, remote, null, parent.errorHandler());
        made.restrict(parent.restriction());
        return made;
    }
}
