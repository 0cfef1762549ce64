import static org.javampi.river.message.Constraint.where;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.javampi.river.discovery.RiverVm;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.resource.River;
import org.javampi.river.resource.VirtualResource;

/**
 * A resource that moves to another virtual machine in the middle of a recursion, and knows nothing of it: {@code ./river run
 * --transparent --vms 2 examples/Hanoi.java}. Its stack goes with it, and so do its
 * fields, statics and the messages that wait for it.
 */
public class Hanoi extends VirtualResource {
    private static final int DISCS = 3;
    private static final long PATIENCE_MS = 60_000;

    /** Moves a tower, a disc for each message. */
    public static class Solver extends VirtualResource {
        private int moves;

        @Override
        protected void run() throws Exception {
            move(DISCS, 'A', 'C', 'B');
        }

        private void move(int discs, char from, char to, char by) throws InterruptedException {
            if (discs == 0) {
                return;
            }
            move(discs - 1, from, by, to);
            recv(where("go").isPresent());
            send(parent(), Map.of("move", ++moves + ": " + from + " to " + to, "vm", river().id()));
            move(discs - 1, by, to, from);
        }
    }

    @Override
    protected void run() throws Exception {
        List<RiverVm> vms = river().discover();
        RiverVm first = vms.get(0);
        RiverVm second = vms.get(1);
        UUID solver = deploy(first, Solver.class);
        int all = (1 << DISCS) - 1;
        for (int i = 0; i < all; i++) {
            if (i == all / 2) {
                // What 'river migrate' does.
                RiverMessage answer = river().ask(
                                first.id(),
                                Map.of(
                                        "ask",
                                        "migrate",
                                        "resource",
                                        solver,
                                        "vm",
                                        second.peer().encode(),
                                        "timeoutMs",
                                        PATIENCE_MS));
                System.out.println(answer.has("error") ? answer.getString("error") : "it moves");
            }
            send(solver, Map.of("go", true));
            RiverMessage done = recv(where("move").isPresent());
            String place = done.getUuid("vm").equals(first.id()) ? "first" : "second";
            System.out.println(done.getString("move") + ", on the " + place + " VM");
        }
    }

    public static void main(String[] args) throws Exception {
        try (River river = River.open()) {
            river.run(new Hanoi());
        }
    }
}
