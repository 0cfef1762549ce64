package org.javampi;

/**
 * The predefined handles and the numbers that both sides of the binding need. They are the same
 * objects for every rank of a VM, so that {@code ==} holds whichever copy of the facade named them;
 * what a handle such as MPI_COMM_WORLD stands for is looked up in the rank that uses it.
 */
public final class Predefined {
    /** See MPI_ANY_SOURCE. */
    public static final int ANY_SOURCE = -1;

    /** See MPI_ANY_TAG. */
    public static final int ANY_TAG = -1;

    /** See MPI_PROC_NULL. */
    public static final int PROC_NULL = -2;

    /** See MPI_CHAR. */
    public static final Datatype CHAR = new Datatype(0, "MPI_CHAR");

    /** See MPI_SHORT. */
    public static final Datatype SHORT = new Datatype(1, "MPI_SHORT");

    /** See MPI_INT. */
    public static final Datatype INT = new Datatype(2, "MPI_INT");

    /** See MPI_LONG. */
    public static final Datatype LONG = new Datatype(3, "MPI_LONG");

    /** See MPI_UNSIGNED_CHAR. */
    public static final Datatype UNSIGNED_CHAR = new Datatype(4, "MPI_UNSIGNED_CHAR");

    /** See MPI_UNSIGNED_SHORT. */
    public static final Datatype UNSIGNED_SHORT = new Datatype(5, "MPI_UNSIGNED_SHORT");

    /** See MPI_UNSIGNED. */
    public static final Datatype UNSIGNED = new Datatype(6, "MPI_UNSIGNED");

    /** See MPI_UNSIGNED_LONG. */
    public static final Datatype UNSIGNED_LONG = new Datatype(7, "MPI_UNSIGNED_LONG");

    /** See MPI_FLOAT. */
    public static final Datatype FLOAT = new Datatype(8, "MPI_FLOAT");

    /** See MPI_DOUBLE. */
    public static final Datatype DOUBLE = new Datatype(9, "MPI_DOUBLE");

    /** See MPI_LONG_DOUBLE. */
    public static final Datatype LONG_DOUBLE = new Datatype(10, "MPI_LONG_DOUBLE");

    /** See MPI_BYTE. */
    public static final Datatype BYTE = new Datatype(11, "MPI_BYTE");

    /** See MPI_PACKED. */
    public static final Datatype PACKED = new Datatype(12, "MPI_PACKED");

    /** See MPI_LONG_LONG_INT. */
    public static final Datatype LONG_LONG_INT = new Datatype(13, "MPI_LONG_LONG_INT");

    /** See MPI_WCHAR. */
    public static final Datatype WCHAR = new Datatype(14, "MPI_WCHAR");

    /** See MPI_C_BOOL. */
    public static final Datatype C_BOOL = new Datatype(15, "MPI_C_BOOL");

    /** See MPI_FLOAT_INT. */
    public static final Datatype FLOAT_INT = new Datatype(16, "MPI_FLOAT_INT");

    /** See MPI_DOUBLE_INT. */
    public static final Datatype DOUBLE_INT = new Datatype(17, "MPI_DOUBLE_INT");

    /** See MPI_LONG_INT. */
    public static final Datatype LONG_INT = new Datatype(18, "MPI_LONG_INT");

    /** See MPI_2INT. */
    public static final Datatype TWO_INT = new Datatype(19, "MPI_2INT");

    /** See MPI_SHORT_INT. */
    public static final Datatype SHORT_INT = new Datatype(20, "MPI_SHORT_INT");

    /** See MPI_LONG_DOUBLE_INT. */
    public static final Datatype LONG_DOUBLE_INT = new Datatype(21, "MPI_LONG_DOUBLE_INT");

    /** See MPI_2REAL. */
    public static final Datatype TWO_REAL = new Datatype(22, "MPI_2REAL");

    /** See MPI_2DOUBLE_PRECISION. */
    public static final Datatype TWO_DOUBLE_PRECISION = new Datatype(23, "MPI_2DOUBLE_PRECISION");

    /** See MPI_LB. */
    public static final Datatype LB = new Datatype(24, "MPI_LB");

    /** See MPI_UB. */
    public static final Datatype UB = new Datatype(25, "MPI_UB");

    /** See MPI_INT8_T. */
    public static final Datatype INT8_T = new Datatype(26, "MPI_INT8_T");

    /** See MPI_INT16_T. */
    public static final Datatype INT16_T = new Datatype(27, "MPI_INT16_T");

    /** See MPI_INT32_T. */
    public static final Datatype INT32_T = new Datatype(28, "MPI_INT32_T");

    /** See MPI_INT64_T. */
    public static final Datatype INT64_T = new Datatype(29, "MPI_INT64_T");

    /** See MPI_UINT8_T. */
    public static final Datatype UINT8_T = new Datatype(30, "MPI_UINT8_T");

    /** See MPI_UINT16_T. */
    public static final Datatype UINT16_T = new Datatype(31, "MPI_UINT16_T");

    /** See MPI_UINT32_T. */
    public static final Datatype UINT32_T = new Datatype(32, "MPI_UINT32_T");

    /** See MPI_UINT64_T. */
    public static final Datatype UINT64_T = new Datatype(33, "MPI_UINT64_T");

    /** See MPI_AINT. */
    public static final Datatype AINT = new Datatype(34, "MPI_AINT");

    /** See MPI_COUNT. */
    public static final Datatype COUNT = new Datatype(35, "MPI_COUNT");

    /** See MPI_SIGNED_CHAR. */
    public static final Datatype SIGNED_CHAR = new Datatype(36, "MPI_SIGNED_CHAR");

    /** See MPI_UNSIGNED_LONG_LONG. */
    public static final Datatype UNSIGNED_LONG_LONG = new Datatype(37, "MPI_UNSIGNED_LONG_LONG");

    /** See MPI_DATATYPE_NULL. */
    public static final Datatype DATATYPE_NULL = new Datatype(-1, "MPI_DATATYPE_NULL");

    /** See MPI_MAX. */
    public static final Op MAX = new Op(0, "MPI_MAX");

    /** See MPI_MIN. */
    public static final Op MIN = new Op(1, "MPI_MIN");

    /** See MPI_SUM. */
    public static final Op SUM = new Op(2, "MPI_SUM");

    /** See MPI_PROD. */
    public static final Op PROD = new Op(3, "MPI_PROD");

    /** See MPI_LAND. */
    public static final Op LAND = new Op(4, "MPI_LAND");

    /** See MPI_BAND. */
    public static final Op BAND = new Op(5, "MPI_BAND");

    /** See MPI_LOR. */
    public static final Op LOR = new Op(6, "MPI_LOR");

    /** See MPI_BOR. */
    public static final Op BOR = new Op(7, "MPI_BOR");

    /** See MPI_LXOR. */
    public static final Op LXOR = new Op(8, "MPI_LXOR");

    /** See MPI_BXOR. */
    public static final Op BXOR = new Op(9, "MPI_BXOR");

    /** See MPI_MAXLOC. */
    public static final Op MAXLOC = new Op(10, "MPI_MAXLOC");

    /** See MPI_MINLOC. */
    public static final Op MINLOC = new Op(11, "MPI_MINLOC");

    /** See MPI_OP_NULL. */
    public static final Op OP_NULL = new Op(-1, "MPI_OP_NULL");

    /** See MPI_COMM_WORLD. */
    public static final Comm COMM_WORLD = new Comm(0, "MPI_COMM_WORLD");

    /** See MPI_COMM_SELF. */
    public static final Comm COMM_SELF = new Comm(1, "MPI_COMM_SELF");

    /** See MPI_COMM_NULL. */
    public static final Comm COMM_NULL = new Comm(-1, "MPI_COMM_NULL");

    /** See MPI_GROUP_EMPTY. */
    public static final Group GROUP_EMPTY = new Group(0, "MPI_GROUP_EMPTY");

    /** See MPI_GROUP_NULL. */
    public static final Group GROUP_NULL = new Group(-1, "MPI_GROUP_NULL");

    /** See MPI_ERRORS_ARE_FATAL. */
    public static final Errhandler ERRORS_ARE_FATAL = new Errhandler(0, "MPI_ERRORS_ARE_FATAL");

    /** See MPI_ERRORS_RETURN. */
    public static final Errhandler ERRORS_RETURN = new Errhandler(1, "MPI_ERRORS_RETURN");

    /** See MPI_ERRORS_THROW_EXCEPTIONS. */
    public static final Errhandler ERRORS_THROW_EXCEPTIONS = new Errhandler(2, "MPI_ERRORS_THROW_EXCEPTIONS");

    /** See MPI_ERRHANDLER_NULL. */
    public static final Errhandler ERRHANDLER_NULL = new Errhandler(-1, "MPI_ERRHANDLER_NULL");

    /** See MPI_INFO_NULL. */
    public static final Info INFO_NULL = new Info("MPI_INFO_NULL");

    /** See MPI_INFO_ENV. */
    public static final Info INFO_ENV = new Info("MPI_INFO_ENV");

    /** See MPI_MESSAGE_NULL. */
    public static final Message MESSAGE_NULL = new Message("MPI_MESSAGE_NULL");

    /** See MPI_MESSAGE_NO_PROC. */
    public static final Message MESSAGE_NO_PROC = new Message("MPI_MESSAGE_NO_PROC");

    /** See MPI_UNWEIGHTED. */
    public static final int[] UNWEIGHTED = new int[0];

    /** See MPI_WEIGHTS_EMPTY. */
    public static final int[] WEIGHTS_EMPTY = new int[0];

    /** See MPI_REQUEST_NULL. */
    public static final MPI_Request REQUEST_NULL = new NullRequest();

    /** See MPI_BOTTOM. */
    public static final Object BOTTOM = new Marker("MPI_BOTTOM");

    /** See MPI_IN_PLACE. */
    public static final Object IN_PLACE = new Marker("MPI_IN_PLACE");

    /** See MPI_STATUS_IGNORE. */
    public static final MPI_Status STATUS_IGNORE = new MPI_Status();

    /** See MPI_STATUSES_IGNORE. */
    public static final MPI_Status[] STATUSES_IGNORE = new MPI_Status[0];

    // No lambdas here: serializable ones are in no class-data archive, and each start would wait
    // for them to be spun.

    /** See MPI_NULL_COPY_FN. */
    public static final MPI_Copy_function NULL_COPY_FN = new Copy(false);

    /** See MPI_DUP_FN. */
    public static final MPI_Copy_function DUP_FN = new Copy(true);

    /** See MPI_NULL_DELETE_FN. */
    public static final MPI_Delete_function NULL_DELETE_FN = new NullDelete();

    /** See MPI_TYPE_NULL_COPY_FN. */
    public static final MPI_Type_copy_attr_function TYPE_NULL_COPY_FN = new TypeCopy(false);

    /** See MPI_TYPE_DUP_FN. */
    public static final MPI_Type_copy_attr_function TYPE_DUP_FN = new TypeCopy(true);

    /** See MPI_TYPE_NULL_DELETE_FN. */
    public static final MPI_Type_delete_attr_function TYPE_NULL_DELETE_FN = new TypeNullDelete();

    private Predefined() {}

    /** A predefined or null handle: {@code index} counts the predefined ones from 0, null is -1. */
    public static final class Datatype extends MPI_Datatype {
        private static final long serialVersionUID = 1L;

        /** Position among the predefined handles of this kind; -1 for the null handle. */
        public final int index;

        private final String name;

        private Datatype(int index, String name) {
            this.index = index;
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A predefined or null handle: {@code index} counts the predefined ones from 0, null is -1. */
    public static final class Op extends MPI_Op {
        private static final long serialVersionUID = 1L;

        /** Position among the predefined handles of this kind; -1 for the null handle. */
        public final int index;

        private final String name;

        private Op(int index, String name) {
            this.index = index;
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A predefined or null handle: {@code index} counts the predefined ones from 0, null is -1. */
    public static final class Comm extends MPI_Comm {
        private static final long serialVersionUID = 1L;

        /** Position among the predefined handles of this kind; -1 for the null handle. */
        public final int index;

        private final String name;

        private Comm(int index, String name) {
            this.index = index;
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A predefined or null handle: {@code index} counts the predefined ones from 0, null is -1. */
    public static final class Group extends MPI_Group {
        private static final long serialVersionUID = 1L;

        /** Position among the predefined handles of this kind; -1 for the null handle. */
        public final int index;

        private final String name;

        private Group(int index, String name) {
            this.index = index;
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A predefined or null handle: {@code index} counts the predefined ones from 0, null is -1. */
    public static final class Errhandler extends MPI_Errhandler {
        private static final long serialVersionUID = 1L;

        /** Position among the predefined handles of this kind; -1 for the null handle. */
        public final int index;

        private final String name;

        private Errhandler(int index, String name) {
            this.index = index;
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A predefined or null handle; restarts find it by its name. */
    public static final class Info extends MPI_Info {
        private static final long serialVersionUID = 1L;

        private final String name;

        private Info(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A predefined or null handle; restarts find it by its name. */
    public static final class Message extends MPI_Message {
        private static final long serialVersionUID = 1L;

        private final String name;

        private Message(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final class NullRequest extends MPI_Request {
        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            return "MPI_REQUEST_NULL";
        }
    }

    private static final class Copy implements MPI_Copy_function {
        private static final long serialVersionUID = 1L;

        private final boolean copies;

        private Copy(boolean copies) {
            this.copies = copies;
        }

        @Override
        public int copy(MPI_Comm oldcomm, int keyval, Object extraState, Object in, Object[] out, boolean[] flag) {
            if (copies) {
                out[0] = in;
            }
            flag[0] = copies;
            return 0;
        }
    }

    private static final class NullDelete implements MPI_Delete_function {
        private static final long serialVersionUID = 1L;

        @Override
        public int delete(MPI_Comm comm, int keyval, Object value, Object extraState) {
            return 0;
        }
    }

    private static final class TypeCopy implements MPI_Type_copy_attr_function {
        private static final long serialVersionUID = 1L;

        private final boolean copies;

        private TypeCopy(boolean copies) {
            this.copies = copies;
        }

        @Override
        public int copy(MPI_Datatype oldtype, int keyval, Object extraState, Object in, Object[] out, boolean[] flag) {
            if (copies) {
                out[0] = in;
            }
            flag[0] = copies;
            return 0;
        }
    }

    private static final class TypeNullDelete implements MPI_Type_delete_attr_function {
        private static final long serialVersionUID = 1L;

        @Override
        public int delete(MPI_Datatype datatype, int keyval, Object value, Object extraState) {
            return 0;
        }
    }

    private record Marker(String name) {
        @Override
        public String toString() {
            return name;
        }
    }
}
