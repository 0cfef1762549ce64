package org.javampi;

import java.io.Serializable;

/** Called when an attribute of a datatype goes away (MPI-4.1 §7.7.4). */
@FunctionalInterface
public interface MPI_Type_delete_attr_function extends Serializable {
    /** Returns MPI_SUCCESS or an error code, which makes the deleting call fail. */
    int delete(MPI_Datatype datatype, int type_keyval, Object attribute_val, Object extra_state);
}
