package org.javampi.conformance.errors;

import static org.javampi.MPI.*;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Errhandler;
import org.javampi.MPI_Group;
import org.javampi.MPI_Handler_function;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.MPI_User_function;

/**
 * Arguments with which each function succeeds at two ranks and leaves nothing behind but handles;
 * messages go to and come from {@code MPI_PROC_NULL}. What is used up by the call, like a handle to
 * be freed, is a {@link Supplier} that makes a new one.
 */
final class ValidArguments {
    private final Stage stage;

    ValidArguments(Stage stage) {
        this.stage = stage;
    }

    /** By name, in the order of C. */
    Map<String, Object> of(Form form) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (int i = 0; i < form.names().size(); i++) {
            String name = form.names().get(i);
            arguments.put(name, argument(form.function(), name, form.types().get(i)));
        }
        return arguments;
    }

    private Object argument(String function, String name, String type) {
        return switch (type) {
            case "int", "long" -> number(function, name);
            case "boolean" -> name.equals("high") && stage.rank == 0;
            case "Object" -> object(function, name);
            case "int[]" -> numbers(function, name);
            case "long[]" -> name.equals("array_of_displacements") ? new long[1] : new long[] {-7};
            case "int[][]" -> new int[][] {{0, 0, 1}};
            case "boolean[]" -> new boolean[] {name.equals("remain_dims")};
            case "String[]" -> new String[1];
            case "Object[]" -> new Object[1];
            case "MPI_Comm" -> communicator(function, name);
            case "MPI_Datatype" -> MPI_INT;
            case "MPI_Op" -> MPI_SUM;
            case "MPI_Group" -> stage.group;
            case "MPI_Errhandler" -> MPI_ERRORS_RETURN;
            case "MPI_Status" -> new MPI_Status();
            case "MPI_Status[]" -> new MPI_Status[] {new MPI_Status()};
            case "MPI_User_function" -> (MPI_User_function) (in, inout, len, t) -> {};
            case "MPI_Copy_function" -> MPI_NULL_COPY_FN;
            case "MPI_Delete_function" -> MPI_NULL_DELETE_FN;
            case "MPI_Handler_function" -> (MPI_Handler_function) (comm, code) -> {};
            case "MPI_Request[]" -> requests(function);
            case "MPI_Comm[]" ->
                function.equals("MPI_Comm_free")
                        ? made(() -> new MPI_Comm[] {MPI_Comm_dup(MPI_COMM_WORLD)})
                        : new MPI_Comm[1];
            case "MPI_Datatype[]" -> datatypes(function, name);
            case "MPI_Group[]" ->
                function.equals("MPI_Group_free")
                        ? made(() -> new MPI_Group[] {MPI_Comm_group(MPI_COMM_WORLD)})
                        : new MPI_Group[1];
            case "MPI_Op[]" ->
                function.equals("MPI_Op_free")
                        ? made(() -> new MPI_Op[] {MPI_Op_create((i, o, l, t) -> {}, true)})
                        : new MPI_Op[1];
            case "MPI_Errhandler[]" ->
                function.equals("MPI_Errhandler_free")
                        ? made(() -> new MPI_Errhandler[] {MPI_Errhandler_create((c, e) -> {})})
                        : new MPI_Errhandler[1];
            default -> throw new AssertionError(function + ": " + type + " " + name);
        };
    }

    private static Supplier<Object> made(Supplier<Object> maker) {
        return maker;
    }

    private Object number(String function, String name) {
        return switch (name) {
            case "dest", "source" -> MPI_PROC_NULL;
            case "root", "rank", "local_leader", "direction", "color", "key" -> 0;
            case "remote_leader" -> 1 - stage.rank;
            case "outsize", "insize", "size" -> 64;
            case "nnodes", "maxindex", "maxedges" -> 2;
            case "keyval" -> stage.key;
            case "errorcode" -> MPI_ERR_ARG;
            default -> name.endsWith("tag") ? 5 : 1;
        };
    }

    private Object object(String function, String name) {
        return switch (name) {
            case "outbuf" -> function.equals("MPI_Pack") ? new byte[64] : new int[4];
            case "inbuf" -> function.equals("MPI_Unpack") ? new byte[64] : new int[4];
            case "attribute_val", "extra_state" -> "a value";
            case "buffer" -> function.equals("MPI_Buffer_attach") ? new byte[64] : new int[4];
            default -> new int[] {1, 2, 3, 4};
        };
    }

    private Object numbers(String function, String name) {
        return switch (name) {
            case "sendcounts", "recvcounts" -> new int[] {1, 1};
            case "displs", "sdispls", "rdispls" -> new int[] {0, 1};
            case "array_of_blocklengths" -> new int[] {1};
            case "array_of_displacements", "ranks", "ranks1", "position" -> new int[] {0};
            case "coords" -> new int[] {function.equals("MPI_Cart_rank") ? 0 : -7};
            case "dims" ->
                new int[] {
                    switch (function) {
                        case "MPI_Dims_create" -> 0;
                        case "MPI_Cart_get" -> -7;
                        default -> 2;
                    }
                };
            case "index" -> function.startsWith("MPI_Graph") ? new int[] {1, 2} : new int[] {-7};
            case "edges" -> new int[] {1, 0};
            case "keyval" ->
                function.equals("MPI_Keyval_free")
                        ? made(() -> new int[] {MPI_Keyval_create(MPI_NULL_COPY_FN, MPI_NULL_DELETE_FN, null)})
                        : new int[] {-7};
            default -> new int[] {-7};
        };
    }

    private Object communicator(String function, String name) {
        if (name.equals("local_comm")) {
            return stage.half;
        }
        return switch (function) {
            case "MPI_Comm_remote_size", "MPI_Comm_remote_group", "MPI_Intercomm_merge" -> stage.inter;
            case "MPI_Cart_create", "MPI_Cart_map", "MPI_Graph_create", "MPI_Graph_map" -> MPI_COMM_WORLD;
            case "MPI_Attr_delete" ->
                made(() -> {
                    MPI_Attr_put(MPI_COMM_WORLD, stage.key, "a value");
                    return MPI_COMM_WORLD;
                });
            default ->
                function.startsWith("MPI_Cart")
                        ? stage.cart
                        : function.startsWith("MPI_Graph") ? stage.graph : MPI_COMM_WORLD;
        };
    }

    private Object requests(String function) {
        if (Set.of("MPI_Start", "MPI_Startall", "MPI_Request_free").contains(function)) {
            return made(
                    () -> new MPI_Request[] {MPI_Send_init(new int[1], 1, MPI_INT, MPI_PROC_NULL, 5, MPI_COMM_WORLD)});
        }
        if (function.equals("MPI_Cancel")) {
            return made(() -> new MPI_Request[] {MPI_Irecv(new int[1], 1, MPI_INT, stage.rank, 5, MPI_COMM_WORLD)});
        }
        boolean made = function.contains("send") || function.endsWith("recv") || function.endsWith("_init");
        return new MPI_Request[] {made ? null : MPI_REQUEST_NULL};
    }

    private Object datatypes(String function, String name) {
        if (function.equals("MPI_Type_commit") || function.equals("MPI_Type_free")) {
            return made(() -> new MPI_Datatype[] {MPI_Type_contiguous(2, MPI_INT)});
        }
        return new MPI_Datatype[] {name.equals("array_of_types") ? MPI_INT : null};
    }
}
