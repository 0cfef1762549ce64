package org.javampi.mpirun.hosts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where ranks go. */
class LayoutTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a:2,b:2 | 4 | slot | a: ranks 0 1, b: ranks 2 3",
                "a:2,b:2 | 4 | node | a: ranks 0 2, b: ranks 1 3",
                "a:2,b:2 | 3 | slot | a: ranks 0 1, b: ranks 2",
                "a:2,b:2 | 2 | slot | a: ranks 0 1",
                "a:2,b:2 | 7 | slot | a: ranks 0 1 4 6, b: ranks 2 3 5",
                "a:1,b:3 | 5 | node | a: ranks 0 4, b: ranks 1 2 3",
                "a:0,b:2 | 3 | slot | b: ranks 0 1, a: ranks 2"
            })
    void shouldPlaceRanks(String hosts, int ranks, String by, String map) {
        Layout layout = Layout.of(HostList.parse(hosts), List.of(new Share(ranks)), by.equals("node"), 1);
        assertEquals(List.of(map.split(", ")), layout.lines());
    }

    @Test
    void shouldPreferHostsBelowTheirMostAndYetRefuseNothing() {
        List<HostSlots> hosts = List.of(new HostSlots("a", 1, 1), new HostSlots("b", 1, 3));
        assertEquals(
                List.of("a: ranks 0", "b: ranks 1 2 3"),
                Layout.of(hosts, List.of(new Share(4)), false, 1).lines());
        assertEquals(
                List.of("a: ranks 0 4", "b: ranks 1 2 3 5"),
                Layout.of(hosts, List.of(new Share(6)), false, 1).lines());
    }

    @Test
    void shouldKeepRanksOfAVirtualMachineOnOneHost() {
        Layout layout = Layout.of(HostList.parse("a:3,b:3"), List.of(new Share(6)), true, 2);
        assertEquals(4, layout.machines());
        assertArrayEquals(new int[] {0, 2}, layout.hosted(0));
        assertArrayEquals(new int[] {1, 3}, layout.hosted(1));
        assertArrayEquals(new int[] {4}, layout.hosted(2));
        assertArrayEquals(new int[] {5}, layout.hosted(3));
        assertEquals(1, layout.hostOfMachine(3));
        assertEquals(3, layout.machineOf(5));
        assertEquals(List.of(0, 2), layout.machinesOn(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Each program goes on where the one before it has ended.
                "a:2,b:2 | slot | 1/ 2/ | a: ranks 0 1, b: ranks 2",
                "a:2,b:2 | node | 1/ 2/ | a: ranks 0 2, b: ranks 1",
                // Or has hosts of its own, beyond their slots if need be.
                "a:2,b:2 | slot | 1/b 2/a | b: ranks 0, a: ranks 1 2",
                "a:1,b:1 | slot | 3/b 1/ | b: ranks 0 1 2, a: ranks 3",
                "a:1,b:1 | node | 1/gone | a: ranks 0"
            })
    void shouldPlaceTheRanksOfSeveralPrograms(String hosts, String by, String programs, String map) {
        List<Share> shares = Arrays.stream(programs.split(" "))
                .map(text -> text.split("/", -1))
                .map(parts -> new Share(Integer.parseInt(parts[0]), parts[1].isEmpty() ? List.of() : List.of(parts[1])))
                .toList();
        assertEquals(
                List.of(map.split(", ")),
                Layout.of(HostList.parse(hosts), shares, by.equals("node"), 1).lines());
    }

    @Test
    void shouldNotPutTwoProgramsIntoOneVirtualMachine() {
        Layout layout = Layout.of(HostList.parse("a"), List.of(new Share(3), new Share(2)), false, 2);
        assertEquals(3, layout.machines());
        assertArrayEquals(new int[] {2}, layout.hosted(1));
        assertArrayEquals(new int[] {3, 4}, layout.hosted(2));
        assertEquals(0, layout.shareOf(1));
        assertEquals(1, layout.shareOf(2));
    }
}
