package org.javampi.river.mapreduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.javampi.river.trickle.Trickle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Words counted by VMs against the same count here; one VM is killed at the end. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MapReduceTest {
    private static final long SEED = 7;
    private static final int LINES = 600;

    private static Trickle t;

    @TempDir
    static Path folder;

    private static final List<String> TEXT = new ArrayList<>();
    private static final TreeMap<String, Long> SERIAL = new TreeMap<>();

    @BeforeAll
    static void start() throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < LINES; i++) {
            StringBuilder line = new StringBuilder();
            for (int word = 0; word < 8; word++) {
                line.append("w")
                        .append((int) Math.abs(random.nextGaussian() * 40))
                        .append(' ');
            }
            TEXT.add(line + "\u00e4\u20ac");
        }
        TEXT.forEach(line -> {
            for (String word : line.split(" ")) {
                SERIAL.merge(word, 1L, Long::sum);
            }
        });
        Files.createDirectory(folder.resolve("in"));
        Files.write(folder.resolve("in/a.txt"), TEXT.subList(0, 100));
        Files.writeString(folder.resolve("in/b.txt"), String.join("\r\n", TEXT.subList(100, LINES)));
        Files.writeString(folder.resolve("in/empty.txt"), "");
        t = Trickle.connect(3);
    }

    @AfterAll
    static void end() {
        t.close();
    }

    private static long sum(Iterable<Long> values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }

    private static <K> MapReduce<K, String, String, Long, Long> words() {
        return MapReduce.<K, String, String, Long, Long>on(t)
                .map((key, line, out) -> {
                    for (String word : line.split(" ")) {
                        out.accept(word, 1L);
                    }
                })
                .reduce((word, counts) -> sum(counts));
    }

    @Test
    @Order(1)
    void shouldCountAsASerialProgramWhateverTheChunk() {
        for (int chunk : new int[] {1, 10, LINES}) {
            // One item in a task is many tasks: fewer lines do.
            List<String> text = chunk == 1 ? TEXT.subList(0, 60) : TEXT;
            Map<String, Long> serial = new TreeMap<>();
            text.forEach(line -> {
                for (String word : line.split(" ")) {
                    serial.merge(word, 1L, Long::sum);
                }
            });
            Map<String, Long> counts =
                    MapReduceTest.<Long>words().input(text).chunk(chunk).run();
            assertEquals(new ArrayList<>(serial.entrySet()), new ArrayList<>(counts.entrySet()), "chunk " + chunk);
        }
    }

    @Test
    @Order(2)
    void shouldReadFoldersAndWriteParts() throws IOException {
        Path out = folder.resolve("out");
        Map<String, Long> nothing = MapReduceTest.<String>words()
                .input(folder.resolve("in"))
                .combine((word, counts) -> sum(counts))
                .parts(2)
                .partition((word, n) -> word.startsWith("w1") ? 0 : 1)
                .output(out)
                .run();
        assertEquals(Map.of(), nothing);
        Map<String, Long> written = new TreeMap<>();
        try (Stream<Path> files = Files.list(out)) {
            assertEquals(
                    List.of("part-00000", "part-00001"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        for (int part = 0; part < 2; part++) {
            List<String> lines = Files.readAllLines(out.resolve("part-0000" + part));
            assertEquals(
                    lines.stream().map(line -> line.split("\t")[0]).sorted().toList(),
                    lines.stream().map(line -> line.split("\t")[0]).toList());
            for (String line : lines) {
                assertEquals(part == 0, line.startsWith("w1"));
                written.put(line.split("\t")[0], Long.valueOf(line.split("\t")[1]));
            }
        }
        assertEquals(SERIAL, written);
    }

    @Test
    @Order(3)
    void shouldSplitLongFilesAtTheEndsOfLines() throws IOException {
        Path file = folder.resolve("long.txt");
        int lines = 500_000;
        try (OutputStream to = Files.newOutputStream(file)) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < lines; i++) {
                text.append("line ").append(i).append(i % 3 == 0 ? "\n" : " longer\n");
            }
            to.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        Map<String, Long> counts = MapReduce.<String, String, String, Long, Long>on(t)
                .input(file)
                .map((path, line, out) -> {
                    out.accept("lines", 1L);
                    out.accept("sum", Long.valueOf(line.split(" ")[1]));
                })
                .combine((key, values) -> sum(values))
                .reduce((key, values) -> sum(values))
                .run();
        assertEquals(Map.of("lines", (long) lines, "sum", (long) lines * (lines - 1) / 2), counts);
        Files.delete(file);
    }

    @Test
    @Order(4)
    void shouldSortByTheProgramsOrder() {
        Map<Integer, Integer> counts = MapReduce.<Long, Integer, Integer, Integer, Integer>on(t)
                .input(IntStream.range(0, 1000).boxed().toList())
                .map((position, number, out) -> {
                    if (position != (long) number) {
                        throw new IllegalStateException("position " + position);
                    }
                    out.accept(number % 7, number);
                })
                .sortedBy(Comparator.comparing((Integer key) -> -key))
                .reduce((key, values) -> {
                    int count = 0;
                    for (int value : values) {
                        count += value >= 0 ? 1 : 0;
                    }
                    // A small group may be gone through again.
                    for (int value : values) {
                        count += value < 0 ? 1 : 0;
                    }
                    return count;
                })
                .run();
        assertEquals(List.of(6, 5, 4, 3, 2, 1, 0), new ArrayList<>(counts.keySet()));
        assertEquals(List.of(142, 143, 143, 143, 143, 143, 143), new ArrayList<>(counts.values()));
    }

    @Test
    @Order(5)
    void shouldNameTheTaskThatThrows() {
        MapReduceException e =
                assertThrows(MapReduceException.class, () -> MapReduce.<Long, Integer, Integer, Integer, Integer>on(t)
                        .input(List.of(1, 2))
                        .map((position, number, out) -> {
                            throw new IOException("bad line");
                        })
                        .reduce((key, values) -> 0)
                        .run());
        assertTrue(e.getMessage().contains("of map, attempt 1 of 3 on VM "), e.getMessage());
        assertInstanceOf(IOException.class, e.getCause());
        assertThrows(
                IllegalStateException.class,
                () -> MapReduceTest.<Long>words().input(TEXT).map(null).run());
    }

    @Test
    @Order(6)
    void shouldMakeAgainWhatDiesWithItsVm() throws IOException {
        Path mark = folder.resolve("killed");
        String file = mark.toString();
        // In the first call of reduce, one of the VMs that have mapped dies.
        String victim = t.vms().get(1).toString().replaceAll(".*pid (\\d+).*", "$1");
        Map<String, Long> counts = MapReduce.<Long, String, String, Long, Long>on(t)
                .input(TEXT)
                .chunk(20)
                .map((key, line, out) -> {
                    for (String word : line.split(" ")) {
                        out.accept(word, 1L);
                    }
                })
                .reduce((word, values) -> {
                    try {
                        Files.createFile(Path.of(file));
                        new ProcessBuilder("kill", "-9", victim).start().waitFor();
                    } catch (FileAlreadyExistsException e) {
                        // Once is enough.
                        return sum(values);
                    }
                    return sum(values);
                })
                .parts(6)
                .run();
        assertEquals(new ArrayList<>(SERIAL.entrySet()), new ArrayList<>(counts.entrySet()));
        assertTrue(Files.exists(mark));
        assertEquals(2, t.vms().size());
    }
}
