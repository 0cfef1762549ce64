import static org.javampi.river.message.Constraint.where;

import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.javampi.river.rai.RemoteAccess;
import org.javampi.river.rai.RemoteVr;
import org.javampi.river.resource.Allocation;
import org.javampi.river.resource.River;
import org.javampi.river.resource.VirtualResource;

/**
 * Functions, variables and objects of a resource on another virtual machine, used as if they were here: {@code ./river run
 * --vms 1 examples/RemoteBank.java}
 */
public class RemoteBank extends VirtualResource {
    /** An object that stays where it is: the other side gets a reference. */
    public interface Account {
        void pay(int amount);

        int balance();
    }

    /** What makes accounts. */
    public interface Bank {
        Account open(String owner);
    }

    /** Exports, and then only waits until it is told to end. */
    public static class Server extends VirtualResource {
        @Override
        protected void run() throws Exception {
            RemoteAccess.exportFunction(
                    "add",
                    args -> Arrays.stream(args).mapToInt(x -> (Integer) x).sum());
            RemoteAccess.exportVariable("rate", new AtomicReference<>(0.02));
            RemoteAccess.export("bank", (Bank) owner -> new Book(), Bank.class, Account.class);
            recv(where("tag").is("end"));
        }
    }

    private static final class Book implements Account {
        private int balance;

        @Override
        public synchronized void pay(int amount) {
            balance += amount;
        }

        @Override
        public synchronized int balance() {
            return balance;
        }
    }

    @Override
    protected void run() throws Exception {
        try (Allocation lease = river().allocate(1)) {
            UUID server = deploy(lease.vms().get(0), Server.class);
            RemoteVr there = RemoteAccess.to(server);
            System.out.println("add: " + there.call("add", 1, 2, 3));
            there.set("rate", 0.03);
            System.out.println("rate: " + there.get("rate"));
            Account account = there.as("bank", Bank.class).open("me");
            account.pay(30);
            account.pay(12);
            System.out.println("balance: " + account.balance());
        }
    }

    public static void main(String[] args) throws Exception {
        try (River river = River.open()) {
            river.run(new RemoteBank());
        }
    }
}
