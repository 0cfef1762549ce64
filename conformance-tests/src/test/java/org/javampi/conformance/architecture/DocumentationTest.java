package org.javampi.conformance.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a reader of the sources finds explained. */
class DocumentationTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void shouldSayOfEachPackageWhatItIsFor() throws IOException {
        Set<Path> packages = new TreeSet<>();
        for (Path module : modules()) {
            Path sources = module.resolve("src/main/java");
            try (Stream<Path> files = Files.walk(sources)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(Path::getParent)
                        .filter(folder -> !folder.equals(sources))
                        .forEach(packages::add);
            }
        }
        assertTrue(packages.size() > 50, "the scan has found too little: " + packages);
        packages.removeIf(folder -> Files.exists(folder.resolve("package-info.java")));
        assertEquals(Set.of(), packages, "packages without package-info.java");
    }

    private static List<Path> modules() throws IOException {
        List<Path> modules = new ArrayList<>();
        try (Stream<Path> folders = Files.walk(ROOT, 2)) {
            folders.filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                    // Its packages are those of what it stresses, and explained there.
                    .filter(folder -> !folder.endsWith("stress"))
                    // No module: a user copies it.
                    .filter(folder -> !folder.endsWith("examples/project"))
                    .forEach(modules::add);
        }
        return modules;
    }
}
