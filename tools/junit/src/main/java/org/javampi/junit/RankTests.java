package org.javampi.junit;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes a test of each number of ranks of an {@link MpiTest}, and runs its method on the ranks instead of here. */
public final class RankTests implements TestTemplateInvocationContextProvider {
    /** Made by JUnit. */
    public RankTests() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), MpiTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        MpiTest test = AnnotationSupport.findAnnotation(context.getTestMethod(), MpiTest.class)
                .orElseThrow();
        return Arrays.stream(test.np()).mapToObj(ranks -> new OnRanks(test, ranks));
    }

    /** One number of ranks. */
    private record OnRanks(MpiTest test, int ranks)
            implements TestTemplateInvocationContext, InvocationInterceptor, ParameterResolver {
        @Override
        public String getDisplayName(int index) {
            return "np " + ranks
                    + (test.transport().isEmpty() ? "" : " " + test.transport())
                    + (test.processes() ? ", processes" : "");
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == ThisRank.class;
        }

        /** For an object of the test class that is not used. */
        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return new ThisRank(0, ranks);
        }

        @Override
        public void interceptBeforeEachMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
                throws Throwable {
            skipOnRanks(invocation, method);
        }

        @Override
        public void interceptAfterEachMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
                throws Throwable {
            skipOnRanks(invocation, method);
        }

        /** Ranks call those without parameters. */
        private static void skipOnRanks(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method)
                throws Throwable {
            if (method.getExecutable().getParameterCount() == 0) {
                invocation.skip();
            } else {
                invocation.proceed();
            }
        }

        @Override
        public void interceptTestTemplateMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context) {
            invocation.skip();
            Class<?>[] types = method.getExecutable().getParameterTypes();
            if (types.length > 1 || types.length == 1 && types[0] != ThisRank.class) {
                throw new IllegalArgumentException(method.getExecutable() + ": an @MpiTest method has no parameters, or"
                        + " one of type ThisRank");
            }
            ProgramCall call = new ProgramCall(
                    method.getTargetClass().getName(),
                    method.getExecutable().getName(),
                    Arrays.stream(types).map(Class::getName).toList(),
                    null,
                    test.init());
            RankWorld world = new RankWorld(ranks, method.getTargetClass())
                    .transport(test.transport())
                    .timeoutSeconds(test.timeoutSeconds());
            for (String setting : test.settings()) {
                world.setting(setting);
            }
            MpiRun run = test.processes() ? world.inProcesses(call) : world.here(call);
            run.throwFailure();
        }
    }
}
