package org.javampi.freezing;

import java.io.InputStream;
import java.net.URL;
import java.util.Map;
import java.util.function.Function;
import org.javampi.continuations.EarlierLife;
import org.javampi.continuations.program.ProgramCode;
import org.javampi.continuations.rewrite.ProgramClasses;
import org.javampi.river.resource.FreezableClasses;
import org.javampi.river.resource.FreezableLife;
import org.javampi.river.resource.ResourceSite;

/** Loads the classes of one program, rewritten, and has all others from the loader that has their files. Any thread. */
final class RewritingLoader extends ClassLoader implements FreezableClasses, EarlierLife {
    static {
        registerAsParallelCapable();
    }

    private final ClassLoader original;
    private final ProgramFiles files;
    private final ProgramCode code;

    RewritingLoader(String mainClass, ClassLoader original, Function<String, byte[]> source) {
        super(original);
        this.original = original;
        files = new ProgramFiles(source);
        if (files.bytes(mainClass.replace('.', '/')) == null) {
            throw new IllegalStateException("there is no file of class " + mainClass
                    + ", so that it could be rewritten: name its place on the class path of the program");
        }
        ProgramClasses classes = new ProgramClasses(mainClass.replace('.', '/'), files::open);
        code = new ProgramCode(this, classes, files::open, new ResourceCalls(classes));
    }

    ProgramCode code() {
        return code;
    }

    @Override
    public FreezableLife life(ResourceSite site) {
        return new ResourceLife(this, site);
    }

    @Override
    public ClassLoader original() {
        return original;
    }

    @Override
    public Map<String, byte[]> files() {
        return files.all();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> type = findLoadedClass(name);
            if (type == null) {
                byte[] bytes = files.bytes(name.replace('.', '/'));
                type = bytes == null ? super.loadClass(name, false) : define(name, bytes);
            }
            if (resolve) {
                resolveClass(type);
            }
            return type;
        }
    }

    private Class<?> define(String name, byte[] bytes) {
        byte[] rewritten = code.rewrite(name.replace('.', '/'), bytes);
        Class<?> type = defineClass(name, rewritten, 0, rewritten.length);
        code.onDefined(type);
        return type;
    }

    @Override
    public URL getResource(String name) {
        return original.getResource(name);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        return original.getResourceAsStream(name);
    }

    @Override
    public boolean hasInitialised(String className) {
        return code.wasInitialised(className);
    }
}
