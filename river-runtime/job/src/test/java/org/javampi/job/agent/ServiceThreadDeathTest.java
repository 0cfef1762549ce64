package org.javampi.job.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;

class ServiceThreadDeathTest {
    private static String said(Runnable body) throws InterruptedException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CountDownLatch ended = new CountDownLatch(1);
        Thread thread = new Thread(body, "river-vm");
        thread.setUncaughtExceptionHandler(new ServiceThreadDeath(
                "javampirun", new PrintStream(err, true, StandardCharsets.UTF_8), ended::countDown));
        thread.start();
        assertTrue(ended.await(Patience.seconds(120), TimeUnit.SECONDS));
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shouldNameTheThreadAndEndTheProcess() throws InterruptedException {
        String text = said(() -> {
            throw new IllegalStateException("no more");
        });
        assertTrue(
                text.startsWith("javampirun: thread river-vm has failed, and the job ends with it:"
                        + " java.lang.IllegalStateException: no more"),
                text);
        assertTrue(text.contains("at " + getClass().getName()), text);
    }

    @Test
    void shouldNameTheLimitInsteadOfAStackWhenNoThreadCanBeStarted() throws InterruptedException {
        String text = said(() -> {
            throw new OutOfMemoryError("unable to create native thread: possibly out of memory");
        });
        assertTrue(text.startsWith("javampirun: no more threads can be started; "), text);
        assertTrue(text.strip().endsWith(": raise the limit, or start fewer JVMs (-np, --vm-ranks)"), text);
        assertEquals(1, text.lines().count(), text);
    }

    @Test
    void shouldNameOtherLimitsInsteadOfAStack() throws InterruptedException {
        String text = said(() -> {
            throw new ExceptionInInitializerError(new IOException("Too many open files"));
        });
        assertEquals("javampirun: Too many open files (a limit of this process: ulimit -n raises it)", text.strip());
        text = said(() -> {
            throw new OutOfMemoryError("Java heap space");
        });
        assertTrue(text.startsWith("javampirun: no memory is left for so large a job (heap limit "), text);
        assertEquals(1, text.lines().count(), text);
    }
}
