package org.javampi.mpirun;

import org.javampi.river.resource.River;

/** A program that ends with status 0 if it finds as many VMs as its argument says, else with 3. */
final class VmCount {
    private VmCount() {}

    public static void main(String[] args) throws Exception {
        try (River river = River.open()) {
            if (river.discover().size() != Integer.parseInt(args[0])) {
                System.exit(3);
            }
        }
    }
}
