package org.javampi.collectives.verify;

import static org.javampi.MPI.*;
import static org.javampi.MPIX.MPIX_COLLECTIVE_ALGORITHMS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.javampi.MPIException;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Status;
import org.javampi.core.spi.collective.Collective;

/**
 * Compares collectives with what each rank computes alone: for any algorithm that rules choose, on
 * any number of ranks, for every root, for counts of nothing, one and many, for basic and derived
 * types, in place, and for operations that do not commute.
 *
 * <pre>
 * javampirun -np 5 --coll bcast=mine -cp my.jar org.javampi.collectives.verify.Verifier bcast
 * javampirun -np 5 org.javampi.collectives.verify.Verifier reduce=chain 'bcast=chain(segment=100)'
 * javampirun -np 5 org.javampi.collectives.verify.Verifier each
 * </pre>
 *
 * An argument is a collective, with the algorithm that the job's rules choose; a rule; {@code
 * each:} and a collective for each algorithm that it has; or {@code each} for all there are. An i before
 * the name stands for calls that do not block: {@code iallreduce}, {@code each:ibcast}, {@code ieach}.
 * Options before it: {@code --counts 0,1,7}, {@code --seed 5}.
 *
 * <p>Each rank knows every other's input, which is made from the seed. Every root is taken with
 * every type and operation; only where ten ranks or more have more than a thousand items each root
 * has one of them, in rotation.
 */
public final class Verifier {
    private static final Form[][] FORMS = {
        {Form.INTS, Form.INTS},
        {Form.DOUBLES, Form.DOUBLES},
        {Form.INTS, Form.SPACED},
        {Form.SPACED, Form.INTS}
    };

    /** From these on, long vectors have one type for each root, in rotation. */
    private static final int MANY_RANKS = 10;

    private static final int LONG_COUNT = 1001;

    /** What the ranks tell the late one of a barrier. */
    private static final int ENTERING = 5;

    private static final int LEFT = 6;

    /** How long the late rank of a barrier looks for one that has left: a message takes some microseconds. */
    private static final long LATE_NS = 2_000_000;

    private final MPI_Comm comm;
    private final Reference reference;
    private Calls calls = Calls.BLOCKING;
    private final MovingCases moving;
    private final int rank;
    private final int size;
    private int cases;
    private int refused;

    /** For the ranks of {@code comm}, which all call the same. */
    public Verifier(MPI_Comm comm, long seed) {
        this(comm, new Reference(seed, MPI_Comm_size(comm)));
    }

    /** With inputs and results that ranks of one VM share. */
    public Verifier(MPI_Comm comm, Reference reference) {
        this.comm = comm;
        this.reference = reference;
        moving = new MovingCases(comm, reference);
        rank = MPI_Comm_rank(comm);
        size = MPI_Comm_size(comm);
    }

    /** Verifies what the arguments name, or each collective; prints what was done at rank 0. */
    public static void main(String[] args) {
        MPI_Init(args);
        int[] counts = {0, 1, 7, 1000, 65537};
        long seed = 1;
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--counts") && i + 1 < args.length) {
                counts = Arrays.stream(args[++i].split(","))
                        .mapToInt(Integer::parseInt)
                        .toArray();
            } else if (args[i].equals("--seed") && i + 1 < args.length) {
                seed = Long.parseLong(args[++i]);
            } else {
                rules.addAll(rules(args[i]));
            }
        }
        if (rules.isEmpty()) {
            for (Collective collective : Collective.values()) {
                rules.add(collective.label());
            }
        }
        for (String rule : rules) {
            String label = Calls.collective(rule.split("=")[0]);
            if (Arrays.stream(Collective.values()).noneMatch(one -> one.label().equals(label))) {
                refuse(label);
            }
        }
        Reference reference = new Reference(seed, MPI_Comm_size(MPI_COMM_WORLD));
        long all = 0;
        long begin = System.nanoTime();
        for (String rule : rules) {
            all += verifyRule(MPI_COMM_WORLD, rule, reference, counts);
        }
        if (MPI_Comm_rank(MPI_COMM_WORLD) == 0 && rules.size() > 1) {
            System.out.printf(
                    Locale.ROOT,
                    "%d ranks: %d rules, %d cases equal, %.1f s%n",
                    MPI_Comm_size(MPI_COMM_WORLD),
                    rules.size(),
                    all,
                    (System.nanoTime() - begin) / 1e9);
        }
        MPI_Finalize();
    }

    /** Ends the job: what was asked for is misspelt. */
    private static void refuse(String label) {
        if (MPI_Comm_rank(MPI_COMM_WORLD) == 0) {
            System.err.println(unknown(label).getMessage());
        }
        MPI_Finalize();
        System.exit(2);
    }

    private static List<String> rules(String argument) {
        if (argument.equals("each")) {
            return EachAlgorithm.all();
        }
        if (argument.equals("ieach")) {
            return EachAlgorithm.allStarted();
        }
        if (argument.startsWith("each:")) {
            String form = argument.substring("each:".length());
            String label = Calls.collective(form);
            for (Collective collective : Collective.values()) {
                if (collective.label().equals(label)) {
                    return EachAlgorithm.of(form.substring(0, form.length() - label.length()), collective);
                }
            }
            return List.of(label);
        }
        return List.of(argument);
    }

    /**
     * Verifies one rule, or one collective as it is, on a duplicate of {@code comm}; rank 0 prints
     * a line.
     *
     * @return the cases that were compared
     * @throws IllegalStateException at a rank whose result differs
     */
    public static int verifyRule(MPI_Comm comm, String rule, Reference reference, int... counts) {
        long begin = System.nanoTime();
        MPI_Comm[] own = {MPI_Comm_dup(comm)};
        MPI_Errhandler_set(own[0], MPI_ERRORS_THROW_EXCEPTIONS);
        if (rule.contains("=")) {
            MPI_Attr_put(own[0], MPIX_COLLECTIVE_ALGORITHMS, rule);
        }
        Verifier verifier = new Verifier(own[0], reference);
        for (int count : counts) {
            try {
                verifier.verify(rule.split("=")[0], count);
            } catch (IllegalStateException | MPIException e) {
                throw new IllegalStateException(rule + ", " + count + " items: " + e.getMessage(), e);
            }
        }
        if (verifier.rank == 0) {
            System.out.printf(
                    Locale.ROOT,
                    "%d ranks, %s: %s, %.1f s%n",
                    verifier.size,
                    rule,
                    verifier.summary(),
                    (System.nanoTime() - begin) / 1e9);
        }
        MPI_Comm_free(own);
        return verifier.cases;
    }

    /** How many cases were equal, and how many the algorithm has refused. */
    public String summary() {
        return cases + " cases equal, " + refused + " refused by the algorithm, seed " + reference.seed();
    }

    /** Cases that were compared. */
    public int cases() {
        return cases;
    }

    private static IllegalArgumentException unknown(String label) {
        String known = Arrays.stream(Collective.values()).map(Collective::label).collect(Collectors.joining(", "));
        return new IllegalArgumentException("no collective is called '" + label + "'; known are " + known
                + "; an i before the name stands for the calls that do not block, each: for all algorithms");
    }

    /**
     * Runs all cases of one collective with {@code count} items.
     *
     * @throws IllegalStateException at a rank whose result differs
     */
    public void verify(String label, int count) {
        verify(label, count, Calls.of(label));
    }

    /** The same by calls of any kind: tests have wrong ones. */
    void verify(String label, int count, Calls newCalls) {
        calls = newCalls;
        moving.calls = newCalls;
        switch (Calls.collective(label)) {
            case "barrier" -> attempt(this::barrier);
            case "bcast" -> eachRoot(root -> bcast(count, root));
            case "gather" -> eachRoot(root -> gather(count, root));
            case "scatter" -> eachRoot(root -> scatter(count, root));
            case "allgather" -> allgather(count);
            case "alltoall" -> alltoall(count);
            case "reduce" -> reduce(count);
            case "allreduce" -> eachReduction(count, r -> attempt(r::allreduce));
            case "reduce_scatter" ->
                eachReduction(count, r -> {
                    attempt(r::reduceScatter);
                    attempt(r::reduceScatterEvenly);
                    attempt(r::reduceScatterBlock);
                });
            case "exscan" -> eachReduction(count, r -> attempt(r::exscan));
            case "scan" -> eachReduction(count, r -> attempt(r::scan));
            default -> throw unknown(label);
        }
    }

    private interface AtRoot {
        void run(int root);
    }

    private interface WithForms {
        void run(Form sent, Form received);
    }

    private interface WithReduction {
        void run(ReducingCases cases);
    }

    private void eachRoot(AtRoot body) {
        for (int root = 0; root < size; root++) {
            body.run(root);
        }
    }

    private void eachForm(WithForms body) {
        for (Form[] forms : FORMS) {
            attempt(() -> body.run(forms[0], forms[1]));
        }
    }

    private void eachForm(int count, int root, WithForms body) {
        for (int i = 0; i < FORMS.length; i++) {
            Form[] forms = FORMS[i];
            if (isTaken(count, root, i, FORMS.length)) {
                attempt(() -> body.run(forms[0], forms[1]));
            }
        }
    }

    private boolean isTaken(int count, int root, int index, int all) {
        return count < LONG_COUNT || size < MANY_RANKS || root % all == index;
    }

    private void eachReduction(int count, WithReduction body) {
        for (Reduction reduction : Reduction.all(reference)) {
            try (ReducingCases all = new ReducingCases(comm, reference, reduction, count)) {
                all.calls = calls;
                body.run(all);
            }
        }
    }

    /** Runs a case; an algorithm may refuse it, at all ranks alike and before anything is sent. */
    private void attempt(Runnable body) {
        try {
            body.run();
            cases++;
        } catch (MPIException e) {
            if (e.getMessage() == null || !e.getMessage().contains("cannot run here")) {
                throw e;
            }
            refused++;
        }
    }

    private void bcast(int count, int root) {
        eachForm(count, root, (sent, received) -> moving.bcast(count, root, sent, received));
    }

    private void gather(int count, int root) {
        eachForm(count, root, (sent, received) -> moving.gather(count, root, sent, received));
        attempt(() -> moving.gatherInPlace(count, root));
        attempt(() -> moving.gatherv(count, root));
    }

    private void scatter(int count, int root) {
        eachForm(count, root, (sent, received) -> moving.scatter(count, root, sent, received));
        attempt(() -> moving.scatterInPlace(count, root));
        attempt(() -> moving.scatterv(count, root));
    }

    private void reduce(int count) {
        List<Reduction> all = Reduction.all(reference);
        for (int i = 0; i < all.size(); i++) {
            int index = i;
            try (ReducingCases one = new ReducingCases(comm, reference, all.get(i), count)) {
                one.calls = calls;
                eachRoot(root -> {
                    if (isTaken(count, root, index, all.size())) {
                        attempt(() -> one.reduce(root));
                    }
                });
            }
        }
    }

    private void allgather(int count) {
        eachForm((sent, received) -> moving.allgather(count, sent, received));
        attempt(() -> moving.allgatherInPlace(count));
        attempt(() -> moving.allgatherv(count));
    }

    private void alltoall(int count) {
        eachForm((sent, received) -> moving.alltoall(count, sent, received));
        attempt(() -> moving.alltoallv(count));
    }

    /**
     * No rank leaves before the last one has entered. Each is late in turn: it waits until all others have told
     * that they enter, gives a wrong barrier the time to let one of them go, and enters when none has left.
     */
    private void barrier() {
        for (int i = 0; i < 5; i++) {
            calls.barrier(comm);
        }
        for (int late = 0; late < size; late++) {
            if (rank == late) {
                awaitAll(ENTERING);
                expectNoneHasLeft();
                calls.barrier(comm);
                awaitAll(LEFT);
            } else {
                MPI_Send(new int[1], 0, MPI_INT, late, ENTERING, comm);
                calls.barrier(comm);
                MPI_Send(new int[1], 0, MPI_INT, late, LEFT, comm);
            }
        }
    }

    private void awaitAll(int tag) {
        for (int other = 1; other < size; other++) {
            MPI_Recv(new int[1], 0, MPI_INT, MPI_ANY_SOURCE, tag, comm, MPI_STATUS_IGNORE);
        }
    }

    private void expectNoneHasLeft() {
        boolean[] left = {false};
        MPI_Status status = new MPI_Status();
        long endNs = System.nanoTime() + LATE_NS;
        while (System.nanoTime() < endNs) {
            MPI_Iprobe(MPI_ANY_SOURCE, LEFT, comm, left, status);
            if (left[0]) {
                throw new IllegalStateException("barrier: rank " + status.MPI_SOURCE + " of " + size
                        + " has left it before rank " + rank + " has entered");
            }
            Thread.yield();
        }
    }
}
