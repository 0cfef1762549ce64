package mpi;

import static mpi.MPIException.check;
import static org.javampi.MPI.MPI_Comm_get_info;
import static org.javampi.MPI.MPI_Comm_set_info;
import static org.javampi.MPI.MPI_Error_class;
import static org.javampi.MPI.MPI_Reduce_local;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Info;

/** A communicator of either kind, in both dialects. */
public class Comm extends CollectivesOfOpenMpi {
    /** For {@link Intracomm#splitType}: processes that can share memory. */
    public static final int TYPE_SHARED = 0;

    Comm(MPI_Comm handle) {
        super(handle);
    }

    // ---- mpiJava

    /** {@link MPI#IDENT}, {@link MPI#CONGRUENT}, {@link MPI#SIMILAR} or {@link MPI#UNEQUAL}. */
    public static int Compare(Comm comm1, Comm comm2) {
        return comparison(comm1, comm2);
    }

    // ---- Open MPI

    /** {@link MPI#IDENT}, {@link MPI#CONGRUENT}, {@link MPI#SIMILAR} or {@link MPI#UNEQUAL}. */
    public static int compare(Comm comm1, Comm comm2) {
        return comparison(comm1, comm2);
    }

    /** A communicator of the same processes whose messages are apart. */
    @Override
    public Comm clone() {
        return dup();
    }

    /** A communicator of the same processes whose messages are apart. */
    public Comm dup() {
        return new Comm(duplicated());
    }

    /** As {@link #dup}; ready when {@link #getRequest} is complete. */
    public Comm iDup() {
        return dup();
    }

    /** A duplicate with hints. */
    public Comm dupWithInfo(Info info) {
        return dup();
    }

    /** Gives hints, which are kept. */
    public final void setInfo(Info info) {
        check(MPI_Comm_set_info(handle, Info.handle(info)));
    }

    /** A copy of the hints. */
    public final Info getInfo() {
        MPI_Info[] hints = new MPI_Info[1];
        check(MPI_Comm_get_info(handle, hints));
        return Info.of(hints[0]);
    }

    /** A new key of attributes. */
    public static int createKeyval() {
        return newKeyval();
    }

    /** Frees a key of attributes. */
    public static void freeKeyval(int keyval) {
        freedKeyval(keyval);
    }

    /** Lets the error handler deal with an error. */
    public final void callErrhandler(int errorCode) {
        int[] errorClass = new int[1];
        MPIException.check(MPI_Error_class(errorCode, errorClass));
        if (getErrhandler() == MPI.ERRORS_ARE_FATAL) {
            abort(errorClass[0]);
        }
        MPIException.check(errorCode);
    }

    /** Combines two buffers here: {@code inOutBuf[i] = inBuf[i] op inOutBuf[i]}. */
    public static void reduceLocal(Object inBuf, Object inOutBuf, int count, Datatype type, Op op) {
        checkNoObjects(type, type);
        MPIException.check(
                MPI_Reduce_local(Buffers.of(inBuf), Buffers.of(inOutBuf), count, type(type, op), op.handle(type)));
    }
}
