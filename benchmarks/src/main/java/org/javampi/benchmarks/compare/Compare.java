package org.javampi.benchmarks.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.javampi.benchmarks.figures.Row;
import org.javampi.benchmarks.figures.Summary;

/**
 * The comparison as a program: runs the {@link Plan}, contestants in turn, and leaves the figures
 * as JSON, the page as HTML; the table goes to the standard output, progress to the error output.
 */
public final class Compare {
    private static final int STARTS = 5;
    private static final String LIMITS = "org.javampi.benchmarks.limits.";

    private final Path root;
    private final Path work;
    private final Plan plan;
    private final Command command;
    private final PrintStream progress = System.err;
    private final Results results = new Results();
    private final Quiet quiet;

    private Compare(Path root, Path work, Plan plan) {
        this.root = root;
        this.work = work;
        this.plan = plan;
        command = new Command(work);
        quiet = new Quiet(plan.quietSeconds());
    }

    /**
     * Arguments: the project's directory, a directory with the compiled programs, then the options
     * of {@link Plan}; or {@code page}, a JSON file of before and an HTML file, to draw it anew.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 3 && args[0].equals("page")) {
            Results before = Results.of(Files.readString(Path.of(args[1])));
            Files.writeString(Path.of(args[2]), new ResultPage(before).html());
            return;
        }
        Plan plan = Plan.of(List.of(args).subList(2, args.length));
        new Compare(Path.of(args[0]), Path.of(args[1]), plan).run();
    }

    private void run() throws IOException, InterruptedException {
        describe();
        for (int round = 1; round <= plan.rounds(); round++) {
            List<Contestant> order = new ArrayList<>(List.of(Contestant.values()));
            Collections.rotate(order, round - 1);
            for (Job job : plan.jobs()) {
                progress.println("round " + round + ": " + job);
                double flag = flag();
                for (Contestant contestant : order) {
                    List<Measured> rows = measure(contestant, round, job);
                    Flags flags = new Flags(flag, flag());
                    rows.forEach(one -> results.add(one.at(flags)));
                    flag = flags.afterUs();
                }
            }
            if (plan.has("limits")) {
                limits(round);
            }
            if (plan.has("algorithms")) {
                algorithms(round);
            }
            keep(round);
        }
        System.out.print(new ResultTable(results).text());
    }

    /** Writes what there is: after each round, so that a run that is cut short leaves something. */
    private void keep(int round) throws IOException, InterruptedException {
        if (plan.quietSeconds() > 0) {
            results.describe("starts on a busy machine", quiet.disturbed() + " of " + quiet.starts());
        }
        results.describe("rounds", (double) round);
        results.describe("load after", said("cut", "-d", " ", "-f1-3", "/proc/loadavg"));
        Path directory = Files.createDirectories(root.resolve("benchmarks/results"));
        String name = "compare-" + results.machine().get("date").toString().replace(':', '-');
        Path json = directory.resolve(name + ".json");
        Files.writeString(json, results.json());
        Path html = directory.resolve(name + ".html");
        Files.writeString(html, new ResultPage(results).html());
        progress.println("figures: " + json + "\npage: " + html);
    }

    private List<Measured> measure(Contestant contestant, int round, Job job) throws InterruptedException {
        List<String> line = contestant.command(job, root, work);
        quiet.await();
        try {
            if (job.benchmark().equals("start")) {
                double[] millis = new double[STARTS];
                for (int i = 0; i < STARTS; i++) {
                    long begin = System.nanoTime();
                    command.run(line, contestant.environment(job));
                    millis[i] = (System.nanoTime() - begin) / 1e6;
                }
                Row row = new Row("start", job.ranks(), 0, "ms", Summary.of(millis));
                return List.of(new Measured(contestant.title(), round, job.medium(), row, Flags.NONE));
            }
            return rows(contestant.title(), round, job.medium(), command.run(line, contestant.environment(job)));
        } catch (IOException failed) {
            fail(contestant.title() + ", " + job + ": " + failed.getMessage());
            return List.of();
        }
    }

    /** What a flag takes from core to core now, in microseconds. */
    private double flag() throws InterruptedException {
        try {
            String classes = root.resolve("benchmarks/target/classes").toString();
            List<String> line = List.of(java(), "-Xshare:auto", "-cp", classes, LIMITS + "FlagPingPong", "brief");
            List<Measured> rows = rows("limit", 0, "shm", command.run(line, Map.of()));
            return rows.isEmpty() ? Double.NaN : rows.get(0).row().figures().p50();
        } catch (IOException failed) {
            fail("flag: " + failed.getMessage());
            return Double.NaN;
        }
    }

    private void limits(int round) throws InterruptedException {
        progress.println("round " + round + ": limits");
        for (String limit : List.of("FlagPingPong", "CopyPipeline", "SocketPingPong")) {
            quiet.await();
            String medium = limit.startsWith("Socket") ? "tcp" : "shm";
            try {
                String classes = root.resolve("benchmarks/target/classes").toString();
                List<String> line = List.of(java(), "-cp", classes, LIMITS + limit);
                add("limit", round, medium, command.run(line, Map.of()));
            } catch (IOException failed) {
                fail(limit + ": " + failed.getMessage());
            }
        }
    }

    /** Our collectives by each algorithm that says it can run with so many ranks. */
    private void algorithms(int round) throws IOException, InterruptedException {
        String launcher = root.resolve("javampirun").toString();
        List<String> names = List.of("barrier", "bcast", "reduce", "allreduce", "allgather", "alltoall");
        List<String> listed = command.run(List.of(launcher, "--list-coll"), Map.of());
        for (String rule : rules(listed)) {
            String collective = rule.substring(0, rule.indexOf('='));
            for (int np : names.contains(collective) ? plan.ranks() : List.<Integer>of()) {
                progress.println("round " + round + ": " + rule + " np " + np);
                Job job = plan.collective(collective, np);
                List<String> line = new ArrayList<>(Contestant.JAVAMPI.command(job, root, work));
                line.addAll(1, List.of("--coll", rule));
                try {
                    add(rule, round, job.medium(), command.run(line, Map.of()));
                } catch (IOException failed) {
                    fail(rule + ", " + job + ": " + failed.getMessage());
                }
            }
        }
    }

    /**
     * Reads {@code javampirun --list-coll}: a collective, and below it, indented by 2, algorithms.
     */
    static List<String> rules(List<String> listed) {
        List<String> rules = new ArrayList<>();
        String collective = "";
        for (String line : listed) {
            if (line.matches("[a-z_]+")) {
                collective = line;
            } else if (line.matches("  [a-z_0-9]+ .*") && !collective.isEmpty()) {
                rules.add(collective + "=" + line.strip().split(" ")[0]);
            }
        }
        return rules;
    }

    private void add(String by, int round, String medium, List<String> out) {
        rows(by, round, medium, out).forEach(results::add);
    }

    private List<Measured> rows(String by, int round, String medium, List<String> out) {
        List<Measured> rows = new ArrayList<>();
        for (String line : out) {
            if (!line.equals(Row.CSV_HEADER)) {
                try {
                    rows.add(new Measured(by, round, medium, Row.parse(line), Flags.NONE));
                } catch (IllegalArgumentException other) {
                    fail(by + ": " + other.getMessage());
                }
            }
        }
        return rows;
    }

    private void fail(String what) {
        progress.println("failed: " + what);
        results.fail(what);
    }

    private void describe() throws InterruptedException {
        results.describe("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        results.describe("commit", said("git", "-C", root.toString(), "describe", "--always", "--dirty"));
        results.describe("cores", (double) Runtime.getRuntime().availableProcessors());
        results.describe("processor", processor());
        results.describe("load before", said("cut", "-d", " ", "-f1-3", "/proc/loadavg"));
        results.describe("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        results.describe("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        results.describe("java flags", flags());
        results.describe("openmpi", said("mpirun.openmpi", "--version"));
        results.describe("mpich", said("mpichversion"));
        results.describe("compiler", said("gcc", "--version") + ", -O3");
        results.describe("arguments", String.join(" ", plan.arguments()));
    }

    /** The first line that a command prints, or why there is none. */
    private String said(String... line) throws InterruptedException {
        try {
            List<String> out = command.run(List.of(line), Map.of());
            return out.isEmpty() ? "" : out.get(0).replaceAll("\\s+", " ").strip();
        } catch (IOException failed) {
            return "unknown: " + failed.getMessage();
        }
    }

    private String processor() throws InterruptedException {
        String line = said("grep", "-m1", "model name", "/proc/cpuinfo");
        return line.substring(line.indexOf(':') + 1).strip();
    }

    /** The options, without paths, with which the launcher starts a JVM. */
    private String flags() throws InterruptedException {
        try {
            Job job = new Job("shm", 2, "latency", List.of());
            List<String> line = new ArrayList<>(Contestant.JAVAMPI.command(job, root, work));
            line.add(1, "--dry-run");
            for (String out : command.run(line, Map.of())) {
                if (out.startsWith("command")) {
                    return String.join(
                            " ",
                            List.of(out.split("\\s+")).stream()
                                    .filter(word -> word.startsWith("-X"))
                                    .map(word -> word.replaceAll("=/.*", "=..."))
                                    .toList());
                }
            }
            return "";
        } catch (IOException failed) {
            return "unknown: " + failed.getMessage();
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
