package org.javampi.mpirun;

import static org.javampi.MPI.MPI_COMM_WORLD;
import static org.javampi.MPI.MPI_Comm_rank;
import static org.javampi.MPI.MPI_INT;
import static org.javampi.MPI.MPI_Init;
import static org.javampi.MPI.MPI_Recv;
import static org.javampi.MPI.MPI_STATUS_IGNORE;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A program that waits to be ended, and says which signals reach it. */
final class Signalled {
    private Signalled() {}

    /** With an argument its shutdown hooks never end. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        MPI_Init(arguments);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            System.out.println("hook " + rank);
            if (arguments.length > 0) {
                waitForEver();
            }
        }));
        for (String signal : List.of("USR1", "USR2")) {
            handle(signal, rank);
        }
        System.out.println("ready " + rank + " " + ProcessHandle.current().pid());
        if (arguments.length == 0) {
            MPI_Recv(new int[1], 1, MPI_INT, 1 - rank, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        }
        waitForEver();
    }

    /** As a program does it, but by reflection: the compiler warns of sun.misc. */
    private static void handle(String signal, int rank) throws ReflectiveOperationException {
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object prints =
                Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, (self, method, words) -> {
                    if (method.getName().equals("handle")) {
                        System.out.println(signal + " " + rank);
                        return null;
                    }
                    return method.getName().equals("hashCode")
                            ? (Object) signal.hashCode()
                            : (Object) (self == words[0]);
                });
        Class<?> type = Class.forName("sun.misc.Signal");
        type.getMethod("handle", type, handler)
                .invoke(null, type.getConstructor(String.class).newInstance(signal), prints);
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
