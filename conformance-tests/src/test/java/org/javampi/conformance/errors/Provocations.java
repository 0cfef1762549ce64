package org.javampi.conformance.errors;

import static org.javampi.MPI.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Errhandler;
import org.javampi.MPI_Group;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;
import org.javampi.conformance.harness.Catalogue;

/**
 * How each error class of each function is provoked: by rules for arguments of one kind, and by
 * hand where it takes more.
 */
final class Provocations {
    private static final int NONE = 99;

    private final Stage stage;

    /** By function: names of the parameters that take results. */
    private final Map<String, Set<String>> outputs = new HashMap<>();

    Provocations(Stage stage) {
        this.stage = stage;
        for (String[] row : Catalogue.table("functions")) {
            Set<String> names = new HashSet<>();
            for (String parameter : row[3].split("; ")) {
                String[] words = parameter.split("[ @]");
                if (words[0].endsWith("OUT")) {
                    names.add(words[1]);
                }
            }
            outputs.put(row[0], names);
        }
    }

    /** All ways to provoke {@code errorClass} ("MPI_ERR_RANK") in {@code form}; empty for none. */
    List<Provocation> of(Form form, String errorClass) {
        List<Provocation> found = new ArrayList<>();
        for (int i = 0; i < form.names().size(); i++) {
            String name = form.names().get(i);
            String type = form.types().get(i);
            boolean out = outputs.get(form.function()).contains(name);
            for (Object bad : spoilt(errorClass, form.function(), name, type, out)) {
                found.add(Provocation.of(name, bad == NULL ? null : bad, this::makeLocalPartner));
            }
        }
        byHand(form.function(), errorClass, found);
        return found;
    }

    private static final Object NULL = new Object();

    /** So that data are needed: one's own is the root and the partner. */
    private void makeLocalPartner(Map<String, Object> arguments) {
        for (String name : List.of("dest", "source", "root")) {
            arguments.replace(name, stage.rank);
        }
    }

    private List<Object> spoilt(String errorClass, String function, String name, String type, boolean out) {
        return switch (errorClass) {
            case "MPI_ERR_COMM" -> communicator(function, type, out);
            case "MPI_ERR_COUNT" -> count(function, name, type);
            case "MPI_ERR_TYPE" -> datatype(function, name, type, out);
            case "MPI_ERR_TAG" -> name.endsWith("tag") ? List.of(-5) : List.of();
            case "MPI_ERR_RANK" -> rank(name, type);
            case "MPI_ERR_ROOT" -> name.equals("root") ? List.of(-1, NONE) : List.of();
            case "MPI_ERR_OP" ->
                type.equals("MPI_Op")
                        ? List.of(MPI_OP_NULL)
                        : function.equals("MPI_Op_free")
                                ? List.of(new MPI_Op[] {MPI_OP_NULL}, new MPI_Op[] {MPI_SUM})
                                : List.of();
            case "MPI_ERR_GROUP" ->
                type.equals("MPI_Group")
                        ? List.of(MPI_GROUP_NULL)
                        : type.equals("MPI_Group[]") && function.equals("MPI_Group_free")
                                ? List.<Object>of((Object) new MPI_Group[] {MPI_GROUP_NULL})
                                : List.of();
            case "MPI_ERR_BUFFER" -> buffer(function, name, type);
            case "MPI_ERR_REQUEST" -> request(function, type);
            case "MPI_ERR_TOPOLOGY" -> topology(function, name);
            case "MPI_ERR_DIMS" -> dims(function, name);
            case "MPI_ERR_ARG" -> argument(function, name, type, out);
            default -> List.of();
        };
    }

    private List<Object> communicator(String function, String type, boolean out) {
        if (type.equals("MPI_Comm[]") && function.equals("MPI_Comm_free")) {
            return List.of(new MPI_Comm[] {MPI_COMM_NULL}, new MPI_Comm[] {MPI_COMM_WORLD});
        }
        if (!type.equals("MPI_Comm")) {
            return List.of();
        }
        boolean inter = Set.of("MPI_Comm_remote_size", "MPI_Comm_remote_group", "MPI_Intercomm_merge")
                .contains(function);
        return inter ? List.of(MPI_COMM_NULL, MPI_COMM_WORLD) : List.of(MPI_COMM_NULL);
    }

    private static List<Object> count(String function, String name, String type) {
        if (type.equals("int[]")) {
            return name.endsWith("counts")
                    ? List.<Object>of((Object) new int[] {-1, -1})
                    : name.equals("array_of_blocklengths") ? List.<Object>of((Object) new int[] {-1}) : List.of();
        }
        return name.endsWith("count") || name.equals("blocklength") ? List.of(-1, Integer.MIN_VALUE) : List.of();
    }

    private List<Object> datatype(String function, String name, String type, boolean out) {
        if (type.equals("MPI_Datatype")) {
            boolean any = name.equals("oldtype")
                    || function.startsWith("MPI_Type_")
                    || function.startsWith("MPI_Get_")
                    || function.equals("MPI_Pack_size");
            return any ? List.of(MPI_DATATYPE_NULL) : List.of(MPI_DATATYPE_NULL, stage.uncommitted);
        }
        if (!type.equals("MPI_Datatype[]") || name.equals("newtype")) {
            return List.of();
        }
        Object none = new MPI_Datatype[] {MPI_DATATYPE_NULL};
        return function.equals("MPI_Type_free") ? List.of(none, new MPI_Datatype[] {MPI_INT}) : List.of(none);
    }

    private static List<Object> rank(String name, String type) {
        return switch (type.equals("int[]") && name.equals("rank") ? "a result" : name) {
            case "dest", "source", "rank", "local_leader", "remote_leader" -> List.of(-77, NONE);
            case "ranks", "ranks1" -> List.<Object>of((Object) new int[] {NONE});
            case "ranges" -> List.<Object>of((Object) new int[][] {{0, NONE, 1}});
            default -> List.of();
        };
    }

    private static List<Object> buffer(String function, String name, String type) {
        return !type.equals("Object") || function.startsWith("MPI_Buffer") || name.equals("location")
                ? List.of()
                : List.of(NULL, new int[0], "no buffer");
    }

    private static List<Object> request(String function, String type) {
        if (!type.equals("MPI_Request[]")) {
            return List.of();
        }
        Object java = new MPI_Request[1];
        return Set.of("MPI_Request_free", "MPI_Cancel", "MPI_Start", "MPI_Startall")
                        .contains(function)
                ? List.of(java, new MPI_Request[] {MPI_REQUEST_NULL})
                : List.of(java);
    }

    private List<Object> topology(String function, String name) {
        if (!name.equals("comm") || function.endsWith("_map")) {
            return List.of();
        }
        return List.of(MPI_COMM_WORLD, function.startsWith("MPI_Cart") ? stage.graph : stage.cart);
    }

    private static List<Object> dims(String function, String name) {
        return switch (name) {
            case "dims" ->
                switch (function) {
                    case "MPI_Dims_create" -> List.of(new int[] {-1}, new int[] {3});
                    case "MPI_Cart_get" -> List.of();
                    default -> List.of(new int[] {3}, new int[] {0}, new int[] {-2});
                };
            case "maxdims" -> List.of(-1);
            case "ndims" -> List.of(-1);
            default -> List.of();
        };
    }

    /** Results need room; and what no other class is for. */
    private List<Object> argument(String function, String name, String type, boolean out) {
        List<Object> bad = new ArrayList<>();
        if (out && !type.equals("Object")) {
            bad.add(NULL);
        }
        switch (name) {
            case "status" -> {
                if (!out) {
                    bad.add(NULL);
                }
            }
            case "n" -> bad.add(-1);
            case "function", "copy_fn", "delete_fn" -> bad.add(NULL);
            case "color" -> bad.add(-5);
            case "direction" -> {
                bad.add(-1);
                bad.add(1);
            }
            case "recvcounts" -> {
                bad.add(NULL);
                bad.add(new int[] {1});
            }
            case "array_of_blocklengths", "array_of_displacements", "array_of_types" -> bad.add(NULL);
            case "keyval" -> {
                if (type.equals("int")) {
                    bad.add(MPI_KEYVAL_INVALID);
                    if (!function.equals("MPI_Attr_get")) {
                        bad.add(MPI_TAG_UB);
                    }
                } else if (function.equals("MPI_Keyval_free")) {
                    bad.add(new int[] {MPI_KEYVAL_INVALID});
                    bad.add(new int[] {MPI_TAG_UB});
                }
            }
            case "errorcode" -> bad.add(-1);
            case "errhandler" -> {
                if (type.equals("MPI_Errhandler")) {
                    bad.add(MPI_ERRHANDLER_NULL);
                } else if (function.equals("MPI_Errhandler_free")) {
                    bad.add(new MPI_Errhandler[] {MPI_ERRHANDLER_NULL});
                    bad.add(new MPI_Errhandler[] {MPI_ERRORS_RETURN});
                }
            }
            case "edges" -> {
                if (!out) {
                    bad.add(new int[] {NONE, 0});
                }
            }
            case "array_of_requests" -> bad.add(NULL);
            case "dims", "periods", "remain_dims" -> bad.add(NULL);
            case "coords" -> {
                bad.add(NULL);
                if (!out) {
                    bad.add(new int[] {NONE});
                }
            }
            case "location" -> {
                bad.add(NULL);
                bad.add("no buffer");
            }
            case "outsize", "insize" -> bad.add(-1);
            case "buffer" -> bad.add(NULL);
            case "size" -> {
                if (type.equals("int")) {
                    bad.add(-1);
                }
            }
            case "position" -> bad.add(new int[] {-1});
            default -> {
                // Nothing but results is spoilt.
            }
        }
        return bad.stream().distinct().toList();
    }

    // ---- By hand

    private void byHand(String function, String errorClass, List<Provocation> found) {
        switch (function + " " + errorClass) {
            case "MPI_Recv MPI_ERR_TRUNCATE", "MPI_Sendrecv MPI_ERR_TRUNCATE" -> found.add(tooLong("source"));
            case "MPI_Sendrecv_replace MPI_ERR_TRUNCATE" -> found.add(tooLong("source"));
            case "MPI_Wait MPI_ERR_TRUNCATE", "MPI_Test MPI_ERR_TRUNCATE" -> found.add(failing("request"));
            case "MPI_Waitany MPI_ERR_TRUNCATE",
                    "MPI_Testany MPI_ERR_TRUNCATE",
                    "MPI_Waitall MPI_ERR_IN_STATUS",
                    "MPI_Testall MPI_ERR_IN_STATUS",
                    "MPI_Waitsome MPI_ERR_IN_STATUS",
                    "MPI_Testsome MPI_ERR_IN_STATUS" -> found.add(failing("array_of_requests"));
            case "MPI_Pack MPI_ERR_BUFFER" -> found.add(Provocation.of("outsize", 3));
            case "MPI_Unpack MPI_ERR_TRUNCATE" -> found.add(Provocation.of("insize", 3));
            case "MPI_Buffer_attach MPI_ERR_BUFFER" -> found.add(attached());
            case "MPI_Bsend MPI_ERR_BUFFER", "MPI_Ibsend MPI_ERR_BUFFER" ->
                found.add(Provocation.of("dest", stage.rank));
            case "MPI_Start MPI_ERR_BUFFER" -> found.add(withoutSpace("request"));
            case "MPI_Startall MPI_ERR_BUFFER" -> found.add(withoutSpace("array_of_requests"));
            case "MPI_Comm_dup MPI_ERR_OTHER" -> found.add(stubborn(comm -> comm));
            case "MPI_Comm_free MPI_ERR_OTHER" -> found.add(stubborn(comm -> new MPI_Comm[] {comm}));
            case "MPI_Attr_put MPI_ERR_OTHER", "MPI_Attr_delete MPI_ERR_OTHER" -> found.add(stubborn(comm -> comm));
            case "MPI_Init MPI_ERR_OTHER" -> found.add(Provocation.of("a second time", a -> {}, a -> {}));
            default -> {
                // The rules say it all.
            }
        }
    }

    /** More comes from oneself than there is room for. */
    private Provocation tooLong(String source) {
        return Provocation.late(
                "a message that is too long",
                arguments -> {
                    arguments.put(source, stage.rank);
                    arguments.put("the long one", longMessage(5));
                },
                arguments -> MPI_Wait((MPI_Request) arguments.get("the long one")));
    }

    private MPI_Request longMessage(int tag) {
        return MPI_Isend(new int[4], 4, MPI_INT, stage.rank, tag, MPI_COMM_WORLD);
    }

    /** The request is a receive of a message that is too long. */
    private Provocation failing(String requests) {
        return Provocation.late(
                "a receive of a message that is too long",
                arguments -> {
                    arguments.put(
                            requests,
                            new MPI_Request[] {MPI_Irecv(new int[1], 1, MPI_INT, stage.rank, 5, MPI_COMM_WORLD)});
                    MPI_Wait(longMessage(5));
                },
                arguments -> {});
    }

    private Provocation attached() {
        return Provocation.of(
                "a second buffer", arguments -> MPI_Buffer_attach(new byte[32], 32), arguments -> MPI_Buffer_detach());
    }

    /** A buffered send although no buffer is attached. */
    private Provocation withoutSpace(String requests) {
        return Provocation.of(
                "no buffer attached",
                arguments -> arguments.put(
                        requests,
                        new MPI_Request[] {MPI_Bsend_init(new int[1], 1, MPI_INT, stage.rank, 5, MPI_COMM_WORLD)}),
                arguments -> Stage.drop(arguments.get(requests)));
    }

    /** The callbacks of an attribute refuse. */
    private Provocation stubborn(Function<MPI_Comm, Object> form) {
        return Provocation.of(
                "a callback that refuses",
                arguments -> {
                    MPI_Comm comm = stage.stubbornComm();
                    arguments.put("comm", form.apply(comm));
                    arguments.replace("keyval", stage.stubborn);
                    arguments.put("the duplicate", comm);
                },
                arguments -> {
                    stage.yield();
                    MPI_Comm comm = (MPI_Comm) arguments.get("the duplicate");
                    if (!"stays".equals(MPI_Attr_get(comm, stage.stubborn))) {
                        throw new AssertionError("the attribute has gone");
                    }
                    MPI_Comm_free(comm);
                });
    }
}
