package org.javampi;

import java.io.Serializable;

/** Called for each attribute when a communicator is duplicated (MPI-4.1 §7.7.2). */
@FunctionalInterface
public interface MPI_Comm_copy_attr_function extends Serializable {
    /**
     * Sets {@code flag[0]} to say whether the attribute is copied, and {@code attribute_val_out[0]}
     * to its value; returns MPI_SUCCESS or an error code.
     */
    int copy(
            MPI_Comm oldcomm,
            int comm_keyval,
            Object extra_state,
            Object attribute_val_in,
            Object[] attribute_val_out,
            boolean[] flag);
}
