package org.javampi.mpirun;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the ranks' runtime is: the launcher's own class path without what only the launcher needs.
 */
public final class RuntimePath {
    private RuntimePath() {}

    /** Of this launcher. */
    public static List<Path> own() {
        return of(System.getProperty("java.class.path"));
    }

    /** The part of {@code classPath} that ranks need. */
    public static List<Path> of(String classPath) {
        List<Path> path = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            Path file = Path.of(entry);
            if (!entry.isEmpty()
                    && file.getFileName() != null
                    && !isLaunchersOnly(file.getFileName().toString())) {
                path.add(file.toAbsolutePath().normalize());
            }
        }
        return path;
    }

    /** Besides the launcher: what rewrites classes, and jars that only name others, for scripts that were made for MPJ Express. */
    private static boolean isLaunchersOnly(String name) {
        return name.startsWith("picocli")
                || name.startsWith("mpirun")
                || name.startsWith("asm")
                || name.startsWith("river-continuations")
                || name.startsWith("river-freezing")
                || name.equals("mpj.jar")
                || name.equals("starter.jar");
    }
}
