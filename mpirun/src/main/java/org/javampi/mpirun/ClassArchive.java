package org.javampi.mpirun;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The class-data archive beside the runtime's jars, made for one build of Java when the
 * distribution is built. A JVM that finds it stale, or made by another Java, starts without it.
 */
final class ClassArchive {
    private ClassArchive() {}

    /**
     * Where the launcher's archive for this Java is or would be; the start script looks there, too.
     */
    static Path ofLauncher(List<Path> runtimePath) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java").toRealPath();
        String name = "launcher" + java.toString().replace('/', '_') + ".jsa";
        return runtimePath.get(0).resolveSibling(name);
    }

    /**
     * Where the archive for this Java is or would be; null for a runtime that is not a
     * distribution.
     */
    static Path of(List<Path> runtimePath) {
        if (runtimePath.isEmpty() || !runtimePath.get(0).toString().endsWith(".jar")) {
            return null;
        }
        String java = System.getProperty("java.runtime.version").replace('/', '_');
        return runtimePath.get(0).resolveSibling("rank-" + java + ".jsa");
    }
}
