import static org.javampi.river.message.Constraint.where;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.javampi.river.discovery.RiverVm;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.resource.River;
import org.javampi.river.resource.VirtualResource;

/**
 * Below MPI, River's own simple program: find all virtual machines, bring a resource to life on
 * each, and collect the names of their hosts. Start VMs with {@code ./river vm} on as many hosts as
 * you like (they need only River, not this class: it is shipped), then {@code ./river run
 * examples/RiverHosts.java}; or let {@code --vms 3} start some here.
 */
public class RiverHosts extends VirtualResource {
    /** Lives on every VM, says where it is, and ends. */
    public static class HostName extends VirtualResource {
        @Override
        protected void run() throws Exception {
            send(
                    parent(),
                    Map.of("tag", "host", "name", InetAddress.getLocalHost().getHostName()));
        }
    }

    @Override
    protected void run() throws Exception {
        List<RiverVm> machines = river().discover();
        for (RiverVm machine : machines) {
            deploy(machine, HostName.class);
        }
        Map<String, Integer> machinesPerHost = new TreeMap<>();
        for (int answers = 0; answers < machines.size(); answers++) {
            // The first message with this tag, from any sender. Should a VM die first, this throws
            // and names it.
            RiverMessage answer = recv(where("tag").is("host"), where("name").isPresent());
            machinesPerHost.merge(answer.getString("name"), 1, Integer::sum);
        }
        System.out.println(machines.size() + " VMs have answered");
        machinesPerHost.forEach((host, count) -> System.out.println(host + ": " + count));
    }

    public static void main(String[] args) throws Exception {
        try (River river = River.open()) {
            river.run(new RiverHosts());
        }
    }
}
