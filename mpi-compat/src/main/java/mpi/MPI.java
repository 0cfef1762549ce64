package mpi;

import static mpi.MPIException.check;
import static org.javampi.MPI.MPI_Buffer_attach;
import static org.javampi.MPI.MPI_Buffer_detach;
import static org.javampi.MPI.MPI_Errhandler_set;
import static org.javampi.MPI.MPI_Finalize;
import static org.javampi.MPI.MPI_Finalized;
import static org.javampi.MPI.MPI_Get_processor_name;
import static org.javampi.MPI.MPI_Init;
import static org.javampi.MPI.MPI_Initialized;
import static org.javampi.MPI.MPI_Pcontrol;
import static org.javampi.MPI.MPI_Type_commit;
import static org.javampi.MPI.MPI_Type_contiguous;
import static org.javampi.MPI.MPI_Wtick;
import static org.javampi.MPI.MPI_Wtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import org.javampi.Attachment;
import org.javampi.MPI_Datatype;
import org.javampi.Renewable;

/**
 * Begin, end and constants of MPI for programs that were written for mpiJava, MPJ Express and FastMPJ (methods begin
 * with a capital letter) or for Open MPI's Java bindings (methods begin with a small letter). Both dialects can be
 * mixed. All of it calls the C-shaped API, {@link org.javampi.MPI}.
 */
public final class MPI {
    // ---- Numbers

    /** Instead of a number where there is none. */
    public static final int UNDEFINED = -1;

    /** Receives from any rank. */
    public static final int ANY_SOURCE = -2;

    /** Receives any tag. */
    public static final int ANY_TAG = -2;

    /** The partner that is none: messages to and from it do nothing. */
    public static final int PROC_NULL = -3;

    /** Open MPI: the root, in a collective operation of an inter-communicator. */
    public static final int ROOT = -4;

    /** Level of thread support: one thread. */
    public static final int THREAD_SINGLE = 1;

    /** Level of thread support: the main thread calls. */
    public static final int THREAD_FUNNELED = 2;

    /** Level of thread support: one thread at a time calls. */
    public static final int THREAD_SERIALIZED = 3;

    /** Level of thread support: any thread calls at any time. Always given. */
    public static final int THREAD_MULTIPLE = 4;

    /** Comparison: one and the same. */
    public static final int IDENT = 0;

    /** Comparison: the same but for the context. */
    public static final int CONGRUENT = 3;

    /** Comparison: the same members in another order. */
    public static final int SIMILAR = 1;

    /** Comparison: different. */
    public static final int UNEQUAL = 2;

    /** Topology: a graph. */
    public static final int GRAPH = 1;

    /** Topology: a grid. */
    public static final int CART = 2;

    /** Topology: a distributed graph. */
    public static final int DIST_GRAPH = 3;

    /** Processors of this machine. */
    public static final int NUM_OF_PROCESSORS = Runtime.getRuntime().availableProcessors();

    /** Bytes that a buffered message takes besides its data, at most. */
    public static final int BSEND_OVERHEAD = org.javampi.MPI.MPI_BSEND_OVERHEAD;

    /** MPJ Express: nothing is needed besides the data of a message that is sent. */
    public static final int SEND_OVERHEAD = 0;

    /** MPJ Express: nothing is needed besides the data of a message that is received. */
    public static final int RECV_OVERHEAD = 0;

    /** Key of an attribute: the largest tag. */
    public static final int TAG_UB = org.javampi.MPI.MPI_TAG_UB;

    /** Key of an attribute: rank of the host process. */
    public static final int HOST = org.javampi.MPI.MPI_HOST;

    /** Key of an attribute: rank that does input and output. */
    public static final int IO = org.javampi.MPI.MPI_IO;

    /** Key of an attribute: 1 when all clocks agree. */
    public static final int WTIME_IS_GLOBAL = org.javampi.MPI.MPI_WTIME_IS_GLOBAL;

    /** Key of an attribute that is never set. */
    public static final int APPNUM = -1001;

    /** Key of an attribute that is never set. */
    public static final int LASTUSEDCODE = -1002;

    /** Key of an attribute that is never set. */
    public static final int UNIVERSE_SIZE = -1003;

    /** Key of an attribute that is never set. */
    public static final int WIN_BASE = -1004;

    /** Key of an attribute that is never set. */
    public static final int WIN_SIZE = -1005;

    /** Key of an attribute that is never set. */
    public static final int WIN_DISP_UNIT = -1006;

    /** Version of the standard. */
    public static final int VERSION = org.javampi.MPI.MPI_VERSION;

    /** Number behind the dot of the version. */
    public static final int SUBVERSION = org.javampi.MPI.MPI_SUBVERSION;

    /** Never a key. */
    public static final int KEYVAL_INVALID = org.javampi.MPI.MPI_KEYVAL_INVALID;

    /** As Open MPI has it. */
    public static final int MAX_OBJECT_NAME = 64;

    /** As Open MPI has it. */
    public static final int MAX_PORT_NAME = 1024;

    /** As Open MPI has it. */
    public static final int MAX_DATAREP_STRING = 128;

    /** As Open MPI has it. */
    public static final int MAX_INFO_KEY = 36;

    /** As Open MPI has it. */
    public static final int MAX_INFO_VAL = 256;

    /** As Open MPI has it. */
    public static final int ORDER_C = 0;

    /** As Open MPI has it. */
    public static final int ORDER_FORTRAN = 1;

    /** As Open MPI has it. */
    public static final int DISTRIBUTE_BLOCK = 0;

    /** As Open MPI has it. */
    public static final int DISTRIBUTE_CYCLIC = 1;

    /** As Open MPI has it. */
    public static final int DISTRIBUTE_NONE = 2;

    /** As Open MPI has it. */
    public static final int DISTRIBUTE_DFLT_DARG = -1;

    /** As Open MPI has it. */
    public static final int MODE_CREATE = 1;

    /** As Open MPI has it. */
    public static final int MODE_RDONLY = 2;

    /** As Open MPI has it. */
    public static final int MODE_WRONLY = 4;

    /** As Open MPI has it. */
    public static final int MODE_RDWR = 8;

    /** As Open MPI has it. */
    public static final int MODE_DELETE_ON_CLOSE = 16;

    /** As Open MPI has it. */
    public static final int MODE_UNIQUE_OPEN = 32;

    /** As Open MPI has it. */
    public static final int MODE_EXCL = 64;

    /** As Open MPI has it. */
    public static final int MODE_APPEND = 128;

    /** As Open MPI has it. */
    public static final int MODE_SEQUENTIAL = 256;

    /** As Open MPI has it. */
    public static final int DISPLACEMENT_CURRENT = -54278278;

    /** As Open MPI has it. */
    public static final int SEEK_SET = 600;

    /** As Open MPI has it. */
    public static final int SEEK_CUR = 602;

    /** As Open MPI has it. */
    public static final int SEEK_END = 604;

    /** As Open MPI has it. */
    public static final int MODE_NOCHECK = 1;

    /** As Open MPI has it. */
    public static final int MODE_NOPRECEDE = 2;

    /** As Open MPI has it. */
    public static final int MODE_NOPUT = 4;

    /** As Open MPI has it. */
    public static final int MODE_NOSTORE = 8;

    /** As Open MPI has it. */
    public static final int MODE_NOSUCCEED = 16;

    /** As Open MPI has it. */
    public static final int LOCK_EXCLUSIVE = 1;

    /** As Open MPI has it. */
    public static final int LOCK_SHARED = 2;

    // ---- Errors

    /** No error. */
    public static final int SUCCESS = 0;

    /** Error class. */
    public static final int ERR_BUFFER = org.javampi.MPI.MPI_ERR_BUFFER;

    /** Error class. */
    public static final int ERR_COUNT = org.javampi.MPI.MPI_ERR_COUNT;

    /** Error class. */
    public static final int ERR_TYPE = org.javampi.MPI.MPI_ERR_TYPE;

    /** Error class. */
    public static final int ERR_TAG = org.javampi.MPI.MPI_ERR_TAG;

    /** Error class. */
    public static final int ERR_COMM = org.javampi.MPI.MPI_ERR_COMM;

    /** Error class. */
    public static final int ERR_RANK = org.javampi.MPI.MPI_ERR_RANK;

    /** Error class. */
    public static final int ERR_REQUEST = org.javampi.MPI.MPI_ERR_REQUEST;

    /** Error class. */
    public static final int ERR_ROOT = org.javampi.MPI.MPI_ERR_ROOT;

    /** Error class. */
    public static final int ERR_GROUP = org.javampi.MPI.MPI_ERR_GROUP;

    /** Error class. */
    public static final int ERR_OP = org.javampi.MPI.MPI_ERR_OP;

    /** Error class. */
    public static final int ERR_TOPOLOGY = org.javampi.MPI.MPI_ERR_TOPOLOGY;

    /** Error class. */
    public static final int ERR_DIMS = org.javampi.MPI.MPI_ERR_DIMS;

    /** Error class. */
    public static final int ERR_ARG = org.javampi.MPI.MPI_ERR_ARG;

    /** Error class. */
    public static final int ERR_UNKNOWN = org.javampi.MPI.MPI_ERR_UNKNOWN;

    /** Error class. */
    public static final int ERR_TRUNCATE = org.javampi.MPI.MPI_ERR_TRUNCATE;

    /** Error class. */
    public static final int ERR_OTHER = org.javampi.MPI.MPI_ERR_OTHER;

    /** Error class. */
    public static final int ERR_INTERN = org.javampi.MPI.MPI_ERR_INTERN;

    /** Error class. */
    public static final int ERR_PENDING = org.javampi.MPI.MPI_ERR_PENDING;

    /** Error class. */
    public static final int ERR_IN_STATUS = org.javampi.MPI.MPI_ERR_IN_STATUS;

    /** Error class. */
    public static final int ERR_ACCESS = 20;

    /** Error class. */
    public static final int ERR_AMODE = 21;

    /** Error class. */
    public static final int ERR_ASSERT = 22;

    /** Error class. */
    public static final int ERR_BAD_FILE = 23;

    /** Error class. */
    public static final int ERR_BASE = 24;

    /** Error class. */
    public static final int ERR_CONVERSION = 25;

    /** Error class. */
    public static final int ERR_DISP = 26;

    /** Error class. */
    public static final int ERR_DUP_DATAREP = 27;

    /** Error class. */
    public static final int ERR_FILE_EXISTS = 28;

    /** Error class. */
    public static final int ERR_FILE_IN_USE = 29;

    /** Error class. */
    public static final int ERR_FILE = 30;

    /** Error class. */
    public static final int ERR_INFO_KEY = 31;

    /** Error class. */
    public static final int ERR_INFO_NOKEY = 32;

    /** Error class. */
    public static final int ERR_INFO_VALUE = 33;

    /** Error class. */
    public static final int ERR_INFO = 34;

    /** Error class. */
    public static final int ERR_IO = 35;

    /** Error class. */
    public static final int ERR_KEYVAL = 36;

    /** Error class. */
    public static final int ERR_LOCKTYPE = 37;

    /** Error class. */
    public static final int ERR_NAME = 38;

    /** Error class. */
    public static final int ERR_NO_MEM = 39;

    /** Error class. */
    public static final int ERR_NOT_SAME = 40;

    /** Error class. */
    public static final int ERR_NO_SPACE = 41;

    /** Error class. */
    public static final int ERR_NO_SUCH_FILE = 42;

    /** Error class. */
    public static final int ERR_PORT = 43;

    /** Error class. */
    public static final int ERR_PROC_ABORTED = 44;

    /** Error class. */
    public static final int ERR_QUOTA = 45;

    /** Error class. */
    public static final int ERR_READ_ONLY = 46;

    /** Error class. */
    public static final int ERR_RMA_CONFLICT = 47;

    /** Error class. */
    public static final int ERR_RMA_SYNC = 48;

    /** Error class. */
    public static final int ERR_SERVICE = 49;

    /** Error class. */
    public static final int ERR_SIZE = 50;

    /** Error class. */
    public static final int ERR_SPAWN = 51;

    /** Error class. */
    public static final int ERR_UNSUPPORTED_DATAREP = 52;

    /** Error class. */
    public static final int ERR_UNSUPPORTED_OPERATION = 53;

    /** Error class. */
    public static final int ERR_WIN = 54;

    /** Error class. */
    public static final int ERR_SYSRESOURCE = 55;

    /** No error code is larger. */
    public static final int ERR_LASTCODE = org.javampi.MPI.MPI_ERR_LASTCODE;

    /** Errors end the job. */
    public static final Errhandler ERRORS_ARE_FATAL = new Errhandler(org.javampi.MPI.MPI_ERRORS_ARE_FATAL);

    /** Errors end the job, too. */
    public static final Errhandler ERRORS_ABORT = ERRORS_ARE_FATAL;

    /** Errors are thrown: the default of both dialects here. */
    public static final Errhandler ERRORS_RETURN = new Errhandler(org.javampi.MPI.MPI_ERRORS_RETURN);

    // ---- Datatypes

    /** The null type. */
    public static final Datatype NULL = new Datatype(Base.NULL);

    /** The null type. */
    public static final Datatype DATATYPE_NULL = NULL;

    /** Java's byte. */
    public static final Datatype BYTE = new Datatype(Base.BYTE);

    /** Java's char: 16 bits. */
    public static final Datatype CHAR = new Datatype(Base.CHAR);

    /** Java's short. */
    public static final Datatype SHORT = new Datatype(Base.SHORT);

    /** Java's boolean. */
    public static final Datatype BOOLEAN = new Datatype(Base.BOOLEAN);

    /** Java's int. */
    public static final Datatype INT = new Datatype(Base.INT);

    /** Java's long. */
    public static final Datatype LONG = new Datatype(Base.LONG);

    /** Java's float. */
    public static final Datatype FLOAT = new Datatype(Base.FLOAT);

    /** Java's double. */
    public static final Datatype DOUBLE = new Datatype(Base.DOUBLE);

    /** What Pack has made. */
    public static final Datatype PACKED = new Datatype(Base.PACKED);

    /** In Struct: fixes the lower bound. */
    public static final Datatype LB = new Datatype(Base.LB);

    /** In Struct: fixes the upper bound. */
    public static final Datatype UB = new Datatype(Base.UB);

    /** An object, which travels serialized. */
    public static final Datatype OBJECT = new Datatype(Base.OBJECT);

    /** mpiJava: a pair of shorts, value and index. */
    public static final Datatype SHORT2 = pair(Base.SHORT, null, "MPI.SHORT2");

    /** A pair of ints, value and index. */
    public static final Datatype INT2 = pair(Base.INT, org.javampi.MPI.MPI_2INT, "MPI.INT2");

    /** mpiJava: a pair of longs, value and index. */
    public static final Datatype LONG2 = pair(Base.LONG, null, "MPI.LONG2");

    /** mpiJava: a pair of floats, value and index. */
    public static final Datatype FLOAT2 = pair(Base.FLOAT, org.javampi.MPI.MPI_2REAL, "MPI.FLOAT2");

    /** mpiJava: a pair of doubles, value and index. */
    public static final Datatype DOUBLE2 = pair(Base.DOUBLE, org.javampi.MPI.MPI_2DOUBLE_PRECISION, "MPI.DOUBLE2");

    /** A complex number of two floats. */
    public static final Datatype FLOAT_COMPLEX = pair(Base.FLOAT, null, "MPI.FLOAT_COMPLEX");

    /** A complex number of two doubles. */
    public static final Datatype DOUBLE_COMPLEX = pair(Base.DOUBLE, null, "MPI.DOUBLE_COMPLEX");

    /** A struct of a short value and an index. */
    public static final Datatype SHORT_INT = pair(Base.BYTE, org.javampi.MPI.MPI_SHORT_INT, "MPI.SHORT_INT");

    /** A struct of a long value and an index. */
    public static final Datatype LONG_INT = pair(Base.BYTE, org.javampi.MPI.MPI_LONG_INT, "MPI.LONG_INT");

    /** A struct of a float value and an index. */
    public static final Datatype FLOAT_INT = pair(Base.BYTE, org.javampi.MPI.MPI_FLOAT_INT, "MPI.FLOAT_INT");

    /** A struct of a double value and an index. */
    public static final Datatype DOUBLE_INT = pair(Base.BYTE, org.javampi.MPI.MPI_DOUBLE_INT, "MPI.DOUBLE_INT");

    /** Describes {@link #INT2}. */
    public static final Int2 int2 = new Int2();

    /** Describes {@link #SHORT_INT}. */
    public static final ShortInt shortInt = new ShortInt();

    /** Describes {@link #LONG_INT}. */
    public static final LongInt longInt = new LongInt();

    /** Describes {@link #FLOAT_INT}. */
    public static final FloatInt floatInt = new FloatInt();

    /** Describes {@link #DOUBLE_INT}. */
    public static final DoubleInt doubleInt = new DoubleInt();

    // ---- Operations

    /** Reduction: the largest. */
    public static final Op MAX = new Op("MPI.MAX", org.javampi.MPI.MPI_MAX, null);

    /** Reduction: the smallest. */
    public static final Op MIN = new Op("MPI.MIN", org.javampi.MPI.MPI_MIN, null);

    /** Reduction: the sum. */
    public static final Op SUM = new Op("MPI.SUM", org.javampi.MPI.MPI_SUM, PairReduction.SUM);

    /** Reduction: the product. */
    public static final Op PROD = new Op("MPI.PROD", org.javampi.MPI.MPI_PROD, PairReduction.PRODUCT);

    /** Reduction: whether all are true. */
    public static final Op LAND = new Op("MPI.LAND", org.javampi.MPI.MPI_LAND, null);

    /** Reduction: bits set in all. */
    public static final Op BAND = new Op("MPI.BAND", org.javampi.MPI.MPI_BAND, null);

    /** Reduction: whether any is true. */
    public static final Op LOR = new Op("MPI.LOR", org.javampi.MPI.MPI_LOR, null);

    /** Reduction: bits set in any. */
    public static final Op BOR = new Op("MPI.BOR", org.javampi.MPI.MPI_BOR, null);

    /** Reduction: whether an odd number is true. */
    public static final Op LXOR = new Op("MPI.LXOR", org.javampi.MPI.MPI_LXOR, null);

    /** Reduction: bits set an odd number of times. */
    public static final Op BXOR = new Op("MPI.BXOR", org.javampi.MPI.MPI_BXOR, null);

    /** Reduction: the largest value and the smallest index that has it. */
    public static final Op MAXLOC = new Op("MPI.MAXLOC", org.javampi.MPI.MPI_MAXLOC, PairReduction.MAXLOC);

    /** Reduction: the smallest value and the smallest index that has it. */
    public static final Op MINLOC = new Op("MPI.MINLOC", org.javampi.MPI.MPI_MINLOC, PairReduction.MINLOC);

    /** Not available: an operation of one-sided communication. */
    public static final Op REPLACE = new Op("MPI.REPLACE", org.javampi.MPI.MPI_OP_NULL, null);

    /** Not available: an operation of one-sided communication. */
    public static final Op NO_OP = new Op("MPI.NO_OP", org.javampi.MPI.MPI_OP_NULL, null);

    // ---- Handles

    /** All processes of the job; null before Init and after Finalize. */
    public static Intracomm COMM_WORLD;

    /** This process alone. */
    public static final Intracomm COMM_SELF = new Intracomm(org.javampi.MPI.MPI_COMM_SELF);

    /** mpiJava: what a process gets that is no member of a new communicator. */
    public static final Comm COMM_NULL = null;

    /** The group without members. */
    public static final Group GROUP_EMPTY = new Group(org.javampi.MPI.MPI_GROUP_EMPTY);

    /** The null group. */
    public static final Group GROUP_NULL = new Group(org.javampi.MPI.MPI_GROUP_NULL);

    /** The request without an operation. */
    public static final Request REQUEST_NULL = new Request();

    /** A status that tells nothing. */
    public static final Status EMPTY_STATUS = new Status();

    /** Hints without entries that can take none. */
    public static final Info INFO_NULL = Info.of(org.javampi.MPI.MPI_INFO_NULL);

    /** What is known of how the job was started: nothing. */
    public static final Info INFO_ENV = Info.of(org.javampi.MPI.MPI_INFO_ENV);

    /** System property: three arguments come before the program's own, as MPJ Express passed them. */
    private static final String MPJ_ARGUMENTS = "javampi.mpj.args";

    private static final int MPJ_ARGUMENT_COUNT = 3;

    private static volatile Thread mainThread;

    /** The thread that has called Finalize; null while MPI goes on. */
    static volatile Thread leaver;

    private MPI() {}

    private static Datatype pair(Base base, MPI_Datatype handle, String name) {
        return new Datatype(base, handle, name);
    }

    // ---- Begin and end, mpiJava and Open MPI

    /**
     * Begins MPI. After Finalize it begins again.
     *
     * @param args arguments of main, may be null
     * @return the program's own arguments
     */
    public static String[] Init(String[] args) {
        if (COMM_WORLD != null) {
            throw new MPIException(ERR_OTHER, "MPI.Init: MPI has begun already; call it once, or after MPI.Finalize");
        }
        if (isFinalized()) {
            Attachment.renew();
        }
        check(MPI_Init(args));
        check(MPI_Errhandler_set(org.javampi.MPI.MPI_COMM_WORLD, ERRORS_RETURN.handle));
        check(MPI_Errhandler_set(org.javampi.MPI.MPI_COMM_SELF, ERRORS_RETURN.handle));
        for (Datatype two : new Datatype[] {SHORT2, LONG2, FLOAT_COMPLEX, DOUBLE_COMPLEX}) {
            two.handle = twoOf(two.base);
        }
        mainThread = Thread.currentThread();
        leaver = null;
        COMM_SELF.begin();
        Intracomm world = new Intracomm(org.javampi.MPI.MPI_COMM_WORLD);
        world.begin();
        COMM_WORLD = world;
        return programArguments(args);
    }

    private static MPI_Datatype twoOf(Base base) {
        MPI_Datatype[] made = new MPI_Datatype[1];
        check(MPI_Type_contiguous(2, base.handle, made));
        check(MPI_Type_commit(made));
        return made[0];
    }

    private static String[] programArguments(String[] args) {
        if (args == null) {
            return new String[0];
        }
        return Boolean.getBoolean(MPJ_ARGUMENTS) && args.length >= MPJ_ARGUMENT_COUNT
                ? Arrays.copyOfRange(args, MPJ_ARGUMENT_COUNT, args.length)
                : args;
    }

    /** Begins MPI; answers the level of thread support, always {@link #THREAD_MULTIPLE}. */
    public static int Init_thread(String[] args, int required) {
        Init(args);
        return THREAD_MULTIPLE;
    }

    /** MPJ Express: begins MPI; answers the program's own arguments. */
    public static String[] initThread(int required, int provided, String[] argv) {
        return Init(argv);
    }

    /** Open MPI: begins MPI; answers the level of thread support, always {@link #THREAD_MULTIPLE}. */
    public static int InitThread(String[] args, int required) {
        return Init_thread(args, required);
    }

    /** The level of thread support, always {@link #THREAD_MULTIPLE}. */
    public static int queryThread() {
        return THREAD_MULTIPLE;
    }

    /** Whether this thread has called Init. */
    public static boolean isMainThread() {
        return Thread.currentThread() == mainThread;
    }

    /** Whether this thread has called Init. */
    public static boolean isThreadMain() {
        return isMainThread();
    }

    /** Ends MPI, together with all processes. */
    public static void Finalize() {
        requireBegun("MPI.Finalize");
        if (Attachment.bottom() instanceof Renewable) {
            ((Renewable) Attachment.bottom()).endWaitersWhenLeaving();
        }
        leaver = Thread.currentThread();
        check(MPI_Finalize());
        COMM_WORLD = null;
    }

    /** Whether Init has been called. Begins nothing. */
    public static boolean Initialized() {
        return isInitialized();
    }

    /** Whether Init has been called. Begins nothing. */
    public static boolean isInitialized() {
        boolean[] flag = new boolean[1];
        check(MPI_Initialized(flag));
        return flag[0];
    }

    /** Whether Finalize has been called. */
    public static boolean isFinalized() {
        boolean[] flag = new boolean[1];
        check(MPI_Finalized(flag));
        return flag[0];
    }

    /** Refuses a call before Init and after Finalize, where the C-shaped API would end the job. */
    static void requireBegun(String caller) {
        if (COMM_WORLD == null) {
            throw new MPIException(
                    ERR_OTHER, caller + ": called before MPI.Init or after MPI.Finalize: call MPI.Init first");
        }
    }

    static boolean isAbsentAttribute(int keyval) {
        return keyval <= APPNUM && keyval >= WIN_DISP_UNIT;
    }

    /** A result of a comparison as this dialect numbers them. */
    static int comparison(int result) {
        if (result == org.javampi.MPI.MPI_IDENT) {
            return IDENT;
        }
        if (result == org.javampi.MPI.MPI_CONGRUENT) {
            return CONGRUENT;
        }
        return result == org.javampi.MPI.MPI_SIMILAR ? SIMILAR : UNEQUAL;
    }

    // ---- Environment, mpiJava

    /** Name of this host. */
    public static String Get_processor_name() {
        return getProcessorName();
    }

    /** Says what happens to errors on COMM_WORLD. */
    public static void Errorhandler_set(Errhandler errhandler) {
        COMM_WORLD.setErrhandler(errhandler);
    }

    /** What happens to errors on COMM_WORLD. */
    public static Errhandler Errorhandler_get() {
        return COMM_WORLD.getErrhandler();
    }

    /** Seconds since some moment. */
    public static double Wtime() {
        return MPI_Wtime();
    }

    /** Seconds from one tick of {@link #Wtime} to the next. */
    public static double Wtick() {
        return MPI_Wtick();
    }

    /** MPJ Express: lends memory to buffered sends. */
    public static void Buffer_attach(ByteBuffer userBuffer) {
        check(MPI_Buffer_attach(Buffers.of(userBuffer), userBuffer.capacity()));
    }

    /** mpiJava: lends memory to buffered sends. */
    public static void Buffer_attach(byte[] buffer) {
        check(MPI_Buffer_attach(buffer, buffer.length));
    }

    /** Takes the memory back, once buffered messages have left; null unless it is an array. */
    public static byte[] Buffer_detach() {
        Object[] buffer = new Object[1];
        check(MPI_Buffer_detach(buffer, new int[1]));
        return buffer[0] instanceof byte[] ? (byte[]) buffer[0] : null;
    }

    // ---- Environment, Open MPI

    /** Name of this host. */
    public static String getProcessorName() {
        String[] name = new String[1];
        check(MPI_Get_processor_name(name, new int[1]));
        return name[0];
    }

    /** Seconds since some moment. */
    public static double wtime() {
        return MPI_Wtime();
    }

    /** Seconds from one tick of {@link #wtime} to the next. */
    public static double wtick() {
        return MPI_Wtick();
    }

    /** The version of the standard. */
    public static Version getVersion() {
        return new Version(VERSION, SUBVERSION);
    }

    /** The version of this library. */
    public static String getLibVersion() {
        return "javampi, MPI " + VERSION + "." + SUBVERSION;
    }

    /** Lends memory to buffered sends. */
    public static void attachBuffer(byte[] buffer) {
        Buffer_attach(buffer);
    }

    /** Takes the memory back, once buffered messages have left. */
    public static byte[] detachBuffer() {
        return Buffer_detach();
    }

    /** Tells tools something. */
    public static void pControl(int level, Object obj) {
        check(MPI_Pcontrol(level, obj));
    }

    /** A direct buffer in native byte order. */
    public static ByteBuffer newByteBuffer(int capacity) {
        return ByteBuffer.allocateDirect(capacity).order(ByteOrder.nativeOrder());
    }

    /** A direct buffer in native byte order. */
    public static CharBuffer newCharBuffer(int capacity) {
        return newByteBuffer(Math.multiplyExact(capacity, Character.BYTES)).asCharBuffer();
    }

    /** A direct buffer in native byte order. */
    public static ShortBuffer newShortBuffer(int capacity) {
        return newByteBuffer(Math.multiplyExact(capacity, Short.BYTES)).asShortBuffer();
    }

    /** A direct buffer in native byte order. */
    public static IntBuffer newIntBuffer(int capacity) {
        return newByteBuffer(Math.multiplyExact(capacity, Integer.BYTES)).asIntBuffer();
    }

    /** A direct buffer in native byte order. */
    public static LongBuffer newLongBuffer(int capacity) {
        return newByteBuffer(Math.multiplyExact(capacity, Long.BYTES)).asLongBuffer();
    }

    /** A direct buffer in native byte order. */
    public static FloatBuffer newFloatBuffer(int capacity) {
        return newByteBuffer(Math.multiplyExact(capacity, Float.BYTES)).asFloatBuffer();
    }

    /** A direct buffer in native byte order. */
    public static DoubleBuffer newDoubleBuffer(int capacity) {
        return newByteBuffer(Math.multiplyExact(capacity, Double.BYTES)).asDoubleBuffer();
    }

    /** The buffer from element {@code offset} on; its position and limit do not matter. */
    public static ByteBuffer slice(ByteBuffer buf, int offset) {
        return buf.duplicate().clear().position(offset).slice().order(ByteOrder.nativeOrder());
    }

    /** The buffer from element {@code offset} on; its position and limit do not matter. */
    public static CharBuffer slice(CharBuffer buf, int offset) {
        return buf.duplicate().clear().position(offset).slice();
    }

    /** The buffer from element {@code offset} on; its position and limit do not matter. */
    public static ShortBuffer slice(ShortBuffer buf, int offset) {
        return buf.duplicate().clear().position(offset).slice();
    }

    /** The buffer from element {@code offset} on; its position and limit do not matter. */
    public static IntBuffer slice(IntBuffer buf, int offset) {
        return buf.duplicate().clear().position(offset).slice();
    }

    /** The buffer from element {@code offset} on; its position and limit do not matter. */
    public static LongBuffer slice(LongBuffer buf, int offset) {
        return buf.duplicate().clear().position(offset).slice();
    }

    /** The buffer from element {@code offset} on; its position and limit do not matter. */
    public static FloatBuffer slice(FloatBuffer buf, int offset) {
        return buf.duplicate().clear().position(offset).slice();
    }

    /** The buffer from element {@code offset} on; its position and limit do not matter. */
    public static DoubleBuffer slice(DoubleBuffer buf, int offset) {
        return buf.duplicate().clear().position(offset).slice();
    }

    /** The array from element {@code offset} on. */
    public static ByteBuffer slice(byte[] buf, int offset) {
        return ByteBuffer.wrap(buf, offset, buf.length - offset).slice().order(ByteOrder.nativeOrder());
    }

    /** The array from element {@code offset} on. */
    public static CharBuffer slice(char[] buf, int offset) {
        return CharBuffer.wrap(buf, offset, buf.length - offset).slice();
    }

    /** The array from element {@code offset} on. */
    public static ShortBuffer slice(short[] buf, int offset) {
        return ShortBuffer.wrap(buf, offset, buf.length - offset).slice();
    }

    /** The array from element {@code offset} on. */
    public static IntBuffer slice(int[] buf, int offset) {
        return IntBuffer.wrap(buf, offset, buf.length - offset).slice();
    }

    /** The array from element {@code offset} on. */
    public static LongBuffer slice(long[] buf, int offset) {
        return LongBuffer.wrap(buf, offset, buf.length - offset).slice();
    }

    /** The array from element {@code offset} on. */
    public static FloatBuffer slice(float[] buf, int offset) {
        return FloatBuffer.wrap(buf, offset, buf.length - offset).slice();
    }

    /** The array from element {@code offset} on. */
    public static DoubleBuffer slice(double[] buf, int offset) {
        return DoubleBuffer.wrap(buf, offset, buf.length - offset).slice();
    }
}
