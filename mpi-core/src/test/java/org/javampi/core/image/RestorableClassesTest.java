package org.javampi.core.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A forged checkpoint makes objects of no class that a program does not keep in its state. */
class RestorableClassesTest {
    private static final ClassLoader LOADER = RestorableClassesTest.class.getClassLoader();

    private static RestorableClasses of(String patterns) {
        return RestorableClasses.of(LOADER, RestorableClassesTest.class.getName(), patterns);
    }

    /** Classes by which forged objects have run code, or reached files and hosts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "javax.management.BadAttributeValueExpException",
                "com.sun.org.apache.xalan.internal.xsltc.trax.TemplatesImpl",
                "java.rmi.server.UnicastRemoteObject",
                "java.net.URL",
                "javax.swing.event.EventListenerList",
                "sun.reflect.annotation.AnnotationInvocationHandler",
                "java.security.SignedObject",
                "javax.naming.InitialContext"
            })
    void shouldRefuseClassesOfTheJdkThatDoMoreThanHoldData(String name) throws ClassNotFoundException {
        String refusal = of("").refusal(Class.forName(name, false, LOADER));
        assertEquals(name + " is a class of the JDK that holds more than data: keep it in a transient field", refusal);
    }

    @Test
    void shouldTakeData() {
        for (Class<?> type :
                List.of(ArrayList.class, BigDecimal.class, int[][].class, String[].class, Thread.State.class)) {
            assertNull(of("").refusal(type), type.getName());
        }
    }

    @Test
    void shouldTakeClassesOfLibrariesThatAreListed() {
        String refusal = of("").refusal(Test.class);
        assertTrue(refusal.contains("--set checkpoint.classes=org.junit.jupiter.api.*"), refusal);
        for (String listed : List.of("org.junit.jupiter.api.*", "a.B, org.junit.**", Test.class.getName())) {
            assertNull(of(listed).refusal(Test.class), listed);
        }
        for (String listed : List.of("org.junit.*", "org.junit.jupiter.api.Tes", "org.junit.jupiter.ap.**")) {
            assertTrue(of(listed).refusal(Test.class) != null, listed);
        }
    }

    private static Object read(Object written) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(written);
        }
        try (ImageInput in =
                new ImageInput(new ByteArrayInputStream(bytes.toByteArray()), new ArrayStore(), LOADER, of(""))) {
            return in.readObject();
        }
    }

    @Test
    void shouldMakeNoObjectOfARefusedClass() throws Exception {
        assertEquals(Map.of("a", 1), read(Map.of("a", 1)));
        Object inside = new ArrayList<>(List.of("fine", new URL("http://localhost/")));
        assertThrows(InvalidClassException.class, () -> read(inside));
        Object proxy =
                Proxy.newProxyInstance(LOADER, new Class<?>[] {Runnable.class}, (Serializable & InvocationHandler)
                        (self, method, arguments) -> null);
        assertThrows(InvalidClassException.class, () -> read(proxy));
    }
}
