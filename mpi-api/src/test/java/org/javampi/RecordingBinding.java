package org.javampi;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Bindings that only write down what they are asked. The class is made from {@link Binding} itself,
 * at run time, so that no function can be forgotten or wired wrongly by the test.
 */
final class RecordingBinding {
    private static final Class<?> CLASS = compile();

    private RecordingBinding() {}

    /** A binding whose every function reports to {@code log}. */
    static Binding onto(CallLog log) {
        try {
            return (Binding) CLASS.getConstructor(CallLog.class).newInstance(log);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the recording binding cannot be made", e);
        }
    }

    private static String source() {
        StringBuilder text = new StringBuilder("import org.javampi.*;\n");
        text.append("public final class Recording extends Binding {\n");
        text.append("  private final CallLog log;\n");
        text.append("  public Recording(CallLog log) { this.log = log; }\n");
        text.append("  public MPIException exception(int code) {\n");
        text.append("    return new MPIException(code, code, \"error \" + code);\n  }\n");
        text.append("  public Checkpoints checkpoints() {\n");
        text.append("    throw new UnsupportedOperationException();\n  }\n");
        for (Method method : Binding.class.getMethods()) {
            if (method.getReturnType() == CollectiveSteps.class) {
                text.append("  public CollectiveSteps " + method.getName() + "("
                        + method.getParameterTypes()[0].getSimpleName() + " of) { return null; }\n");
            } else if (method.getName().startsWith("MPI") && Modifier.isAbstract(method.getModifiers())) {
                function(text, method);
            }
        }
        return text.append("}\n").toString();
    }

    private static void function(StringBuilder text, Method method) {
        Class<?>[] types = method.getParameterTypes();
        StringBuilder declared = new StringBuilder();
        StringBuilder passed = new StringBuilder();
        for (int i = 0; i < types.length; i++) {
            declared.append(i == 0 ? "" : ", ")
                    .append(types[i].getCanonicalName())
                    .append(" a" + i);
            passed.append(", (Object) a" + i);
        }
        String result = method.getReturnType().getName();
        text.append("  public " + result + " " + method.getName() + "(" + declared + ") {\n");
        text.append(result.equals("double") ? "    return log.onClock(\"" : "    return log.onCall(\"");
        text.append(method.getName() + "\"" + passed + ");\n  }\n");
    }

    private static Class<?> compile() {
        try {
            Path folder = Files.createTempDirectory("recording-binding");
            try {
                JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
                JavaFileObject file = new Source(source());
                List<String> options = List.of(
                        "-proc:none",
                        "-cp",
                        location(Binding.class) + File.pathSeparator + location(CallLog.class),
                        "-d",
                        folder.toString());
                if (!compiler.getTask(null, null, null, options, null, List.of(file))
                        .call()) {
                    throw new IllegalStateException("the recording binding does not compile");
                }
                URL[] urls = {folder.toUri().toURL()};
                try (URLClassLoader loader = new URLClassLoader(urls, RecordingBinding.class.getClassLoader())) {
                    return loader.loadClass("Recording");
                }
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the recording binding is not where it was compiled", e);
        }
    }

    private static Path location(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Recording.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
