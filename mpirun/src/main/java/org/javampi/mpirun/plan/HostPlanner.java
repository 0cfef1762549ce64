package org.javampi.mpirun.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.javampi.job.foreign.ForeignLauncher;
import org.javampi.job.slurm.SlurmStep;
import org.javampi.mpirun.cli.HostOptions;
import org.javampi.mpirun.cli.OtherProgram;
import org.javampi.mpirun.hosts.BatchSystem;
import org.javampi.mpirun.hosts.HostSlots;
import org.javampi.mpirun.hosts.Hosts;
import org.javampi.mpirun.hosts.OwnNames;
import org.javampi.mpirun.hosts.Placement;
import org.javampi.mpirun.hosts.RemoteStart;
import org.javampi.mpirun.hosts.Share;

/** Decides which hosts a job has, what goes where, and how it gets there. */
final class HostPlanner {
    private final HostOptions options;

    HostPlanner(HostOptions options) {
        this.options = options;
    }

    /**
     * What the options come to.
     *
     * @param placement where the ranks go, and how their hosts are reached
     * @param mayComeLate whether hosts may still be coming up, as a cluster's operator starts them
     * @param note what people should know of it; null for nothing
     */
    record Choice(Placement placement, boolean mayComeLate, String note) {}

    /**
     * Refuses options that name hosts, where hosts are to be discovered.
     *
     * @throws IllegalArgumentException naming them
     */
    void checkDiscovered(List<OtherProgram> others) {
        if (options.names().isNamed()
                || others.stream().anyMatch(other -> other.hosts.isNamed())
                || !options.launcher().isEmpty()
                || !options.shell().isBlank()) {
            throw new IllegalArgumentException(
                    "--discover finds the hosts itself: leave -hostfile, -host, -launcher and --rsh-agent out");
        }
    }

    /**
     * Decides.
     *
     * @param ranks of the only program, as the user has said, or 0
     * @param others the programs beside the first, which has at least one rank then
     * @param leased VMs that are to be used instead of hosts, or null
     * @throws IllegalArgumentException when something is wrong
     */
    Choice choose(
            int ranks,
            List<OtherProgram> others,
            int ranksPerMachine,
            Map<String, String> environment,
            OwnNames own,
            List<HostSlots> leased) {
        checkAlone(environment);
        if (!List.of("slot", "node", "core", "host").contains(options.mapBy())) {
            throw new IllegalArgumentException("--map-by " + options.mapBy() + ": slot, core or node");
        }
        if (options.isNonePerHost()) {
            throw new IllegalArgumentException("-N " + options.perHost() + ": at least 1 is needed");
        }
        Hosts hosts = leased == null
                ? Hosts.find(
                        options.names().hostfile(), options.names().lists(), environment, new SystemFiles(), own.name())
                : new Hosts(leased, Hosts.Source.DISCOVERED);
        RemoteStart.Kind kind = kind(hosts);
        if (kind == RemoteStart.Kind.SLURM && !environment.containsKey("SLURM_JOB_ID")) {
            throw new IllegalArgumentException("-launcher slurm: this is not inside an allocation (SLURM_JOB_ID is not"
                    + " set); salloc -N 2 javampirun ... makes one");
        }
        hosts = localNamesAsOne(hosts, kind, own);
        boolean slotsCount = options.perHost() > 0 || hosts.source() != Hosts.Source.NOBODY;
        if (options.perHost() > 0) {
            hosts = hosts.withSlots(options.perHost());
        }
        int wanted = ranks > 0 ? ranks : slotsCount && others.isEmpty() ? Math.max(1, hosts.slots()) : 1;
        List<Share> shares = new ArrayList<>();
        List<HostSlots> all = new ArrayList<>(hosts.all());
        shares.add(new Share(wanted, others.isEmpty() ? List.of() : names(hosts.all())));
        for (OtherProgram program : others) {
            List<HostSlots> named = program.hosts.isNamed()
                    ? localNamesAsOne(
                                    Hosts.find(
                                            program.hosts.hostfile(),
                                            program.hosts.lists(),
                                            environment,
                                            new SystemFiles(),
                                            own.name()),
                                    kind,
                                    own)
                            .all()
                    : hosts.all();
            shares.add(new Share(program.own.ranks == null ? 1 : program.own.ranks, names(named)));
            named.stream().filter(host -> !names(all).contains(host.name())).forEach(all::add);
        }
        checkRoom(all, shares.stream().mapToLong(Share::ranks).sum());
        boolean byNode = options.mapBy().equals("node") || options.mapBy().equals("host");
        return new Choice(
                new Placement(
                        all,
                        shares,
                        byNode,
                        ranksPerMachine,
                        kind,
                        kind == RemoteStart.Kind.SLURM ? stepOptions(environment) : shell(environment, hosts.system()),
                        own.name()),
                hosts.source() == Hosts.Source.AGREED_FILE,
                hosts.source() == Hosts.Source.SLURM ? componentNote(environment) : null);
    }

    /** One of several launchers that were started together would run one of several like jobs. */
    private static void checkAlone(Map<String, String> environment) {
        ForeignLauncher foreign = ForeignLauncher.of(environment);
        if (SlurmStep.isTask(environment)) {
            throw new IllegalArgumentException("srun has started " + environment.get("SLURM_STEP_NUM_TASKS")
                    + " javampirun, and each would run a job of its own: leave srun out, or write"
                    + " srun --mpi=none java Prog without javampirun");
        }
        if (foreign != null) {
            throw new IllegalArgumentException("another mpirun has started several javampirun, and each would run a job"
                    + " of its own: leave that mpirun out");
        }
    }

    /** Inside a step of Slurm a further one waits for the first one's processors, unless it shares them. */
    private static List<String> stepOptions(Map<String, String> environment) {
        return environment.containsKey("SLURM_STEP_ID") ? List.of("--overlap") : List.of();
    }

    private static String componentNote(Map<String, String> environment) {
        String components = environment.getOrDefault("SLURM_HET_SIZE", "1");
        return components.equals("1")
                ? null
                : "the allocation has " + components + " components (SLURM_HET_SIZE); only the nodes of component 0 are"
                        + " used: -hostfile and -launcher ssh reach the others";
    }

    private static List<String> names(List<HostSlots> hosts) {
        return hosts.stream().map(HostSlots::name).toList();
    }

    /** Slots are a wish, max_slots are a limit. */
    private static void checkRoom(List<HostSlots> hosts, long ranks) {
        long most = hosts.stream().mapToLong(HostSlots::most).sum();
        if (ranks > most) {
            throw new IllegalArgumentException("-np " + ranks + ": the hosts take at most " + most
                    + " ranks (max_slots); give fewer ranks or raise max_slots");
        }
    }

    /** The remote shell: the option's, else that of the variables that other launchers know, else the batch system's or ssh. */
    private List<String> shell(Map<String, String> environment, BatchSystem found) {
        if (!options.shell().isBlank()) {
            return List.of(options.shell().trim().split("\\s+"));
        }
        List<String> words = new ArrayList<>();
        for (String variable : List.of("OMPI_MCA_plm_rsh_agent", "HYDRA_LAUNCHER_EXEC")) {
            String value = environment.getOrDefault(variable, "").trim();
            if (words.isEmpty() && !value.isEmpty()) {
                words.addAll(List.of(value.split("\\s+")));
            }
        }
        BatchSystem system = named(found);
        if (words.isEmpty() && system != null) {
            words.addAll(system.starter(environment));
        } else if (words.isEmpty()) {
            words.addAll(RemoteStart.SSH);
        }
        for (String variable :
                List.of("OMPI_MCA_plm_rsh_args", "HYDRA_LAUNCH_EXTRA_ARGS", "HYDRA_LAUNCHER_EXTRA_ARGS")) {
            String value = environment.getOrDefault(variable, "").trim();
            if (!value.isEmpty()) {
                words.addAll(List.of(value.split("\\s+")));
            }
        }
        return words;
    }

    /** The batch system whose starter is meant; null for ssh. */
    private BatchSystem named(BatchSystem found) {
        return switch (options.launcher()) {
            case "" -> found;
            case "pbs" -> BatchSystem.PBS;
            case "lsf" -> BatchSystem.LSF;
            case "sge" -> BatchSystem.SGE;
            default -> null;
        };
    }

    private RemoteStart.Kind kind(Hosts hosts) {
        if (hosts.source() == Hosts.Source.DISCOVERED) {
            return RemoteStart.Kind.RIVER;
        }
        return switch (options.launcher()) {
            case "" ->
                hosts.source() == Hosts.Source.SLURM && options.shell().isBlank()
                        ? RemoteStart.Kind.SLURM
                        : RemoteStart.Kind.SSH;
            case "ssh", "rsh", "pbs", "lsf", "sge" -> RemoteStart.Kind.SSH;
            case "slurm" -> RemoteStart.Kind.SLURM;
            case "fork" -> RemoteStart.Kind.FORK;
            default ->
                throw new IllegalArgumentException(
                        "-launcher " + options.launcher() + ": ssh, slurm, pbs, lsf, sge or fork");
        };
    }

    private Hosts localNamesAsOne(Hosts hosts, RemoteStart.Kind kind, OwnNames own) {
        if (!kind.knowsThisHost() || hosts.source() == Hosts.Source.NOBODY) {
            return hosts;
        }
        // A user's own shell may know better what a name stands for.
        boolean ask = kind == RemoteStart.Kind.SSH && options.shell().isBlank();
        List<HostSlots> renamed = new ArrayList<>();
        for (HostSlots host : hosts.all()) {
            boolean local = ask ? own.matchesOrResolves(host.name()) : own.matches(host.name());
            renamed.add(local ? new HostSlots(own.name(), host.slots(), host.most()) : host);
        }
        return new Hosts(HostSlots.merged(renamed), hosts.source(), hosts.system());
    }

    /** The files of this host. */
    private static final class SystemFiles implements Hosts.Files {
        @Override
        public boolean isReadable(Path file) {
            return Files.isReadable(file);
        }

        @Override
        public List<String> lines(Path file) throws IOException {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        }
    }
}
