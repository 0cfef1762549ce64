package org.javampi.collectives.verify;

import static org.javampi.MPI.*;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;

/** Collectives that combine data, by one reduction of {@code count} items; closed afterwards. */
final class ReducingCases extends Case implements AutoCloseable {
    /** In gaps of operands; results have others, and keep them. */
    private static final int OPERAND_GAP = -88;

    private final Reduction reduction;
    private final int count;
    private final MPI_Op op;
    private final MPI_Datatype type;
    private final Object mine;

    ReducingCases(MPI_Comm comm, Reference reference, Reduction reduction, int count) {
        super(comm, reference);
        this.reduction = reduction;
        this.count = count;
        op = reduction.operation();
        type = reduction.type();
        mine = reduction.operand(rank, count, OPERAND_GAP);
    }

    @Override
    public void close() {
        reduction.free(op, type);
    }

    private void expect(String what, Object expected, int from, Object found, int items) {
        int wrong = reduction.mismatch(expected, from, found, items);
        if (wrong >= 0) {
            throw differs(what + " by " + reduction, wrong, reduction.at(found, wrong));
        }
    }

    private void expectLeftAlone(String what) {
        expect(what + ", operand", reduction.operand(rank, count, OPERAND_GAP), 0, mine, count);
    }

    /** The operands of ranks 0 to {@code last}, combined. */
    private Object naive(int last) {
        return reference.prefixes(reduction, count)[last];
    }

    void reduce(int root) {
        Object result = rank == root ? reduction.blank(count) : null;
        calls.reduce(mine, result, count, type, op, root, comm);
        if (rank == root) {
            expect("reduce to " + root, naive(size - 1), 0, result, count);
        }
        Object place = rank == root ? reduction.operand(rank, count, Sheet.GAP) : null;
        calls.reduce(rank == root ? MPI_IN_PLACE : mine, place, count, type, op, root, comm);
        if (rank == root) {
            expect("reduce in place to " + root, naive(size - 1), 0, place, count);
        }
        expectLeftAlone("reduce to " + root);
    }

    void allreduce() {
        Object result = reduction.blank(count);
        calls.allreduce(mine, result, count, type, op, comm);
        expect("allreduce", naive(size - 1), 0, result, count);
        expectLeftAlone("allreduce");
        Object place = reduction.operand(rank, count, Sheet.GAP);
        calls.allreduce(MPI_IN_PLACE, place, count, type, op, comm);
        expect("allreduce in place", naive(size - 1), 0, place, count);
    }

    void scan() {
        Object result = reduction.blank(count);
        calls.scan(mine, result, count, type, op, comm);
        expect("scan", naive(rank), 0, result, count);
        expectLeftAlone("scan");
    }

    void exscan() {
        Object result = rank == 0 ? null : reduction.blank(count);
        calls.exscan(mine, result, count, type, op, comm);
        if (rank > 0) {
            expect("exscan", naive(rank - 1), 0, result, count);
        }
        expectLeftAlone("exscan");
        Object place = reduction.operand(rank, count, Sheet.GAP);
        calls.exscan(MPI_IN_PLACE, place, count, type, op, comm);
        Object expected = rank == 0 ? reduction.operand(rank, count, Sheet.GAP) : naive(rank - 1);
        expect("exscan in place", expected, 0, place, count);
    }

    /** Segments of equal length; what the vector has beyond them is left out. */
    void reduceScatterBlock() {
        int each = count / size;
        Object result = reduction.blank(each);
        calls.reduceScatterBlock(mine, result, each, type, op, comm);
        expect("reduce_scatter_block", naive(size - 1), each * rank, result, each);
        expectLeftAlone("reduce_scatter_block");
    }

    /** Segments of unlike length, every third one empty. */
    void reduceScatter() {
        int[] counts = new int[size];
        int left = count;
        int before = 0;
        for (int r = 0; r < size; r++) {
            counts[r] = r == size - 1 ? left : r % 3 == 1 ? 0 : left / (1 + r % 4);
            left -= counts[r];
            before += r < rank ? counts[r] : 0;
        }
        Object result = reduction.blank(counts[rank]);
        calls.reduceScatter(mine, result, counts, type, op, comm);
        expect("reduce_scatter", naive(size - 1), before, result, counts[rank]);
        expectLeftAlone("reduce_scatter");
    }

    /** Segments of almost equal length. */
    void reduceScatterEvenly() {
        int[] counts = new int[size];
        for (int r = 0; r < size; r++) {
            counts[r] = first(r + 1) - first(r);
        }
        Object result = reduction.blank(counts[rank]);
        calls.reduceScatter(mine, result, counts, type, op, comm);
        expect("reduce_scatter evenly", naive(size - 1), first(rank), result, counts[rank]);
        expectLeftAlone("reduce_scatter evenly");
    }

    private int first(int segment) {
        return (int) ((long) count * segment / size);
    }
}
