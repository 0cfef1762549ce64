package org.javampi.benchmarks.npb;

import static org.javampi.MPI.*;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.javampi.benchmarks.figures.Row;
import org.javampi.benchmarks.figures.Summary;

/**
 * Runs a kernel as one rank of all and prints NPB's result lines on rank 0.
 *
 * <pre>
 * CLASS                S, W, A or B (default S)
 * --runs N             how often all is prepared and computed; the fastest run counts (default 1)
 * --format text|csv    the lines, or a {@link Row} of all runs' milliseconds
 * </pre>
 *
 * The time is that of the slowest rank between a barrier and the end of {@link Kernel#compute}.
 */
final class Benchmark {
    private static final String LINE = " %-16s= %24s%n";

    private final String name;
    private ProblemClass problemClass = ProblemClass.S;
    private int runs = 1;
    private boolean csv;

    private Benchmark(String name) {
        this.name = name;
    }

    /**
     * Initializes, runs and finalizes.
     *
     * @throws IllegalArgumentException if the arguments, or the number of ranks, will not do
     * @throws IllegalStateException on rank 0, at the end, if a run's numbers are wrong
     */
    static void run(String name, String[] args, Function<ProblemClass, Kernel> kernels) {
        Benchmark benchmark = new Benchmark(name);
        benchmark.options(args);
        MPI_Init(args);
        boolean good = benchmark.measure(kernels.apply(benchmark.problemClass), System.out);
        MPI_Finalize();
        if (!good) {
            throw new IllegalStateException(name + " class " + benchmark.problemClass + " has found wrong numbers");
        }
    }

    private void options(String[] args) {
        for (int i = 0; i < args.length; i++) {
            if (!args[i].startsWith("-")) {
                problemClass = ProblemClass.of(args[i]);
            } else if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value");
            } else {
                set(args[i], args[++i]);
            }
        }
    }

    private void set(String option, String value) {
        switch (option) {
            case "--runs" -> {
                if (!value.matches("[1-9][0-9]{0,3}")) {
                    throw new IllegalArgumentException("--runs: not a number from 1 to 9999: " + value);
                }
                runs = Integer.parseInt(value);
            }
            case "--format" -> {
                if (!List.of("text", "csv").contains(value)) {
                    throw new IllegalArgumentException("--format: " + value + " is none of text, csv");
                }
                csv = value.equals("csv");
            }
            default ->
                throw new IllegalArgumentException("unknown option " + option + " (there are --runs and --format)");
        }
    }

    private boolean measure(Kernel kernel, PrintStream out) {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        double[] seconds = new double[runs];
        boolean good = true;
        for (int run = 0; run < runs; run++) {
            kernel.prepare();
            MPI_Barrier(MPI_COMM_WORLD);
            double start = MPI_Wtime();
            kernel.compute();
            double[] spent = {MPI_Wtime() - start};
            MPI_Allreduce(MPI_IN_PLACE, spent, 1, MPI_DOUBLE, MPI_MAX, MPI_COMM_WORLD);
            seconds[run] = spent[0];
            List<Check> checks = kernel.checks();
            if (rank == 0) {
                boolean right = checks.stream().allMatch(Check::passes);
                good &= right;
                if (!csv || !right) {
                    checks.forEach(check -> out.println(" " + check));
                }
            }
        }
        if (rank == 0) {
            print(kernel, seconds, good, out);
        }
        return good;
    }

    private void print(Kernel kernel, double[] seconds, boolean good, PrintStream out) {
        int ranks = MPI_Comm_size(MPI_COMM_WORLD);
        double fastest = Arrays.stream(seconds).min().orElseThrow();
        double rate = kernel.operations() / fastest / 1e6;
        if (csv) {
            if (good) {
                double[] millis = Arrays.stream(seconds).map(one -> one * 1e3).toArray();
                String kind = name.toLowerCase(Locale.ROOT) + "-" + problemClass;
                out.println(Row.CSV_HEADER);
                out.println(new Row(kind, ranks, 0, "ms", Summary.of(millis)).csv());
            }
        } else {
            StringBuilder text = new StringBuilder();
            text.append(String.format(Locale.ROOT, "%n %s Benchmark Completed.%n", name));
            text.append(line("Class", problemClass));
            text.append(line("Size", kernel.size()));
            text.append(line("Iterations", kernel.iterations()));
            text.append(line("Total processes", ranks));
            text.append(line("Time in seconds", String.format(Locale.ROOT, "%.3f", fastest)));
            text.append(line("Mop/s total", String.format(Locale.ROOT, "%.2f", rate)));
            text.append(line("Mop/s/process", String.format(Locale.ROOT, "%.2f", rate / ranks)));
            text.append(line("Verification", good ? "SUCCESSFUL" : "UNSUCCESSFUL"));
            out.print(text);
        }
        out.flush();
    }

    private static String line(String what, Object value) {
        return String.format(Locale.ROOT, LINE, what, value);
    }

    /**
     * The number of ranks, for kernels that need a power of two.
     *
     * @param most the largest that the problem can be divided among
     * @throws IllegalArgumentException if it is none, or too large
     */
    static int powerOfTwo(String name, ProblemClass problemClass, int most) {
        int ranks = MPI_Comm_size(MPI_COMM_WORLD);
        if (Integer.bitCount(ranks) != 1 || ranks > most) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s class %s cannot run on %d ranks: their number must be a power of" + " two, at most %d",
                    name,
                    problemClass,
                    ranks,
                    most));
        }
        return ranks;
    }
}
