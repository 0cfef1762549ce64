package org.javampi.job.control;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a virtual machine must know to host its resources.
 *
 * @param job names the job
 * @param resources names of all resources by rank
 * @param hostOf host number of each rank
 * @param hosted ranks that this VM hosts
 * @param hostName name of this VM's host
 * @param bindAddress interface to listen on
 * @param settings the job's settings
 * @param mainClass program to run
 * @param arguments its arguments
 * @param classPath where a VM with several resources finds the program's classes, separated as
 *     usual; empty when they are on the VM's own class path
 */
public record WorldDescription(
        UUID job,
        List<UUID> resources,
        int[] hostOf,
        int[] hosted,
        String hostName,
        String bindAddress,
        Map<String, String> settings,
        String mainClass,
        List<String> arguments,
        String classPath) {
    /** Writes it as the body of a WORLD message. */
    public void write(DataOutputStream out) throws IOException {
        writeUuid(out, job);
        out.writeInt(resources.size());
        for (UUID resource : resources) {
            writeUuid(out, resource);
        }
        writeInts(out, hostOf);
        writeInts(out, hosted);
        Message.writeString(out, hostName);
        Message.writeString(out, bindAddress);
        out.writeInt(settings.size());
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            Message.writeString(out, setting.getKey());
            Message.writeString(out, setting.getValue());
        }
        Message.writeString(out, mainClass);
        out.writeInt(arguments.size());
        for (String argument : arguments) {
            Message.writeString(out, argument);
        }
        Message.writeString(out, classPath);
    }

    /** Reads what {@link #write} has written. */
    public static WorldDescription read(Message in) throws IOException {
        UUID job = readUuid(in);
        List<UUID> resources = new ArrayList<>();
        for (int n = in.readInt(); n > 0; n--) {
            resources.add(readUuid(in));
        }
        int[] hostOf = readInts(in);
        int[] hosted = readInts(in);
        String hostName = in.readString();
        String bindAddress = in.readString();
        Map<String, String> settings = new LinkedHashMap<>();
        for (int n = in.readInt(); n > 0; n--) {
            settings.put(in.readString(), in.readString());
        }
        String mainClass = in.readString();
        List<String> arguments = new ArrayList<>();
        for (int n = in.readInt(); n > 0; n--) {
            arguments.add(in.readString());
        }
        return new WorldDescription(
                job, resources, hostOf, hosted, hostName, bindAddress, settings, mainClass, arguments, in.readString());
    }

    private static void writeUuid(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID readUuid(Message in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }

    private static void writeInts(DataOutputStream out, int[] values) throws IOException {
        out.writeInt(values.length);
        for (int value : values) {
            out.writeInt(value);
        }
    }

    private static int[] readInts(Message in) throws IOException {
        int[] values = new int[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readInt();
        }
        return values;
    }
}
