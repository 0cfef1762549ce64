package org.javampi.mpirun.launch;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.javampi.job.JobFiles;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.mpirun.plan.Program;
import org.javampi.river.trust.PrivateFiles;

/** Compiles a program that is given as a source file, into a directory of its own. */
public final class SourceCompiler {
    private static final String MODULE_INFO = "module-info";

    /** Options of the ranks' JVM that the compiler must know, too, with a value of their own or behind {@code =}. */
    private static final List<String> SHARED_OPTIONS =
            List.of("--add-modules", "--add-exports", "--add-reads", "--module-path", "-p", "--limit-modules");

    private static final Pattern MISSING =
            Pattern.compile("symbol:\\s+class (MPI_\\w+|MPIException|Checkpoint|World)\\b");

    private final Program program;

    /** The main class, with its package; null before the source was parsed. */
    private String mainClass;

    /** Folders and jars where the compiler looks for classes. */
    private List<Path> classPath = List.of();

    /** Where it looks for sources; null before the source was parsed. */
    private Path sourceRoot;

    private final CompilerInputs inputs;

    private SourceCompiler(Program program) {
        this.program = program;
        inputs = new CompilerInputs(program.source());
    }

    /**
     * Compiles a program's source, and what it needs from the folder that is the root of its package; answers a
     * program that is not a source file as it is. What is made, good or not, goes with the files of the job, whose
     * {@linkplain JobFiles#hold hold} the caller has taken.
     *
     * @param jvmOptions of the ranks: what concerns the compiler goes to it, too
     */
    public static Program compile(Program program, List<Path> runtime, List<String> jvmOptions) {
        if (!program.isSource()) {
            return program;
        }
        try {
            SourceCompiler one = new SourceCompiler(program);
            one.run(runtime, jvmOptions);
            return program.named(one.mainClass);
        } catch (IOException e) {
            throw new LaunchFailure("cannot compile " + program.source() + ": " + e, e);
        }
    }

    private void run(List<Path> runtime, List<String> jvmOptions) throws IOException {
        Path classes = Files.createDirectory(program.compiled(), PrivateFiles.directoryMode(program.compiled()));
        SourceText source = SourceText.read(program.source());
        List<Path> all = new ArrayList<>(runtime);
        all.addAll(program.givenClassPath());
        classPath = Program.expanded(all);
        List<String> options = new ArrayList<>(List.of(
                // A rank's first text would else cost milliseconds: see the build's.
                "-XDstringConcat=inline",
                // With the names of variables, which NullPointerExceptions then tell.
                "-g",
                "-d",
                classes.toString(),
                "-cp",
                Program.join(all),
                "-proc:none",
                "-encoding",
                source.charset().name()));
        addShared(jvmOptions, options);
        Instant start = Instant.now();
        // Only jars tell by their time whether they are what they were: the runtime of a checkout's tests has none.
        KeptClasses kept = runtime.stream().allMatch(Files::isRegularFile)
                ? new KeptClasses(KeptClasses.root(), identity(source, options, classes), inputs)
                : null;
        mainClass = kept == null ? null : kept.restore(classes);
        if (mainClass != null) {
            return;
        }
        compile(source, options);
        if (kept != null) {
            kept.keep(classes, mainClass, start);
        }
    }

    /** All that decides what comes of the same inputs. */
    private String identity(SourceText source, List<String> options, Path classes) {
        List<String> all = new ArrayList<>(options);
        all.remove(classes.toString());
        all.add(program.source().toAbsolutePath().normalize().toString());
        all.add(source.text());
        all.add(Runtime.version().toString());
        Program.expanded(program.givenClassPath()).forEach(entry -> all.add(entry.toString()));
        return String.join("\n", all);
    }

    private void compile(SourceText source, List<String> options) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new LaunchFailure(
                    program.source() + ": this Java has no compiler; use a JDK, or give a compiled class");
        }
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, source.charset())) {
            JavacTask task = (JavacTask) compiler.getTask(
                    messages, new SourceFolder(files, this::onLookedFor), null, options, null, List.of(source));
            task.addTaskListener(new TaskListener() {
                @Override
                public void finished(TaskEvent event) {
                    if (event.getKind() == TaskEvent.Kind.PARSE
                            && event.getSourceFile().toUri().equals(source.toUri())) {
                        onParsed(event.getCompilationUnit(), files);
                    }
                }
            });
            if (!task.call() || mainClass == null) {
                String text = messages.toString().stripTrailing();
                throw new LaunchFailure(program.source() + " does not compile:" + System.lineSeparator()
                        + (text.isEmpty() ? "it has no class" : text) + hint(text, source.text()));
            }
        }
    }

    /** The compiler looks for a package on the class path, or beside the source. */
    private void onLookedFor(JavaFileManager.Location location, String packageName) {
        if (location == StandardLocation.CLASS_PATH) {
            inputs.add(classPath, packageName);
        } else if (location == StandardLocation.SOURCE_PATH && sourceRoot != null) {
            inputs.add(List.of(sourceRoot), packageName);
        }
    }

    private static void addShared(List<String> jvmOptions, List<String> options) {
        for (int i = 0; i < jvmOptions.size(); i++) {
            String option = jvmOptions.get(i);
            if (option.equals("--enable-preview")) {
                options.addAll(List.of(
                        option, "--source", Integer.toString(Runtime.version().feature())));
            } else if (SHARED_OPTIONS.contains(option) && i + 1 < jvmOptions.size()) {
                options.addAll(List.of(option, jvmOptions.get(++i)));
            } else if (SHARED_OPTIONS.contains(option.split("=", 2)[0])) {
                options.add(option);
            }
        }
    }

    /** Finds the main class: the first of the file that has a main; else the file's namesake, or its first. */
    private void onParsed(CompilationUnitTree unit, StandardJavaFileManager files) {
        String packageName =
                unit.getPackageName() == null ? "" : unit.getPackageName().toString();
        String file = program.source().getFileName().toString();
        String namesake = file.substring(0, file.length() - ".java".length());
        String first = null;
        String withMain = null;
        for (Tree type : unit.getTypeDecls()) {
            if (type instanceof ClassTree declared) {
                String name = declared.getSimpleName().toString();
                first = first == null || name.equals(namesake) ? name : first;
                withMain = withMain == null && hasMain(declared) ? name : withMain;
            }
        }
        String name = withMain != null ? withMain : first;
        mainClass = name == null ? null : packageName.isEmpty() ? name : packageName + "." + name;
        try {
            sourceRoot = root(packageName);
            files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of(sourceRoot));
        } catch (IOException e) {
            throw new LaunchFailure("cannot look for sources beside " + program.source() + ": " + e, e);
        }
    }

    private static boolean hasMain(ClassTree type) {
        return type.getMembers().stream()
                .anyMatch(member -> member instanceof MethodTree method
                        && method.getName().contentEquals("main")
                        && method.getParameters().size() <= 1);
    }

    /** The folder in which the file's package begins; the file's own where it is not in its package's folders. */
    private Path root(String packageName) {
        Path folder = program.source().toAbsolutePath().normalize().getParent();
        Path root = folder;
        String[] names = packageName.isEmpty() ? new String[0] : packageName.split("\\.");
        for (int i = names.length - 1; i >= 0; i--) {
            if (root == null
                    || root.getFileName() == null
                    || !root.getFileName().toString().equals(names[i])) {
                return folder;
            }
            root = root.getParent();
        }
        return root;
    }

    /** What beginners miss most. */
    private static String hint(String messages, String source) {
        Matcher missing = MISSING.matcher(messages);
        if (missing.find() && !source.contains("import org.javampi.*;")) {
            return System.lineSeparator() + "javampirun: " + missing.group(1)
                    + " is a class of javampi: add the line  import org.javampi.*;";
        }
        if (messages.contains("package mpi does not exist")) {
            return System.lineSeparator()
                    + "javampirun: javampi's own functions need  import org.javampi.*;  and  import static org.javampi.MPI.*;";
        }
        if (messages.contains("symbol:   method MPI_") && !source.contains("org.javampi.MPI")) {
            return System.lineSeparator()
                    + "javampirun: the functions of MPI need the line  import static org.javampi.MPI.*;";
        }
        return "";
    }

    /** The folder of a source file, which tells what is looked for: a module that is declared in it is not this program's, which runs on the class path. */
    private static final class SourceFolder extends ForwardingJavaFileManager<JavaFileManager> {
        private final BiConsumer<Location, String> lookedFor;

        SourceFolder(JavaFileManager files, BiConsumer<Location, String> lookedFor) {
            super(files);
            this.lookedFor = lookedFor;
        }

        @Override
        public Iterable<JavaFileObject> list(
                Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
                throws IOException {
            lookedFor.accept(location, packageName);
            return super.list(location, packageName, kinds, recurse);
        }

        @Override
        public JavaFileObject getJavaFileForInput(Location location, String className, JavaFileObject.Kind kind)
                throws IOException {
            return location == StandardLocation.SOURCE_PATH && className.equals(MODULE_INFO)
                    ? null
                    : super.getJavaFileForInput(location, className, kind);
        }

        @Override
        public String inferBinaryName(Location location, JavaFileObject file) {
            return file instanceof SourceText ? null : super.inferBinaryName(location, file);
        }

        @Override
        public boolean isSameFile(javax.tools.FileObject one, javax.tools.FileObject other) {
            return one.toUri().equals(other.toUri());
        }
    }
}
