package org.javampi.conformance.errors;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.javampi.MPI;
import org.javampi.conformance.harness.Catalogue;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/**
 * Every error class of every function, as the catalogue lists them, is provoked in every form of
 * the function: the code or exception has that class, no argument has changed, no message has left
 * (MPI-1.1 §7.2, §7.3). What cannot be provoked is listed with the reason in {@code
 * catalogue/unprovoked.tsv}.
 */
class ErrorClassesTest {
    private static final Pattern CLASS = Pattern.compile("MPI_ERR_[A-Z_]+");

    /** Those whose success would end the program. */
    private static final Set<String> ONCE = Set.of("MPI_Init", "MPI_Finalize", "MPI_Abort");

    /** By function: the classes that the catalogue expects of it. */
    private static Map<String, Set<String>> expected() {
        Map<String, Set<String>> classes = new TreeMap<>();
        for (String[] row : Catalogue.table("functions")) {
            String own = row[6].replaceAll("\\(.*\\)", "");
            classes.put(
                    row[0],
                    new LinkedHashSet<>(
                            CLASS.matcher(own).results().map(MatchResult::group).toList()));
        }
        return classes;
    }

    private static Set<String> unprovoked() {
        Set<String> pairs = new TreeSet<>();
        for (String[] row : Catalogue.table("unprovoked")) {
            assertEquals(3, row.length);
            pairs.add(row[0] + " " + row[1]);
        }
        return pairs;
    }

    private static int number(String errorClass) throws ReflectiveOperationException {
        Field constant = MPI.class.getField(errorClass);
        constant.setAccessible(true);
        return constant.getInt(null);
    }

    @Spmd(2)
    @Rule({"ERR-002", "ERR-011", "ERR-015", "ERR-016", "GEN-013"})
    void shouldReportEachClassOfEachFunctionWithoutAnyEffect() throws Exception {
        Stage stage = new Stage();
        Provocations provocations = new Provocations(stage);
        Map<String, List<Form>> forms = Form.all();
        List<String> wrong = new ArrayList<>();
        Set<String> never = new TreeSet<>();
        for (Map.Entry<String, Set<String>> entry : expected().entrySet()) {
            List<Form> formsOfFunction = forms.get(entry.getKey());
            Form c = formsOfFunction.get(0);
            for (String errorClass : entry.getValue()) {
                List<Provocation> ways = provocations.of(c, errorClass);
                if (ways.isEmpty()) {
                    never.add(entry.getKey() + " " + errorClass);
                }
                for (Provocation way : ways) {
                    for (Form form : formsOfFunction) {
                        if (form.takes(way, c)) {
                            Map<String, Object> valid = new ValidArguments(stage).of(c);
                            String found = new Attempt(form, way, number(errorClass), valid).outcome();
                            if (found != null) {
                                wrong.add(errorClass + " of " + found);
                            }
                        }
                    }
                }
            }
        }
        stage.close();
        assertEquals("", String.join("\n", wrong));
        assertEquals(unprovoked(), never);
    }

    /** So it is what has been spoilt that makes the others fail. */
    @Spmd(2)
    @Rule({"ERR-002"})
    void shouldSucceedWhenNothingIsSpoilt() throws Throwable {
        Stage stage = new Stage();
        for (List<Form> forms : Form.all().values()) {
            Form c = forms.get(0);
            if (c.returnsCode() && !ONCE.contains(c.function()) && !c.isClock()) {
                Map<String, Object> arguments = new ValidArguments(stage).of(c);
                Attempt.make(arguments);
                assertEquals(MPI_SUCCESS, c.call(arguments), c.toString());
                stage.tidy(c, arguments);
            }
        }
        stage.close();
    }
}
