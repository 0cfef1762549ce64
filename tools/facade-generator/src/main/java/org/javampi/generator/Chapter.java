package org.javampi.generator;

import java.util.List;

/**
 * One chapter of the facade, in the order of its source.
 *
 * @param name simple name of its class
 * @param parent simple name of the class that it extends
 * @param forms the forms that it has itself
 * @param derived the value forms that it asks for
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

    /** Its own forms of {@code kind}. */
    List<Form> forms(Form.Kind kind) {
        return forms.stream().filter(form -> form.kind() == kind).toList();
    }
}
