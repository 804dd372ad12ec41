package dev.atrium.core.fhir;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person typed to find a patient.
 *
 * @param name any of the patient's names, or their beginnings
 * @param birthDate a day, as {@code 1970-12-31}
 * @param identifier the value of any of the patient's identifiers
 */
public record PatientCriteria(String name, String birthDate, String identifier) {
    public static final PatientCriteria NONE = new PatientCriteria("", "", "");

    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 6;

    public PatientCriteria {
        name = clean(name);
        birthDate = clean(birthDate);
        identifier = clean(identifier);
    }

    /** Whether nothing was typed. */
    public boolean isEmpty() {
        return name.isEmpty() && birthDate.isEmpty() && identifier.isEmpty();
    }

    /** Why nothing can be searched for, if so. */
    public Optional<Problem> problem() {
        if (isEmpty()) {
            return Optional.of(Problem.NOTHING);
        }
        return birthDate.isEmpty() || isDay(birthDate) ? Optional.empty() : Optional.of(Problem.DATE);
    }

    /** Each word of a name is a parameter of its own, of which a patient must meet all (FHIR R4, search). */
    public List<SearchTerm> terms() {
        List<SearchTerm> terms = new ArrayList<>();
        name.lines()
                .flatMap(line -> List.of(line.split("[\\s,]+")).stream())
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .forEach(word -> terms.add(new SearchTerm("name", word)));
        addIfTyped(terms, "birthdate", birthDate);
        addIfTyped(terms, "identifier", identifier);
        return terms;
    }

    /** What is wrong with what was typed. */
    public enum Problem {
        NOTHING,
        DATE
    }

    private static void addIfTyped(List<SearchTerm> terms, String name, String value) {
        if (!value.isEmpty()) {
            terms.add(new SearchTerm(name, value));
        }
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeParseException noDay) {
            return false;
        }
    }

    private static String clean(String typed) {
        return typed.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }
}
