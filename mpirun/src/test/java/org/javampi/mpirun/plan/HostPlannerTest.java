package org.javampi.mpirun.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.javampi.mpirun.cli.HostOptions;
import org.javampi.mpirun.hosts.OwnNames;
import org.javampi.mpirun.hosts.RemoteStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What variables of other launchers and of batch systems come to. */
class HostPlannerTest {
    @TempDir
    private Path folder;

    private static HostPlanner.Choice choose(int ranks, Map<String, String> environment) {
        return new HostPlanner(new HostOptions()).choose(ranks, List.of(), 1, environment, new OwnNames("self"), null);
    }

    private static List<String> shell(Map<String, String> environment) {
        return choose(0, environment).placement().remote().shell();
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    @Test
    void shouldUseTheRemoteShellThatOtherLaunchersKnow() {
        assertEquals(RemoteStart.SSH, shell(Map.of()));
        assertEquals(
                List.of("/opt/mpi/kubexec.sh", "-q"),
                shell(Map.of("OMPI_MCA_plm_rsh_agent", "/opt/mpi/kubexec.sh", "OMPI_MCA_plm_rsh_args", "-q")));
        assertEquals(
                List.of("rsh", "-l", "me"),
                shell(Map.of("HYDRA_LAUNCHER_EXEC", "rsh", "HYDRA_LAUNCH_EXTRA_ARGS", "-l me")));
    }

    @Test
    void shouldRunWhereABatchSystemSays() throws IOException {
        Path nodes = file("nodes", "self", "other", "other");
        HostPlanner.Choice pbs = choose(0, Map.of("PBS_NODEFILE", nodes.toString()));
        assertEquals(
                List.of("self: ranks 0", "other: ranks 1 2"),
                pbs.placement().layout().lines());
        assertEquals(RemoteStart.SSH, pbs.placement().remote().shell());
        Path hosts = file("pe", "self 1 all.q@self UNDEFINED", "other 2 all.q@other UNDEFINED");
        HostPlanner.Choice sge = choose(2, Map.of("PE_HOSTFILE", hosts.toString()));
        assertEquals(List.of("qrsh", "-inherit"), sge.placement().remote().shell());
        assertEquals(
                List.of("qrsh", "-inherit", "other", "java", "A b"),
                sge.placement().remote().command(List.of("other"), List.of("java", "A b")));
        assertEquals(List.of("blaunch"), shell(Map.of("LSB_MCPU_HOSTS", "self 1 other 2")));
    }

    private static String refusal(Map<String, String> environment) {
        return assertThrows(IllegalArgumentException.class, () -> choose(1, environment))
                .getMessage();
    }

    @Test
    void shouldRefuseToBeOneOfSeveralLaunchers() {
        assertEquals(
                "srun has started 2 javampirun, and each would run a job of its own: leave srun out, or write"
                        + " srun --mpi=none java Prog without javampirun",
                refusal(Map.of("SLURM_STEP_ID", "0", "SLURM_PROCID", "0", "SLURM_STEP_NUM_TASKS", "2")));
        assertEquals(
                "another mpirun has started several javampirun, and each would run a job of its own: leave that"
                        + " mpirun out",
                refusal(Map.of("OMPI_COMM_WORLD_SIZE", "2")));
    }

    @Test
    void shouldShareTheProcessorsOfAStepThatItIsIn() {
        Map<String, String> allocation = new HashMap<>(
                Map.of("SLURM_JOB_ID", "7", "SLURM_JOB_NODELIST", "n[1-2]", "SLURM_TASKS_PER_NODE", "1(x2)"));
        assertFalse(agents(allocation).contains("--overlap"));
        allocation.put("SLURM_STEP_ID", "0");
        assertTrue(agents(allocation).contains("--overlap"));
    }

    private static List<String> agents(Map<String, String> environment) {
        return choose(0, environment).placement().remote().command(List.of("n1", "n2"), List.of("agent"));
    }

    @Test
    void shouldSayThatOneComponentOfAllocationIsUsed() {
        Map<String, String> allocation =
                new HashMap<>(Map.of("SLURM_JOB_ID", "7", "SLURM_JOB_NODELIST", "n1", "SLURM_TASKS_PER_NODE", "2"));
        assertNull(choose(0, allocation).note());
        allocation.put("SLURM_HET_SIZE", "2");
        assertEquals(
                "the allocation has 2 components (SLURM_HET_SIZE); only the nodes of component 0 are used:"
                        + " -hostfile and -launcher ssh reach the others",
                choose(0, allocation).note());
    }

    @Test
    void shouldReadTheFilesOfTheOperatorForBothImplementations() throws IOException {
        Path open = file("open", "pi-worker-0.pi.default.svc slots=2", "pi-worker-1.pi.default.svc slots=2");
        Path hydra = file("hydra", "pi-worker-0.pi.default.svc:2", "pi-worker-1.pi.default.svc:2");
        for (Map<String, String> environment : List.of(
                Map.of(
                        "OMPI_MCA_orte_default_hostfile", open.toString(),
                        "OMPI_MCA_plm_rsh_agent", "ssh",
                        "OMPI_MCA_orte_keep_fqdn_hostnames", "true"),
                Map.of("HYDRA_HOST_FILE", hydra.toString(), "HYDRA_LAUNCH_EXTRA_ARGS", "-v"),
                Map.of("I_MPI_HYDRA_HOST_FILE", hydra.toString(), "I_MPI_PERHOST", "2"))) {
            HostPlanner.Choice choice = choose(0, environment);
            assertEquals(4, choice.placement().layout().ranks());
            assertEquals(
                    List.of("pi-worker-0.pi.default.svc", "pi-worker-1.pi.default.svc"),
                    choice.placement().layout().hosts());
            assertEquals(true, choice.mayComeLate(), "names that resolve late are tried again");
        }
    }

    @Test
    void shouldRefuseMoreRanksThanTheHostsTake() throws IOException {
        Path hosts = file("hosts", "self slots=2 max_slots=3");
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> choose(4, Map.of("HYDRA_HOST_FILE", hosts.toString())));
        assertEquals(
                "-np 4: the hosts take at most 3 ranks (max_slots); give fewer ranks or raise max_slots",
                refusal.getMessage());
    }
}
