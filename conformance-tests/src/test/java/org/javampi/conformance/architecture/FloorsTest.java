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

/**
 * The shape of the whole: no package uses one that uses it, and no module one of a higher floor.
 */
class FloorsTest {
    /** The package of a type in a descriptor or class name. */
    private static final Pattern TYPE = Pattern.compile("(org/javampi(?:/[a-z]\\w*)*)/[A-Z]");

    /** The package in a dotted name: {@code org.javampi.core.image.References}, {@code org.javampi.core.}. */
    private static final Pattern DOTTED = Pattern.compile("(org\\.javampi(?:\\.[a-z]\\w*)+)");

    /**
     * What one operating system has and another has not; files that nobody can remove on Windows while they are open; and
     * the look-up of the own name, which takes seconds on many a laptop.
     */
    private static final Pattern SYSTEM =
            Pattern.compile("(?:.*[^\\w./])?/(?:proc|dev|sys)(?:/.*)?|os\\.name|java/io/RandomAccessFile|getLocalHost");

    private static final String PLATFORM = "org.javampi.river.platform";

    private static final List<String> COLLECTIVE_PLUG_IN = List.of(
            "org.javampi",
            "org.javampi.core.spi.collective",
            "org.javampi.core.buffer",
            "org.javampi.core.failure",
            "org.javampi.core.reduce");

    /** The modules whose packages must not form a cycle, with the packages of the project that each may use. */
    private static final Map<String, List<String>> ALLOWED = new TreeMap<>(Map.ofEntries(
            Map.entry("mpi-api", List.of()),
            Map.entry("mpi-compat", List.of("org.javampi")),
            Map.entry("river-runtime/core", List.of()),
            Map.entry("river-runtime/continuations", List.of()),
            Map.entry(
                    "river-runtime/freezing",
                    List.of(
                            "org.javampi.river.message",
                            "org.javampi.river.resource",
                            "org.javampi.continuations",
                            "org.javampi.continuations.objects",
                            "org.javampi.continuations.program",
                            "org.javampi.continuations.rewrite")),
            Map.entry("tools/pages", List.of()),
            Map.entry(
                    "river-runtime/console",
                    List.of(
                            "org.javampi.job",
                            "org.javampi.job.control",
                            "org.javampi.job.hang",
                            "org.javampi.river.")),
            Map.entry("river-runtime/extensions", List.of("org.javampi.river.")),
            Map.entry("tools/facade-generator", List.of()),
            Map.entry("river-runtime/job", List.of("org.javampi.river.")),
            Map.entry(
                    "river-runtime/checkpoint",
                    List.of("org.javampi.job", "org.javampi.job.control", PLATFORM, "org.javampi.river.trust")),
            Map.entry(
                    "mpi-core",
                    List.of(
                            "org.javampi",
                            "org.javampi.checkpoint",
                            "org.javampi.checkpoint.log",
                            "org.javampi.job",
                            "org.javampi.job.control",
                            "org.javampi.job.hang",
                            // Where programs are frozen that do not help.
                            "org.javampi.job.vm",
                            "org.javampi.continuations",
                            "org.javampi.continuations.objects",
                            "org.javampi.continuations.program",
                            "org.javampi.continuations.rewrite",
                            "org.javampi.job.foreign",
                            "org.javampi.job.slurm",
                            PLATFORM,
                            "org.javampi.river.trust")),
            Map.entry(
                    "mpi-transport-shm",
                    List.of("org.javampi.core.spi.transport", PLATFORM, "org.javampi.river.trust")),
            Map.entry("mpi-transport-tcp", List.of("org.javampi.core.spi.transport", "org.javampi.river.trust")),
            Map.entry("mpi-collectives", COLLECTIVE_PLUG_IN),
            Map.entry(
                    "tools/junit",
                    List.of(
                            "org.javampi",
                            "org.javampi.core",
                            "org.javampi.core.world",
                            "org.javampi.job.vm",
                            "org.javampi.mpirun")),
            Map.entry("tools/trace", List.of("org.javampi", "org.javampi.pages.json")),
            // Tuner and verifier are programs like a user's: they call the facade.
            Map.entry(
                    "tools/programs",
                    Stream.concat(COLLECTIVE_PLUG_IN.stream(), Stream.of("org.javampi.core.world", PLATFORM))
                            .toList()),
            Map.entry(
                    "mpirun",
                    List.of(
                            "org.javampi.river.",
                            "org.javampi.job",
                            "org.javampi.job.",
                            "org.javampi.checkpoint",
                            "org.javampi.console",
                            "org.javampi.console.rank",
                            "org.javampi.freezing",
                            "org.javampi.continuations",
                            "org.javampi.continuations.rewrite",
                            "org.javampi.checkpoint."))));

    @Test
    void shouldHaveNoPackageCycle() {
        Map<String, Set<String>> uses = new TreeMap<>();
        ALLOWED.keySet().forEach(module -> uses.putAll(packages(module)));
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
        for (String module : ALLOWED.keySet()) {
            Map<String, Set<String>> own = packages(module);
            own.forEach((name, used) -> {
                for (String other : used) {
                    if (!own.containsKey(other) && !mayUse(module, other)) {
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
        faults.addAll(faultsInside("river-runtime/core", "org.javampi.river", text));
        faults.addAll(faultsInside("river-runtime/extensions", "org.javampi.river", text));
        faults.addAll(faultsInside("river-runtime/job", "org.javampi.job", text));
        faults.addAll(faultsInside("river-runtime/checkpoint", "org.javampi.checkpoint", text));
        faults.addAll(faultsInside("river-runtime/continuations", "org.javampi.continuations", text));
        faults.addAll(faultsInside("mpirun", "org.javampi.mpirun", text));
        assertEquals(List.of(), faults);
    }

    /** A string that names a package ties the modules together as an import does, and no compiler sees it. */
    @Test
    void shouldNameNoHigherFloorInStrings() throws IOException {
        List<String> climbs = new ArrayList<>();
        for (String module : ALLOWED.keySet()) {
            Set<String> own = packages(module).keySet();
            Path classes = Path.of("..", module, "target", "classes");
            try (Stream<Path> files = Files.walk(classes)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".class") && !f.endsWith("module-info.class"))
                        .toList()) {
                    for (String text : ClassFile.utf8Constants(file)) {
                        Matcher name = DOTTED.matcher(text);
                        while (name.find()) {
                            String other = name.group(1);
                            if (!isIn(own, other) && !mayUse(module, other) && isPackage(other)) {
                                climbs.add(classes.relativize(file) + " names " + other + " in \"" + text + "\"");
                            }
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), climbs);
    }

    /** Only one package knows what differs between operating systems; benchmarks measure Linux and are not asked. */
    @Test
    void shouldAskThePlatformForWhatDiffersBetweenSystems() throws IOException {
        List<String> faults = new ArrayList<>();
        int known = 0;
        for (String module : ALLOWED.keySet()) {
            Path classes = Path.of("..", module, "target", "classes");
            try (Stream<Path> files = Files.walk(classes)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".class")).toList()) {
                    boolean isPlatform = file.getParent().endsWith(PLATFORM.replace('.', '/'));
                    for (String text : ClassFile.utf8Constants(file)) {
                        if (SYSTEM.matcher(text).matches()) {
                            known += isPlatform ? 1 : 0;
                            if (!isPlatform) {
                                faults.add(classes.relativize(file) + ": \"" + text + "\"");
                            }
                        }
                    }
                }
            }
        }
        assertTrue(known > 8, "the scan has found too little: " + known);
        assertEquals(List.of(), faults, "ask " + PLATFORM + ".Platform");
    }

    /** Whether one of the modules has classes in a package of that name, or below it. */
    private static boolean isPackage(String name) {
        return ALLOWED.keySet().stream()
                .anyMatch(module -> isIn(packages(module).keySet(), name));
    }

    private static boolean isIn(Set<String> packages, String name) {
        return packages.stream().anyMatch(known -> known.equals(name) || known.startsWith(name + "."));
    }

    /** An entry that ends with a dot stands for all packages below it. */
    private static boolean mayUse(String module, String other) {
        return ALLOWED.get(module).stream()
                .anyMatch(allowed -> allowed.endsWith(".") ? other.startsWith(allowed) : other.equals(allowed));
    }

    /** What a module's packages do that its table does not allow. */
    private static List<String> faultsInside(String module, String root, String text) {
        Map<String, Integer> lines = linesOf(module, root, text);
        Map<String, Set<String>> own = packages(module);
        List<String> faults = new ArrayList<>();
        Set<String> told = new TreeSet<>(lines.keySet());
        told.removeAll(own.keySet());
        told.forEach(name -> faults.add(name + " stands in the table only"));
        own.forEach((name, used) -> {
            if (!lines.containsKey(name)) {
                faults.add(name + " does not stand in the table of " + module);
                return;
            }
            for (String other : used) {
                if (own.containsKey(other) && lines.containsKey(other) && lines.get(other) <= lines.get(name)) {
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
