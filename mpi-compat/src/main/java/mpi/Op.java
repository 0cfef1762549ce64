package mpi;

import static org.javampi.MPI.MPI_Op_create;
import static org.javampi.MPI.MPI_Op_free;

import java.util.IdentityHashMap;
import java.util.Map;
import org.javampi.MPI_Op;
import org.javampi.MPI_User_function;

/** A reduction: predefined, or of the program's own in either dialect. */
public class Op implements Freeable {
    private final String name;

    /** Null for one of the program's own. */
    private final MPI_Op predefined;

    private final Reduction function;
    private final boolean commutative;

    /** What the C-shaped API knows it as, for each type it has met: a function is told the type. */
    private final Map<Datatype, MPI_Op> made = new IdentityHashMap<>();

    private boolean freed;

    /** A function of either dialect, or one that a predefined operation stands for on a type that C does not have. */
    interface Reduction {
        void apply(Object in, Object inOut, int count, Datatype type);
    }

    /** A predefined one; {@code others} computes types that it does not know in C. */
    Op(String name, MPI_Op predefined, Reduction others) {
        this.name = name;
        this.predefined = predefined;
        function = others;
        commutative = true;
    }

    /** mpiJava: a function of the program's own. */
    public Op(User_function function, boolean commute) {
        this(function, commute, 0);
    }

    /** mpiJava: as above; {@code opcode} means nothing. */
    public Op(User_function function, boolean commute, int opcode) {
        name = "Op of " + function.getClass().getName();
        predefined = null;
        commutative = commute;
        this.function = (in, inOut, count, type) -> function.Call(in, 0, inOut, 0, count, type);
    }

    /** Open MPI: a function of the program's own. */
    public Op(UserFunction function, boolean commute) {
        name = "Op of " + function.getClass().getName();
        predefined = null;
        commutative = commute;
        this.function = function.asReduction();
    }

    /** The handle for a reduction of items of {@code type}. */
    MPI_Op handle(Datatype type) {
        if (freed) {
            throw new MPIException(MPI.ERR_OP, name + " has been freed");
        }
        if (predefined == null || PairReduction.isNeededFor(type)) {
            return own(type);
        }
        return predefined;
    }

    private synchronized MPI_Op own(Datatype type) {
        if (function == null) {
            throw new MPIException(MPI.ERR_OP, name + " is not defined for " + type);
        }
        MPI_Op found = made.get(type);
        if (found == null) {
            MPI_Op[] op = new MPI_Op[1];
            MPI_User_function called = (in, inOut, count, ignored) -> function.apply(in, inOut, count, type);
            MPIException.check(MPI_Op_create(called, commutative, op));
            found = op[0];
            made.put(type, found);
        }
        return found;
    }

    /** Combines objects, where they are: {@code inOut[i] = in[i] op inOut[i]}. */
    void applyToObjects(Object[] in, Object[] inOut, int count, Datatype type) {
        if (predefined != null) {
            throw new MPIException(
                    MPI.ERR_OP, name + " is not defined for objects: pass an Op of a User_function of your own");
        }
        function.apply(in, inOut, count, type);
    }

    /** Whether it is one of the program's own, which sees the buffers' own types. */
    boolean isOwn() {
        return predefined == null;
    }

    /** Whether the order of operands may change. */
    public boolean isCommutative() {
        return commutative;
    }

    /** Frees it. Does nothing to a predefined one. */
    public void Free() {
        free();
    }

    /** Frees it. Does nothing to a predefined one. */
    @Override
    public synchronized void free() {
        if (predefined != null) {
            return;
        }
        for (MPI_Op op : made.values()) {
            MPIException.check(MPI_Op_free(new MPI_Op[] {op}));
        }
        made.clear();
        freed = true;
    }

    /** Whether it has been freed. */
    public boolean isNull() {
        return freed;
    }

    /** Does nothing: operations are given back by {@link #free} or at the end of MPI. */
    @Override
    @SuppressWarnings({"removal", "deprecation"})
    public void finalize() {}

    @Override
    public String toString() {
        return name;
    }
}
