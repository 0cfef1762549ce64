package org.javampi.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProvidersTest {
    /** One provider. */
    public static final class One implements Supplier<String> {
        /** By name. */
        public One() {}

        @Override
        public String get() {
            return "one";
        }
    }

    /** Another provider. */
    public static final class Two implements Supplier<String> {
        /** By name. */
        public Two() {}

        @Override
        public String get() {
            return "two";
        }
    }

    @AfterEach
    void forget() {
        System.clearProperty(Providers.PROPERTY);
    }

    private static List<String> said() {
        return Providers.of(Supplier.class, ProvidersTest.class.getClassLoader()).stream()
                .map(supplier -> (String) supplier.get())
                .toList();
    }

    @Test
    void shouldMakeThoseThatAreNamedWhenTheLauncherNamesThem() {
        System.setProperty(
                Providers.PROPERTY,
                "a.Service=a.Thing;java.util.function.Supplier=" + One.class.getName() + "," + Two.class.getName());
        assertEquals(List.of("one", "two"), said());
    }

    @Test
    void shouldMakeNoneWhenTheServiceIsNotAmongThoseNamed() {
        System.setProperty(Providers.PROPERTY, "java.util.function.SupplierOfOther=a.Thing");
        assertEquals(List.of(), said());
    }

    @Test
    void shouldSearchWhenNobodyNamesThem() {
        assertEquals(List.of(), said());
    }

    @Test
    void shouldSayWhichPropertyErredWhenANamedProviderIsMissing() {
        System.setProperty(Providers.PROPERTY, "java.util.function.Supplier=a.Thing");
        String message =
                assertThrows(IllegalStateException.class, ProvidersTest::said).getMessage();
        assertTrue(
                message.startsWith("a.Thing, which -Djavampi.providers names for java.util.function.Supplier,"
                        + " cannot be made: java.lang.ClassNotFoundException"),
                message);
    }
}
