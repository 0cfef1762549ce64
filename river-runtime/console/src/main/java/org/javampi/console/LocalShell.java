package org.javampi.console;

import java.io.File;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** The console's own Java, in the console's process: what {@code %push} reads and {@code %gather} writes. */
public final class LocalShell implements AutoCloseable {
    /** Objects on their way into a variable, by name. */
    private static final Map<String, Object> ARRIVING = new ConcurrentHashMap<>();

    private final JShell shell;
    private Object looked;

    LocalShell() {
        shell = JShell.builder().executionEngine(new Provider(), Map.of()).build();
        for (String path : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
            if (!path.isEmpty() && new File(path).exists()) {
                shell.addToClasspath(path);
            }
        }
        shell.eval("import java.util.*;");
        shell.eval("import java.util.stream.*;");
    }

    /** Runs source here; answers what people are to see. */
    String run(String source) {
        StringBuilder text = new StringBuilder();
        String rest = source;
        while (!rest.isBlank()) {
            SourceCodeAnalysis.CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            String part = info.source() == null ? rest : info.source();
            rest = info.source() == null ? "" : info.remaining();
            for (SnippetEvent event : shell.eval(part)) {
                if (event.causeSnippet() != null) {
                    continue;
                }
                if (event.status() == Snippet.Status.REJECTED) {
                    shell.diagnostics(event.snippet()).forEach(one -> text.append(one.getMessage(Locale.ROOT))
                            .append('\n'));
                    return text.toString();
                }
                if (event.exception() != null) {
                    return text.append(event.exception()).append('\n').toString();
                }
                if (event.value() != null && !event.value().isEmpty() && !isDeclaration(event)) {
                    text.append(event.value()).append('\n');
                }
            }
        }
        return text.toString();
    }

    private static boolean isDeclaration(SnippetEvent event) {
        return event.snippet() instanceof VarSnippet
                && event.snippet().subKind() != Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
    }

    /** A variable's value; empty when there is none of that name. */
    Optional<Object> get(String name) {
        for (VarSnippet variable : shell.variables().toList()) {
            if (variable.name().equals(name)) {
                shell.varValue(variable);
                return Optional.ofNullable(looked);
            }
        }
        return Optional.empty();
    }

    /** Declares a variable with a value. */
    void put(String name, Object value) {
        ARRIVING.put(name, value);
        String type = value instanceof List<?> ? "List<?>" : value.getClass().getCanonicalName();
        run(type + " " + name + " = (" + type + ") " + LocalShell.class.getName() + ".arrived(\"" + name + "\");");
    }

    /** For the source that {@link #put} runs. */
    public static Object arrived(String name) {
        return ARRIVING.remove(name);
    }

    @Override
    public void close() {
        shell.close();
    }

    private final class Provider implements ExecutionControlProvider {
        @Override
        public String name() {
            return "console";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
            return new Control();
        }
    }

    /** The JDK's executor for this process, which also hands out values themselves. */
    private final class Control extends LocalExecutionControl {
        @Override
        public String varValue(String type, String name)
                throws RunException, EngineTerminationException, InternalException {
            try {
                Field field = findClass(type).getDeclaredField(name);
                field.setAccessible(true);
                looked = field.get(null);
            } catch (ReflectiveOperationException e) {
                throw new InternalException(e.toString());
            }
            return super.varValue(type, name);
        }
    }
}
