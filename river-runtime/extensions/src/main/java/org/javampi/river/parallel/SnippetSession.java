package org.javampi.river.parallel;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javax.lang.model.SourceVersion;
import jdk.jshell.Diag;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.javampi.river.parallel.engine.EngineNamespace;
import org.javampi.river.parallel.engine.SnippetOutcome;

/**
 * Java source for engines: the JDK's JShell compiles it once, here; the classes go to all engines, and those that are
 * aimed at run them. One source at a time.
 */
public final class SnippetSession implements AutoCloseable {
    private final EngineCalls calls;
    private final JShell shell;
    private final Map<String, String> declared = new LinkedHashMap<>();
    private int[] targets;
    private Map<Integer, SnippetOutcome> outcomes = Map.of();
    private CompositeException failure;
    private long interrupts;

    SnippetSession(EngineCalls calls) {
        this.calls = calls;
        targets = IntStream.range(0, calls.link().size()).toArray();
        shell = JShell.builder().executionEngine(new Provider(), Map.of()).build();
        for (String path : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
            addToClassPath(path);
        }
        for (String name : new String[] {
            "java.io.*",
            "java.math.*",
            "java.util.*",
            "java.util.concurrent.*",
            "java.util.function.*",
            "java.util.stream.*",
            "java.nio.file.*"
        }) {
            shell.eval("import " + name + ";");
        }
    }

    /** A part of source and what it has come to. */
    public record Done(SnippetEvent event, Map<Integer, SnippetOutcome> outcomes, CompositeException failure) {
        /** Whether its value is worth showing: of an expression, not of a declaration. */
        public boolean isExpression() {
            return event.snippet() instanceof ExpressionSnippet
                    || event.snippet().subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                    || event.snippet().subKind() == Snippet.SubKind.OTHER_EXPRESSION_SUBKIND;
        }
    }

    /** Makes what is in a directory or archive known to source. */
    public void addToClassPath(String path) {
        if (!path.isEmpty() && new File(path).exists()) {
            shell.addToClasspath(path);
        }
    }

    /** What can be said about source: whether it is complete, how it could go on. */
    public SourceCodeAnalysis analysis() {
        return shell.sourceCodeAnalysis();
    }

    /** Takes what engines print. */
    public void printTo(BiConsumer<Integer, String> printer) {
        calls.printTo(printer);
    }

    /**
     * Runs source.
     *
     * @param source declarations, statements, expressions, as many as there are
     * @param engines where
     * @return its parts, as far as they were run: a part that fails is the last
     * @throws SourceException when a part does not compile; the parts before it were run
     */
    public synchronized List<Done> run(String source, int... engines) {
        targets = engines.clone();
        interrupts = calls.interrupts();
        declareNamespace();
        List<Done> all = new ArrayList<>();
        String rest = source;
        while (!rest.isBlank()) {
            SourceCodeAnalysis.CompletionInfo info = analysis().analyzeCompletion(rest);
            String part = info.source() == null ? rest : info.source();
            rest = info.source() == null ? "" : info.remaining();
            if (!info.completeness().isComplete()) {
                throw new SourceException("incomplete: " + part.strip());
            }
            refuseIfInterrupted();
            Done done = evaluate(part);
            all.add(done);
            if (done.failure != null) {
                break;
            }
        }
        return all;
    }

    /** An interrupt between two parts is one of the source. */
    private void refuseIfInterrupted() {
        if (calls.interrupts() != interrupts) {
            throw new EngineException("interrupted");
        }
    }

    private Done evaluate(String part) {
        outcomes = Map.of();
        failure = null;
        List<SnippetEvent> events = shell.eval(part);
        SnippetEvent first = events.get(0);
        for (SnippetEvent event : events) {
            if (event.causeSnippet() != null) {
                continue;
            }
            first = event;
            if (event.status() == Snippet.Status.REJECTED) {
                throw new SourceException(complaint(part, event.snippet()));
            }
        }
        Done done = new Done(first, outcomes, failure);
        for (SnippetEvent event : events) {
            if (event.snippet() instanceof VarSnippet variable && event.status() == Snippet.Status.VALID) {
                shell.varValue(variable);
                declared.put(variable.name(), variable.typeName());
            }
        }
        return done;
    }

    /** Where the compiler has found what. */
    private String complaint(String part, Snippet snippet) {
        StringBuilder text = new StringBuilder();
        shell.diagnostics(snippet).filter(Diag::isError).forEach(one -> {
            text.append(text.isEmpty() ? "" : "\n").append(one.getMessage(Locale.ROOT));
            int start = (int) Math.max(0, Math.min(part.length(), one.getStartPosition()));
            int end = (int) Math.max(start, Math.min(part.length(), one.getEndPosition()));
            String line = part.strip().lines().findFirst().orElse("");
            if (part.strip().lines().count() == 1) {
                text.append("\n  ").append(line).append("\n  ").append(" ".repeat(start));
                text.append("^".repeat(Math.max(1, Math.min(end, line.length()) - start)));
            }
        });
        return text.isEmpty() ? "'" + part.strip() + "' is not valid" : text.toString();
    }

    /** Runs source; what goes wrong at engines is thrown. */
    void execute(String source, int[] engines) {
        for (Done done : run(source, engines)) {
            if (done.failure != null) {
                throw done.failure;
            }
        }
    }

    /** Variables that were pushed, and not declared by source, can be used by name. */
    private void declareNamespace() {
        int alive = Arrays.stream(targets).filter(calls::isAlive).findFirst().orElse(-1);
        if (alive < 0) {
            return;
        }
        Map<String, String> undeclared = calls.begin(alive, engine -> new LinkedHashMap<>(engine.undeclared()))
                .await();
        undeclared.forEach((name, type) -> {
            if (SourceVersion.isName(name) && !name.contains(".")) {
                int[] here = targets;
                targets = IntStream.range(0, calls.link().size())
                        .filter(calls::isAlive)
                        .toArray();
                evaluate(type + " " + name + " = (" + type + ") " + EngineNamespace.class.getName() + ".valueHere(\""
                        + name + "\");");
                targets = here;
            }
        });
    }

    @Override
    public void close() {
        shell.close();
    }

    /** Makes the control below. */
    private final class Provider implements ExecutionControlProvider {
        @Override
        public String name() {
            return "engines";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
            return new Control();
        }
    }

    /** What JShell has carried out, at the engines. */
    private final class Control implements ExecutionControl {
        @Override
        public void load(ClassBytecodes[] classes) throws ClassInstallException {
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (ClassBytecodes one : classes) {
                files.put(one.name(), one.bytecodes());
            }
            int[] all = IntStream.range(0, calls.link().size())
                    .filter(calls::isAlive)
                    .toArray();
            try {
                // All engines get all classes: later source may speak of them anywhere.
                calls.begin(
                                all,
                                part -> engine -> {
                                    engine.snippets().load(files);
                                    return null;
                                },
                                values -> values)
                        .await();
            } catch (CompositeException e) {
                if (e.failures().size() == all.length) {
                    failure = e;
                    throw new ClassInstallException(e.getMessage(), new boolean[classes.length]);
                }
                // Those that are lost say so when they are to run it.
            }
        }

        @Override
        public String invoke(String type, String method) throws RunException {
            int[] aims = targets;
            Map<Integer, SnippetOutcome> got = new TreeMap<>();
            Map<Integer, Throwable> failed = new TreeMap<>();
            try {
                Pending<List<SnippetOutcome>> call =
                        calls.begin(aims, part -> engine -> engine.snippets().invoke(type, method), all -> all.stream()
                                .map(SnippetOutcome.class::cast)
                                .toList());
                if (calls.interrupts() != interrupts) {
                    // It came while the source was compiled.
                    call.interrupt();
                }
                List<SnippetOutcome> values = call.await();
                for (int i = 0; i < aims.length; i++) {
                    got.put(aims[i], values.get(i));
                }
            } catch (CompositeException e) {
                failed.putAll(e.failures());
            }
            outcomes = got;
            got.forEach((engine, outcome) -> {
                if (!outcome.isWell()) {
                    failed.put(engine, new SnippetException(outcome));
                }
            });
            if (!failed.isEmpty()) {
                Map<Integer, String> names = new LinkedHashMap<>();
                failed.keySet().forEach(engine -> names.put(engine, calls.name(engine)));
                failure = new CompositeException(failed, aims.length, "engine", names);
                throw new UserException("at engines", EngineException.class.getName(), new StackTraceElement[0]);
            }
            return got.isEmpty() ? "" : got.values().iterator().next().value();
        }

        @Override
        public String varValue(String type, String name) {
            int[] all = IntStream.range(0, calls.link().size())
                    .filter(calls::isAlive)
                    .toArray();
            try {
                calls.begin(
                                all,
                                part -> engine -> {
                                    engine.snippets().bind(name, type, name);
                                    return null;
                                },
                                values -> values)
                        .await();
            } catch (CompositeException e) {
                // An engine that is lost says so when it is to run something.
                return "";
            }
            return "";
        }

        @Override
        public void redefine(ClassBytecodes[] classes) throws NotImplementedException {
            throw new NotImplementedException("JShell compiles anew under another name");
        }

        @Override
        public void addToClasspath(String path) {
            // Engines have their classes, or get them from here.
        }

        @Override
        public void stop() {
            calls.interruptAll();
        }

        @Override
        public Object extensionCommand(String command, Object argument) throws NotImplementedException {
            throw new NotImplementedException("no command " + command);
        }

        @Override
        public void close() {
            // The engines stay.
        }
    }
}
