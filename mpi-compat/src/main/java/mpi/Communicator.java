package mpi;

import static mpi.MPIException.check;
import static org.javampi.MPI.MPI_Abort;
import static org.javampi.MPI.MPI_Attr_delete;
import static org.javampi.MPI.MPI_Attr_get;
import static org.javampi.MPI.MPI_Attr_put;
import static org.javampi.MPI.MPI_COMM_NULL;
import static org.javampi.MPI.MPI_Comm_compare;
import static org.javampi.MPI.MPI_Comm_dup;
import static org.javampi.MPI.MPI_Comm_free;
import static org.javampi.MPI.MPI_Comm_get_name;
import static org.javampi.MPI.MPI_Comm_group;
import static org.javampi.MPI.MPI_Comm_rank;
import static org.javampi.MPI.MPI_Comm_set_name;
import static org.javampi.MPI.MPI_Comm_size;
import static org.javampi.MPI.MPI_Comm_test_inter;
import static org.javampi.MPI.MPI_DUP_FN;
import static org.javampi.MPI.MPI_Errhandler_get;
import static org.javampi.MPI.MPI_Errhandler_set;
import static org.javampi.MPI.MPI_Intercomm_create;
import static org.javampi.MPI.MPI_Keyval_create;
import static org.javampi.MPI.MPI_Keyval_free;
import static org.javampi.MPI.MPI_NULL_DELETE_FN;
import static org.javampi.MPI.MPI_Topo_test;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Errhandler;
import org.javampi.MPI_Group;

/** What communicators are and have, in both dialects. */
abstract class Communicator implements Freeable, Cloneable {
    /** mpiJava: its processes. */
    public Group group;

    MPI_Comm handle;
    private Request duplication;

    Communicator(MPI_Comm handle) {
        this.handle = handle;
    }

    /** Fetches {@link #group}: not in the constructor, since predefined communicators are made before MPI begins. */
    final void begin() {
        if (handle != MPI_COMM_NULL) {
            group = Group();
        }
    }

    final MPI_Comm duplicated() {
        MPI_Comm[] copy = new MPI_Comm[1];
        check(MPI_Comm_dup(handle, copy));
        return copy[0];
    }

    /** Remembers the request of a duplication under way. */
    final void duplicatedBy(Request request) {
        duplication = request;
    }

    // ---- mpiJava

    /** Number of processes; of an inter-communicator in the local group. */
    public int Size() {
        int[] size = new int[1];
        check(MPI_Comm_size(handle, size));
        return size[0];
    }

    /** Rank of this process. */
    public int Rank() {
        int[] rank = new int[1];
        check(MPI_Comm_rank(handle, rank));
        return rank[0];
    }

    /** Its processes. */
    public Group Group() {
        MPI_Group[] found = new MPI_Group[1];
        check(MPI_Comm_group(handle, found));
        return new Group(found[0]);
    }

    static int comparison(Communicator comm1, Communicator comm2) {
        int[] result = new int[1];
        check(MPI_Comm_compare(comm1.handle, comm2.handle, result));
        return MPI.comparison(result[0]);
    }

    /** Frees it, with all of its processes. Does nothing to a predefined one. */
    public void Free() {
        free();
    }

    /** Whether it stands for no communicator. */
    public boolean Is_null() {
        return isNull();
    }

    /** Whether it is an inter-communicator. */
    public boolean Test_inter() {
        return isInter();
    }

    /** Connects two groups; this communicator has both leaders. */
    public Intercomm Create_intercomm(Comm local_comm, int local_leader, int remote_leader, int tag) {
        return createIntercomm(local_comm, local_leader, remote_leader, tag);
    }

    /** The object attached under a key, or null. */
    public Object Attr_get(int keyval) {
        return getAttr(keyval);
    }

    /** Attaches an object under a key. */
    public void Attr_put(int keyval, Object value) {
        setAttr(keyval, value);
    }

    /** Detaches the object under a key. */
    public void Attr_delete(int keyval) {
        deleteAttr(keyval);
    }

    /** {@link MPI#CART}, {@link MPI#GRAPH}, {@link MPI#DIST_GRAPH} or {@link MPI#UNDEFINED}. */
    public int Topo_test() {
        return getTopology();
    }

    /** Ends all processes of the job. */
    public void Abort(int errorcode) {
        abort(errorcode);
    }

    /** Says what happens to errors here. */
    public void Errhandler_set(Errhandler errhandler) {
        setErrhandler(errhandler);
    }

    /** What happens to errors here. */
    public Errhandler Errhandler_get() {
        return getErrhandler();
    }

    /** What happens to errors here. */
    public Errhandler Errorhandler_get() {
        return getErrhandler();
    }

    // ---- Open MPI

    /** The request of {@code iDup}, which made this communicator. */
    public final Request getRequest() {
        if (duplication == null) {
            duplication = new Request();
        }
        return duplication;
    }

    /** Number of processes; of an inter-communicator in the local group. */
    public final int getSize() {
        return Size();
    }

    /** Rank of this process. */
    public final int getRank() {
        return Rank();
    }

    /** Its processes. */
    public final Group getGroup() {
        return Group();
    }

    /** Frees it, with all of its processes. Does nothing to a predefined one. */
    @Override
    public void free() {
        if (this != MPI.COMM_WORLD && this != MPI.COMM_SELF && handle != MPI_COMM_NULL) {
            MPI_Comm[] freed = {handle};
            check(MPI_Comm_free(freed));
            handle = freed[0];
        }
    }

    /** Frees it, once its communication is over. */
    public final void disconnect() {
        free();
    }

    /** Whether it stands for no communicator. */
    public final boolean isNull() {
        return handle == MPI_COMM_NULL;
    }

    /** Whether it is an inter-communicator. */
    public final boolean isInter() {
        boolean[] flag = new boolean[1];
        check(MPI_Comm_test_inter(handle, flag));
        return flag[0];
    }

    /** Connects two groups; this communicator has both leaders. */
    public final Intercomm createIntercomm(Comm localComm, int localLeader, int remoteLeader, int tag) {
        MPI_Comm[] made = new MPI_Comm[1];
        check(MPI_Intercomm_create(localComm.handle, localLeader, handle, remoteLeader, tag, made));
        return new Intercomm(made[0]);
    }

    static int newKeyval() {
        int[] keyval = new int[1];
        check(MPI_Keyval_create(MPI_DUP_FN, MPI_NULL_DELETE_FN, keyval, null));
        return keyval[0];
    }

    static void freedKeyval(int keyval) {
        check(MPI_Keyval_free(new int[] {keyval}));
    }

    /** Attaches an object under a key. Duplicates of the communicator have it too. */
    public final void setAttr(int keyval, Object value) {
        check(MPI_Attr_put(handle, keyval, value));
    }

    /** The object attached under a key, or null. */
    public final Object getAttr(int keyval) {
        if (MPI.isAbsentAttribute(keyval)) {
            return null;
        }
        Object[] value = new Object[1];
        boolean[] flag = new boolean[1];
        check(MPI_Attr_get(handle, keyval, value, flag));
        return flag[0] ? value[0] : null;
    }

    /** Detaches the object under a key. */
    public final void deleteAttr(int keyval) {
        check(MPI_Attr_delete(handle, keyval));
    }

    /** {@link MPI#CART}, {@link MPI#GRAPH}, {@link MPI#DIST_GRAPH} or {@link MPI#UNDEFINED}. */
    public int getTopology() {
        int[] status = new int[1];
        check(MPI_Topo_test(handle, status));
        return Ranks.orConstant(status[0]);
    }

    /** Ends all processes of the job. */
    public final void abort(int errorcode) {
        check(MPI_Abort(handle, errorcode));
    }

    /** Says what happens to errors here. */
    public final void setErrhandler(Errhandler errhandler) {
        check(MPI_Errhandler_set(handle, errhandler.handle));
    }

    /** What happens to errors here. */
    public final Errhandler getErrhandler() {
        MPI_Errhandler[] found = new MPI_Errhandler[1];
        check(MPI_Errhandler_get(handle, found));
        return Errhandler.of(found[0]);
    }

    /** Names it: errors and reports say the name. */
    public final void setName(String name) {
        check(MPI_Comm_set_name(handle, name));
    }

    /** Its name; empty when it has none. */
    public final String getName() {
        String[] name = new String[1];
        check(MPI_Comm_get_name(handle, name, new int[1]));
        return name[0];
    }

    @Override
    public String toString() {
        return handle.toString();
    }
}
