package org.javampi.conformance.errors;

import static org.javampi.MPI.*;

import java.util.Map;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Errhandler;
import org.javampi.MPI_Group;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;

/** The objects that calls are made with, at two ranks, all under {@code MPI_ERRORS_RETURN}. */
final class Stage {
    final int rank;
    final MPI_Comm half;
    final MPI_Comm inter;
    final MPI_Comm cart;
    final MPI_Comm graph;
    final MPI_Group group;
    final MPI_Datatype uncommitted;
    final int key;

    /** A key whose callbacks refuse while {@link #refuses}. */
    final int stubborn;

    private boolean refuses;

    Stage() {
        MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
        rank = MPI_Comm_rank(MPI_COMM_WORLD);
        half = MPI_Comm_split(MPI_COMM_WORLD, rank, 0);
        inter = MPI_Intercomm_create(half, 0, MPI_COMM_WORLD, 1 - rank, 1);
        cart = MPI_Cart_create(MPI_COMM_WORLD, 1, new int[] {2}, new boolean[1], false);
        graph = MPI_Graph_create(MPI_COMM_WORLD, 2, new int[] {1, 2}, new int[] {1, 0}, false);
        group = MPI_Comm_group(MPI_COMM_WORLD);
        uncommitted = MPI_Type_contiguous(2, MPI_INT);
        key = MPI_Keyval_create(MPI_NULL_COPY_FN, MPI_NULL_DELETE_FN, null);
        stubborn = MPI_Keyval_create(
                (old, k, extra, in, out, flag) -> {
                    flag[0] = true;
                    return refuses ? 77 : MPI_SUCCESS;
                },
                (comm, k, value, extra) -> refuses ? 77 : MPI_SUCCESS,
                null);
    }

    /** A duplicate of the world with an attribute that cannot be copied or deleted. */
    MPI_Comm stubbornComm() {
        refuses = false;
        MPI_Comm dup = MPI_Comm_dup(MPI_COMM_WORLD);
        MPI_Attr_put(dup, stubborn, "stays");
        refuses = true;
        return dup;
    }

    /** From now on attributes may go. */
    void yield() {
        refuses = false;
    }

    /** Puts the process back to where a test began. */
    void close() {
        refuses = false;
        for (MPI_Comm comm : new MPI_Comm[] {inter, half, cart, graph}) {
            MPI_Comm_free(comm);
        }
        MPI_Group_free(group);
        MPI_Type_free(uncommitted);
        MPI_Keyval_free(key);
        MPI_Keyval_free(stubborn);
        MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRORS_THROW_EXCEPTIONS);
    }

    /** Undoes what a call that succeeded has left. */
    void tidy(Form form, Map<String, Object> arguments) {
        switch (form.function()) {
            case "MPI_Buffer_attach" -> MPI_Buffer_detach();
            case "MPI_Keyval_create" -> MPI_Keyval_free((int[]) arguments.get("keyval"));
            case "MPI_Attr_put" -> MPI_Attr_delete(MPI_COMM_WORLD, key);
            case "MPI_Cancel" -> drop(arguments.get("request"));
            default ->
                arguments.forEach((name, value) -> {
                    if (!name.equals("array_of_types")) {
                        drop(value);
                    }
                });
        }
    }

    /** Frees the handles in {@code argument}, if that is an array of such. */
    static void drop(Object argument) {
        if (!(argument instanceof Object[] handles)) {
            return;
        }
        for (Object handle : handles) {
            if (handle instanceof MPI_Comm comm && comm != MPI_COMM_NULL) {
                MPI_Comm_free(comm);
            } else if (handle instanceof MPI_Datatype type && type != MPI_DATATYPE_NULL) {
                MPI_Type_free(type);
            } else if (handle instanceof MPI_Group made && made != MPI_GROUP_NULL) {
                MPI_Group_free(made);
            } else if (handle instanceof MPI_Op made && made != MPI_OP_NULL) {
                MPI_Op_free(made);
            } else if (handle instanceof MPI_Errhandler made
                    && made != MPI_ERRHANDLER_NULL
                    && made != MPI_ERRORS_RETURN) {
                MPI_Errhandler_free(made);
            } else if (handle instanceof MPI_Request request && request != MPI_REQUEST_NULL) {
                // A persistent one is still there after that.
                MPI_Wait(request, MPI_STATUS_IGNORE);
                MPI_Request_free(request);
            }
        }
    }
}
