package org.javampi.collectives.tune;

import static org.javampi.MPI.*;
import static org.javampi.MPIX.MPIX_COLLECTIVE_ALGORITHMS;

import org.javampi.MPI_Comm;
import org.javampi.core.spi.collective.BarrierAlgorithm;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Situation;

/**
 * What rules may ask about where the ranks are.
 *
 * @param sharedMemory whether they have a board
 * @param crowded whether they have one and outnumber the cores
 */
record Place(int ranks, int hosts, boolean sharedMemory, boolean crowded) {
    /** A barrier that keeps nobody waiting, and only looks at what the runtime tells algorithms. */
    private static final class Look implements BarrierAlgorithm {
        private Place seen;
        private Situation situation;

        @Override
        public String name() {
            return "look";
        }

        @Override
        public String refusal(Situation now) {
            // Asked twice where there is shared memory: with it, and whether the algorithm could do without.
            if (situation == null || now.sharedMemory()) {
                situation = now;
            }
            return null;
        }

        @Override
        public void run(Channel channel) {
            boolean memory = situation.sharedMemory();
            seen = new Place(
                    situation.ranks(),
                    situation.hosts(),
                    memory,
                    memory && channel.board().isCrowded());
        }
    }

    /** Of the ranks of a communicator; all of them together. */
    static Place of(MPI_Comm parent) {
        MPI_Comm[] comm = new MPI_Comm[1];
        MPI_Comm_dup(parent, comm);
        Look look = new Look();
        MPI_Attr_put(comm[0], MPIX_COLLECTIVE_ALGORITHMS, look);
        MPI_Barrier(comm[0]);
        MPI_Comm_free(comm);
        return look.seen;
    }
}
