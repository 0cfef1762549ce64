package mpi;

import static mpi.MPIException.check;
import static org.javampi.MPI.MPI_COMM_NULL;
import static org.javampi.MPI.MPI_Comm_remote_group;
import static org.javampi.MPI.MPI_Comm_remote_size;
import static org.javampi.MPI.MPI_Intercomm_merge;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Group;

/** A communicator of two groups, each of which sends to the other. */
public class Intercomm extends Comm {
    Intercomm(MPI_Comm handle) {
        super(handle);
        begin();
    }

    // ---- mpiJava

    /** Number of processes in the other group. */
    public int Remote_size() {
        int[] size = new int[1];
        check(MPI_Comm_remote_size(handle, size));
        return size[0];
    }

    /** The other group. */
    public Group Remote_group() {
        MPI_Group[] found = new MPI_Group[1];
        check(MPI_Comm_remote_group(handle, found));
        return new Group(found[0]);
    }

    /** A communicator of both groups; those that pass true come behind. */
    public Intracomm Merge(boolean high) {
        return merge(high);
    }

    // ---- Open MPI

    @Override
    public Intercomm clone() {
        return dup();
    }

    @Override
    public Intercomm dup() {
        return new Intercomm(duplicated());
    }

    @Override
    public Intercomm iDup() {
        return dup();
    }

    @Override
    public Intercomm dupWithInfo(Info info) {
        return dup();
    }

    /** Number of processes in the other group. */
    public final int getRemoteSize() {
        return Remote_size();
    }

    /** The other group. */
    public final Group getRemoteGroup() {
        return Remote_group();
    }

    /** A communicator of both groups; those that pass true come behind. */
    public final Intracomm merge(boolean high) {
        MPI_Comm[] made = new MPI_Comm[1];
        check(MPI_Intercomm_merge(handle, high, made));
        Intracomm merged = new Intracomm(made[0]);
        merged.begin();
        return merged;
    }

    /** The null communicator: no process was started by another one. */
    public static Intercomm getParent() {
        return new Intercomm(MPI_COMM_NULL);
    }
}
