package org.javampi.conformance.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Collects the outcome of every test that names rules and writes the conformance report. Any thread. */
public final class ReportWriter implements TestExecutionListener {
    private static final Path FOLDER = Path.of("target", "conformance");

    private Evidence evidence = new Evidence();

    /** Found by JUnit. */
    public ReportWriter() {}

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (!test.isTest() || !(test.getSource().orElse(null) instanceof MethodSource source)) {
            return;
        }
        Method method = source.getJavaMethod();
        Rule rule = method.getAnnotation(Rule.class);
        if (rule == null) {
            return;
        }
        boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
        String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        String conditions = method.isAnnotationPresent(Spmd.class) ? test.getDisplayName() : "np 1";
        for (String id : rule.value()) {
            evidence.add(id, new Evidence.Run(name, conditions, passed));
        }
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan plan) {
        if (evidence.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(FOLDER);
            ReportText text = new ReportText(evidence);
            Files.writeString(FOLDER.resolve("report.txt"), text.plain());
            Files.writeString(FOLDER.resolve("report.html"), text.html());
        } catch (IOException e) {
            throw new UncheckedIOException("the conformance report cannot be written", e);
        }
        evidence = new Evidence();
    }
}
