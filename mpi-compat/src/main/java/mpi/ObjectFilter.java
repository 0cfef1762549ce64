package mpi;

import java.io.ObjectInputFilter;
import java.util.Set;

/**
 * Which classes a message of objects may bring: the program's own and values of the JDK, unless the system property
 * {@value #PROPERTY} has a pattern in the syntax of {@link ObjectInputFilter.Config#createFilter}. The pattern is
 * asked first; what it leaves undecided is decided as without it. The JVM's own filter ({@code jdk.serialFilter})
 * applies as well.
 */
final class ObjectFilter implements ObjectInputFilter {
    static final String PROPERTY = "javampi.objects";

    /** Packages of the JDK whose serializable classes are values or collections of them. */
    private static final Set<String> PACKAGES = Set.of(
            "java.math",
            "java.text",
            "java.time",
            "java.time.chrono",
            "java.time.temporal",
            "java.time.zone",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.concurrent.locks",
            "java.util.regex",
            "java.awt.geom");

    /** Classes of the JDK's other packages. */
    private static final Set<String> CLASSES = Set.of(
            "java.io.File",
            "java.net.URI",
            "java.net.URL",
            "java.net.InetAddress",
            "java.net.Inet4Address",
            "java.net.Inet6Address",
            "java.net.InetSocketAddress",
            "java.awt.Color",
            "java.awt.Dimension",
            "java.awt.Font",
            "java.awt.Insets",
            "java.awt.Point",
            "java.awt.Rectangle",
            "java.lang.invoke.SerializedLambda");

    private final ObjectInputFilter first;

    private ObjectFilter(ObjectInputFilter first) {
        this.first = first;
    }

    /** The filter of this program. */
    static ObjectInputFilter ofProgram() {
        String pattern = System.getProperty(PROPERTY);
        ObjectInputFilter own =
                new ObjectFilter(pattern == null ? null : ObjectInputFilter.Config.createFilter(pattern));
        ObjectInputFilter all = ObjectInputFilter.Config.getSerialFilter();
        return all == null ? own : ObjectInputFilter.merge(own, all);
    }

    @Override
    public Status checkInput(FilterInfo info) {
        if (first != null) {
            Status status = first.checkInput(info);
            if (status != Status.UNDECIDED) {
                return status;
            }
        }
        Class<?> type = info.serialClass();
        if (type == null) {
            return Status.UNDECIDED;
        }
        while (type.isArray()) {
            type = type.getComponentType();
        }
        return type.isPrimitive() || isProgramsOwn(type) || isValue(type) ? Status.ALLOWED : Status.REJECTED;
    }

    private static boolean isProgramsOwn(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader != null && loader != ClassLoader.getPlatformClassLoader();
    }

    private static boolean isValue(Class<?> type) {
        String name = type.getName();
        String packageName = type.getPackageName();
        return CLASSES.contains(name)
                || PACKAGES.contains(packageName)
                || packageName.equals("java.lang") && type != Class.class
                || (packageName.equals("java.io") || packageName.equals("java.nio.file"))
                        && Throwable.class.isAssignableFrom(type);
    }
}
