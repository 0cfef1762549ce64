package org.javampi.core.attribute;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Comm_copy_attr_function;
import org.javampi.MPI_Comm_delete_attr_function;

/** A key for attributes of communicators. */
public final class CommunicatorKeyval extends Keyval<MPI_Comm> {
    private static final long serialVersionUID = 1L;

    private final MPI_Comm_copy_attr_function copy;
    private final MPI_Comm_delete_attr_function delete;

    CommunicatorKeyval(
            int number, MPI_Comm_copy_attr_function copy, MPI_Comm_delete_attr_function delete, Object extraState) {
        super(number, extraState);
        this.copy = copy;
        this.delete = delete;
    }

    @Override
    int copy(MPI_Comm owner, Object value, Object[] copied, boolean[] flag) {
        return copy.copy(owner, number(), extraState(), value, copied, flag);
    }

    @Override
    int delete(MPI_Comm owner, Object value) {
        return delete.delete(owner, number(), value, extraState());
    }
}
