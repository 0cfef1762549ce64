package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;

import java.util.function.Consumer;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;

/**
 * Affine maps x -> a x + b modulo a prime, two longs each, and their composition: associative, and
 * every order of operands has a result of its own.
 */
final class Affine {
    private static final long PRIME = 1_000_003;

    private Affine() {}

    /** Applies the lower ranks' map first; says that it does not commute. */
    static MPI_Op operation() {
        return MPI_Op_create((in, inout, len, type) -> compose((long[]) in, (long[]) inout, len), false);
    }

    static void compose(long[] in, long[] inout, int maps) {
        for (int i = 0; i < 2 * maps; i += 2) {
            long a = in[i] * inout[i] % PRIME;
            long b = (inout[i] * in[i + 1] + inout[i + 1]) % PRIME;
            inout[i] = a;
            inout[i + 1] = b;
        }
    }

    /** What a rank brings: {@code count} maps. */
    static long[] of(int rank, int count) {
        long[] maps = new long[2 * count];
        for (int i = 0; i < count; i++) {
            maps[2 * i] = 2 + rank + 17L * i % 1000;
            maps[2 * i + 1] = 1 + 3L * rank + i;
        }
        return maps;
    }

    /** The composition over ranks 0 to {@code ranks} - 1. */
    static long[] total(int ranks, int count) {
        long[] total = of(0, count);
        for (int r = 1; r < ranks; r++) {
            long[] next = of(r, count);
            compose(total, next, count);
            total = next;
        }
        return total;
    }

    /** One map as a datatype, for as long as {@code use} runs. */
    static void withType(Consumer<MPI_Datatype> use) {
        MPI_Datatype map = MPI_Type_contiguous(2, MPI_LONG);
        MPI_Type_commit(map);
        use.accept(map);
        MPI_Type_free(map);
    }
}
