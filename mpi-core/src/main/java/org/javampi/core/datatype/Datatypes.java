package org.javampi.core.datatype;

import org.javampi.MPI;
import org.javampi.MPI_Datatype;
import org.javampi.Predefined;
import org.javampi.core.failure.MpiFailure;

/** From handles to datatypes. */
public final class Datatypes {
    private Datatypes() {}

    /** What {@code handle} stands for, committed or not. */
    public static Datatype of(MPI_Datatype handle) {
        if (handle instanceof Predefined.Datatype && handle != Predefined.DATATYPE_NULL) {
            return PredefinedDatatypes.of((Predefined.Datatype) handle);
        }
        if (handle instanceof Datatype && !((Datatype) handle).isFreed()) {
            return (Datatype) handle;
        }
        throw new MpiFailure(
                MPI.MPI_ERR_TYPE,
                handle == null
                        ? "datatype is Java's null: pass a handle"
                        : handle == Predefined.DATATYPE_NULL
                                ? "datatype is MPI_DATATYPE_NULL: it was freed or never made"
                                : "datatype " + handle + " has been freed: a copy of its handle was kept");
    }

    /** The type of a transfer: committed, and more than a marker. */
    public static Datatype communicable(MPI_Datatype handle) {
        Datatype type = of(handle);
        if (!type.isCommitted()) {
            throw new MpiFailure(
                    MPI.MPI_ERR_TYPE, "datatype " + type + " is not committed: call MPI_Type_commit first");
        }
        if (handle == Predefined.LB || handle == Predefined.UB) {
            throw new MpiFailure(MPI.MPI_ERR_TYPE, type + " marks a bound inside MPI_Type_struct: it carries no data");
        }
        return type;
    }
}
