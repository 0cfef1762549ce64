package org.javampi;

import java.io.Serializable;

/** Called when an attribute goes away (MPI-1.1 §5.7.1). */
@FunctionalInterface
public interface MPI_Delete_function extends Serializable {
    /** Returns MPI_SUCCESS or an error code, which makes the deleting call fail. */
    int delete(MPI_Comm comm, int keyval, Object attribute_val, Object extra_state);
}
