package org.javampi.core.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.List;
import org.javampi.core.spi.transport.Transport;
import org.javampi.core.spi.transport.TransportContext;
import org.javampi.core.spi.transport.TransportProvider;
import org.javampi.job.Providers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransportsTest {
    /** Reaches the ranks below 2. */
    public static final class Near implements TransportProvider {
        /** By name. */
        public Near() {}

        @Override
        public String name() {
            return "near";
        }

        @Override
        public int order() {
            return 1;
        }

        @Override
        public Transport open(TransportContext context) {
            return reaching("near", 2);
        }
    }

    /** Reaches everybody. */
    public static final class Far implements TransportProvider {
        /** By name. */
        public Far() {}

        @Override
        public String name() {
            return "far";
        }

        @Override
        public int order() {
            return 2;
        }

        @Override
        public Transport open(TransportContext context) {
            return reaching("far", Integer.MAX_VALUE);
        }
    }

    private static Transport reaching(String name, int below) {
        return fake(
                Transport.class,
                (method, arguments) -> method.equals("name") ? name : (Object) ((int) arguments[0] < below));
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
    }

    @BeforeEach
    void nameBoth() {
        System.setProperty(
                Providers.PROPERTY,
                TransportProvider.class.getName() + "=" + Far.class.getName() + "," + Near.class.getName());
    }

    @AfterEach
    void forget() {
        System.clearProperty(Providers.PROPERTY);
    }

    private static List<String> opened(int size, String wanted) {
        TransportContext context =
                fake(TransportContext.class, (method, arguments) -> method.equals("size") ? (Object) size : wanted);
        return Transports.open(context).stream().map(Transport::name).toList();
    }

    @Test
    void shouldOpenTheBestOnlyWhenItReachesEverybody() {
        assertEquals(List.of("near"), opened(2, ""));
        assertEquals(List.of("near"), opened(2, "far,near"));
    }

    @Test
    void shouldOpenMoreWhenTheBestDoesNotReachEverybody() {
        assertEquals(List.of("near", "far"), opened(3, ""));
    }

    @Test
    void shouldOpenWhatIsWantedWhenThatIsNotTheBest() {
        assertEquals(List.of("far"), opened(2, "far"));
    }

    @Test
    void shouldOpenNoneWhenARankIsAlone() {
        assertEquals(List.of(), opened(1, ""));
    }
}
