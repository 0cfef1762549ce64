/** Frames of a thread as objects: a program's classes rewritten so that a call can be left and entered again. */
module org.javampi.continuations {
    requires org.objectweb.asm;
    requires org.objectweb.asm.commons;
    requires org.objectweb.asm.tree;

    exports org.javampi.continuations;
    exports org.javampi.continuations.objects;
    exports org.javampi.continuations.program;
    exports org.javampi.continuations.rewrite;
}
