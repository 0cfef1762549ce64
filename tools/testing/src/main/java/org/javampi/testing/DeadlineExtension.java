package org.javampi.testing;

import java.lang.reflect.Method;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Ends tests at their {@link Deadline}. For JUnit. */
final class DeadlineExtension implements InvocationInterceptor {
    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
            throws Throwable {
        within(seconds(context), test.getExecutable().getName(), invocation);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
            throws Throwable {
        within(seconds(context), test.getExecutable().getName(), invocation);
    }

    private static long seconds(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), Deadline.class)
                .or(() -> AnnotationSupport.findAnnotation(context.getRequiredTestClass(), Deadline.class))
                .map(deadline -> Patience.seconds(deadline.value()))
                .orElseThrow();
    }

    /** Runs a test; its own failure is thrown as it is. */
    static void within(long seconds, String name, Invocation<Void> test) throws Throwable {
        FutureTask<Throwable> running = new FutureTask<>(() -> {
            try {
                test.proceed();
                return null;
            } catch (Throwable failure) {
                return failure;
            }
        });
        Thread thread = new Thread(running, "test " + name);
        thread.setDaemon(true);
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread.start();
        Throwable failure;
        try {
            failure = running.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            AssertionError error = new AssertionError(name + " has not ended within " + seconds + " s; it does this:");
            error.setStackTrace(thread.getStackTrace());
            thread.interrupt();
            failure = error;
        } catch (ExecutionException impossible) {
            failure = impossible;
        }
        if (failure != null) {
            throw failure;
        }
    }
}
