package org.javampi.benchmarks.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Path ROOT = Path.of("/checkout");
    private static final Path WORK = Path.of("/bench");

    @Test
    void shouldRunEverythingButAlgorithmsWhenNothingIsSaid() {
        Plan plan = Plan.of(List.of());
        assertEquals(2, plan.rounds());
        assertFalse(plan.has("algorithms") || plan.has("npb"));
        assertEquals(2 * (5 + 5 + 2 + 1) + 1 + 3 * 6, plan.jobs().size());
    }

    @Test
    void shouldRunOnlyWhatIsAskedFor() {
        Plan plan = Plan.of(List.of("--only", "collectives", "--np", "3", "-t", "0.1"));
        assertEquals(6, plan.jobs().size());
        assertEquals(
                "collectives shm np 3 -t 0.1 -m 8,1k,64k,1m bcast",
                plan.jobs().get(1).toString());
    }

    @Test
    void shouldSayWhatIsWrong() {
        assertEquals("unknown option --fast (--rounds, --only, --np, --quiet, -t)", refusal("--fast", "1"));
        assertEquals("--rounds needs a value", refusal("--rounds"));
        assertEquals("--np: not a number from 1 to 9999: 0", refusal("--np", "2,0"));
        assertEquals(
                "--only: all is none of p2p, start, collectives, limits, algorithms, npb", refusal("--only", "all"));
    }

    @Test
    void shouldStartTheSameBenchmarkForEveryContestant() {
        Job job = new Job("tcp", 2, "rate", List.of("-t", "0.1"));
        assertEquals(
                "/checkout/mpirun/target/javampi-0.1.0/javampi-0.1.0/bin/javampirun -np 2 --transport tcp -cp "
                        + "/checkout/benchmarks/target/classes org.javampi.benchmarks.osu.MessageRate --format csv -t 0.1",
                line(Contestant.JAVAMPI, job));
        assertEquals(
                "mpirun.openmpi --allow-run-as-root --oversubscribe --mca pml ob1 --mca btl tcp,self -np 2 "
                        + "/bench/osu.openmpi rate -t 0.1",
                line(Contestant.OPENMPI, job));
        assertEquals("mpiexec.mpich -np 2 /bench/osu.mpich rate -t 0.1", line(Contestant.MPICH, job));
        assertEquals(Map.of("MPIR_CVAR_NOLOCAL", "1", "UCX_TLS", "tcp,self"), Contestant.MPICH.environment(job));
    }

    @Test
    void shouldRunTheKernelsOfNpbOnTwoRanks() {
        Plan plan = Plan.of(List.of("--only", "npb"));
        assertEquals(5, plan.jobs().size());
        Job job = plan.jobs().get(2);
        assertEquals(
                "/checkout/mpirun/target/javampi-0.1.0/javampi-0.1.0/bin/javampirun -np 2 --transport shm -cp "
                        + "/checkout/benchmarks/target/classes org.javampi.benchmarks.npb.Cg --format csv A --runs 30",
                line(Contestant.JAVAMPI, job));
        assertEquals("mpiexec.mpich -np 2 /bench/npb.mpich cg A --runs 30", line(Contestant.MPICH, job));
    }

    @Test
    void shouldReadTheAlgorithmsFromTheirList() {
        assertEquals(
                List.of("barrier=k_dissemination", "bcast=linear", "bcast=chain"),
                Compare.rules(List.of(
                        "barrier",
                        "  k_dissemination              ceil(log_k p) latencies",
                        "                                 radix=4: branches of each node",
                        "bcast",
                        "  linear                       (p-1) messages",
                        "  chain                        (p/chains)")));
    }

    @Test
    void shouldSeeHowMuchOfTheMachineWasIdle() {
        assertEquals(0.75, Quiet.idle("cpu  10 0 10 100 0 0", "cpu  15 0 15 125 5 0"));
        assertEquals(1, Quiet.idle("cpu  1 2 3 4", "cpu  1 2 3 4"));
    }

    private static String line(Contestant contestant, Job job) {
        return String.join(" ", contestant.command(job, ROOT, WORK));
    }

    private static String refusal(String... options) {
        return assertThrows(IllegalArgumentException.class, () -> Plan.of(List.of(options)))
                .getMessage();
    }
}
