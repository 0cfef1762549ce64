package org.javampi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A rank's own copy of the facade, as a VM with several ranks makes it: the classes that know the
 * rank are loaded anew, handles and constants are everybody's.
 */
final class FacadeCopy extends ClassLoader {
    private static final Set<String> OWN = own();

    FacadeCopy() {
        super(FacadeCopy.class.getClassLoader());
    }

    /** Attaches {@code binding} to this copy, for all threads. */
    void attach(Binding binding) throws ReflectiveOperationException {
        loadClass("org.javampi.Attachment")
                .getMethod("attach", Binding.class, ClassLoader.class)
                .invoke(null, binding, this);
    }

    /** MPI_Comm_rank(MPI_COMM_WORLD) as a class of this rank would call it. */
    int rank() throws ReflectiveOperationException {
        Method function = loadClass("org.javampi.MPI").getMethod("MPI_Comm_rank", MPI_Comm.class);
        // Its chapter is package-private, and this class is of another run-time package.
        function.setAccessible(true);
        return (int) function.invoke(null, MPI.MPI_COMM_WORLD);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (!isOwn(name)) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private static boolean isOwn(String name) {
        return OWN.contains(name) || name.startsWith(Attachment.class.getName() + "$");
    }

    private static Set<String> own() {
        Set<String> names = new HashSet<>(Set.of(Attachment.class.getName(), Calls.class.getName()));
        for (Class<?> facade : List.of(MPI.class, PMPI.class)) {
            for (Class<?> link = facade; link != Object.class; link = link.getSuperclass()) {
                names.add(link.getName());
            }
        }
        return names;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
