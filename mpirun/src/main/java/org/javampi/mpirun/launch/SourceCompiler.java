package org.javampi.mpirun.launch;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.javampi.job.JobFiles;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.mpirun.plan.Program;

/** Compiles a program that is given as a source file, into a directory of its own. */
public final class SourceCompiler {
    private static final Pattern PACKAGE = Pattern.compile("^\\s*package\\s+([\\w.]+)\\s*;", Pattern.MULTILINE);

    private SourceCompiler() {}

    /**
     * Compiles a program's source, and what it needs from the folder that is the root of its package; answers a
     * program that is not a source file as it is. What is made, good or not, goes with the files of the job, whose
     * {@linkplain JobFiles#hold hold} the caller has taken.
     */
    public static Program compile(Program program, List<Path> runtime) {
        if (!program.isSource()) {
            return program;
        }
        Path source = program.source();
        List<Path> classPath = program.givenClassPath();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new LaunchFailure(source + ": this Java has no compiler; use a JDK, or give a compiled class");
        }
        try {
            String packageName = packageOf(source);
            Path root = source.toAbsolutePath().normalize().getParent();
            for (int i = packageName.isEmpty() ? 0 : packageName.split("\\.").length; i > 0; i--) {
                root = root.getParent();
            }
            Path classes = Files.createDirectory(program.compiled());
            String file = source.getFileName().toString();
            String simpleName = file.substring(0, file.length() - ".java".length());
            run(compiler, source, root, classes, classPath, runtime);
            return program.named(packageName.isEmpty() ? simpleName : packageName + "." + simpleName);
        } catch (IOException e) {
            throw new LaunchFailure(source + ": " + e.getMessage(), e);
        }
    }

    private static String packageOf(Path source) throws IOException {
        Matcher matcher = PACKAGE.matcher(Files.readString(source, StandardCharsets.UTF_8));
        return matcher.find() ? matcher.group(1) : "";
    }

    private static void run(
            JavaCompiler compiler, Path source, Path root, Path classes, List<Path> classPath, List<Path> runtime)
            throws IOException {
        List<Path> all = new ArrayList<>(runtime);
        all.addAll(classPath);
        List<String> options = List.of(
                // A rank's first text would else cost milliseconds: see the build's.
                "-XDstringConcat=inline",
                "-d",
                classes.toString(),
                "-cp",
                Program.join(all),
                "-sourcepath",
                root.toString(),
                "-proc:none",
                "-encoding",
                "UTF-8");
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            if (!compiled) {
                throw new LaunchFailure(source
                        + " does not compile:"
                        + System.lineSeparator()
                        + messages.toString().stripTrailing());
            }
        }
    }
}
