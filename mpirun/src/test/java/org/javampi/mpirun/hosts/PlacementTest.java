package org.javampi.mpirun.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where ranks go that leave their hosts while their job runs. */
class PlacementTest {
    private static Placement placed(RemoteStart.Kind kind, String hosts, int ranks, int perMachine) {
        return new Placement(
                HostList.parse(hosts), List.of(new Share(ranks)), false, perMachine, kind, RemoteStart.SSH, "self");
    }

    private static Placement forked(String hosts, int ranks) {
        return placed(RemoteStart.Kind.FORK, hosts, ranks, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a:2,b:2 | 4 | 0 | b | b: ranks 0 2 3, a: ranks 1",
                "a:2,b:2 | 4 | 3 | c | a: ranks 0 1, b: ranks 2, c: ranks 3",
                "a:2,b:2 | 4 | 3 | b | a: ranks 0 1, b: ranks 2 3",
                "a:1,b:2 | 2 | 0 | b | b: ranks 0 1"
            })
    void shouldMoveOneRankOnly(String hosts, int ranks, int rank, String host, String map) {
        assertEquals(
                List.of(map.split(", ")),
                forked(hosts, ranks).withMoved(rank, host).layout().lines());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a:2,b:2,c:2 | 4 | b | a: ranks 0 1, c: ranks 2 3",
                "a:2,b:3,c:3 | 6 | a | c: ranks 0 1 5, b: ranks 2 3 4",
                // Beyond the slots: dealt out.
                "a:2,b:1,c:1 | 4 | a | b: ranks 0 2, c: ranks 1 3",
                "a:2,b:2 | 2 | b | a: ranks 0 1"
            })
    void shouldMoveTheRanksOfAHostOnly(String hosts, int ranks, String host, String map) {
        Placement drained = forked(hosts, ranks).withDrained(host);
        assertEquals(List.of(map.split(", ")), drained.layout().lines());
        assertEquals(
                List.of(),
                drained.hostsWithout(Set.of()).stream()
                        .filter(left -> left.name().equals(host))
                        .toList());
    }

    @Test
    void shouldKeepDrainedRanksOnTheHostsOfTheirProgram() {
        Placement placement = new Placement(
                HostList.parse("a:2,b:4,c:1"),
                List.of(new Share(2, List.of("a", "c")), new Share(2, List.of("b"))),
                false,
                1,
                RemoteStart.Kind.FORK,
                RemoteStart.SSH,
                "self");
        assertEquals(
                List.of("c: ranks 0 1", "b: ranks 2 3"),
                placement.withDrained("a").layout().lines());
    }

    @Test
    void shouldLeaveAMovedRankWhereItIsWhenNoHostIsLost() {
        Placement moved = forked("a:2,b:2", 4).withMoved(0, "b");
        assertEquals(
                moved.layout().lines(),
                moved.on(moved.hostsWithout(Set.of())).layout().lines());
    }

    @Test
    void shouldGiveAMovedRankAVirtualMachineOfItsHost() {
        Layout moved =
                placed(RemoteStart.Kind.FORK, "a:4,b:4", 6, 2).withMoved(0, "b").layout();
        assertEquals(List.of("b: ranks 0 4 5", "a: ranks 1 2 3"), moved.lines());
        assertEquals(4, moved.machines());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FORK  | a:2,b:2 | 4 | 4 | b | there is no rank 4: ranks are 0 to 3",
                "SLURM | a:2,b:2 | 4 | 0 | c | host c is not in the allocation, which has a, b",
                "RIVER | a:2,b:2 | 4 | 0 | b | the job is on VMs that --discover has found, which cannot be chosen by"
                        + " name: javampirun suspend JOB ends it, and --restart with --discover finds VMs anew"
            })
    void shouldRefuseAMoveThatCannotBe(
            RemoteStart.Kind kind, String hosts, int ranks, int rank, String host, String why) {
        Placement placement = placed(kind, hosts, ranks, 1);
        assertEquals(
                why,
                assertThrows(IllegalArgumentException.class, () -> placement.withMoved(rank, host))
                        .getMessage());
    }

    @Test
    void shouldHeedWhatHostsTakeAtMost() {
        Placement placement = new Placement(
                List.of(new HostSlots("a", 2, 2), new HostSlots("b", 1, 1)),
                List.of(new Share(3)),
                false,
                1,
                RemoteStart.Kind.FORK,
                RemoteStart.SSH,
                "self");
        assertEquals(
                "host b has as many ranks as it takes: 1 (max_slots)",
                assertThrows(IllegalArgumentException.class, () -> placement.withMoved(0, "b"))
                        .getMessage());
        assertEquals(
                "the other hosts take 1 ranks (max_slots), and there are 3",
                assertThrows(IllegalArgumentException.class, () -> placement.withDrained("a"))
                        .getMessage());
    }
}
