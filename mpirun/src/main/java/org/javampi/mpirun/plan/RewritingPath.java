package org.javampi.mpirun.plan;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is needed besides the runtime where a program's classes are rewritten; only the launcher has it elsewhere. */
public final class RewritingPath {
    /** A class of each jar, or of each folder, that is needed. */
    private static final List<String> NEEDED = List.of(
            "org/javampi/continuations/rewrite/ProgramRewriter.class",
            "org/objectweb/asm/Opcodes.class",
            "org/objectweb/asm/tree/ClassNode.class",
            "org/objectweb/asm/commons/CodeSizeEvaluator.class");

    /** What a River has besides. */
    private static final String OF_RIVER = "org/javampi/freezing/RewritingProvider.class";

    /** Lets the state of a program's objects be read without a warning of newer JDKs. */
    public static final String JVM_OPTION = "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED";

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

    /** As {@link #added}, for VMs of a River. */
    public static List<Path> addedForRiver(List<Path> runtimePath) {
        List<Path> path = added(runtimePath);
        Path entry = entryOf(OF_RIVER);
        if (!path.contains(entry)) {
            path.add(entry);
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
