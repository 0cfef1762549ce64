package org.javampi;

/** Environment functions. */
abstract class Environment extends Topologies {
    Environment() {}

    /** Name of the hardware the caller runs on, at most MPI_MAX_PROCESSOR_NAME characters. */
    public static int MPI_Get_processor_name(String[] name, int[] resultlen) {
        return Calls.tool().MPI_Get_processor_name(name, resultlen);
    }

    /** Name of the hardware the caller runs on, at most MPI_MAX_PROCESSOR_NAME characters. */
    public static String MPI_Get_processor_name() {
        String[] name = new String[1];
        int[] resultlen = new int[1];
        Calls.check(Calls.tool().MPI_Get_processor_name(name, resultlen));
        return name[0];
    }

    /** Registers a user function as error handler. */
    public static int MPI_Errhandler_create(
            MPI_Handler_function function, MPI_Errhandler[] errhandler) {
        return Calls.tool().MPI_Errhandler_create(function, errhandler);
    }

    /** Registers a user function as error handler. */
    public static MPI_Errhandler MPI_Errhandler_create(MPI_Handler_function function) {
        MPI_Errhandler[] errhandler = new MPI_Errhandler[1];
        Calls.check(Calls.tool().MPI_Errhandler_create(function, errhandler));
        return errhandler[0];
    }

    /** Attaches an error handler to a communicator at this process only. */
    public static int MPI_Errhandler_set(MPI_Comm comm, MPI_Errhandler errhandler) {
        return Calls.tool().MPI_Errhandler_set(comm, errhandler);
    }

    /** Returns the error handler currently attached to a communicator. */
    public static int MPI_Errhandler_get(MPI_Comm comm, MPI_Errhandler[] errhandler) {
        return Calls.tool().MPI_Errhandler_get(comm, errhandler);
    }

    /** Returns the error handler currently attached to a communicator. */
    public static MPI_Errhandler MPI_Errhandler_get(MPI_Comm comm) {
        MPI_Errhandler[] errhandler = new MPI_Errhandler[1];
        Calls.check(Calls.tool().MPI_Errhandler_get(comm, errhandler));
        return errhandler[0];
    }

    /**
     * Marks a handler for deallocation, handle becomes MPI_ERRHANDLER_NULL; still used where
     * attached.
     */
    public static int MPI_Errhandler_free(MPI_Errhandler[] errhandler) {
        return Calls.tool().MPI_Errhandler_free(errhandler);
    }

    /**
     * Marks a handler for deallocation, handle becomes MPI_ERRHANDLER_NULL; still used where
     * attached.
     */
    public static int MPI_Errhandler_free(MPI_Errhandler errhandler) {
        return Calls.tool().MPI_Errhandler_free(errhandler);
    }

    /** Text for an error code or class. */
    public static int MPI_Error_string(int errorcode, String[] string, int[] resultlen) {
        return Calls.tool().MPI_Error_string(errorcode, string, resultlen);
    }

    /** Text for an error code or class. */
    public static String MPI_Error_string(int errorcode) {
        String[] string = new String[1];
        int[] resultlen = new int[1];
        Calls.check(Calls.tool().MPI_Error_string(errorcode, string, resultlen));
        return string[0];
    }

    /** Maps an error code to its error class; a class maps to itself. */
    public static int MPI_Error_class(int errorcode, int[] errorclass) {
        return Calls.tool().MPI_Error_class(errorcode, errorclass);
    }

    /** Maps an error code to its error class; a class maps to itself. */
    public static int MPI_Error_class(int errorcode) {
        int[] errorclass = new int[1];
        Calls.check(Calls.tool().MPI_Error_class(errorcode, errorclass));
        return errorclass[0];
    }

    /** Elapsed wall-clock seconds since a fixed time in the past. */
    public static double MPI_Wtime() {
        return Calls.tool().MPI_Wtime();
    }

    /** Resolution of MPI_Wtime in seconds. */
    public static double MPI_Wtick() {
        return Calls.tool().MPI_Wtick();
    }

    /** Initialises MPI; first MPI call apart from MPI_Initialized and MPI_Get_version. */
    public static int MPI_Init(String[] args) {
        return Calls.tool().MPI_Init(args);
    }

    /** Initialises MPI without program arguments. */
    public static int MPI_Init() {
        return Calls.tool().MPI_Init(null);
    }

    /** Shuts MPI down; afterwards only MPI_Get_version and MPI_Initialized may be called. */
    public static int MPI_Finalize() {
        return Calls.tool().MPI_Finalize();
    }

    /** True once MPI_Init has been called, also after MPI_Finalize. */
    public static int MPI_Initialized(boolean[] flag) {
        return Calls.tool().MPI_Initialized(flag);
    }

    /** True once MPI_Init has been called, also after MPI_Finalize. */
    public static boolean MPI_Initialized() {
        boolean[] flag = new boolean[1];
        Calls.check(Calls.tool().MPI_Initialized(flag));
        return flag[0];
    }

    /** True once MPI_Finalize has completed (extension, MPI-2). */
    public static int MPI_Finalized(boolean[] flag) {
        return Calls.tool().MPI_Finalized(flag);
    }

    /** True once MPI_Finalize has completed (extension, MPI-2). */
    public static boolean MPI_Finalized() {
        boolean[] flag = new boolean[1];
        Calls.check(Calls.tool().MPI_Finalized(flag));
        return flag[0];
    }

    /**
     * Best-effort abort of all processes of comm (at least MPI_COMM_WORLD), passing errorcode to
     * the environment.
     */
    public static int MPI_Abort(MPI_Comm comm, int errorcode) {
        return Calls.tool().MPI_Abort(comm, errorcode);
    }

    /** Version and subversion of the standard implemented: 1 and 2. */
    public static int MPI_Get_version(int[] version, int[] subversion) {
        return Calls.tool().MPI_Get_version(version, subversion);
    }
}
