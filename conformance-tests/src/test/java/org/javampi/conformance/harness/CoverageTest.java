package org.javampi.conformance.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.javampi.MPI;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Every rule that must hold stands on a test, or is listed as unobservable with the reason. */
class CoverageTest {
    private final Map<String, Catalogue.Entry> rules = Catalogue.rules();
    private final Set<String> shown = new TreeSet<>();

    CoverageTest() {
        for (Class<?> type : ReflectionSupport.findAllClassesInPackage(
                "org.javampi.conformance", c -> true, name -> name.endsWith("Test"))) {
            for (Method method :
                    AnnotationSupport.findAnnotatedMethods(type, Rule.class, HierarchyTraversalMode.TOP_DOWN)) {
                shown.addAll(Set.of(method.getAnnotation(Rule.class).value()));
            }
        }
    }

    @Test
    void shouldNameOnlyRulesOfTheCatalogue() {
        Set<String> unknown = new TreeSet<>(shown);
        unknown.addAll(Catalogue.unobservable().keySet());
        unknown.removeAll(rules.keySet());
        assertEquals(Set.of(), unknown);
    }

    @Test
    void shouldHaveATestForEachRuleThatMustHold() {
        Set<String> missing = new TreeSet<>();
        rules.values().stream().filter(Catalogue.Entry::isMandatory).forEach(rule -> missing.add(rule.id()));
        missing.removeAll(shown);
        missing.removeAll(Catalogue.unobservable().keySet());
        assertEquals(Set.of(), missing);
    }

    @Test
    void shouldHaveARuleForEachFunctionLaterThanTheFirstStandard() {
        Set<String> without = new TreeSet<>();
        for (Method form : MPI.class.getMethods()) {
            if (form.getName().startsWith("MPI_")) {
                without.add(form.getName());
            }
        }
        Catalogue.table("functions").forEach(row -> without.remove(row[0]));
        without.remove("MPI_Finalized");
        without.removeAll(Catalogue.rulesOfModernFunctions().keySet());
        assertEquals(Set.of(), without, "write a rule down in modern-semantics.tsv, and a test that shows it");
    }

    @Test
    void shouldNotExcuseWhatATestShows() {
        Set<String> both = new TreeSet<>(Catalogue.unobservable().keySet());
        both.retainAll(shown);
        assertEquals(Set.of(), both);
    }
}
