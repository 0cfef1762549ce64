package org.javampi;

import java.lang.reflect.Array;
import java.lang.reflect.Method;

/** Arguments that can be told apart: every number differs, every object is a new one. */
final class Samples {
    private int last;

    /** One argument per parameter of {@code method}. */
    Object[] of(Method method) {
        Class<?>[] types = method.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = of(types[i]);
        }
        return arguments;
    }

    /** A new value of {@code type}; arrays have four new elements. */
    Object of(Class<?> type) {
        if (type == int.class) {
            return ++last;
        } else if (type == long.class) {
            return 1_000L + ++last;
        } else if (type == boolean.class) {
            return ++last % 2 == 0;
        } else if (type == String.class) {
            return "text " + ++last;
        } else if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), 4);
            for (int i = 0; i < 4; i++) {
                Array.set(array, i, of(type.getComponentType()));
            }
            return array;
        }
        return object(type);
    }

    private static Object object(Class<?> type) {
        if (type == MPI_Comm.class) {
            return new MPI_Comm() {};
        } else if (type == MPI_Group.class) {
            return new MPI_Group() {};
        } else if (type == MPI_Datatype.class) {
            return new MPI_Datatype() {};
        } else if (type == MPI_Op.class) {
            return new MPI_Op() {};
        } else if (type == MPI_Errhandler.class) {
            return new MPI_Errhandler() {};
        } else if (type == MPI_Request.class) {
            return new MPI_Request() {};
        } else if (type == MPI_Status.class) {
            return new MPI_Status();
        } else if (type == MPI_User_function.class) {
            return (MPI_User_function) (in, inout, len, datatype) -> {};
        } else if (type == MPI_User_function_c.class) {
            return (MPI_User_function_c) (in, inout, len, datatype) -> {};
        } else if (type == MPI_Grequest_query_function.class) {
            return (MPI_Grequest_query_function) (state, status) -> MPI.MPI_SUCCESS;
        } else if (type == MPI_Grequest_free_function.class) {
            return (MPI_Grequest_free_function) state -> MPI.MPI_SUCCESS;
        } else if (type == MPI_Grequest_cancel_function.class) {
            return (MPI_Grequest_cancel_function) (state, complete) -> MPI.MPI_SUCCESS;
        } else if (type == MPI_Copy_function.class) {
            return MPI.MPI_DUP_FN;
        } else if (type == MPI_Delete_function.class) {
            return MPI.MPI_NULL_DELETE_FN;
        } else if (type == MPI_Handler_function.class) {
            return (MPI_Handler_function) (comm, errorcode) -> {};
        } else if (type == MPI_Info.class) {
            return new MPI_Info() {};
        } else if (type == MPI_Message.class) {
            return new MPI_Message() {};
        } else if (type == MPI_Comm_errhandler_function.class) {
            return (MPI_Comm_errhandler_function) (comm, errorcode) -> {};
        } else if (type == MPI_Comm_copy_attr_function.class) {
            return MPI.MPI_COMM_DUP_FN;
        } else if (type == MPI_Comm_delete_attr_function.class) {
            return MPI.MPI_COMM_NULL_DELETE_FN;
        } else if (type == MPI_Type_copy_attr_function.class) {
            return MPI.MPI_TYPE_DUP_FN;
        } else if (type == MPI_Type_delete_attr_function.class) {
            return MPI.MPI_TYPE_NULL_DELETE_FN;
        } else if (type == Object.class) {
            return new Object();
        }
        throw new IllegalArgumentException("no sample for a parameter of type " + type.getName());
    }
}
