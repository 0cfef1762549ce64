package org.javampi.core.record;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.Predefined;
import org.javampi.core.binding.RankBinding;
import org.javampi.core.comm.Communicator;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.group.Group;

/** The arguments of a call in a form that can be written, compared with those of another life, and told. One thread. */
final class Arguments {
    private static final int NULL = 0;
    private static final int PREDEFINED = 1;
    private static final int OTHER = 2;
    private static final int OWN_OPERATION = -8;

    /** Names of communicators that have no context count down from here. */
    private static final long FIRST_UNBORN = -1;

    private final RankBinding binding;
    private final Operations operations;

    /** Context names of communicators that were made again, which have other ones now. */
    private final Map<Communicator, Long> earlierContexts = new IdentityHashMap<>();

    /** How many communicators have got a name before they had a context. */
    private long unborn;

    /** Names of communicators, as they are saved. */
    record Names(List<Communicator> communicators, List<Long> contexts, long unborn) implements Serializable {}

    Arguments(RankBinding binding, Operations operations) {
        this.binding = binding;
        this.operations = operations;
    }

    /** {@code made} is a communicator that had another name of its context when it was made first. */
    void madeAgain(Communicator made, long context) {
        earlierContexts.put(made, context);
    }

    /** Names a communicator that has no context yet. */
    long nameUnborn(Communicator made) {
        unborn++;
        earlierContexts.put(made, FIRST_UNBORN - unborn);
        return FIRST_UNBORN - unborn;
    }

    Names saved() {
        earlierContexts.keySet().removeIf(communicator -> communicator.isFreed() && !communicator.isUnborn());
        return new Names(new ArrayList<>(earlierContexts.keySet()), new ArrayList<>(earlierContexts.values()), unborn);
    }

    /** Goes on with the names of an earlier life. */
    void revive(Names earlier) {
        unborn = earlier.unborn;
        for (int i = 0; i < earlier.communicators.size(); i++) {
            earlierContexts.put(earlier.communicators.get(i), earlier.contexts.get(i));
        }
    }

    /** Writes arguments; each in a form that {@link #text} can read. */
    void write(Function function, Object[] arguments, Encoder out) {
        for (int i = 0; i < arguments.length; i++) {
            write(function, i, arguments, out);
        }
    }

    private void write(Function function, int place, Object[] arguments, Encoder out) {
        Object argument = arguments[place];
        switch (function.type(place)) {
            case "int", "long" -> out.put(((Number) argument).longValue());
            case "boolean" -> out.put((boolean) argument);
            case "String" -> out.put((String) argument);
            case "int[]", "long[]", "boolean[]" -> {
                if (!function.outputs().contains(place)) {
                    out.put(hash(argument));
                }
            }
            case "MPI_Comm" -> out.put(context((MPI_Comm) argument));
            case "MPI_Datatype" -> write((MPI_Datatype) argument, out);
            case "MPI_Datatype[]" -> out.put(hash((MPI_Datatype[]) argument));
            case "MPI_Op" -> out.put(argument instanceof Predefined.Op op ? op.index : OWN_OPERATION);
            case "MPI_Group" -> out.put(argument instanceof Group group ? Arrays.hashCode(group.worldRanks()) : 0);
            case "MPI_Request" -> out.put(maker((MPI_Request) argument));
            case "MPI_Request[]" -> {
                if (!function.treatment().makesRequest()) {
                    out.put(makers((MPI_Request[]) argument, requests(function, arguments)));
                }
            }
            case "Object" ->
                out.putByte(argument == null ? NULL : argument == Predefined.IN_PLACE ? PREDEFINED : OTHER);
            default -> {
                // Outputs, callbacks and hints: no part of what the call is.
            }
        }
    }

    /** How many requests a call names. */
    static int requests(Function function, Object[] arguments) {
        for (String count : new String[] {"count", "incount"}) {
            int place = function.place(count);
            if (place >= 0) {
                return ((Number) arguments[place]).intValue();
            }
        }
        return 1;
    }

    private static long hash(Object array) {
        if (array == null) {
            return 0;
        }
        return 1L
                + Integer.toUnsignedLong(
                        array instanceof int[] ints
                                ? Arrays.hashCode(ints)
                                : array instanceof long[] longs
                                        ? Arrays.hashCode(longs)
                                        : Arrays.hashCode((boolean[]) array));
    }

    private long context(MPI_Comm comm) {
        Communicator communicator = binding.known(comm);
        if (communicator == null) {
            return -1;
        }
        Long earlier = earlierContexts.get(communicator);
        return earlier == null ? communicator.contextId() : earlier;
    }

    private static void write(MPI_Datatype type, Encoder out) {
        if (type instanceof Predefined.Datatype predefined) {
            out.putByte(PREDEFINED).put(predefined.toString());
            return;
        }
        try {
            Datatype own = Datatypes.of(type);
            out.putByte(OTHER).put(own.size()).put(own.extent());
        } catch (MpiFailure failure) {
            out.putByte(NULL);
        }
    }

    private static long hash(MPI_Datatype[] types) {
        if (types == null) {
            return 0;
        }
        Encoder all = new Encoder();
        for (MPI_Datatype type : types) {
            write(type, all);
        }
        return 1L + Integer.toUnsignedLong(Arrays.hashCode(all.copy()));
    }

    private String maker(MPI_Request request) {
        Operation operation = operations.of(request);
        return operation == null ? null : operation.function;
    }

    private long makers(MPI_Request[] requests, int count) {
        long hash = 1;
        for (int i = 0; requests != null && i < Math.min(count, requests.length); i++) {
            String maker = maker(requests[i]);
            hash = 31 * hash + (maker == null ? 0 : maker.hashCode());
        }
        return hash;
    }

    /** A call as people read it, from its written arguments. */
    static String text(Function function, byte[] written) {
        List<String> parts = parts(function, written);
        List<String> named = new ArrayList<>();
        int part = 0;
        for (int i = 0; i < function.parameterCount(); i++) {
            if (isWritten(function, i)) {
                String value = parts.get(part++);
                if (!value.isEmpty()) {
                    named.add(function.parameter(i) + " " + value);
                }
            }
        }
        return function.name() + "(" + String.join(", ", named) + ")";
    }

    private static boolean isWritten(Function function, int place) {
        return switch (function.type(place)) {
            case "int", "long", "boolean", "String", "MPI_Comm", "MPI_Datatype", "MPI_Datatype[]" -> true;
            case "MPI_Op", "MPI_Group", "MPI_Request", "Object" -> true;
            case "int[]", "long[]", "boolean[]" -> !function.outputs().contains(place);
            case "MPI_Request[]" -> !function.treatment().makesRequest();
            default -> false;
        };
    }

    /** The values of what is written; empty where a value says nothing to people. */
    private static List<String> parts(Function function, byte[] written) {
        Decoder in = new Decoder(ByteBuffer.wrap(written));
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < function.parameterCount(); i++) {
            if (isWritten(function, i)) {
                parts.add(part(function.type(i), in));
            }
        }
        return parts;
    }

    private static String part(String type, Decoder in) {
        return switch (type) {
            case "int", "long" -> Long.toString(in.getLong());
            case "boolean" -> Boolean.toString(in.getBoolean());
            case "String" -> "\"" + in.getText() + "\"";
            case "MPI_Comm" -> communicator(in.getLong());
            case "MPI_Datatype" -> datatype(in);
            case "MPI_Request" -> {
                String maker = in.getText();
                yield maker == null ? "MPI_REQUEST_NULL" : "of " + maker;
            }
            case "Object" -> {
                int kind = in.getByte();
                yield kind == PREDEFINED ? "MPI_IN_PLACE" : kind == NULL ? "null" : "";
            }
            default -> {
                in.getLong();
                yield "";
            }
        };
    }

    private static String communicator(long context) {
        if (context < 0) {
            return context == -1 ? "MPI_COMM_NULL" : "duplicate " + (FIRST_UNBORN - context);
        }
        return context == 0
                ? "MPI_COMM_WORLD"
                : context == Communicator.CONTEXTS ? "MPI_COMM_SELF" : "#" + Long.toHexString(context);
    }

    private static String datatype(Decoder in) {
        return switch (in.getByte()) {
            case PREDEFINED -> in.getText();
            case OTHER -> "of " + in.getLong() + " bytes and extent " + in.getLong();
            default -> "MPI_DATATYPE_NULL";
        };
    }

    /** In what the arguments of two calls of a function differ: the first parameter that does. */
    static String difference(Function function, byte[] recorded, byte[] now) {
        List<String> before = parts(function, recorded);
        List<String> after = parts(function, now);
        int part = 0;
        for (int i = 0; i < function.parameterCount(); i++) {
            if (isWritten(function, i)) {
                if (!before.get(part).equals(after.get(part))) {
                    return function.parameter(i) + " is " + after.get(part) + " and was " + before.get(part);
                }
                part++;
            }
        }
        return "what its arrays or requests hold differs";
    }
}
