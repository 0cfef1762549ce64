package org.javampi.job.vm;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.javampi.job.Providers;
import org.javampi.job.RankExtension;

/**
 * Loads the program's classes for one of several resources in a VM, so that their statics stay
 * apart. The VM itself does not have the program on its class path; what extensions name, such as
 * MPI's facade, is defined anew here too.
 */
public class RankLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final Set<String> own = new HashSet<>();
    private final PackageLists packages;

    RankLoader(String classPath) {
        this(classPath, ClassLoader.getSystemClassLoader());
    }

    /**
     * The classes of a rank.
     *
     * @param classPath where the classes are that it has for itself
     * @param shared finds all others, the runtime's among them
     */
    public RankLoader(String classPath, ClassLoader shared) {
        super(urls(classPath), shared);
        packages = new PackageLists(shared);
        for (RankExtension extension : Providers.of(RankExtension.class, shared)) {
            extension.classesPerResource().forEach(own::add);
        }
    }

    private static URL[] urls(String classPath) {
        List<URL> urls = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            try {
                if (!entry.isEmpty()) {
                    urls.add(new File(entry).toURI().toURL());
                }
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException("class path entry " + entry, e);
            }
        }
        return urls.toArray(new URL[0]);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            if (own.contains(name) || packages.isOwn(name)) {
                return redefine(name);
            }
            // The program's classes come from here even when the VM could load them, too: its
            // statics are
            // this resource's. The runtime's are the VM's even when the program's class path has a
            // copy.
            return !packages.isShared(name) && findResource(file(name)) != null
                    ? findClass(name)
                    : super.loadClass(name, resolve);
        }
    }

    private static String file(String name) {
        return name.replace('.', '/') + ".class";
    }

    /** Makes a class of a package that each rank has for itself although the VM has it. */
    protected Class<?> define(String name, byte[] bytes) throws IOException {
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** Whether a class of the VM's counts as the program's: each rank has it for itself, and it may stand in the program's calls. */
    public final boolean isOfProgramPackage(String name) {
        return packages.isProgram(name);
    }

    private Class<?> redefine(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(file(name))) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            return define(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read class " + name, e);
        }
    }
}
