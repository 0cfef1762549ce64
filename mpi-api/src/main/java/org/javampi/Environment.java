package org.javampi;

/** The functions of the standard's chapter, in C form and value form. */
abstract class Environment extends Topologies {
    Environment() {}

    /**
     * Names the host that this process runs on. (MPI-1.1 §7.1.1.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param name out: the name, at element 0
     * @param resultlen out: length of the text, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Get_processor_name(String[] name, int[] resultlen) {
        return Calls.tool().MPI_Get_processor_name(name, resultlen);
    }

    /**
     * Names the host that this process runs on. (MPI-1.1 §7.1.1.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @return the text
     */
    public static String MPI_Get_processor_name() {
        String[] name = new String[1];
        int[] resultlen = new int[1];
        Calls.check(Calls.tool().MPI_Get_processor_name(name, resultlen));
        return name[0];
    }

    /**
     * Makes an error handler of a function. (MPI-1.1 §7.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_OTHER.
     *
     * @param function what is called
     * @param errhandler out: the handler, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Errhandler_create(
            MPI_Handler_function function, MPI_Errhandler[] errhandler) {
        return Calls.tool().MPI_Errhandler_create(function, errhandler);
    }

    /**
     * Makes an error handler of a function. (MPI-1.1 §7.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_OTHER.
     *
     * @param function what is called
     * @return the handler
     */
    public static MPI_Errhandler MPI_Errhandler_create(MPI_Handler_function function) {
        MPI_Errhandler[] errhandler = new MPI_Errhandler[1];
        Calls.check(Calls.tool().MPI_Errhandler_create(function, errhandler));
        return errhandler[0];
    }

    /**
     * Says what happens to errors on a communicator, at this process. (MPI-1.1 §7.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM.
     *
     * @param comm communicator of the call
     * @param errhandler error handler
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Errhandler_set(MPI_Comm comm, MPI_Errhandler errhandler) {
        return Calls.tool().MPI_Errhandler_set(comm, errhandler);
    }

    /**
     * Tells what happens to errors on a communicator; the handle is a reference of its own, to be
     * freed. (MPI-1.1 §7.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM.
     *
     * @param comm communicator of the call
     * @param errhandler out: the handler in force, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Errhandler_get(MPI_Comm comm, MPI_Errhandler[] errhandler) {
        return Calls.tool().MPI_Errhandler_get(comm, errhandler);
    }

    /**
     * Tells what happens to errors on a communicator; the handle is a reference of its own, to be
     * freed. (MPI-1.1 §7.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM.
     *
     * @param comm communicator of the call
     * @return the handler
     */
    public static MPI_Errhandler MPI_Errhandler_get(MPI_Comm comm) {
        MPI_Errhandler[] errhandler = new MPI_Errhandler[1];
        Calls.check(Calls.tool().MPI_Errhandler_get(comm, errhandler));
        return errhandler[0];
    }

    /**
     * Gives an error handler up; communicators go on using it. (MPI-1.1 §7.2.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param errhandler the handler; MPI_ERRHANDLER_NULL afterwards
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Errhandler_free(MPI_Errhandler[] errhandler) {
        return Calls.tool().MPI_Errhandler_free(errhandler);
    }

    /**
     * Gives an error handler up; communicators go on using it. (MPI-1.1 §7.2.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param errhandler the handler; MPI_ERRHANDLER_NULL afterwards
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Errhandler_free(MPI_Errhandler errhandler) {
        return Calls.tool().MPI_Errhandler_free(errhandler);
    }

    /**
     * Says in words what an error code means, with the circumstances when the code is recent.
     * (MPI-1.1 §7.2.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param errorcode code that a call has returned
     * @param string out: the text, at element 0
     * @param resultlen out: length of the text, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Error_string(int errorcode, String[] string, int[] resultlen) {
        return Calls.tool().MPI_Error_string(errorcode, string, resultlen);
    }

    /**
     * Says in words what an error code means, with the circumstances when the code is recent.
     * (MPI-1.1 §7.2.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param errorcode code that a call has returned
     * @return the text
     */
    public static String MPI_Error_string(int errorcode) {
        String[] string = new String[1];
        int[] resultlen = new int[1];
        Calls.check(Calls.tool().MPI_Error_string(errorcode, string, resultlen));
        return string[0];
    }

    /**
     * Finds the class of an error code. (MPI-1.1 §7.3.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param errorcode code that a call has returned
     * @param errorclass out: the class, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Error_class(int errorcode, int[] errorclass) {
        return Calls.tool().MPI_Error_class(errorcode, errorclass);
    }

    /**
     * Finds the class of an error code. (MPI-1.1 §7.3.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param errorcode code that a call has returned
     * @return the value itself; errors that the handler would return are thrown
     */
    public static int MPI_Error_class(int errorcode) {
        int[] errorclass = new int[1];
        Calls.check(Calls.tool().MPI_Error_class(errorcode, errorclass));
        return errorclass[0];
    }

    /**
     * Tells the time in seconds since some moment before the program began. (MPI-1.1 §7.4.)
     *
     * @return seconds
     */
    public static double MPI_Wtime() {
        return Calls.tool().MPI_Wtime();
    }

    /**
     * Tells the resolution of MPI_Wtime in seconds. (MPI-1.1 §7.4.)
     *
     * @return seconds
     */
    public static double MPI_Wtick() {
        return Calls.tool().MPI_Wtick();
    }

    /**
     * Joins the world. Everything but MPI_Initialized, MPI_Finalized and MPI_Get_version comes
     * after it. The arguments stay as they are; null is allowed. (MPI-1.1 §7.5.)
     *
     * <p>Errors: MPI_ERR_OTHER.
     *
     * @param args arguments of the program, may be null
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Init(String[] args) {
        return Calls.tool().MPI_Init(args);
    }

    /**
     * Joins the world. Everything but MPI_Initialized, MPI_Finalized and MPI_Get_version comes
     * after it. The arguments stay as they are; null is allowed. (MPI-1.1 §7.5.)
     *
     * <p>Errors: MPI_ERR_OTHER.
     *
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Init() {
        return Calls.tool().MPI_Init(null);
    }

    /**
     * Leaves the world together with all other ranks, after what was started here has been sent.
     * (MPI-1.1 §7.5.)
     *
     * <p>Errors: MPI_ERR_OTHER.
     *
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Finalize() {
        return Calls.tool().MPI_Finalize();
    }

    /**
     * Tells whether MPI_Init has been called, also after MPI_Finalize. (MPI-1.1 §7.5.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param flag out: the answer, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Initialized(boolean[] flag) {
        return Calls.tool().MPI_Initialized(flag);
    }

    /**
     * Tells whether MPI_Init has been called, also after MPI_Finalize. (MPI-1.1 §7.5.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @return whether it is so
     */
    public static boolean MPI_Initialized() {
        boolean[] flag = new boolean[1];
        Calls.check(Calls.tool().MPI_Initialized(flag));
        return flag[0];
    }

    /**
     * True once MPI_Finalize has completed. (An extension; MPI-1.1 §7.5 has MPI_Initialized alone.)
     *
     * @param flag out: the answer, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Finalized(boolean[] flag) {
        return Calls.tool().MPI_Finalized(flag);
    }

    /**
     * True once MPI_Finalize has completed. (An extension; MPI-1.1 §7.5 has MPI_Initialized alone.)
     *
     * @return whether it is so
     */
    public static boolean MPI_Finalized() {
        boolean[] flag = new boolean[1];
        Calls.check(Calls.tool().MPI_Finalized(flag));
        return flag[0];
    }

    /**
     * Ends all processes of the job; {@code errorcode} becomes the launcher's exit status. (MPI-1.1
     * §7.5.)
     *
     * <p>Errors: MPI_ERR_COMM.
     *
     * @param comm communicator of the call
     * @param errorcode exit status of the job
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Abort(MPI_Comm comm, int errorcode) {
        return Calls.tool().MPI_Abort(comm, errorcode);
    }

    /**
     * Tells which version of the standard this is: 1.2. (MPI-1.2 §3.1.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param version out: 1, at element 0
     * @param subversion out: 2, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Get_version(int[] version, int[] subversion) {
        return Calls.tool().MPI_Get_version(version, subversion);
    }
}
