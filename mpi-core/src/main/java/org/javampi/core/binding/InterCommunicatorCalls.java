package org.javampi.core.binding;

import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.core.comm.Communicator;
import org.javampi.core.comm.InterCommunicators;
import org.javampi.core.failure.MpiFailure;
import org.javampi.job.RankHost;

/** Inter-communicators (MPI-1.1 §5.6). */
abstract class InterCommunicatorCalls extends CommunicatorCalls {
    InterCommunicatorCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    @Override
    public int MPI_Comm_remote_size(MPI_Comm comm, int[] size) {
        return guard("MPI_Comm_remote_size", comm, c -> {
            checkInter(c);
            checkOut(size, "size");
            size[0] = c.remoteSize();
        });
    }

    @Override
    public int MPI_Comm_test_inter(MPI_Comm comm, boolean[] flag) {
        return guard("MPI_Comm_test_inter", comm, c -> {
            checkOut(flag, "flag");
            flag[0] = c.isInter();
        });
    }

    @Override
    public int MPI_Intercomm_create(
            MPI_Comm local_comm,
            int local_leader,
            MPI_Comm peer_comm,
            int remote_leader,
            int tag,
            MPI_Comm[] newintercomm) {
        return guard("MPI_Intercomm_create", local_comm, local -> {
            checkIntra(local);
            checkOut(newintercomm, "newintercomm");
            checkSendTag(tag);
            checkLeader("local_leader", local_leader, local.size(), local);
            newintercomm[0] = local.rank() == local_leader
                    ? lead(local, peer_comm, remote_leader, tag)
                    : InterCommunicators.follow(local, local_leader);
        });
    }

    /** What is wrong at the leader becomes an error of the whole group: nobody is left waiting. */
    private Communicator lead(Communicator local, MPI_Comm peer_comm, int remoteLeader, int tag) {
        Communicator peer;
        try {
            peer = communicator(peer_comm);
            checkLeader("remote_leader", remoteLeader, peer.remoteSize(), peer);
        } catch (MpiFailure failure) {
            InterCommunicators.refuse(local);
            throw failure;
        }
        return InterCommunicators.lead(local, peer, remoteLeader, tag);
    }

    private static void checkLeader(String name, int rank, int size, Communicator where) {
        if (rank < 0 || rank >= size) {
            throw new MpiFailure(
                    MPI.MPI_ERR_RANK,
                    name + " " + rank + " is no rank of " + where + " (allowed 0.." + (size - 1) + ")");
        }
    }

    @Override
    public int MPI_Intercomm_merge(MPI_Comm intercomm, boolean high, MPI_Comm[] newintracomm) {
        return guard("MPI_Intercomm_merge", intercomm, c -> {
            checkInter(c);
            checkOut(newintracomm, "newintracomm");
            newintracomm[0] = InterCommunicators.merge(c, high);
        });
    }
}
