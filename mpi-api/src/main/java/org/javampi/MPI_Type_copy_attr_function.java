package org.javampi;

import java.io.Serializable;

/** Called for each attribute when a datatype is duplicated (MPI-4.1 §7.7.4). */
@FunctionalInterface
public interface MPI_Type_copy_attr_function extends Serializable {
    /**
     * Sets {@code flag[0]} to say whether the attribute is copied, and {@code attribute_val_out[0]}
     * to its value; returns MPI_SUCCESS or an error code.
     */
    int copy(
            MPI_Datatype oldtype,
            int type_keyval,
            Object extra_state,
            Object attribute_val_in,
            Object[] attribute_val_out,
            boolean[] flag);
}
