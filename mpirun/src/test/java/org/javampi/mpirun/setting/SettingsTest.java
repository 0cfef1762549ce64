package org.javampi.mpirun.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javampi.core.engine.EngineSettings;
import org.javampi.core.spi.transport.TransportContext;
import org.javampi.transport.shm.ShmTransportProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The launcher knows the limits and defaults of what ranks read, because it refuses before it
 * starts anything; ranks check again, because they may be started without it. Neither may use the
 * other's, so this compares what both say.
 */
class SettingsTest {
    private static final Pattern LIMITS = Pattern.compile("from (\\d+) to (\\d+)");

    private static String limits(Supplier<Object> refused) {
        String text = assertThrows(IllegalArgumentException.class, refused::get).getMessage();
        Matcher limits = LIMITS.matcher(text);
        assertTrue(limits.find(), text);
        return limits.group();
    }

    private static String launchers(String key) {
        return limits(() -> {
            Settings.check(Map.of(key, "much"));
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"eager.bytes", "eager.window.bytes", "chunk.bytes", "wait.spin.us", "wait.yield.us"})
    void shouldHaveTheLimitsAndTheDefaultThatTheEngineHas(String key) {
        String engines = limits(() -> EngineSettings.read((name, fallback) -> name.equals(key) ? "much" : fallback));
        assertEquals(engines, launchers(key));
        assertEquals(
                EngineSettings.read((name, fallback) -> fallback),
                EngineSettings.read((name, fallback) -> name.equals(key) ? Settings.fallback(key) : fallback));
    }

    @Test
    void shouldHaveTheLimitsThatRingsHave() {
        TransportContext context = (TransportContext) Proxy.newProxyInstance(
                SettingsTest.class.getClassLoader(),
                new Class<?>[] {TransportContext.class},
                (proxy, method, words) -> switch (method.getName()) {
                    case "setting" -> words[0].equals("shm.ring.bytes") ? "much" : words[1];
                    case "hostSize" -> 2;
                    default -> throw new AssertionError(method.toString());
                });
        String rings = limits(() -> new ShmTransportProvider().open(context));
        assertEquals(rings, launchers("shm.ring.bytes"));
    }
}
