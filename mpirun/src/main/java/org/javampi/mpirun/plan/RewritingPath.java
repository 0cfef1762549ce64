package org.javampi.mpirun.plan;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What ranks need besides the runtime where their program's classes are rewritten; only the launcher has it elsewhere. */
final class RewritingPath {
    private RewritingPath() {}

    /** The runtime's class path and what rewrites classes, as the launcher's own class path has it. */
    static List<Path> added(List<Path> runtimePath) {
        List<Path> path = new ArrayList<>(runtimePath);
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.isEmpty()) {
                Path file = Path.of(entry).toAbsolutePath().normalize();
                String name = file.getFileName().toString();
                if ((name.startsWith("asm") || name.startsWith("river-continuations")) && !path.contains(file)) {
                    path.add(file);
                }
            }
        }
        return path;
    }
}
