package org.javampi.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * What one run of the comparison is to do, as its command line says.
 *
 * <pre>
 * --rounds N       how often everything is measured, contestants in turn (default 2)
 * --only A,B       of p2p, start, collectives, limits, algorithms, npb (default all but the last
 *                  two)
 * --np A,B         ranks of the collectives (default 2,4,8)
 * --quiet SECONDS  before each start, wait until nothing else runs, at most so long (default 0)
 * -t SECONDS       of measuring one size at most, and a fifth of its warm-up (default 0.3)
 * </pre>
 *
 * @param arguments handed to each benchmark
 */
public record Plan(int rounds, List<String> parts, List<Integer> ranks, int quietSeconds, List<String> arguments) {
    static final List<String> PARTS = List.of("p2p", "start", "collectives", "limits", "algorithms", "npb");

    /** Of which the first ten or so go by while a JVM compiles. */
    private static final String NPB_RUNS = "30";

    private static final int BY_DEFAULT = 4;

    private static final String SIZES = "8,1k,64k,1m";

    /** Each is a job of its own: cores may change within seconds, and contestants must meet the same. */
    private static final List<String> LONG_SIZES = List.of("8", "1k", "64k", "1m", "4m");

    private static final List<String> COLLECTIVES =
            List.of("barrier", "bcast", "reduce", "allreduce", "allgather", "alltoall");

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException if it cannot be understood
     */
    public static Plan of(List<String> options) {
        int rounds = 2;
        List<String> parts = PARTS.subList(0, BY_DEFAULT);
        List<Integer> ranks = List.of(2, 4, 8);
        int quiet = 0;
        String seconds = "0.3";
        for (int i = 0; i < options.size(); i += 2) {
            String option = options.get(i);
            if (i + 1 == options.size()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            String value = options.get(i + 1);
            switch (option) {
                case "--rounds" -> rounds = positive(option, value);
                case "--only" -> parts = parts(value);
                case "--np" ->
                    ranks = List.of(value.split(",")).stream()
                            .map(one -> positive(option, one))
                            .toList();
                case "--quiet" -> quiet = positive(option, value);
                case "-t" -> seconds = value;
                default ->
                    throw new IllegalArgumentException(
                            "unknown option " + option + " (--rounds, --only, --np, --quiet, -t)");
            }
        }
        return new Plan(rounds, parts, ranks, quiet, List.of("-t", seconds));
    }

    private static int positive(String option, String value) {
        if (!value.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(option + ": not a number from 1 to 9999: " + value);
        }
        return Integer.parseInt(value);
    }

    private static List<String> parts(String value) {
        List<String> parts = List.of(value.split(","));
        for (String part : parts) {
            if (!PARTS.contains(part)) {
                throw new IllegalArgumentException("--only: " + part + " is none of " + String.join(", ", PARTS));
            }
        }
        return parts;
    }

    /** Whether a part is wanted. */
    public boolean has(String part) {
        return parts.contains(part);
    }

    /** The jobs of one round, in order. */
    public List<Job> jobs() {
        List<Job> jobs = new ArrayList<>();
        if (has("p2p")) {
            for (String medium : List.of("shm", "tcp")) {
                for (String size : LONG_SIZES) {
                    jobs.add(new Job(medium, 2, "latency", with("-m", size)));
                }
                for (String size : LONG_SIZES) {
                    jobs.add(new Job(medium, 2, "bandwidth", with("-m", size)));
                }
                jobs.add(new Job(medium, 2, "bibandwidth", with("-m", "64k")));
                jobs.add(new Job(medium, 2, "bibandwidth", with("-m", "1m")));
                jobs.add(new Job(medium, 2, "rate", arguments));
            }
        }
        if (has("start")) {
            jobs.add(new Job("shm", 2, "start", List.of()));
        }
        if (has("collectives")) {
            for (int np : ranks) {
                for (String name : COLLECTIVES) {
                    jobs.add(collective(name, np));
                }
            }
        }
        if (has("npb")) {
            for (String kernel : List.of("ep", "is", "cg", "mg", "ft")) {
                jobs.add(new Job("shm", 2, "npb-" + kernel, List.of("A", "--runs", NPB_RUNS)));
            }
        }
        return jobs;
    }

    /** The job that measures one collective of ours under whatever algorithm. */
    public Job collective(String name, int np) {
        return new Job("shm", np, "collectives", with("-m", SIZES, name));
    }

    private List<String> with(String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return all;
    }
}
