package org.javampi.job.control;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A host's part of a job.
 *
 * @param job names the job
 * @param life which of its lives this is, from 0
 * @param parts what to start, one for each program
 */
public record HostPlan(UUID job, int life, List<Part> parts) {
    /**
     * What a host does for one program.
     *
     * @param machines numbers of the virtual machines to start
     * @param command what starts each of them
     * @param environment variables to set besides the agent's own
     * @param directory where they start; empty for wherever the agent is
     * @param directoryRequired whether a missing directory is an error
     * @param filesDirectory where to put {@code files}; empty when there are none
     * @param files the program's files that the host does not have, by their names in that directory
     */
    public record Part(
            List<Integer> machines,
            List<String> command,
            Map<String, String> environment,
            String directory,
            boolean directoryRequired,
            String filesDirectory,
            Map<String, byte[]> files) {
        private void write(DataOutputStream out) throws IOException {
            out.writeInt(machines.size());
            for (int machine : machines) {
                out.writeInt(machine);
            }
            out.writeInt(command.size());
            for (String word : command) {
                Message.writeString(out, word);
            }
            out.writeInt(environment.size());
            for (Map.Entry<String, String> variable : environment.entrySet()) {
                Message.writeString(out, variable.getKey());
                Message.writeString(out, variable.getValue());
            }
            Message.writeString(out, directory);
            out.writeByte(directoryRequired ? 1 : 0);
            Message.writeString(out, filesDirectory);
            out.writeInt(files.size());
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Message.writeString(out, file.getKey());
                Message.writeBytes(out, file.getValue());
            }
        }

        private static Part read(Message in) throws IOException {
            List<Integer> machines = new ArrayList<>();
            for (int n = in.readInt(); n > 0; n--) {
                machines.add(in.readInt());
            }
            List<String> command = new ArrayList<>();
            for (int n = in.readInt(); n > 0; n--) {
                command.add(in.readString());
            }
            Map<String, String> environment = new LinkedHashMap<>();
            for (int n = in.readInt(); n > 0; n--) {
                environment.put(in.readString(), in.readString());
            }
            String directory = in.readString();
            boolean directoryRequired = in.readByte() != 0;
            String filesDirectory = in.readString();
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (int n = in.readInt(); n > 0; n--) {
                files.put(in.readString(), in.readBytes());
            }
            return new Part(machines, command, environment, directory, directoryRequired, filesDirectory, files);
        }
    }

    /** Writes it as the body of a HOST_PLAN message. */
    public void write(DataOutputStream out) throws IOException {
        out.writeLong(job.getMostSignificantBits());
        out.writeLong(job.getLeastSignificantBits());
        out.writeInt(life);
        out.writeInt(parts.size());
        for (Part part : parts) {
            part.write(out);
        }
    }

    /** Reads what {@link #write} has written. */
    public static HostPlan read(Message in) throws IOException {
        UUID job = new UUID(in.readLong(), in.readLong());
        int life = in.readInt();
        List<Part> parts = new ArrayList<>();
        for (int n = in.readInt(); n > 0; n--) {
            parts.add(Part.read(in));
        }
        return new HostPlan(job, life, parts);
    }
}
