package org.javampi.continuations.rewrite;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Which types have objects that no checkpoint can hold. The program's own classes are its own matter. */
final class SavableTypes {
    /** Interfaces of the JDK whose objects cannot be written, whichever class they are of. */
    private static final List<String> LIVE_INTERFACES = List.of(
            "java/util/Iterator",
            "java/util/Enumeration",
            "java/util/Spliterator",
            "java/util/stream/BaseStream",
            "java/util/concurrent/Executor",
            "java/util/concurrent/Future",
            "java/nio/channels/Channel",
            "java/nio/file/DirectoryStream");

    private final ProgramClasses program;

    SavableTypes(ProgramClasses program) {
        this.program = program;
    }

    /** Names the type if an object of it cannot be saved; null if it can, or if only a run knows. */
    String fault(Type type) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (element.getSort() != Type.OBJECT) {
            return null;
        }
        String name = element.getInternalName();
        if (!name.startsWith("java") || program.has(name)) {
            return null;
        }
        var above = program.withSupertypes(name);
        boolean isLive = LIVE_INTERFACES.stream().anyMatch(above::contains);
        boolean isPlainClass = (program.accessOf(name) & Opcodes.ACC_INTERFACE) == 0
                && !name.equals("java/lang/Object")
                && !above.contains("java/io/Serializable");
        // What is abstract may stand for something that can be written.
        boolean mayBeWritten =
                (program.accessOf(name) & Opcodes.ACC_ABSTRACT) != 0 && !above.contains("java/io/Closeable");
        return isLive || isPlainClass && !mayBeWritten ? "an object of " + element.getClassName() : null;
    }

    String remedy() {
        return "make it anew after each call, or keep what it is made from instead";
    }
}
