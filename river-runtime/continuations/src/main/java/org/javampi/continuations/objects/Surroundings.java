package org.javampi.continuations.objects;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;

/**
 * What a program may have changed in its JVM: properties, the default language, the default time zone.
 *
 * @param properties those that were set or changed
 * @param removed names of those that were removed
 */
public record Surroundings(HashMap<String, String> properties, String[] removed, String locale, String zone)
        implements Serializable {
    /** Those of this JVM now. */
    public static Surroundings now() {
        HashMap<String, String> all = new HashMap<>();
        Properties properties = System.getProperties();
        properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
        return new Surroundings(
                all,
                new String[0],
                Locale.getDefault().toLanguageTag(),
                TimeZone.getDefault().getID());
    }

    /** What is otherwise here than it was {@code before}. */
    public Surroundings since(Surroundings before) {
        HashMap<String, String> changed = new HashMap<>();
        for (Map.Entry<String, String> property : properties.entrySet()) {
            if (!property.getValue().equals(before.properties.get(property.getKey()))) {
                changed.put(property.getKey(), property.getValue());
            }
        }
        String[] gone = before.properties.keySet().stream()
                .filter(name -> !properties.containsKey(name))
                .toArray(String[]::new);
        return new Surroundings(
                changed, gone, locale.equals(before.locale) ? null : locale, zone.equals(before.zone) ? null : zone);
    }

    /** Makes the same changes in this JVM. */
    public void apply() {
        properties.forEach(System::setProperty);
        for (String name : removed) {
            System.clearProperty(name);
        }
        if (locale != null) {
            Locale.setDefault(Locale.forLanguageTag(locale));
        }
        if (zone != null) {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
        }
    }
}
