package org.javampi.conformance.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The shape of the whole: no package uses one that uses it, and no module one of a higher floor.
 */
@Timeout(120)
class FloorsTest {
    private static final List<String> MODULES =
            List.of(
                    "mpi-api",
                    "river-core",
                    "mpi-core",
                    "mpi-transport-shm",
                    "mpi-transport-tcp",
                    "mpi-collectives",
                    "mpirun");

    /** The package of a type in a descriptor or class name. */
    private static final Pattern TYPE = Pattern.compile("(org/javampi(?:/[a-z]\\w*)*)/[A-Z]");

    /** What the packages of each module may use of the project, besides their own module. */
    private static final Map<String, List<String>> ALLOWED =
            Map.of(
                    "mpi-api", List.of(),
                    "river-core", List.of(),
                    "mpi-core",
                            List.of(
                                    "org.javampi",
                                    "org.javampi.river",
                                    "org.javampi.river.checkpoint",
                                    "org.javampi.river.slurm"),
                    "mpi-transport-shm", List.of("org.javampi.core.spi.transport"),
                    "mpi-transport-tcp", List.of("org.javampi.core.spi.transport"),
                    "mpi-collectives",
                            // The verifier is a program like a user's: it calls the facade.
                            List.of(
                                    "org.javampi",
                                    "org.javampi.core.spi.collective",
                                    "org.javampi.core.buffer",
                                    "org.javampi.core.failure",
                                    "org.javampi.core.reduce"),
                    "mpirun",
                            List.of(
                                    "org.javampi.river",
                                    "org.javampi.river.agent",
                                    "org.javampi.river.checkpoint",
                                    "org.javampi.river.checkpoint.inspect",
                                    "org.javampi.river.control",
                                    "org.javampi.river.discovery",
                                    "org.javampi.river.job",
                                    "org.javampi.river.message",
                                    "org.javampi.river.network",
                                    "org.javampi.river.resource",
                                    "org.javampi.river.slurm",
                                    "org.javampi.river.vm"));

    @Test
    void shouldHaveNoPackageCycle() {
        Map<String, Set<String>> uses = new TreeMap<>();
        MODULES.forEach(module -> uses.putAll(packages(module)));
        assertTrue(uses.size() > 15, "the scan has found too little: " + uses.keySet());
        List<String> cycles = new ArrayList<>();
        for (String start : uses.keySet()) {
            if (reachable(start, uses).contains(start)) {
                cycles.add(start);
            }
        }
        assertEquals(List.of(), cycles, "packages on a cycle, in " + uses);
    }

    @Test
    void shouldUseLowerFloorsOnly() {
        List<String> climbs = new ArrayList<>();
        for (String module : MODULES) {
            Map<String, Set<String>> own = packages(module);
            own.forEach(
                    (name, used) -> {
                        for (String other : used) {
                            if (!own.containsKey(other) && !ALLOWED.get(module).contains(other)) {
                                climbs.add(module + ": " + name + " -> " + other);
                            }
                        }
                    });
        }
        assertEquals(List.of(), climbs);
    }

    @Test
    void shouldUseLowerLinesOfTheTablesOnly() throws IOException {
        String text = Files.readString(Path.of("..", "ARCHITECTURE.md"));
        List<String> faults = new ArrayList<>();
        faults.addAll(faultsInside("mpi-core", "org.javampi.core", text));
        faults.addAll(faultsInside("river-core", "org.javampi.river", text));
        assertEquals(List.of(), faults);
    }

    /** What a module's packages do that its table does not allow. */
    private static List<String> faultsInside(String module, String root, String text) {
        Map<String, Integer> lines = linesOf(module, root, text);
        Map<String, Set<String>> own = packages(module);
        List<String> faults = new ArrayList<>();
        Set<String> told = new TreeSet<>(lines.keySet());
        told.removeAll(own.keySet());
        told.forEach(name -> faults.add(name + " stands in the table only"));
        own.forEach(
                (name, used) -> {
                    if (!lines.containsKey(name)) {
                        faults.add(name + " does not stand in the table of " + module);
                        return;
                    }
                    for (String other : used) {
                        if (own.containsKey(other)
                                && lines.containsKey(other)
                                && lines.get(other) <= lines.get(name)) {
                            faults.add(name + " -> " + other);
                        }
                    }
                });
        return faults;
    }

    /**
     * Which line of a module's table each package stands on, counted from the top. A line begins
     * with the last parts of its packages' names; that of the root is its own last part.
     */
    private static Map<String, Integer> linesOf(String module, String root, String text) {
        int heading = text.indexOf("Inside `" + module + "`");
        assertTrue(heading >= 0, "no table for " + module);
        int start = text.indexOf("```\n", heading) + 4;
        Map<String, Integer> lines = new TreeMap<>();
        int number = 0;
        for (String line : text.substring(start, text.indexOf("```", start)).split("\n")) {
            for (String name : line.strip().split(" {2,}")[0].split(", ")) {
                String whole = root.endsWith("." + name) ? root : root + "." + name;
                lines.put(whole, number);
            }
            number++;
        }
        return lines;
    }

    private static Set<String> reachable(String start, Map<String, Set<String>> uses) {
        Set<String> seen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(uses.getOrDefault(start, Set.of()));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (seen.add(next)) {
                open.addAll(uses.getOrDefault(next, Set.of()));
            }
        }
        return seen;
    }

    /** The module's packages, each with the project's packages that its class files name. */
    private static Map<String, Set<String>> packages(String module) {
        Path classes = Path.of("..", module, "target", "classes");
        assertTrue(Files.isDirectory(classes), classes + " is missing: build the module first");
        Map<String, Set<String>> uses = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                Path folder = classes.relativize(file).getParent();
                if (folder != null) {
                    String from = folder.toString().replace(File.separatorChar, '.');
                    uses.computeIfAbsent(from, name -> new TreeSet<>()).addAll(named(file, from));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return uses;
    }

    private static Set<String> named(Path file, String from) throws IOException {
        Set<String> found = new TreeSet<>();
        for (String text : ClassFile.utf8Constants(file)) {
            Matcher matcher = TYPE.matcher(text);
            while (matcher.find()) {
                String other = matcher.group(1).replace('/', '.');
                if (!other.equals(from)) {
                    found.add(other);
                }
            }
        }
        return found;
    }
}
