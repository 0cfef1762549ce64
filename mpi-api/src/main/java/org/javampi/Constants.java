package org.javampi;

/** Constants of MPI-1.2 and the extensions of this binding. */
abstract class Constants {
    Constants() {}

    /** no error. */
    public static final int MPI_SUCCESS = 0;

    /** invalid buffer argument. */
    public static final int MPI_ERR_BUFFER = 1;

    /** invalid count. */
    public static final int MPI_ERR_COUNT = 2;

    /** invalid datatype (null, uncommitted, freed, not allowed here). */
    public static final int MPI_ERR_TYPE = 3;

    /** tag out of range. */
    public static final int MPI_ERR_TAG = 4;

    /** invalid communicator. */
    public static final int MPI_ERR_COMM = 5;

    /** invalid rank. */
    public static final int MPI_ERR_RANK = 6;

    /** invalid request handle. */
    public static final int MPI_ERR_REQUEST = 7;

    /** invalid root. */
    public static final int MPI_ERR_ROOT = 8;

    /** invalid group. */
    public static final int MPI_ERR_GROUP = 9;

    /** invalid reduction operation, or operation not defined for the datatype. */
    public static final int MPI_ERR_OP = 10;

    /** invalid or missing topology. */
    public static final int MPI_ERR_TOPOLOGY = 11;

    /** invalid dimension argument. */
    public static final int MPI_ERR_DIMS = 12;

    /** invalid argument of another kind. */
    public static final int MPI_ERR_ARG = 13;

    /** unknown error (no useful text). */
    public static final int MPI_ERR_UNKNOWN = 14;

    /** message longer than the receive buffer. */
    public static final int MPI_ERR_TRUNCATE = 15;

    /** known error outside the list; MPI_Error_string gives useful text. */
    public static final int MPI_ERR_OTHER = 16;

    /** internal error of the implementation. */
    public static final int MPI_ERR_INTERN = 17;

    /** per-status value: the request neither failed nor completed. */
    public static final int MPI_ERR_PENDING = 18;

    /** returned by array completion calls only: look in the statuses. */
    public static final int MPI_ERR_IN_STATUS = 19;

    /** upper bound of all error codes. */
    public static final int MPI_ERR_LASTCODE = 0x3fff_ffff;

    /** rank of a dummy process for send/receive/probe. */
    public static final int MPI_PROC_NULL = Predefined.PROC_NULL;

    /**
     * source wildcard for receives and probes; also a value of attribute MPI_IO and source of the
     * empty status.
     */
    public static final int MPI_ANY_SOURCE = Predefined.ANY_SOURCE;

    /**
     * tag wildcard for receives and probes; tag of the empty status and of a MPI_PROC_NULL receive.
     */
    public static final int MPI_ANY_TAG = Predefined.ANY_TAG;

    /** "no meaningful value": counts, indices, ranks, colour, topology kind. */
    public static final int MPI_UNDEFINED = -32766;

    /** upper bound in bytes of the per-message bookkeeping taken from the attached buffer. */
    public static final int MPI_BSEND_OVERHEAD = 64;

    /** invalid attribute key, for static initialisation. */
    public static final int MPI_KEYVAL_INVALID = -1;

    /** room needed for MPI_Get_processor_name. */
    public static final int MPI_MAX_PROCESSOR_NAME = 256;

    /** room needed for MPI_Error_string. */
    public static final int MPI_MAX_ERROR_STRING = 1024;

    /** same object (communicators); same members in same order (groups). */
    public static final int MPI_IDENT = 0;

    /** communicators differing in context only. */
    public static final int MPI_CONGRUENT = 1;

    /** same members, different order. */
    public static final int MPI_SIMILAR = 2;

    /** anything else. */
    public static final int MPI_UNEQUAL = 3;

    /** graph topology (result of MPI_Topo_test). */
    public static final int MPI_GRAPH = 1;

    /** cartesian topology (result of MPI_Topo_test). */
    public static final int MPI_CART = 2;

    /** version number of the standard. */
    public static final int MPI_VERSION = 1;

    /** subversion number of the standard. */
    public static final int MPI_SUBVERSION = 2;

    /** largest tag value. */
    public static final int MPI_TAG_UB = 0;

    /** rank of the host process or MPI_PROC_NULL. */
    public static final int MPI_HOST = 1;

    /** rank with language-standard I/O, MPI_ANY_SOURCE if all, MPI_PROC_NULL if none. */
    public static final int MPI_IO = 2;

    /** 1 when MPI_Wtime clocks are synchronised, else 0. */
    public static final int MPI_WTIME_IS_GLOBAL = 3;

    /**
     * buffer address meaning "address zero": displacements of the datatype are absolute addresses.
     */
    public static final Object MPI_BOTTOM = Predefined.BOTTOM;

    /** extension (MPI-2): the send buffer is the receive buffer. */
    public static final Object MPI_IN_PLACE = Predefined.IN_PLACE;

    /** C signed char. */
    public static final MPI_Datatype MPI_CHAR = Predefined.CHAR;

    /** C signed short int. */
    public static final MPI_Datatype MPI_SHORT = Predefined.SHORT;

    /** C signed int. */
    public static final MPI_Datatype MPI_INT = Predefined.INT;

    /** C signed long int. */
    public static final MPI_Datatype MPI_LONG = Predefined.LONG;

    /** C unsigned char. */
    public static final MPI_Datatype MPI_UNSIGNED_CHAR = Predefined.UNSIGNED_CHAR;

    /** C unsigned short int. */
    public static final MPI_Datatype MPI_UNSIGNED_SHORT = Predefined.UNSIGNED_SHORT;

    /** C unsigned int. */
    public static final MPI_Datatype MPI_UNSIGNED = Predefined.UNSIGNED;

    /** C unsigned long int. */
    public static final MPI_Datatype MPI_UNSIGNED_LONG = Predefined.UNSIGNED_LONG;

    /** C float. */
    public static final MPI_Datatype MPI_FLOAT = Predefined.FLOAT;

    /** C double. */
    public static final MPI_Datatype MPI_DOUBLE = Predefined.DOUBLE;

    /** C long double. */
    public static final MPI_Datatype MPI_LONG_DOUBLE = Predefined.LONG_DOUBLE;

    /** uninterpreted 8-bit byte. */
    public static final MPI_Datatype MPI_BYTE = Predefined.BYTE;

    /** bytes of a packing unit. */
    public static final MPI_Datatype MPI_PACKED = Predefined.PACKED;

    /** C long long. */
    public static final MPI_Datatype MPI_LONG_LONG_INT = Predefined.LONG_LONG_INT;

    /** name of a later version (MPI-2 or newer). */
    public static final MPI_Datatype MPI_WCHAR = Predefined.WCHAR;

    /** name of a later version (MPI-2 or newer). */
    public static final MPI_Datatype MPI_C_BOOL = Predefined.C_BOOL;

    /** struct {float; int}. */
    public static final MPI_Datatype MPI_FLOAT_INT = Predefined.FLOAT_INT;

    /** struct {double; int}. */
    public static final MPI_Datatype MPI_DOUBLE_INT = Predefined.DOUBLE_INT;

    /** struct {long; int}. */
    public static final MPI_Datatype MPI_LONG_INT = Predefined.LONG_INT;

    /** two ints. */
    public static final MPI_Datatype MPI_2INT = Predefined.TWO_INT;

    /** struct {short; int}. */
    public static final MPI_Datatype MPI_SHORT_INT = Predefined.SHORT_INT;

    /** struct {long double; int}. */
    public static final MPI_Datatype MPI_LONG_DOUBLE_INT = Predefined.LONG_DOUBLE_INT;

    /** pair for MINLOC/MAXLOC in Fortran. */
    public static final MPI_Datatype MPI_2REAL = Predefined.TWO_REAL;

    /** pair for MINLOC/MAXLOC in Fortran. */
    public static final MPI_Datatype MPI_2DOUBLE_PRECISION = Predefined.TWO_DOUBLE_PRECISION;

    /** pseudo-datatype fixing the lower bound of a type map. */
    public static final MPI_Datatype MPI_LB = Predefined.LB;

    /** pseudo-datatype fixing the upper bound of a type map. */
    public static final MPI_Datatype MPI_UB = Predefined.UB;

    /** maximum. */
    public static final MPI_Op MPI_MAX = Predefined.MAX;

    /** minimum. */
    public static final MPI_Op MPI_MIN = Predefined.MIN;

    /** sum. */
    public static final MPI_Op MPI_SUM = Predefined.SUM;

    /** product. */
    public static final MPI_Op MPI_PROD = Predefined.PROD;

    /** logical and. */
    public static final MPI_Op MPI_LAND = Predefined.LAND;

    /** bitwise and. */
    public static final MPI_Op MPI_BAND = Predefined.BAND;

    /** logical or. */
    public static final MPI_Op MPI_LOR = Predefined.LOR;

    /** bitwise or. */
    public static final MPI_Op MPI_BOR = Predefined.BOR;

    /** logical exclusive or. */
    public static final MPI_Op MPI_LXOR = Predefined.LXOR;

    /** bitwise exclusive or. */
    public static final MPI_Op MPI_BXOR = Predefined.BXOR;

    /** maximum and its index. */
    public static final MPI_Op MPI_MAXLOC = Predefined.MAXLOC;

    /** minimum and its index. */
    public static final MPI_Op MPI_MINLOC = Predefined.MINLOC;

    /** all processes available at start. */
    public static final MPI_Comm MPI_COMM_WORLD = Predefined.COMM_WORLD;

    /** the calling process only. */
    public static final MPI_Comm MPI_COMM_SELF = Predefined.COMM_SELF;

    /** valid group without members. */
    public static final MPI_Group MPI_GROUP_EMPTY = Predefined.GROUP_EMPTY;

    /** null group handle, value after the object is freed. */
    public static final MPI_Group MPI_GROUP_NULL = Predefined.GROUP_NULL;

    /** null communicator handle, value after the object is freed. */
    public static final MPI_Comm MPI_COMM_NULL = Predefined.COMM_NULL;

    /** null datatype handle, value after the object is freed. */
    public static final MPI_Datatype MPI_DATATYPE_NULL = Predefined.DATATYPE_NULL;

    /** null request handle, value after the object is freed. */
    public static final MPI_Request MPI_REQUEST_NULL = Predefined.REQUEST_NULL;

    /** null operation handle, value after the object is freed. */
    public static final MPI_Op MPI_OP_NULL = Predefined.OP_NULL;

    /** null error handler handle, value after the object is freed. */
    public static final MPI_Errhandler MPI_ERRHANDLER_NULL = Predefined.ERRHANDLER_NULL;

    /** abort all processes as MPI_Abort would. */
    public static final MPI_Errhandler MPI_ERRORS_ARE_FATAL = Predefined.ERRORS_ARE_FATAL;

    /** no effect besides returning the error code. */
    public static final MPI_Errhandler MPI_ERRORS_RETURN = Predefined.ERRORS_RETURN;

    /** MPI_ERRORS_THROW_EXCEPTIONS. */
    public static final MPI_Errhandler MPI_ERRORS_THROW_EXCEPTIONS =
            Predefined.ERRORS_THROW_EXCEPTIONS;

    /** name of a later version (MPI-2 or newer). */
    public static final MPI_Status MPI_STATUS_IGNORE = Predefined.STATUS_IGNORE;

    /** name of a later version (MPI-2 or newer). */
    public static final MPI_Status[] MPI_STATUSES_IGNORE = Predefined.STATUSES_IGNORE;

    /** Copy callback that never copies. */
    public static final MPI_Copy_function MPI_NULL_COPY_FN = Predefined.NULL_COPY_FN;

    /** Copy callback that copies the value as it is. */
    public static final MPI_Copy_function MPI_DUP_FN = Predefined.DUP_FN;

    /** Delete callback that does nothing. */
    public static final MPI_Delete_function MPI_NULL_DELETE_FN = Predefined.NULL_DELETE_FN;
}
