package org.javampi.mpirun.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The class-data archive beside the runtime's jars, made for one build of Java when the
 * distribution is built. A JVM that finds it stale, or made by another Java, starts without it.
 */
public final class ClassArchive {
    private ClassArchive() {}

    /**
     * Where the archive of a launcher for this Java is or would be; the start script looks there,
     * too.
     *
     * @param kind {@code launcher}, or {@code compiler} for one that is given a source file
     */
    static Path ofLauncher(List<Path> runtimePath, String kind) throws IOException {
        // Below the path of the java command: the script has no other name for it that is cheap.
        Path command = Path.of(System.getProperty("java.home"), "bin", "java");
        Path java = Files.exists(command) ? command.toRealPath() : command;
        return runtimePath.get(0).resolveSibling(kind).resolve(java.getRoot().relativize(java) + ".jsa");
    }

    /**
     * Where the archive for this Java is or would be; null for a runtime that is not a
     * distribution.
     */
    public static Path of(List<Path> runtimePath) {
        if (runtimePath.isEmpty() || !runtimePath.get(0).toString().endsWith(".jar")) {
            return null;
        }
        String java = System.getProperty("java.runtime.version").replace('/', '_');
        return runtimePath.get(0).resolveSibling("rank-" + java + ".jsa");
    }
}
