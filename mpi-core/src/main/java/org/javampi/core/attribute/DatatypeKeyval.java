package org.javampi.core.attribute;

import org.javampi.MPI_Datatype;
import org.javampi.MPI_Type_copy_attr_function;
import org.javampi.MPI_Type_delete_attr_function;

/** A key for attributes of datatypes. */
public final class DatatypeKeyval extends Keyval<MPI_Datatype> {
    private static final long serialVersionUID = 1L;

    private final MPI_Type_copy_attr_function copy;
    private final MPI_Type_delete_attr_function delete;

    DatatypeKeyval(
            int number, MPI_Type_copy_attr_function copy, MPI_Type_delete_attr_function delete, Object extraState) {
        super(number, extraState);
        this.copy = copy;
        this.delete = delete;
    }

    @Override
    int copy(MPI_Datatype owner, Object value, Object[] copied, boolean[] flag) {
        return copy.copy(owner, number(), extraState(), value, copied, flag);
    }

    @Override
    int delete(MPI_Datatype owner, Object value) {
        return delete.delete(owner, number(), value, extraState());
    }
}
