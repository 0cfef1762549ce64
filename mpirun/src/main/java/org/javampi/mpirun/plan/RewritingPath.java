package org.javampi.mpirun.plan;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What ranks need besides the runtime where their program's classes are rewritten; only the launcher has it elsewhere. */
final class RewritingPath {
    /** A class of each jar, or of each folder, that is needed. */
    private static final List<String> NEEDED = List.of(
            "org/javampi/continuations/rewrite/ProgramRewriter.class",
            "org/objectweb/asm/Opcodes.class",
            "org/objectweb/asm/tree/ClassNode.class",
            "org/objectweb/asm/commons/CodeSizeEvaluator.class");

    private RewritingPath() {}

    /** The runtime's class path and what rewrites classes, as the launcher's own class path has it. */
    static List<Path> added(List<Path> runtimePath) {
        List<Path> path = new ArrayList<>(runtimePath);
        for (String name : NEEDED) {
            Path entry = entryOf(name);
            if (!path.contains(entry)) {
                path.add(entry);
            }
        }
        return path;
    }

    /** The jar or the folder that a class is in. */
    private static Path entryOf(String name) {
        URL url = RewritingPath.class.getClassLoader().getResource(name);
        if (url == null) {
            throw new IllegalStateException("--transparent: the launcher's class path has no " + name
                    + ": start it by bin/javampirun of a complete distribution");
        }
        try {
            if (url.openConnection() instanceof JarURLConnection jar) {
                return Path.of(jar.getJarFileURL().toURI());
            }
            String folder = url.toString();
            return Path.of(URI.create(folder.substring(0, folder.length() - name.length())))
                    .normalize();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("cannot find the jar of " + name + ": " + e, e);
        }
    }
}
