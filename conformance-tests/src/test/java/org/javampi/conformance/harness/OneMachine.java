package org.javampi.conformance.harness;

import static org.javampi.MPI.MPI_Finalize;
import static org.javampi.MPI.MPI_Init;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a program in this VM, each rank a thread, with every number of ranks and place. */
public final class OneMachine implements TestTemplateInvocationContextProvider {
    /** Found by JUnit. */
    public OneMachine() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getRequiredTestMethod().isAnnotationPresent(Spmd.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Spmd spmd = context.getRequiredTestMethod().getAnnotation(Spmd.class);
        return Arrays.stream(spmd.value()).boxed().flatMap(ranks -> Place.of(ranks, spmd.everywhere()).stream()
                .map(place -> new Run(ranks, place)));
    }

    private record Run(int ranks, Place place) implements TestTemplateInvocationContext, InvocationInterceptor {
        @Override
        public String getDisplayName(int index) {
            return Evidence.display(ranks, place, "one VM");
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public void interceptTestTemplateMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context) {
            invocation.skip();
            SpmdProgram program = new SpmdProgram(method.getExecutable());
            place.world(ranks).run(rank -> {
                MPI_Init();
                program.run();
                MPI_Finalize();
            });
        }
    }
}
