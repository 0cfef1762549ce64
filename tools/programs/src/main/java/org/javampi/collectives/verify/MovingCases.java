package org.javampi.collectives.verify;

import static org.javampi.MPI.*;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;

/**
 * Collectives that move data: of ints, doubles and derived types, between unlike types of one
 * signature, in place, and with pieces of unlike length.
 */
final class MovingCases extends Case {
    private final Sheet out;
    private final Sheet in;

    MovingCases(MPI_Comm comm, Reference reference) {
        super(comm, reference);
        out = new Sheet(reference);
        in = new Sheet(reference);
    }

    private void expect(String what, int from, int to, int at, int items) {
        int wrong = in.mismatch(from, to, at, items);
        if (wrong >= 0) {
            throw differs(what, wrong, in.at(wrong));
        }
    }

    private void expectGaps(String what, int at, int items) {
        int written = in.firstWritten(at, items);
        if (written >= 0) {
            throw differs(what + ", between pieces", written, in.at(written));
        }
    }

    private void expectSentLeftAlone(String what) {
        if (!out.isIntact()) {
            throw new IllegalStateException(
                    what + ", rank " + rank + ", seed " + reference.seed() + ": the send buffer has changed");
        }
    }

    private void expectNothingElse(String what) {
        int written = in.firstWrittenBehind();
        if (written >= 0) {
            throw differs(what + ", behind the end", written, in.at(written));
        }
        expectSentLeftAlone(what);
    }

    /** The root has its items in one form, the others theirs in another. */
    void bcast(int count, int root, Form rootForm, Form form) {
        String what = "bcast of " + rootForm + " from " + root + " to " + form;
        Form own = rank == root ? rootForm : form;
        in.blank(own, count);
        if (rank == root) {
            in.put(root, 0, 0, count);
        }
        MPI_Datatype type = own.type();
        calls.bcast(in.array(), count, type, root, comm);
        own.free(type);
        expect(what, root, 0, 0, count);
        expectNothingElse(what);
    }

    void gather(int count, int root, Form sendForm, Form form) {
        String what = "gather of " + sendForm + " to " + root + " as " + form;
        MPI_Datatype sendType = sendForm.type();
        MPI_Datatype type = form.type();
        out.blank(sendForm, count).put(rank, root, 0, count);
        if (rank == root) {
            in.blank(form, count * size);
            calls.gather(out.sealed(), count, sendType, in.array(), count, type, root, comm);
            expectAll(what, count, root);
        } else {
            calls.gather(out.sealed(), count, sendType, null, 0, type, root, comm);
            expectSentLeftAlone(what);
        }
        sendForm.free(sendType);
        form.free(type);
    }

    private void expectAll(String what, int count, int to) {
        for (int from = 0; from < size; from++) {
            expect(what, from, to, from * count, count);
        }
        expectNothingElse(what);
    }

    void gatherInPlace(int count, int root) {
        out.blank(Form.INTS, count).put(rank, root, 0, count);
        if (rank == root) {
            in.blank(Form.INTS, count * size).put(rank, root, rank * count, count);
            calls.gather(MPI_IN_PLACE, 0, MPI_INT, in.array(), count, MPI_INT, root, comm);
            expectAll("gather in place to " + root, count, root);
        } else {
            calls.gather(out.sealed(), count, MPI_INT, null, 0, MPI_INT, root, comm);
            expectSentLeftAlone("gather in place to " + root);
        }
    }

    /** Rank r has r + 1 parts of the count, and stands in reverse order with gaps. */
    void gatherv(int count, int root) {
        int[] counts = unlike(count);
        int[] places = reversed(counts);
        out.blank(Form.DOUBLES, counts[rank]).put(rank, root, 0, counts[rank]);
        if (rank == root) {
            in.blank(Form.DOUBLES, places[0] + counts[0] + 1);
        }
        calls.gatherv(
                out.sealed(),
                counts[rank],
                MPI_DOUBLE,
                rank == root ? in.array() : null,
                counts,
                places,
                MPI_DOUBLE,
                root,
                comm);
        if (rank == root) {
            expectUnlike("gatherv to " + root, counts, places, root);
        }
        expectSentLeftAlone("gatherv to " + root);
    }

    private int[] unlike(int count) {
        int[] counts = new int[size];
        for (int r = 0; r < size; r++) {
            counts[r] = (int) ((long) count * (r + 1) / size);
        }
        return counts;
    }

    private int[] reversed(int[] counts) {
        int[] places = new int[size];
        int end = 0;
        for (int r = size - 1; r >= 0; r--) {
            places[r] = end;
            end += counts[r] + 1;
        }
        return places;
    }

    private void expectUnlike(String what, int[] counts, int[] places, int to) {
        for (int r = 0; r < size; r++) {
            expect(what, r, to, places[r], counts[r]);
            expectGaps(what, places[r] + counts[r], 1);
        }
        expectNothingElse(what);
    }

    void scatter(int count, int root, Form sendForm, Form form) {
        String what = "scatter of " + sendForm + " from " + root + " as " + form;
        MPI_Datatype sendType = sendForm.type();
        MPI_Datatype type = form.type();
        if (rank == root) {
            fillForAll(sendForm, count);
        }
        in.blank(form, count);
        Object all = rank == root ? out.sealed() : null;
        calls.scatter(all, count, sendType, in.array(), count, type, root, comm);
        expect(what, root, rank, 0, count);
        expectNothingElse(what);
        sendForm.free(sendType);
        form.free(type);
    }

    private void fillForAll(Form form, int count) {
        out.blank(form, count * size);
        for (int to = 0; to < size; to++) {
            out.put(rank, to, to * count, count);
        }
    }

    void scatterInPlace(int count, int root) {
        if (rank == root) {
            fillForAll(Form.INTS, count);
            calls.scatter(out.sealed(), count, MPI_INT, MPI_IN_PLACE, 0, MPI_INT, root, comm);
            expectSentLeftAlone("scatter in place from " + root);
        } else {
            in.blank(Form.INTS, count);
            calls.scatter(null, 0, MPI_INT, in.array(), count, MPI_INT, root, comm);
            expect("scatter in place from " + root, root, rank, 0, count);
            expectNothingElse("scatter in place from " + root);
        }
    }

    /** As {@link #gatherv}. */
    void scatterv(int count, int root) {
        int[] counts = unlike(count);
        int[] places = reversed(counts);
        if (rank == root) {
            out.blank(Form.DOUBLES, places[0] + counts[0] + 1);
            for (int to = 0; to < size; to++) {
                out.put(rank, to, places[to], counts[to]);
            }
        }
        in.blank(Form.DOUBLES, counts[rank]);
        calls.scatterv(
                rank == root ? out.sealed() : null,
                counts,
                places,
                MPI_DOUBLE,
                in.array(),
                counts[rank],
                MPI_DOUBLE,
                root,
                comm);
        expect("scatterv from " + root, root, rank, 0, counts[rank]);
        expectNothingElse("scatterv from " + root);
    }

    void allgather(int count, Form sendForm, Form form) {
        MPI_Datatype sendType = sendForm.type();
        MPI_Datatype type = form.type();
        out.blank(sendForm, count).put(rank, 0, 0, count);
        in.blank(form, count * size);
        calls.allgather(out.sealed(), count, sendType, in.array(), count, type, comm);
        expectAll("allgather of " + sendForm + " as " + form, count, 0);
        sendForm.free(sendType);
        form.free(type);
    }

    void allgatherInPlace(int count) {
        in.blank(Form.INTS, count * size).put(rank, 0, rank * count, count);
        calls.allgather(MPI_IN_PLACE, 0, MPI_INT, in.array(), count, MPI_INT, comm);
        expectAll("allgather in place", count, 0);
    }

    /** As {@link #gatherv}. */
    void allgatherv(int count) {
        int[] counts = unlike(count);
        int[] places = reversed(counts);
        out.blank(Form.INTS, counts[rank]).put(rank, 0, 0, counts[rank]);
        in.blank(Form.INTS, places[0] + counts[0] + 1);
        calls.allgatherv(out.sealed(), counts[rank], MPI_INT, in.array(), counts, places, MPI_INT, comm);
        expectUnlike("allgatherv", counts, places, 0);
    }

    void alltoall(int count, Form sendForm, Form form) {
        MPI_Datatype sendType = sendForm.type();
        MPI_Datatype type = form.type();
        fillForAll(sendForm, count);
        in.blank(form, count * size);
        calls.alltoall(out.sealed(), count, sendType, in.array(), count, type, comm);
        expectAll("alltoall of " + sendForm + " as " + form, count, rank);
        sendForm.free(sendType);
        form.free(type);
    }

    /** Some pieces are empty. */
    void alltoallv(int count) {
        int[] sends = new int[size];
        int[] receives = new int[size];
        int[] places = new int[size];
        out.blank(Form.INTS, count * size);
        in.blank(Form.INTS, count * size);
        for (int r = 0; r < size; r++) {
            sends[r] = part(count, rank, r);
            receives[r] = part(count, r, rank);
            places[r] = r * count;
            out.put(rank, r, r * count, sends[r]);
        }
        calls.alltoallv(out.sealed(), sends, places, MPI_INT, in.array(), receives, places, MPI_INT, comm);
        for (int r = 0; r < size; r++) {
            expect("alltoallv", r, rank, places[r], receives[r]);
            expectGaps("alltoallv", places[r] + receives[r], count - receives[r]);
        }
        expectNothingElse("alltoallv");
    }

    private int part(int count, int from, int to) {
        return (from + 2 * to) % 3 == 0 ? 0 : (int) ((long) count * (from + 1) / size);
    }
}
