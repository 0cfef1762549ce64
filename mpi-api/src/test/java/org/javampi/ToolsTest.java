package org.javampi;

import static org.javampi.MPI.MPI_Barrier;
import static org.javampi.MPI.MPI_COMM_WORLD;
import static org.javampi.MPI.MPI_INT;
import static org.javampi.MPI.MPI_REQUEST_NULL;
import static org.javampi.MPI.MPI_Send;
import static org.javampi.MPI.MPI_Wait;
import static org.javampi.PMPI.PMPI_Send;
import static org.javampi.PMPI.PMPI_Wait;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tools found on the class path see the calls they override, and nobody else's. */
class ToolsTest {
    @TempDir
    private Path folder;

    private final CallLog log = new CallLog();
    private URLClassLoader tools;

    @BeforeEach
    void attachUnderTwoTools() throws IOException {
        SendCounter.SENDS.set(0);
        SendCounter.WAITS.set(0);
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.write(
                services.resolve(Tool.class.getName()),
                List.of(SendCounter.class.getName(), TagShifter.class.getName()));
        URL[] urls = {folder.toUri().toURL()};
        tools = new URLClassLoader(urls, ToolsTest.class.getClassLoader());
        Attachment.attachThread(RecordingBinding.onto(log), tools);
    }

    @AfterEach
    void detach() throws IOException {
        Attachment.detachThread();
        tools.close();
    }

    @Test
    void shouldLetEveryToolSeeTheCallsItOverrides() {
        assertEquals(0, MPI_Send(new int[1], 1, MPI_INT, 0, 5, MPI_COMM_WORLD));
        assertEquals(1, SendCounter.SENDS.get());
        assertEquals(List.of("MPI_Comm_rank", "MPI_Send"), log.functions());
        assertEquals(105, log.calls.get(1).arguments().get(4));
    }

    @Test
    void shouldPassOtherCallsByTheTools() {
        MPI_Barrier(MPI_COMM_WORLD);
        assertEquals(List.of("MPI_Barrier"), log.functions());
        assertEquals(0, SendCounter.SENDS.get() + SendCounter.WAITS.get());
    }

    @Test
    void shouldReachTheToolThroughTheArrayFormWhenTheHandleFormIsCalled() {
        MPI_Wait(MPI_REQUEST_NULL, new MPI_Status());
        MPI_Wait(MPI_REQUEST_NULL);
        MPI_Wait(new MPI_Request[] {MPI_REQUEST_NULL}, new MPI_Status());
        assertEquals(3, SendCounter.WAITS.get());
        assertEquals(List.of("MPI_Wait", "MPI_Wait", "MPI_Wait"), log.functions());
    }

    @Test
    void shouldGoRoundTheToolsWhenTheProfilingNameIsCalled() {
        PMPI_Send(new int[1], 1, MPI_INT, 0, 5, MPI_COMM_WORLD);
        PMPI_Wait(MPI_REQUEST_NULL);
        assertEquals(0, SendCounter.SENDS.get() + SendCounter.WAITS.get());
        assertEquals(List.of("MPI_Send", "MPI_Wait"), log.functions());
        assertEquals(5, log.calls.get(0).arguments().get(4));
    }
}
