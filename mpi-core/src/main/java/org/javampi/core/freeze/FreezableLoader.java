package org.javampi.core.freeze;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.security.CodeSource;
import java.security.cert.Certificate;
import org.javampi.continuations.EarlierLife;
import org.javampi.job.vm.RankLoader;

/** Loads the classes of one rank's program, rewritten. Any thread. */
final class FreezableLoader extends RankLoader implements EarlierLife {
    static {
        registerAsParallelCapable();
    }

    private final FreezableProgram program;

    FreezableLoader(String classPath, FreezableProgram program) {
        super(classPath, FreezableLoader.class.getClassLoader());
        this.program = program;
    }

    FreezableProgram program() {
        return program;
    }

    /** The file of a class of the program's, by internal name; null for others. */
    InputStream open(String name) {
        URL url = findResource(name + ".class");
        if (url == null && isOfProgramPackage(name.replace('/', '.'))) {
            return getParent().getResourceAsStream(name + ".class");
        }
        try {
            return url == null ? null : url.openStream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read class " + name, e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String internal = name.replace('.', '/');
        URL url = findResource(internal + ".class");
        if (url == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream in = url.openStream()) {
            byte[] bytes = program.code().rewrite(internal, in.readAllBytes());
            int dot = name.lastIndexOf('.');
            if (dot > 0 && getDefinedPackage(name.substring(0, dot)) == null) {
                definePackage(name.substring(0, dot), null, null, null, null, null, null, null);
            }
            CodeSource source = new CodeSource(origin(url, internal + ".class"), (Certificate[]) null);
            Class<?> type = defineClass(name, bytes, 0, bytes.length, source);
            program.code().onDefined(type);
            return type;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read class " + name, e);
        }
    }

    @Override
    protected Class<?> define(String name, byte[] bytes) throws IOException {
        if (!isOfProgramPackage(name)) {
            return super.define(name, bytes);
        }
        byte[] rewritten = program.code().rewrite(name.replace('.', '/'), bytes);
        Class<?> type = defineClass(name, rewritten, 0, rewritten.length);
        program.code().onDefined(type);
        return type;
    }

    /** The entry of the class path that a class file is in. */
    private static URL origin(URL url, String file) throws MalformedURLException {
        String text = url.toString();
        String entry = text.substring(0, text.length() - file.length());
        return new URL(
                entry.startsWith("jar:") ? entry.substring("jar:".length(), entry.length() - "!/".length()) : entry);
    }

    @Override
    public boolean hasInitialised(String className) {
        return program.code().wasInitialised(className);
    }
}
