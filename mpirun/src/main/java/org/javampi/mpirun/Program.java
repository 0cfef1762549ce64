package org.javampi.mpirun;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * What the ranks run.
 *
 * @param mainClass class with {@code main}
 * @param arguments the program's own, untouched
 * @param classPath where its classes are
 */
record Program(String mainClass, List<String> arguments, List<Path> classPath) {
    /**
     * Finds out what {@code words} (or a jar) stand for; compiles a source file for {@code job}.
     */
    static Program resolve(
            String jar, List<String> words, String classPath, List<Path> runtime, UUID job) {
        if (jar != null) {
            return ofJar(Path.of(jar), words);
        }
        String name = words.get(0);
        List<String> arguments = List.copyOf(words.subList(1, words.size()));
        List<Path> path = split(classPath);
        if (name.endsWith(".java")) {
            SourceProgram source = SourceProgram.compile(Path.of(name), path, runtime, job);
            List<Path> all = new ArrayList<>();
            all.add(source.classes());
            all.addAll(path);
            return new Program(source.mainClass(), arguments, all);
        }
        return new Program(name, arguments, path);
    }

    private static Program ofJar(Path jar, List<String> arguments) {
        if (!Files.isRegularFile(jar)) {
            throw new LaunchFailure("-jar " + jar + ": there is no such file");
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            String main =
                    manifest == null
                            ? null
                            : manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
            if (main == null) {
                throw new LaunchFailure(
                        "-jar "
                                + jar
                                + ": its manifest has no Main-Class; use -cp "
                                + jar
                                + " Class");
            }
            List<Path> path = List.of(jar.toAbsolutePath().normalize());
            return new Program(main.trim(), List.copyOf(arguments), path);
        } catch (IOException e) {
            throw new LaunchFailure("-jar " + jar + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> split(String classPath) {
        List<Path> path = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            if (entry.endsWith("*")) {
                addJars(Path.of(entry.substring(0, entry.length() - 1)), path);
            } else {
                path.add(Path.of(entry.isEmpty() ? "." : entry).toAbsolutePath().normalize());
            }
        }
        return path;
    }

    private static void addJars(Path directory, List<Path> path) {
        try (var files = Files.list(directory.toAbsolutePath().normalize())) {
            files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(path::add);
        } catch (IOException e) {
            throw new LaunchFailure("class path entry " + directory + "*: " + e.getMessage(), e);
        }
    }

    /** The class path as an option's value. */
    static String join(List<Path> path) {
        return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
