package org.javampi.river.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a processor with two cores of two hardware threads each: 0 and 2, 1 and 3. */
class LinuxCoresTest {
    @TempDir
    Path topology;

    private LinuxCores allowed(String list) throws IOException {
        for (int cpu = 0; cpu < 4; cpu++) {
            Path directory = topology.resolve("cpu" + cpu + "/topology");
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("thread_siblings_list"), cpu % 2 + "," + (cpu % 2 + 2) + "\n");
        }
        return new LinuxCores(list, topology);
    }

    @Test
    void shouldGiveWholeCoresWhenThereIsOneForEachRank() throws IOException {
        assertEquals(List.of("0,2", "1,3"), allowed("0-3").forRanks(2));
    }

    @Test
    void shouldGiveHardwareThreadsWhenRanksOutnumberCores() throws IOException {
        assertEquals(List.of("0", "1", "2", "3"), allowed("0-3").forRanks(3));
    }

    @Test
    void shouldGiveOnlyWhatIsAllowed() throws IOException {
        assertEquals(List.of("0", "1,3"), allowed("0-1,3").forRanks(2));
    }

    @Test
    void shouldTakeEachThreadForACoreWhenTheKernelDoesNotSay() throws IOException {
        assertEquals(List.of("5", "7"), new LinuxCores("5,7", topology.resolve("no")).forRanks(1));
    }
}
