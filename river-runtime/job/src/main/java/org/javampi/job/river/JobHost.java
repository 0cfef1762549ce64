package org.javampi.job.river;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.javampi.job.agent.AgentCall;
import org.javampi.job.agent.HostAgent;
import org.javampi.river.resource.VirtualResource;

/**
 * A VM's part in a job of {@code javampirun --discover}: the agent of a host, as a resource that
 * the launcher deploys. Its one argument is the {@link AgentCall}'s text, which thereby comes, with
 * the job's secret, over a proved connection. Ends when the job's life has ended or the launcher is
 * gone; the processes that it has started end with it, and with the VM.
 */
public final class JobHost extends VirtualResource {
    /** Made by the VM that it is deployed on. */
    public JobHost() {
        // What it needs to know comes with its place.
    }

    @Override
    protected void run() throws Exception {
        HostAgent agent = new HostAgent(AgentCall.parse((String) arguments().get(0)));
        FutureTask<Integer> part = new FutureTask<>(agent::run);
        Thread thread = new Thread(part, Thread.currentThread().getName() + "-agent");
        thread.setDaemon(true);
        thread.start();
        try {
            int status = part.get();
            if (status != 0) {
                throw new IOException("the agent has ended with status " + status);
            }
        } catch (InterruptedException e) {
            // Ended by request, or since the node that has leased this one is gone.
            agent.close();
            thread.join();
            throw e;
        } catch (ExecutionException e) {
            throw new IOException("the agent has failed", e.getCause());
        }
    }
}
