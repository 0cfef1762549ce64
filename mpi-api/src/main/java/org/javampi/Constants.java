package org.javampi;

/** Constants of MPI-1.2, those that MPI-2 to MPI-4.1 have added, and the extensions of this binding. */
abstract class Constants {
    Constants() {}

    /** What every call returns that has not failed. */
    public static final int MPI_SUCCESS = 0;

    /** Error class: a buffer that does not hold what is to be moved. */
    public static final int MPI_ERR_BUFFER = 1;

    /** Error class: a count that is negative or does not fit. */
    public static final int MPI_ERR_COUNT = 2;

    /** Error class: a datatype that cannot be used here. */
    public static final int MPI_ERR_TYPE = 3;

    /** Error class: a tag that is not allowed. */
    public static final int MPI_ERR_TAG = 4;

    /** Error class: a communicator that cannot be used here. */
    public static final int MPI_ERR_COMM = 5;

    /** Error class: no such rank. */
    public static final int MPI_ERR_RANK = 6;

    /** Error class: a request that names no operation. */
    public static final int MPI_ERR_REQUEST = 7;

    /** Error class: a root that is no rank. */
    public static final int MPI_ERR_ROOT = 8;

    /** Error class: a group that cannot be used. */
    public static final int MPI_ERR_GROUP = 9;

    /** Error class: an operation that is not defined for the type. */
    public static final int MPI_ERR_OP = 10;

    /** Error class: the communicator lacks the topology. */
    public static final int MPI_ERR_TOPOLOGY = 11;

    /** Error class: impossible dimensions. */
    public static final int MPI_ERR_DIMS = 12;

    /** Error class: any other bad argument. */
    public static final int MPI_ERR_ARG = 13;

    /** Error class: nobody knows what. */
    public static final int MPI_ERR_UNKNOWN = 14;

    /** Error class: a message did not fit its receive. */
    public static final int MPI_ERR_TRUNCATE = 15;

    /** Error class: the text of the code tells. */
    public static final int MPI_ERR_OTHER = 16;

    /** Error class: a mistake of the library. */
    public static final int MPI_ERR_INTERN = 17;

    /** In a status: this operation has neither failed nor ended. */
    public static final int MPI_ERR_PENDING = 18;

    /** From calls that complete several operations: look at the statuses. */
    public static final int MPI_ERR_IN_STATUS = 19;

    /** No error code is larger. */
    public static final int MPI_ERR_LASTCODE = 0x3fff_ffff;

    /** The partner that is nobody: messages to and from it do nothing. */
    public static final int MPI_PROC_NULL = Predefined.PROC_NULL;

    /** Receives from any rank. */
    public static final int MPI_ANY_SOURCE = Predefined.ANY_SOURCE;

    /** Receives whatever the tag. */
    public static final int MPI_ANY_TAG = Predefined.ANY_TAG;

    /** Instead of a number where there is none. */
    public static final int MPI_UNDEFINED = -32766;

    /** Bytes that a buffered message takes besides its data, at most. */
    public static final int MPI_BSEND_OVERHEAD = 64;

    /** Never a key. */
    public static final int MPI_KEYVAL_INVALID = -1;

    /** Room that any host name fits into, in characters. */
    public static final int MPI_MAX_PROCESSOR_NAME = 256;

    /** Room for the text of MPI_Get_library_version; it is shorter. */
    public static final int MPI_MAX_LIBRARY_VERSION_STRING = 256;

    /** Room that any error text fits into, in characters. */
    public static final int MPI_MAX_ERROR_STRING = 1024;

    /** Comparison: one and the same. */
    public static final int MPI_IDENT = 0;

    /** Comparison: the same but for the context. */
    public static final int MPI_CONGRUENT = 1;

    /** Comparison: the same members in another order. */
    public static final int MPI_SIMILAR = 2;

    /** Comparison: different. */
    public static final int MPI_UNEQUAL = 3;

    /** Topology: a graph. */
    public static final int MPI_GRAPH = 1;

    /** Topology: a grid. */
    public static final int MPI_CART = 2;

    /** 4, of MPI-4.1. */
    public static final int MPI_VERSION = 4;

    /** 1, of MPI-4.1. */
    public static final int MPI_SUBVERSION = 1;

    /** Attribute key: the largest tag, an Integer. */
    public static final int MPI_TAG_UB = 0;

    /** Attribute key: rank of the host process, an Integer. */
    public static final int MPI_HOST = 1;

    /** Attribute key: rank that does input and output, an Integer. */
    public static final int MPI_IO = 2;

    /** Attribute key: 1 when all clocks agree, an Integer. */
    public static final int MPI_WTIME_IS_GLOBAL = 3;

    /** The buffer whose datatype holds addresses from MPI_Address. */
    public static final Object MPI_BOTTOM = Predefined.BOTTOM;

    /** extension (MPI-2): the send buffer is the receive buffer. */
    public static final Object MPI_IN_PLACE = Predefined.IN_PLACE;

    /** Datatype: C's signed char, 1 byte. */
    public static final MPI_Datatype MPI_CHAR = Predefined.CHAR;

    /** Datatype: C's short, 2 bytes. */
    public static final MPI_Datatype MPI_SHORT = Predefined.SHORT;

    /** Datatype: C's int, 4 bytes. */
    public static final MPI_Datatype MPI_INT = Predefined.INT;

    /** Datatype: C's long, 8 bytes. */
    public static final MPI_Datatype MPI_LONG = Predefined.LONG;

    /** Datatype: C's unsigned char. */
    public static final MPI_Datatype MPI_UNSIGNED_CHAR = Predefined.UNSIGNED_CHAR;

    /** Datatype: C's unsigned short, or Java's char. */
    public static final MPI_Datatype MPI_UNSIGNED_SHORT = Predefined.UNSIGNED_SHORT;

    /** Datatype: C's unsigned int. */
    public static final MPI_Datatype MPI_UNSIGNED = Predefined.UNSIGNED;

    /** Datatype: C's unsigned long. */
    public static final MPI_Datatype MPI_UNSIGNED_LONG = Predefined.UNSIGNED_LONG;

    /** Datatype: C's float. */
    public static final MPI_Datatype MPI_FLOAT = Predefined.FLOAT;

    /** Datatype: C's double. */
    public static final MPI_Datatype MPI_DOUBLE = Predefined.DOUBLE;

    /** Datatype: C's long double, here the same 8 bytes as double. */
    public static final MPI_Datatype MPI_LONG_DOUBLE = Predefined.LONG_DOUBLE;

    /** Datatype: eight bits without a meaning. */
    public static final MPI_Datatype MPI_BYTE = Predefined.BYTE;

    /** Datatype: what MPI_Pack makes. */
    public static final MPI_Datatype MPI_PACKED = Predefined.PACKED;

    /** Datatype: C's long long, 8 bytes. */
    public static final MPI_Datatype MPI_LONG_LONG_INT = Predefined.LONG_LONG_INT;

    /** Datatype (extension): Java's char, 2 bytes. */
    public static final MPI_Datatype MPI_WCHAR = Predefined.WCHAR;

    /** Datatype (extension): Java's boolean, 1 byte. */
    public static final MPI_Datatype MPI_C_BOOL = Predefined.C_BOOL;

    /** Datatype for MPI_MAXLOC and MPI_MINLOC: a value and its index, laid out as in C. */
    public static final MPI_Datatype MPI_FLOAT_INT = Predefined.FLOAT_INT;

    /** Datatype for MPI_MAXLOC and MPI_MINLOC: a value and its index, laid out as in C. */
    public static final MPI_Datatype MPI_DOUBLE_INT = Predefined.DOUBLE_INT;

    /** Datatype for MPI_MAXLOC and MPI_MINLOC: a value and its index, laid out as in C. */
    public static final MPI_Datatype MPI_LONG_INT = Predefined.LONG_INT;

    /** Datatype for MPI_MAXLOC and MPI_MINLOC: a value and its index, laid out as in C. */
    public static final MPI_Datatype MPI_2INT = Predefined.TWO_INT;

    /** Datatype for MPI_MAXLOC and MPI_MINLOC: a value and its index, laid out as in C. */
    public static final MPI_Datatype MPI_SHORT_INT = Predefined.SHORT_INT;

    /** Datatype for MPI_MAXLOC and MPI_MINLOC: a value and its index, laid out as in C. */
    public static final MPI_Datatype MPI_LONG_DOUBLE_INT = Predefined.LONG_DOUBLE_INT;

    /** Datatype for MPI_MAXLOC and MPI_MINLOC: a value and its index, laid out as in C. */
    public static final MPI_Datatype MPI_2REAL = Predefined.TWO_REAL;

    /** Datatype for MPI_MAXLOC and MPI_MINLOC: a value and its index, laid out as in C. */
    public static final MPI_Datatype MPI_2DOUBLE_PRECISION = Predefined.TWO_DOUBLE_PRECISION;

    /** In MPI_Type_struct: fixes the lower bound. */
    public static final MPI_Datatype MPI_LB = Predefined.LB;

    /** In MPI_Type_struct: fixes the upper bound. */
    public static final MPI_Datatype MPI_UB = Predefined.UB;

    /** Reduction: the largest. */
    public static final MPI_Op MPI_MAX = Predefined.MAX;

    /** Reduction: the smallest. */
    public static final MPI_Op MPI_MIN = Predefined.MIN;

    /** Reduction: the sum. */
    public static final MPI_Op MPI_SUM = Predefined.SUM;

    /** Reduction: the product. */
    public static final MPI_Op MPI_PROD = Predefined.PROD;

    /** Reduction: whether all are true. */
    public static final MPI_Op MPI_LAND = Predefined.LAND;

    /** Reduction: bits set in all. */
    public static final MPI_Op MPI_BAND = Predefined.BAND;

    /** Reduction: whether any is true. */
    public static final MPI_Op MPI_LOR = Predefined.LOR;

    /** Reduction: bits set in any. */
    public static final MPI_Op MPI_BOR = Predefined.BOR;

    /** Reduction: whether an odd number is true. */
    public static final MPI_Op MPI_LXOR = Predefined.LXOR;

    /** Reduction: bits set an odd number of times. */
    public static final MPI_Op MPI_BXOR = Predefined.BXOR;

    /** Reduction: the largest value and the smallest index that has it. */
    public static final MPI_Op MPI_MAXLOC = Predefined.MAXLOC;

    /** Reduction: the smallest value and the smallest index that has it. */
    public static final MPI_Op MPI_MINLOC = Predefined.MINLOC;

    /** All ranks of the job. */
    public static final MPI_Comm MPI_COMM_WORLD = Predefined.COMM_WORLD;

    /** This rank alone. */
    public static final MPI_Comm MPI_COMM_SELF = Predefined.COMM_SELF;

    /** The group without members. */
    public static final MPI_Group MPI_GROUP_EMPTY = Predefined.GROUP_EMPTY;

    /** The handle that stands for no group. */
    public static final MPI_Group MPI_GROUP_NULL = Predefined.GROUP_NULL;

    /** The handle that stands for no comm. */
    public static final MPI_Comm MPI_COMM_NULL = Predefined.COMM_NULL;

    /** The handle that stands for no datatype. */
    public static final MPI_Datatype MPI_DATATYPE_NULL = Predefined.DATATYPE_NULL;

    /** The handle that stands for no request. */
    public static final MPI_Request MPI_REQUEST_NULL = Predefined.REQUEST_NULL;

    /** The handle that stands for no op. */
    public static final MPI_Op MPI_OP_NULL = Predefined.OP_NULL;

    /** The handle that stands for no errhandler. */
    public static final MPI_Errhandler MPI_ERRHANDLER_NULL = Predefined.ERRHANDLER_NULL;

    /** Handler: an error ends the job. */
    public static final MPI_Errhandler MPI_ERRORS_ARE_FATAL = Predefined.ERRORS_ARE_FATAL;

    /** Handler: an error is returned as code, or thrown by the value forms. */
    public static final MPI_Errhandler MPI_ERRORS_RETURN = Predefined.ERRORS_RETURN;

    /** Handler (extension): an error is thrown by every form. */
    public static final MPI_Errhandler MPI_ERRORS_THROW_EXCEPTIONS = Predefined.ERRORS_THROW_EXCEPTIONS;

    /** Extension: no status is wanted. */
    public static final MPI_Status MPI_STATUS_IGNORE = Predefined.STATUS_IGNORE;

    /** Extension: no statuses are wanted. */
    public static final MPI_Status[] MPI_STATUSES_IGNORE = Predefined.STATUSES_IGNORE;

    /** Copy callback that never copies. */
    public static final MPI_Copy_function MPI_NULL_COPY_FN = Predefined.NULL_COPY_FN;

    /** Copy callback that copies the value as it is. */
    public static final MPI_Copy_function MPI_DUP_FN = Predefined.DUP_FN;

    /** Delete callback that does nothing. */
    public static final MPI_Delete_function MPI_NULL_DELETE_FN = Predefined.NULL_DELETE_FN;

    /** Error class: an attribute key that cannot be used. */
    public static final int MPI_ERR_KEYVAL = 20;

    /** Error class: an info object that cannot be used. */
    public static final int MPI_ERR_INFO = 21;

    /** Error class: a key that is empty or longer than MPI_MAX_INFO_KEY. */
    public static final int MPI_ERR_INFO_KEY = 22;

    /** Error class: a value that is longer than MPI_MAX_INFO_VAL. */
    public static final int MPI_ERR_INFO_VALUE = 23;

    /** Error class: a key that the info object does not have. */
    public static final int MPI_ERR_INFO_NOKEY = 24;

    /** Error class: a data representation other than external32. */
    public static final int MPI_ERR_UNSUPPORTED_DATAREP = 25;

    /** Attribute key: the largest error class or code in use, an Integer. */
    public static final int MPI_LASTUSEDCODE = 4;

    /** Level of threads: only one thread. */
    public static final int MPI_THREAD_SINGLE = 0;

    /** Level of threads: only the thread that has called MPI_Init calls. */
    public static final int MPI_THREAD_FUNNELED = 1;

    /** Level of threads: one thread at a time calls. */
    public static final int MPI_THREAD_SERIALIZED = 2;

    /** Level of threads: any thread may call at any time. */
    public static final int MPI_THREAD_MULTIPLE = 3;

    /** Order of an array's elements: the last index runs fastest. */
    public static final int MPI_ORDER_C = 56;

    /** Order of an array's elements: the first index runs fastest. */
    public static final int MPI_ORDER_FORTRAN = 57;

    /** Distribution of a dimension: one block for each process. */
    public static final int MPI_DISTRIBUTE_BLOCK = 121;

    /** Distribution of a dimension: blocks in turn. */
    public static final int MPI_DISTRIBUTE_CYCLIC = 122;

    /** Distribution of a dimension: not distributed. */
    public static final int MPI_DISTRIBUTE_NONE = 123;

    /** Distribution of a dimension: blocks of the usual length. */
    public static final int MPI_DISTRIBUTE_DFLT_DARG = -49767;

    /** Class of types: floating-point numbers. */
    public static final int MPI_TYPECLASS_REAL = 1;

    /** Class of types: integers. */
    public static final int MPI_TYPECLASS_INTEGER = 2;

    /** How a type was made: predefined. */
    public static final int MPI_COMBINER_NAMED = 1;

    /** How a type was made: by MPI_Type_dup. */
    public static final int MPI_COMBINER_DUP = 2;

    /** How a type was made: by MPI_Type_contiguous. */
    public static final int MPI_COMBINER_CONTIGUOUS = 3;

    /** How a type was made: by MPI_Type_vector. */
    public static final int MPI_COMBINER_VECTOR = 4;

    /** How a type was made: by MPI_Type_create_hvector. */
    public static final int MPI_COMBINER_HVECTOR = 5;

    /** How a type was made: by MPI_Type_indexed. */
    public static final int MPI_COMBINER_INDEXED = 6;

    /** How a type was made: by MPI_Type_create_hindexed. */
    public static final int MPI_COMBINER_HINDEXED = 7;

    /** How a type was made: by MPI_Type_create_indexed_block. */
    public static final int MPI_COMBINER_INDEXED_BLOCK = 8;

    /** How a type was made: by MPI_Type_create_hindexed_block. */
    public static final int MPI_COMBINER_HINDEXED_BLOCK = 9;

    /** How a type was made: by MPI_Type_create_struct. */
    public static final int MPI_COMBINER_STRUCT = 10;

    /** How a type was made: by MPI_Type_create_subarray. */
    public static final int MPI_COMBINER_SUBARRAY = 11;

    /** How a type was made: by MPI_Type_create_darray. */
    public static final int MPI_COMBINER_DARRAY = 12;

    /** How a type was made: by MPI_Type_create_resized. */
    public static final int MPI_COMBINER_RESIZED = 13;

    /** Room that the name of an object fits into, in characters. */
    public static final int MPI_MAX_OBJECT_NAME = 128;

    /** Longest key of an info object, in characters. */
    public static final int MPI_MAX_INFO_KEY = 255;

    /** Longest value in an info object, in characters. */
    public static final int MPI_MAX_INFO_VAL = 8192;

    /** For MPI_Comm_split_type: the ranks of one host. */
    public static final int MPI_COMM_TYPE_SHARED = 1;

    /** Topology: a distributed graph. */
    public static final int MPI_DIST_GRAPH = 3;

    /** Root of a collective on an inter-communicator: this rank. */
    public static final int MPI_ROOT = -3;

    /** Datatype: 8-bit signed integers. */
    public static final MPI_Datatype MPI_INT8_T = Predefined.INT8_T;

    /** Datatype: 16-bit signed integers. */
    public static final MPI_Datatype MPI_INT16_T = Predefined.INT16_T;

    /** Datatype: 32-bit signed integers. */
    public static final MPI_Datatype MPI_INT32_T = Predefined.INT32_T;

    /** Datatype: 64-bit signed integers. */
    public static final MPI_Datatype MPI_INT64_T = Predefined.INT64_T;

    /** Datatype: 8-bit unsigned integers. */
    public static final MPI_Datatype MPI_UINT8_T = Predefined.UINT8_T;

    /** Datatype: 16-bit unsigned integers. */
    public static final MPI_Datatype MPI_UINT16_T = Predefined.UINT16_T;

    /** Datatype: 32-bit unsigned integers. */
    public static final MPI_Datatype MPI_UINT32_T = Predefined.UINT32_T;

    /** Datatype: 64-bit unsigned integers. */
    public static final MPI_Datatype MPI_UINT64_T = Predefined.UINT64_T;

    /** Datatype: addresses and displacements, 8 bytes. */
    public static final MPI_Datatype MPI_AINT = Predefined.AINT;

    /** Datatype: counts, 8 bytes. */
    public static final MPI_Datatype MPI_COUNT = Predefined.COUNT;

    /** Datatype: C's signed char. */
    public static final MPI_Datatype MPI_SIGNED_CHAR = Predefined.SIGNED_CHAR;

    /** Datatype: C's unsigned long long, 8 bytes. */
    public static final MPI_Datatype MPI_UNSIGNED_LONG_LONG = Predefined.UNSIGNED_LONG_LONG;

    /** Datatype: MPI_LONG_LONG_INT under its other name. */
    public static final MPI_Datatype MPI_LONG_LONG = Predefined.LONG_LONG_INT;

    /** The handle that stands for no info object. */
    public static final MPI_Info MPI_INFO_NULL = Predefined.INFO_NULL;

    /** What is known of how the program was started. */
    public static final MPI_Info MPI_INFO_ENV = Predefined.INFO_ENV;

    /** The handle that stands for no message. */
    public static final MPI_Message MPI_MESSAGE_NULL = Predefined.MESSAGE_NULL;

    /** The message that a matching probe of MPI_PROC_NULL finds. */
    public static final MPI_Message MPI_MESSAGE_NO_PROC = Predefined.MESSAGE_NO_PROC;

    /** Weights of a distributed graph without weights. */
    public static final int[] MPI_UNWEIGHTED = Predefined.UNWEIGHTED;

    /** Weights of no edges in a graph with weights. */
    public static final int[] MPI_WEIGHTS_EMPTY = Predefined.WEIGHTS_EMPTY;

    /** Copy callback that never copies. */
    public static final MPI_Comm_copy_attr_function MPI_COMM_NULL_COPY_FN = Predefined.NULL_COPY_FN;

    /** Copy callback that copies the value as it is. */
    public static final MPI_Comm_copy_attr_function MPI_COMM_DUP_FN = Predefined.DUP_FN;

    /** Delete callback that does nothing. */
    public static final MPI_Comm_delete_attr_function MPI_COMM_NULL_DELETE_FN = Predefined.NULL_DELETE_FN;

    /** Copy callback that never copies. */
    public static final MPI_Type_copy_attr_function MPI_TYPE_NULL_COPY_FN = Predefined.TYPE_NULL_COPY_FN;

    /** Copy callback that copies the value as it is. */
    public static final MPI_Type_copy_attr_function MPI_TYPE_DUP_FN = Predefined.TYPE_DUP_FN;

    /** Delete callback that does nothing. */
    public static final MPI_Type_delete_attr_function MPI_TYPE_NULL_DELETE_FN = Predefined.TYPE_NULL_DELETE_FN;
}
