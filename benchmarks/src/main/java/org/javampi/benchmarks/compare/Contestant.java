package org.javampi.benchmarks.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Who is compared, and the command that starts a job of his.
 *
 * <p>Open MPI 4.1 runs its own point-to-point layer ({@code ob1}) over the medium's transport, as
 * its defaults would on a machine without fast network; {@code --oversubscribe} makes waiting ranks
 * yield where they outnumber the cores. MPICH 4.0 in Debian stands on UCX: by default it takes its
 * shared memory; for TCP both MPICH's and UCX's shared memory are switched off.
 */
public enum Contestant {
    /** This project. */
    JAVAMPI {
        @Override
        List<String> command(Job job, Path root, Path work) {
            List<String> command = new ArrayList<>();
            Path dist = root.resolve("mpirun/target/javampi-0.1.0/javampi-0.1.0");
            command.add(dist.resolve("bin/javampirun").toString());
            command.addAll(List.of("-np", Integer.toString(job.ranks())));
            command.addAll(List.of("--transport", job.medium(), "-cp"));
            if (job.benchmark().equals("start")) {
                command.addAll(List.of(work.toString(), "Hello"));
                return command;
            }
            command.add(root.resolve("benchmarks/target/classes").toString());
            command.add("org.javampi.benchmarks." + program(job.benchmark()));
            command.addAll(List.of("--format", "csv"));
            command.addAll(job.arguments());
            return command;
        }

        private String program(String benchmark) {
            return switch (benchmark) {
                case "latency" -> "osu.Latency";
                case "bandwidth" -> "osu.Bandwidth";
                case "bibandwidth" -> "osu.BidirectionalBandwidth";
                case "rate" -> "osu.MessageRate";
                case "collectives" -> "osu.Collectives";
                case "npb-ep" -> "npb.Ep";
                case "npb-is" -> "npb.Is";
                case "npb-cg" -> "npb.Cg";
                case "npb-mg" -> "npb.Mg";
                case "npb-ft" -> "npb.Ft";
                default -> throw new IllegalArgumentException("no program for " + benchmark);
            };
        }
    },

    /** Open MPI, Debian's package. */
    OPENMPI {
        @Override
        List<String> command(Job job, Path root, Path work) {
            List<String> command = new ArrayList<>();
            command.addAll(List.of("mpirun.openmpi", "--allow-run-as-root", "--oversubscribe"));
            command.addAll(List.of("--mca", "pml", "ob1", "--mca", "btl"));
            command.add(job.medium().equals("shm") ? "vader,self" : "tcp,self");
            return peer(command, job, work);
        }
    },

    /** MPICH, Debian's package. */
    MPICH {
        @Override
        List<String> command(Job job, Path root, Path work) {
            return peer(new ArrayList<>(List.of("mpiexec.mpich")), job, work);
        }

        @Override
        Map<String, String> environment(Job job) {
            return job.medium().equals("shm") ? Map.of() : Map.of("MPIR_CVAR_NOLOCAL", "1", "UCX_TLS", "tcp,self");
        }
    };

    /** The name in results. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What to execute.
     *
     * @param root the project
     * @param work where the compiled programs are: {@code osu.NAME}, {@code npb.NAME}, {@code
     *     hello.NAME}, {@code Hello.class}
     */
    abstract List<String> command(Job job, Path root, Path work);

    /** What the environment must have in addition. */
    Map<String, String> environment(Job job) {
        return Map.of();
    }

    List<String> peer(List<String> command, Job job, Path work) {
        command.addAll(List.of("-np", Integer.toString(job.ranks())));
        if (job.benchmark().equals("start")) {
            command.add(work.resolve("hello." + title()).toString());
        } else if (job.benchmark().startsWith("npb-")) {
            command.add(work.resolve("npb." + title()).toString());
            command.add(job.benchmark().substring("npb-".length()));
            command.addAll(job.arguments());
        } else {
            command.add(work.resolve("osu." + title()).toString());
            command.add(job.benchmark());
            command.addAll(job.arguments());
        }
        return command;
    }
}
