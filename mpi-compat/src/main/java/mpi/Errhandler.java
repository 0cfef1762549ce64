package mpi;

import org.javampi.MPI_Errhandler;

/** What happens to errors on a communicator. Both dialects throw unless a program sets {@link MPI#ERRORS_ARE_FATAL}. */
public class Errhandler {
    /** mpiJava: the code of {@link MPI#ERRORS_ARE_FATAL}. */
    public static final int FATAL = 1;

    /** mpiJava: the code of {@link MPI#ERRORS_RETURN}. */
    public static final int RETURN = 0;

    final MPI_Errhandler handle;

    Errhandler(MPI_Errhandler handle) {
        this.handle = handle;
    }

    /** The predefined object of that handle, so that programs can compare with ==. */
    static Errhandler of(MPI_Errhandler handle) {
        if (handle == MPI.ERRORS_ARE_FATAL.handle) {
            return MPI.ERRORS_ARE_FATAL;
        }
        return handle == MPI.ERRORS_RETURN.handle ? MPI.ERRORS_RETURN : new Errhandler(handle);
    }
}
