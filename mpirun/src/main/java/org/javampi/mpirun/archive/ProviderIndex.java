package org.javampi.mpirun.archive;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.javampi.job.Providers;
import org.javampi.river.resource.SiteOptions;

/**
 * The providers of services in a distribution's jars, noted when its archives are made, so that
 * ranks need not search the jars for them:
 *
 * <pre>
 *  mpi-core-0.1.0.jar 425055 1763596800000     each jar of the runtime: name, bytes, time in ms
 *  ...
 *  service=provider,provider;service=provider  one line
 * </pre>
 *
 * It is believed only as long as the jars are those it was made of, and only where nothing else on
 * a rank's class path, nor an option of its JVM, can bring providers of its own.
 */
public final class ProviderIndex {
    private static final String SERVICES = "META-INF/services";

    /** Options that may add to a class path, or take the place of what loads from it. */
    private static final List<String> OPENING =
            List.of("--", "-p", "@", "-javaagent", "-Xbootclasspath", "-Djava.", "-Djavampi.");

    private ProviderIndex() {}

    private static Path file(List<Path> runtimePath) {
        return runtimePath.get(0).resolveSibling("providers");
    }

    /** Notes what is in the jars of {@code runtimePath}. */
    static void write(List<Path> runtimePath) throws IOException {
        Map<String, StringBuilder> found = new LinkedHashMap<>();
        for (Path jar : runtimePath) {
            try (JarFile file = new JarFile(jar.toFile())) {
                for (ZipEntry entry : file.stream().toList()) {
                    if (entry.getName().startsWith(SERVICES + "/") && !entry.isDirectory()) {
                        String service = entry.getName().substring(SERVICES.length() + 1);
                        StringBuilder names = found.computeIfAbsent(service, s -> new StringBuilder());
                        try (InputStream in = file.getInputStream(entry)) {
                            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                                    .lines()
                                    .map(line -> line.replaceFirst("#.*", "").strip())
                                    .filter(name -> !name.isEmpty())
                                    .forEach(name -> names.append(names.length() == 0 ? "" : ",")
                                            .append(name));
                        }
                    }
                }
            }
        }
        String line = found.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(";"));
        Files.writeString(file(runtimePath), stamp(runtimePath) + line);
    }

    /**
     * The option that tells a rank's JVM all providers; null when they must be searched for.
     *
     * @param programPath the rest of its class path
     * @param options of its JVM
     * @param environment variables that it gets besides the launcher's
     */
    public static String option(
            List<Path> runtimePath, List<Path> programPath, List<String> options, Map<String, String> environment) {
        for (String variable : SiteOptions.VARIABLES) {
            if (System.getenv(variable) != null || environment.containsKey(variable)) {
                return null;
            }
        }
        for (String option : options) {
            for (String opening : OPENING) {
                if (option.startsWith(opening)) {
                    return null;
                }
            }
        }
        for (Path entry : programPath) {
            File place = entry.toFile();
            if (place.isFile() || place.getName().equals("*") || new File(place, SERVICES).exists()) {
                return null;
            }
        }
        return read(runtimePath);
    }

    private static String read(List<Path> runtimePath) {
        if (runtimePath.isEmpty()) {
            return null;
        }
        Path file = file(runtimePath);
        if (!file.toFile().canRead()) {
            return null;
        }
        try {
            String text = Files.readString(file);
            String stamp = stamp(runtimePath);
            return text.startsWith(stamp) ? "-D" + Providers.PROPERTY + "=" + text.substring(stamp.length()) : null;
        } catch (IOException e) {
            // A search finds the same.
            return null;
        }
    }

    private static String stamp(List<Path> runtimePath) {
        StringBuilder stamp = new StringBuilder();
        for (Path entry : runtimePath) {
            File jar = entry.toFile();
            stamp.append(jar.getName()).append(' ').append(jar.length()).append(' ');
            stamp.append(jar.lastModified()).append('\n');
        }
        return stamp.toString();
    }
}
