package org.javampi.core.image;

import java.io.ObjectInputFilter;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which classes a checkpoint may contain: a restart makes objects of them, and a forged file must not reach
 * classes that merely lie on the class path.
 *
 * <p>Restorable are javampi's own classes; of the JDK those that hold data; the program's own, that is what
 * comes from the jar of its main class or from a directory of the class path; and what the user lists. The
 * rule is the same when a checkpoint is written, so that a class is refused before it is too late.
 */
public final class RestorableClasses implements ObjectInputFilter {
    private static final String RUNTIME = "org.javampi.";

    private static final Set<String> DATA_PACKAGES = Set.of(
            "java.lang",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.concurrent.locks",
            "java.util.regex",
            "java.math",
            "java.nio",
            "java.text",
            "java.time",
            "java.time.chrono",
            "java.time.temporal");

    private static final Set<String> DATA_CLASSES = Set.of(
            "java.io.File",
            "java.lang.invoke.SerializedLambda",
            "java.net.Inet4Address",
            "java.net.Inet6Address",
            "java.net.InetAddress",
            "java.net.InetSocketAddress",
            "java.net.URI",
            "sun.util.calendar.ZoneInfo");

    private static final List<String> JDK =
            List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "org.xml.", "org.w3c.", "org.ietf.", "netscape.");

    private final CodeSource program;
    private final List<String> listed;

    private RestorableClasses(CodeSource program, List<String> listed) {
        this.program = program;
        this.listed = listed;
    }

    /**
     * For a program.
     *
     * @param mainClass its name; empty when it is not known, and then every class path entry counts as the
     *     program's own
     * @param patterns the user's list, commas between: {@code org.lib.Vector}, {@code org.lib.*} (a package)
     *     or {@code org.lib.**} (with all below it); may be empty
     */
    public static RestorableClasses of(ClassLoader loader, String mainClass, String patterns) {
        List<String> listed = new ArrayList<>();
        for (String pattern : patterns.split(",")) {
            if (!pattern.isBlank()) {
                listed.add(pattern.strip());
            }
        }
        CodeSource program = null;
        if (!mainClass.isEmpty()) {
            try {
                program = sourceOf(Class.forName(mainClass, false, loader));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("the program's main class " + mainClass + " runs already", e);
            }
        }
        return new RestorableClasses(program, listed);
    }

    private static CodeSource sourceOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource();
    }

    /** Why objects of {@code type} are not restored, with the remedy; null when they are. */
    public String refusal(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        String name = element.getName();
        if (element.isPrimitive() || name.startsWith(RUNTIME) || isListed(name)) {
            return null;
        }
        if (JDK.stream().anyMatch(name::startsWith)) {
            return DATA_PACKAGES.contains(element.getPackageName()) || DATA_CLASSES.contains(name)
                    ? null
                    : name + " is a class of the JDK that holds more than data: keep it in a transient field";
        }
        return isProgramsOwn(element)
                ? null
                : name + " comes from a library (" + sourceOf(element).getLocation()
                        + "), whose classes are not restored unless they are listed: --set checkpoint.classes="
                        + element.getPackageName() + ".*";
    }

    private boolean isListed(String name) {
        for (String pattern : listed) {
            boolean fits;
            if (pattern.endsWith(".**")) {
                fits = name.startsWith(pattern.substring(0, pattern.length() - 2));
            } else if (pattern.endsWith(".*")) {
                fits = name.lastIndexOf('.') == pattern.length() - 2
                        && name.startsWith(pattern.substring(0, pattern.length() - 1));
            } else {
                fits = name.equals(pattern);
            }
            if (fits) {
                return true;
            }
        }
        return false;
    }

    private boolean isProgramsOwn(Class<?> type) {
        CodeSource source = sourceOf(type);
        // Without a source it was made by the program while it ran.
        return program == null || source == null || isSame(source.getLocation()) || isDirectory(source.getLocation());
    }

    private boolean isSame(URL location) {
        return location == null
                || location.toExternalForm().equals(program.getLocation().toExternalForm());
    }

    private static boolean isDirectory(URL location) {
        try {
            return location.getProtocol().equals("file") && Files.isDirectory(Path.of(location.toURI()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Override
    public Status checkInput(FilterInfo info) {
        Class<?> type = info.serialClass();
        if (type == null) {
            return Status.UNDECIDED;
        }
        return refusal(type) == null ? Status.ALLOWED : Status.REJECTED;
    }
}
