package org.javampi;

/**
 * Names, errors, time, and the beginning and end of MPI (MPI-1.1 chapter 7), in C form and value
 * form.
 */
@Chapter
abstract class Environment extends PartitionedMessages {
    Environment() {}

    /**
     * Names the host that this process runs on. (MPI-1.1 §7.1.1.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param name out: the name, at most MPI_MAX_PROCESSOR_NAME characters, at element 0
     * @param resultlen out: the name's length in characters, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns(value = "name", without = "resultlen")
    public static int MPI_Get_processor_name(String[] name, int[] resultlen) {
        return Calls.tool().MPI_Get_processor_name(name, resultlen);
    }

    /**
     * Makes an error handler of a function. (MPI-1.1 §7.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_OTHER.
     *
     * @param function called with the communicator and the error code
     * @param errhandler out: the error handler, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("errhandler")
    public static int MPI_Errhandler_create(MPI_Handler_function function, MPI_Errhandler[] errhandler) {
        return Calls.tool().MPI_Errhandler_create(function, errhandler);
    }

    /**
     * Says what happens to errors on a communicator, at this process. (MPI-1.1 §7.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM.
     *
     * @param comm communicator whose errors at this process it gets
     * @param errhandler MPI_ERRORS_ARE_FATAL, MPI_ERRORS_RETURN, MPI_ERRORS_THROW_EXCEPTIONS or one
     *     that MPI_Errhandler_create made
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
     * @param comm communicator asked about
     * @param errhandler out: the error handler in force, to be freed, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("errhandler")
    public static int MPI_Errhandler_get(MPI_Comm comm, MPI_Errhandler[] errhandler) {
        return Calls.tool().MPI_Errhandler_get(comm, errhandler);
    }

    /**
     * Gives an error handler up; communicators go on using it. (MPI-1.1 §7.2.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param errhandler the error handler, at element 0; MPI_ERRHANDLER_NULL afterwards
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
     * @param errhandler the error handler, not to be used afterwards
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
     * @param errorcode what a call has returned or an MPIException carries, or a class
     * @param string out: the text, at element 0
     * @param resultlen out: the text's length in characters, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns(value = "string", without = "resultlen")
    public static int MPI_Error_string(int errorcode, String[] string, int[] resultlen) {
        return Calls.tool().MPI_Error_string(errorcode, string, resultlen);
    }

    /**
     * Finds the class of an error code. (MPI-1.1 §7.3.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param errorcode what a call has returned or an MPIException carries, or a class
     * @param errorclass out: the class, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("errorclass")
    public static int MPI_Error_class(int errorcode, int[] errorclass) {
        return Calls.tool().MPI_Error_class(errorcode, errorclass);
    }

    /**
     * Tells the time in seconds since some moment before the program began. (MPI-1.1 §7.4.)
     *
     * @return elapsed time, in seconds
     */
    public static double MPI_Wtime() {
        return Calls.tool().MPI_Wtime();
    }

    /**
     * Tells the resolution of MPI_Wtime in seconds. (MPI-1.1 §7.4.)
     *
     * @return seconds from one tick of MPI_Wtime to the next
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
     * @param args arguments of the program, left as they are; may be null
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
     * @param flag out: whether MPI_Init has been called, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("flag")
    public static int MPI_Initialized(boolean[] flag) {
        return Calls.tool().MPI_Initialized(flag);
    }

    /**
     * True once MPI_Finalize has completed. (An extension; MPI-1.1 §7.5 has MPI_Initialized alone.)
     *
     * @param flag out: whether MPI_Finalize has completed, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("flag")
    public static int MPI_Finalized(boolean[] flag) {
        return Calls.tool().MPI_Finalized(flag);
    }

    /**
     * Ends all processes of the job; {@code errorcode} becomes the launcher's exit status. (MPI-1.1
     * §7.5.)
     *
     * <p>Errors: MPI_ERR_COMM.
     *
     * @param comm communicator whose processes are to end; in fact all of the job do
     * @param errorcode exit status of the job; for shells, its lowest 8 bits
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

    /**
     * Names this library, its version, the version of the standard that it follows, and the Java that it runs on. May be
     * called before MPI_Init and after MPI_Finalize. (MPI-4.1 §9.1.1.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param version out: the text, fewer than MPI_MAX_LIBRARY_VERSION_STRING characters, at element 0
     * @param resultlen out: the text's length in characters, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns(value = "version", without = "resultlen")
    public static int MPI_Get_library_version(String[] version, int[] resultlen) {
        return Calls.tool().MPI_Get_library_version(version, resultlen);
    }

    /**
     * Makes an error handler of a function. (MPI-4.1 §9.3.1.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param comm_errhandler_fn called with the communicator and the error code
     * @param errhandler out: the error handler, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("errhandler")
    public static int MPI_Comm_create_errhandler(
            MPI_Comm_errhandler_function comm_errhandler_fn, MPI_Errhandler[] errhandler) {
        return Calls.tool().MPI_Comm_create_errhandler(comm_errhandler_fn, errhandler);
    }

    /**
     * Says what happens to errors on a communicator, at this process. (MPI-4.1 §9.3.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM.
     *
     * @param comm communicator whose errors at this process it gets
     * @param errhandler MPI_ERRORS_ARE_FATAL, MPI_ERRORS_RETURN, MPI_ERRORS_THROW_EXCEPTIONS or one
     *     that MPI_Comm_create_errhandler made
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Comm_set_errhandler(MPI_Comm comm, MPI_Errhandler errhandler) {
        return Calls.tool().MPI_Comm_set_errhandler(comm, errhandler);
    }

    /**
     * Tells what happens to errors on a communicator; the handle is a reference of its own, to be
     * freed. (MPI-4.1 §9.3.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM.
     *
     * @param comm communicator asked about
     * @param errhandler out: the error handler in force, to be freed, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("errhandler")
    public static int MPI_Comm_get_errhandler(MPI_Comm comm, MPI_Errhandler[] errhandler) {
        return Calls.tool().MPI_Comm_get_errhandler(comm, errhandler);
    }

    /**
     * Does with an error code what the communicator's error handler does with an error. (MPI-4.1
     * §9.3.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM.
     *
     * @param comm communicator whose error handler is called
     * @param errorcode a code of MPI's or of the program's own
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Comm_call_errhandler(MPI_Comm comm, int errorcode) {
        return Calls.tool().MPI_Comm_call_errhandler(comm, errorcode);
    }

    /**
     * Joins the world as MPI_Init does, and tells what threads may do: always MPI_THREAD_MULTIPLE,
     * whatever is required. (MPI-4.1 §11.6.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_OTHER.
     *
     * @param args arguments of the program, left as they are; may be null
     * @param required level wanted, MPI_THREAD_SINGLE to MPI_THREAD_MULTIPLE
     * @param provided out: MPI_THREAD_MULTIPLE: any thread may call at any time, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("provided")
    public static int MPI_Init_thread(String[] args, int required, int[] provided) {
        return Calls.tool().MPI_Init_thread(args, required, provided);
    }

    /**
     * Tells what threads may do. (MPI-4.1 §11.6.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_OTHER.
     *
     * @param provided out: MPI_THREAD_MULTIPLE, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("provided")
    public static int MPI_Query_thread(int[] provided) {
        return Calls.tool().MPI_Query_thread(provided);
    }

    /**
     * Tells whether the calling thread is the one that has called MPI_Init or MPI_Init_thread.
     * (MPI-4.1 §11.6.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_OTHER.
     *
     * @param flag out: whether it is, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("flag")
    public static int MPI_Is_thread_main(boolean[] flag) {
        return Calls.tool().MPI_Is_thread_main(flag);
    }

    /**
     * Makes an error class of the program's own, which is also an error code. (MPI-4.1 §9.5.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param errorclass out: the class, above MPI_ERR_LASTCODE, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("errorclass")
    public static int MPI_Add_error_class(int[] errorclass) {
        return Calls.tool().MPI_Add_error_class(errorclass);
    }

    /**
     * Makes an error code of the program's own. (MPI-4.1 §9.5.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param errorclass class of the code, predefined or the program's own
     * @param errorcode out: the code, above MPI_ERR_LASTCODE, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("errorcode")
    public static int MPI_Add_error_code(int errorclass, int[] errorcode) {
        return Calls.tool().MPI_Add_error_code(errorclass, errorcode);
    }

    /**
     * Says what a code or class of the program's own means; MPI_Error_string gives it back.
     * (MPI-4.1 §9.5.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param errorcode a code or class that the program has added
     * @param string the text, at most MPI_MAX_ERROR_STRING characters; an earlier one is replaced
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Add_error_string(int errorcode, String string) {
        return Calls.tool().MPI_Add_error_string(errorcode, string);
    }

    /**
     * Removes an error class of the program's own that has no codes any more. (MPI-4.1 §9.5.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param errorclass the class
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Remove_error_class(int errorclass) {
        return Calls.tool().MPI_Remove_error_class(errorclass);
    }

    /**
     * Removes an error code of the program's own that has no text any more. (MPI-4.1 §9.5.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param errorcode the code
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Remove_error_code(int errorcode) {
        return Calls.tool().MPI_Remove_error_code(errorcode);
    }

    /**
     * Removes the text of a code or class of the program's own. (MPI-4.1 §9.5.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param errorcode the code or class
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Remove_error_string(int errorcode) {
        return Calls.tool().MPI_Remove_error_string(errorcode);
    }

    /**
     * Tells whether an operation may change the order of its operands. (MPI-4.1 §6.9.6.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_OP.
     *
     * @param op operation, predefined or made by MPI_Op_create
     * @param commute out: whether it may, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("commute")
    public static int MPI_Op_commutative(MPI_Op op, boolean[] commute) {
        return Calls.tool().MPI_Op_commutative(op, commute);
    }
}
