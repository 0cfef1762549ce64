package org.javampi.generator;

import java.util.List;
import java.util.stream.Stream;

/**
 * One chapter of the facade, in the order of its source.
 *
 * @param name simple name of its class
 * @param parent simple name of the class that it extends
 * @param forms the forms that it has itself
 * @param derived the forms that it asks for: value forms, large-count functions, overloads with long counts
 */
record Chapter(String name, String parent, List<Form> forms, List<Form> derived) {
    /** How many of {@code chapters} it extends, directly or not. */
    int depth(List<Chapter> chapters) {
        for (Chapter other : chapters) {
            if (other.name.equals(parent)) {
                return other.depth(chapters) + 1;
            }
        }
        return 0;
    }

    /** Its own forms, then those that it asks for. */
    List<Form> all() {
        return Stream.concat(forms.stream(), derived.stream()).toList();
    }

    /** Those of {@code kind}. */
    List<Form> all(Form.Kind kind) {
        return all().stream().filter(form -> form.kind() == kind).toList();
    }
}
