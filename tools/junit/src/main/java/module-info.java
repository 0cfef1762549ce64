/** A JUnit 5 extension: a test method, or a program, on several ranks. */
module org.javampi.junit {
    requires transitive org.javampi;
    requires transitive org.junit.jupiter.api;
    requires org.javampi.core;
    requires org.opentest4j;

    exports org.javampi.junit;
}
