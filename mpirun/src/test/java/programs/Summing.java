package programs;

import java.util.Map;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.resource.VirtualResource;

/** Adds what it is sent, in a recursion, and knows nothing of freezing. */
public class Summing extends VirtualResource {
    @Override
    protected void run() throws Exception {
        add(0, 8);
    }

    private void add(long sum, int depth) throws InterruptedException {
        if (depth > 0) {
            add(sum, depth - 1);
            return;
        }
        long local = sum;
        while (true) {
            RiverMessage message = recv();
            local += message.getInt("add");
            send(message.source(), Map.of("sum", local, "vm", river().id()));
        }
    }
}
