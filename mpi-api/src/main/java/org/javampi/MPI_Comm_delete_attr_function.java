package org.javampi;

import java.io.Serializable;

/** Called when an attribute of a communicator goes away (MPI-4.1 §7.7.2). */
@FunctionalInterface
public interface MPI_Comm_delete_attr_function extends Serializable {
    /** Returns MPI_SUCCESS or an error code, which makes the deleting call fail. */
    int delete(MPI_Comm comm, int comm_keyval, Object attribute_val, Object extra_state);
}
