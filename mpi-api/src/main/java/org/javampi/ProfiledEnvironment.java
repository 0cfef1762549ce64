package org.javampi;

/** Environment functions. */
abstract class ProfiledEnvironment extends ProfiledTopologies {
    ProfiledEnvironment() {}

    /** Name of the hardware the caller runs on, at most MPI_MAX_PROCESSOR_NAME characters. */
    public static int PMPI_Get_processor_name(String[] name, int[] resultlen) {
        return Calls.binding().MPI_Get_processor_name(name, resultlen);
    }

    /** Name of the hardware the caller runs on, at most MPI_MAX_PROCESSOR_NAME characters. */
    public static String PMPI_Get_processor_name() {
        String[] name = new String[1];
        int[] resultlen = new int[1];
        Calls.check(Calls.binding().MPI_Get_processor_name(name, resultlen));
        return name[0];
    }

    /** Registers a user function as error handler. */
    public static int PMPI_Errhandler_create(
            MPI_Handler_function function, MPI_Errhandler[] errhandler) {
        return Calls.binding().MPI_Errhandler_create(function, errhandler);
    }

    /** Registers a user function as error handler. */
    public static MPI_Errhandler PMPI_Errhandler_create(MPI_Handler_function function) {
        MPI_Errhandler[] errhandler = new MPI_Errhandler[1];
        Calls.check(Calls.binding().MPI_Errhandler_create(function, errhandler));
        return errhandler[0];
    }

    /** Attaches an error handler to a communicator at this process only. */
    public static int PMPI_Errhandler_set(MPI_Comm comm, MPI_Errhandler errhandler) {
        return Calls.binding().MPI_Errhandler_set(comm, errhandler);
    }

    /** Returns the error handler currently attached to a communicator. */
    public static int PMPI_Errhandler_get(MPI_Comm comm, MPI_Errhandler[] errhandler) {
        return Calls.binding().MPI_Errhandler_get(comm, errhandler);
    }

    /** Returns the error handler currently attached to a communicator. */
    public static MPI_Errhandler PMPI_Errhandler_get(MPI_Comm comm) {
        MPI_Errhandler[] errhandler = new MPI_Errhandler[1];
        Calls.check(Calls.binding().MPI_Errhandler_get(comm, errhandler));
        return errhandler[0];
    }

    /**
     * Marks a handler for deallocation, handle becomes MPI_ERRHANDLER_NULL; still used where
     * attached.
     */
    public static int PMPI_Errhandler_free(MPI_Errhandler[] errhandler) {
        return Calls.binding().MPI_Errhandler_free(errhandler);
    }

    /**
     * Marks a handler for deallocation, handle becomes MPI_ERRHANDLER_NULL; still used where
     * attached.
     */
    public static int PMPI_Errhandler_free(MPI_Errhandler errhandler) {
        return Calls.binding().MPI_Errhandler_free(errhandler);
    }

    /** Text for an error code or class. */
    public static int PMPI_Error_string(int errorcode, String[] string, int[] resultlen) {
        return Calls.binding().MPI_Error_string(errorcode, string, resultlen);
    }

    /** Text for an error code or class. */
    public static String PMPI_Error_string(int errorcode) {
        String[] string = new String[1];
        int[] resultlen = new int[1];
        Calls.check(Calls.binding().MPI_Error_string(errorcode, string, resultlen));
        return string[0];
    }

    /** Maps an error code to its error class; a class maps to itself. */
    public static int PMPI_Error_class(int errorcode, int[] errorclass) {
        return Calls.binding().MPI_Error_class(errorcode, errorclass);
    }

    /** Maps an error code to its error class; a class maps to itself. */
    public static int PMPI_Error_class(int errorcode) {
        int[] errorclass = new int[1];
        Calls.check(Calls.binding().MPI_Error_class(errorcode, errorclass));
        return errorclass[0];
    }

    /** Elapsed wall-clock seconds since a fixed time in the past. */
    public static double PMPI_Wtime() {
        return Calls.binding().MPI_Wtime();
    }

    /** Resolution of MPI_Wtime in seconds. */
    public static double PMPI_Wtick() {
        return Calls.binding().MPI_Wtick();
    }

    /** Initialises MPI; first MPI call apart from MPI_Initialized and MPI_Get_version. */
    public static int PMPI_Init(String[] args) {
        return Calls.binding().MPI_Init(args);
    }

    /** Initialises MPI without program arguments. */
    public static int PMPI_Init() {
        return Calls.binding().MPI_Init(null);
    }

    /** Shuts MPI down; afterwards only MPI_Get_version and MPI_Initialized may be called. */
    public static int PMPI_Finalize() {
        return Calls.binding().MPI_Finalize();
    }

    /** True once MPI_Init has been called, also after MPI_Finalize. */
    public static int PMPI_Initialized(boolean[] flag) {
        return Calls.binding().MPI_Initialized(flag);
    }

    /** True once MPI_Init has been called, also after MPI_Finalize. */
    public static boolean PMPI_Initialized() {
        boolean[] flag = new boolean[1];
        Calls.check(Calls.binding().MPI_Initialized(flag));
        return flag[0];
    }

    /** True once MPI_Finalize has completed (extension, MPI-2). */
    public static int PMPI_Finalized(boolean[] flag) {
        return Calls.binding().MPI_Finalized(flag);
    }

    /** True once MPI_Finalize has completed (extension, MPI-2). */
    public static boolean PMPI_Finalized() {
        boolean[] flag = new boolean[1];
        Calls.check(Calls.binding().MPI_Finalized(flag));
        return flag[0];
    }

    /**
     * Best-effort abort of all processes of comm (at least MPI_COMM_WORLD), passing errorcode to
     * the environment.
     */
    public static int PMPI_Abort(MPI_Comm comm, int errorcode) {
        return Calls.binding().MPI_Abort(comm, errorcode);
    }

    /** Version and subversion of the standard implemented: 1 and 2. */
    public static int PMPI_Get_version(int[] version, int[] subversion) {
        return Calls.binding().MPI_Get_version(version, subversion);
    }
}
