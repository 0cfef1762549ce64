package mpi;

import java.lang.reflect.Method;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Open MPI: a reduction of the program's own, which overrides one of the two methods. */
public abstract class UserFunction {
    /** For subclasses. */
    public UserFunction() {}

    /**
     * Combines arrays: {@code inOutVec[i] = inVec[i] op inOutVec[i]}.
     *
     * @param count items, not elements
     */
    public void call(Object inVec, Object inOutVec, int count, Datatype datatype) {
        throw new MPIException(
                MPI.ERR_OP, getClass().getName() + " overrides neither call(Object, ...) nor call(ByteBuffer, ...)");
    }

    /**
     * Combines items in buffers of native byte order. Unless it is overridden, arrays are passed to the other method.
     *
     * @param count items, not bytes
     */
    public void call(ByteBuffer in, ByteBuffer inOut, int count, Datatype datatype) {
        Object left = Elements.ofBytes(in, datatype.base);
        Object right = Elements.ofBytes(inOut, datatype.base);
        call(left, right, count, datatype);
        Elements.copy(right, inOut.clear());
    }

    final Op.Reduction asReduction() {
        boolean takesBytes = takesBytes();
        return (in, inOut, count, type) -> {
            if (in instanceof Buffer) {
                call(ordered(in), ordered(inOut), count, type);
            } else if (takesBytes && type.base != Base.BOOLEAN) {
                callWithBytes(in, inOut, count, type);
            } else {
                call(in, inOut, count, type);
            }
        };
    }

    private void callWithBytes(Object in, Object inOut, int count, Datatype type) {
        ByteBuffer right = Elements.bytesOf(inOut);
        call(Elements.bytesOf(in), right, count, type);
        Elements.copy(right.clear(), inOut);
    }

    private static ByteBuffer ordered(Object buffer) {
        return ((ByteBuffer) buffer).order(ByteOrder.nativeOrder());
    }

    private boolean takesBytes() {
        try {
            Method method = getClass().getMethod("call", ByteBuffer.class, ByteBuffer.class, int.class, Datatype.class);
            return method.getDeclaringClass() != UserFunction.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a public method of this class is missing", e);
        }
    }
}
