package org.javampi.mpirun.plan;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.mpirun.setting.Spelling;

/**
 * What the ranks run.
 *
 * @param mainClass class with {@code main}; null for a source file that is not compiled yet
 * @param arguments the program's own, untouched
 * @param classPath where its classes are
 * @param source the source file, or null
 * @param compiled the entry that the launcher has compiled, which other hosts do not have; or null
 */
public record Program(String mainClass, List<String> arguments, List<Path> classPath, Path source, Path compiled) {
    /** One message takes 256 MiB. */
    private static final long MOST_SHIPPED_BYTES = 250_000_000;

    /**
     * Finds out what {@code words} (or a jar) stand for.
     *
     * @param classes where a source file's classes are to go
     */
    public static Program resolve(String jar, List<String> words, String classPath, Path classes) {
        if (jar != null) {
            return ofJar(Path.of(jar), words);
        }
        String name = words.get(0);
        List<String> arguments = List.copyOf(words.subList(1, words.size()));
        List<Path> path = split(classPath);
        if (isSource(name)) {
            Path source = Path.of(name);
            if (!Files.isRegularFile(source)) {
                throw new LaunchFailure(source
                        + ": there is no such file (in "
                        + Path.of("").toAbsolutePath()
                        + ")"
                        + nearest(source)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse(""));
            }
            List<Path> all = new ArrayList<>();
            all.add(classes);
            all.addAll(path);
            return new Program(null, arguments, all, source, classes);
        }
        refuseAFile(name);
        return new Program(name, arguments, path, null, null);
    }

    /** Whether a source file must be compiled before anything can be started. */
    public boolean isSource() {
        return source != null;
    }

    /** This program, whose source has turned out to have this main class. */
    public Program named(String compiledMain) {
        return new Program(compiledMain, arguments, classPath, source, compiled);
    }

    /** The class path without what is compiled on the way. */
    public List<Path> givenClassPath() {
        return classPath.stream().filter(entry -> !entry.equals(compiled)).collect(Collectors.toList());
    }

    /** Where the classes of a source file go that is compiled for {@code job}. */
    public static Path classesOf(UUID job) {
        return classesOf(job, 0);
    }

    /** Where the classes of a source file go that is compiled for {@code job} as its {@code number}-th program. */
    static Path classesOf(UUID job, int number) {
        return Path.of(System.getProperty("java.io.tmpdir"))
                .resolve("javampi-" + job + "-classes" + (number == 0 ? "" : "-" + number));
    }

    /** What is run, as people call it. */
    public String name() {
        return mainClass == null ? source.toString() : mainClass;
    }

    /** Whether a program's first word is a source file, of which files are made. */
    static boolean isSource(String name) {
        return name.endsWith(".java");
    }

    /** The source file beside a missing one whose name is most like it. */
    private static Optional<String> nearest(Path missing) {
        Path folder = missing.getParent();
        String[] names = (folder == null ? Path.of("") : folder)
                .toAbsolutePath()
                .toFile()
                .list();
        if (names == null) {
            return Optional.empty();
        }
        List<String> sources =
                Arrays.stream(names).filter(Program::isSource).sorted().toList();
        return Spelling.nearest(missing.getFileName().toString(), sources)
                .map(name -> folder == null ? name : folder.resolve(name).toString());
    }

    /** A class goes by its name: a file that holds one is no program, though easily typed. */
    private static void refuseAFile(String name) {
        if (name.endsWith(".jar") && Files.isRegularFile(Path.of(name))) {
            throw new LaunchFailure(name + " is a jar: write -jar " + name);
        }
        if (name.endsWith(".class") && Files.isRegularFile(Path.of(name))) {
            Path file = Path.of(name);
            String simple = file.getFileName().toString();
            throw new LaunchFailure(name
                    + " is a class file: write the class's name, with its package, such as "
                    + simple.substring(0, simple.length() - ".class".length())
                    + ", and -cp FOLDER if its folder is not this one");
        }
        if (name.contains("/") || name.contains(File.separator)) {
            throw new LaunchFailure(name + " is not the name of a class"
                    + (Files.isRegularFile(Path.of(name + ".java"))
                            ? ": did you mean the source file " + name + ".java?"
                            : ": write a source file (Prog.java), package.Class, or -jar X.jar"));
        }
    }

    private static Program ofJar(Path jar, List<String> arguments) {
        if (!Files.isRegularFile(jar)) {
            throw new LaunchFailure("-jar " + jar + ": there is no such file");
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            String main = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
            if (main == null) {
                throw new LaunchFailure("-jar " + jar + ": its manifest has no Main-Class; use -cp " + jar + " Class");
            }
            List<Path> path = List.of(jar.toAbsolutePath().normalize());
            return new Program(main.trim(), List.copyOf(arguments), path, null, null);
        } catch (IOException e) {
            throw new LaunchFailure("-jar " + jar + ": " + e.getMessage(), e);
        }
    }

    /** What the manifest of a jar asks of the JVM, as {@code java -jar} does: options for its command line. */
    static List<String> manifestOptions(String jar) {
        List<String> options = new ArrayList<>();
        if (jar == null || !Files.isRegularFile(Path.of(jar))) {
            return options;
        }
        try (JarFile file = new JarFile(jar)) {
            var manifest = file.getManifest();
            if (manifest != null) {
                Attributes main = manifest.getMainAttributes();
                addPackages(main.getValue("Add-Opens"), "--add-opens", options);
                addPackages(main.getValue("Add-Exports"), "--add-exports", options);
                if (main.getValue("Enable-Native-Access") != null) {
                    options.add("--enable-native-access="
                            + main.getValue("Enable-Native-Access").trim());
                }
                if (main.getValue("Launcher-Agent-Class") != null && main.getValue("Premain-Class") != null) {
                    options.add("-javaagent:" + Path.of(jar).toAbsolutePath());
                }
            }
            return options;
        } catch (IOException e) {
            throw new LaunchFailure("-jar " + jar + ": " + e.getMessage(), e);
        }
    }

    private static void addPackages(String packages, String option, List<String> options) {
        for (String one : packages == null ? new String[0] : packages.trim().split("\\s+")) {
            options.add(option + "=" + one + "=ALL-UNNAMED");
        }
    }

    private static List<Path> split(String classPath) {
        List<Path> path = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            if (entry.equals("*") || entry.endsWith(File.separator + "*") || entry.endsWith("/*")) {
                addWildcard(entry, path);
            } else {
                path.add(Path.of(entry.isEmpty() ? "." : entry).toAbsolutePath().normalize());
            }
        }
        return path;
    }

    private static void addWildcard(String entry, List<Path> path) {
        Path folder = Path.of(entry.length() == 1 ? "." : entry.substring(0, entry.length() - 1))
                .toAbsolutePath()
                .normalize();
        if (!Files.isDirectory(folder)) {
            throw new LaunchFailure("class path entry " + entry + ": there is no folder " + folder);
        }
        try {
            // The JVM looks for the jars itself: hundreds of them are too long for a command line.
            path.add(folder.resolve("*"));
        } catch (InvalidPathException e) {
            // A system on which no file can have such a name.
            addJars(folder, path);
        }
    }

    /** A class path with the jars that its wildcards stand for, for a loader that does not look for them itself. */
    public static List<Path> expanded(List<Path> classPath) {
        List<Path> all = new ArrayList<>();
        for (Path entry : classPath) {
            if (entry.endsWith("*")) {
                addJars(entry.getParent(), all);
            } else {
                all.add(entry);
            }
        }
        return all;
    }

    private static void addJars(Path directory, List<Path> path) {
        try (var files = Files.list(directory)) {
            files.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".jar"))
                    .sorted()
                    .forEach(path::add);
        } catch (IOException e) {
            throw new LaunchFailure("class path entry " + directory + "/*: " + e.getMessage(), e);
        }
    }

    /** The class path on a host that has the compiled classes in {@code directory}. */
    public List<Path> classPathWith(Path directory) {
        return classPath.stream()
                .map(entry -> entry.equals(compiled) ? directory : entry)
                .collect(Collectors.toList());
    }

    /** The compiled classes, by their names in their directory. */
    public Map<String, byte[]> compiledFiles() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (compiled != null) {
            List<Path> found;
            try (Stream<Path> walk = Files.walk(compiled)) {
                found = walk.filter(Files::isRegularFile).collect(Collectors.toList());
            }
            for (Path file : found) {
                files.put(relative(compiled, file), Files.readAllBytes(file));
            }
        }
        return files;
    }

    /** Paths with colons between, or one, for use from another directory. */
    static String absolute(String paths) {
        return Arrays.stream(paths.split(File.pathSeparator, -1))
                .map(path -> Path.of(path).toAbsolutePath().normalize().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * All files of the class path, by their names in the directory to which {@link #shippedClassPath} refers. The
     * compiled classes come first; the current folder of a program that is a source file is left out.
     *
     * @throws LaunchFailure when they are too many bytes for one message to a host
     */
    public Map<String, byte[]> shippedFiles() throws IOException {
        Map<String, byte[]> files = compiledFiles();
        long left = MOST_SHIPPED_BYTES;
        for (int i = 0; i < classPath.size(); i++) {
            for (Map.Entry<String, Path> file : filesOf(i).entrySet()) {
                left -= Files.size(file.getValue());
                if (left < 0) {
                    throw new LaunchFailure("--ship: the class path has more than " + MOST_SHIPPED_BYTES / 1_000_000
                            + " MB at " + file.getValue() + ": leave out what the program does not need, or put it"
                            + " on a file system that all hosts share");
                }
                files.put(file.getKey(), Files.readAllBytes(file.getValue()));
            }
        }
        return files;
    }

    /** Files of an entry, by their names at the other host. */
    private Map<String, Path> filesOf(int index) throws IOException {
        Path entry = classPath.get(index);
        Map<String, Path> files = new LinkedHashMap<>();
        if (isLeftOut(entry)) {
            return files;
        }
        if (entry.endsWith("*")) {
            for (Path jar : expanded(List.of(entry))) {
                files.put(shippedName(index) + "/" + jar.getFileName(), jar);
            }
        } else if (Files.isRegularFile(entry)) {
            files.put(shippedName(index) + "/" + entry.getFileName(), entry);
        } else if (Files.isDirectory(entry)) {
            try (Stream<Path> walk = Files.walk(entry)) {
                for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                    files.put(shippedName(index) + "/" + relative(entry, file), file);
                }
            }
        }
        return files;
    }

    /** A name that means the same on a host of another system. */
    private static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace(File.separatorChar, '/');
    }

    private boolean isLeftOut(Path entry) {
        return entry.equals(compiled)
                || compiled != null && entry.equals(Path.of("").toAbsolutePath());
    }

    /** No class file has such a name. */
    private static String shippedName(int index) {
        return "entry-" + index;
    }

    /** The class path on a host that has {@link #shippedFiles} in {@code directory}. */
    public List<Path> shippedClassPath(Path directory) {
        List<Path> path = new ArrayList<>();
        for (int i = 0; i < classPath.size(); i++) {
            Path entry = classPath.get(i);
            Path there = directory.resolve(shippedName(i));
            if (entry.equals(compiled)) {
                path.add(directory);
            } else if (!isLeftOut(entry)) {
                path.add(
                        entry.endsWith("*") || Files.isRegularFile(entry) ? there.resolve(entry.getFileName()) : there);
            }
        }
        return path;
    }

    /** The class path as an option's value. */
    public static String join(List<Path> path) {
        StringBuilder joined = new StringBuilder();
        for (Path entry : path) {
            joined.append(joined.length() == 0 ? "" : File.pathSeparator).append(entry);
        }
        return joined.toString();
    }
}
