package org.javampi.continuations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.javampi.continuations.rewrite.ProgramClasses;
import org.javampi.continuations.rewrite.ProgramRewriter;

/** Loads the test programs, rewritten. */
final class RewritingLoader extends ClassLoader {
    private static final String PROGRAMS = "org/javampi/continuations/programs/";

    final ProgramRewriter rewriter;

    RewritingLoader(String main) {
        super(RewritingLoader.class.getClassLoader());
        rewriter = new ProgramRewriter(
                new ProgramClasses(main.replace('.', '/'), RewritingLoader::open), RewritingLoader::freezes);
    }

    /** The same program with classes of its own, as in another JVM. */
    RewritingLoader(RewritingLoader other) {
        super(RewritingLoader.class.getClassLoader());
        rewriter = other.rewriter;
    }

    static boolean freezes(String owner, String name, String descriptor) {
        return owner.equals("org/javampi/continuations/Pause") && name.equals("at");
    }

    static InputStream open(String name) {
        return name.startsWith(PROGRAMS)
                ? RewritingLoader.class.getClassLoader().getResourceAsStream(name + ".class")
                : null;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        String internal = name.replace('.', '/');
        if (!internal.startsWith(PROGRAMS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            try (InputStream in = open(internal)) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = rewriter.rewrite(internal, in.readAllBytes());
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
