package dev.atrium.demo.fhir.records;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Observations of one patient, at least one of each category that SMART's granular scopes commonly name. */
record Measurements(String patientId, String encounter) {
    private static final String LOINC = "http://loinc.org";
    private static final String UCUM = "http://unitsofmeasure.org";
    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";

    private static final Coding VITAL_SIGNS = new Coding(CATEGORY, "vital-signs", "Vital signs");
    private static final Coding LABORATORY = new Coding(CATEGORY, "laboratory", "Laboratory");
    private static final Coding SOCIAL_HISTORY = new Coding(CATEGORY, "social-history", "Social history");
    private static final Coding SURVEY = new Coding(CATEGORY, "survey", "Survey");

    private static final String BEFORE = "2026-03-12T09:10:00Z";
    private static final String LATELY = "2026-10-05T09:10:00Z";

    List<Observation> observations() {
        var all = new ArrayList<Observation>();
        for (String time : List.of(BEFORE, LATELY)) {
            all.add(observation(VITAL_SIGNS, new Coding(LOINC, "8867-4", "Heart rate"), time, number(58, 92, "/min")));
            all.add(observation(VITAL_SIGNS, new Coding(LOINC, "29463-7", "Body weight"), time, number(52, 98, "kg")));
            all.add(bloodPressure(time));
            all.add(observation(LABORATORY, new Coding(LOINC, "4548-4", "Hemoglobin A1c"), time, number(5, 9, "%")));
            all.add(observation(
                    LABORATORY, new Coding(LOINC, "2093-3", "Cholesterol"), time, number(150, 245, "mg/dL")));
        }
        all.add(observation(
                SOCIAL_HISTORY,
                new Coding(LOINC, "72166-2", "Tobacco smoking status"),
                LATELY,
                new CodeableConcept(new Coding("http://snomed.info/sct", "266919005", "Never smoked tobacco"))));
        all.add(observation(
                SURVEY, new Coding(LOINC, "44249-1", "PHQ-9 questionnaire"), LATELY, new StringType("Score 3 of 27")));
        for (int i = 0; i < all.size(); i++) {
            all.get(i).setId(patientId + "-" + (i + 1));
        }
        return all;
    }

    private Observation bloodPressure(String time) {
        var pressure = observation(VITAL_SIGNS, new Coding(LOINC, "85354-9", "Blood pressure"), time, null);
        pressure.addComponent()
                .setCode(new CodeableConcept(new Coding(LOINC, "8480-6", "Systolic blood pressure")))
                .setValue(number(108, 148, "mm[Hg]"));
        pressure.addComponent()
                .setCode(new CodeableConcept(new Coding(LOINC, "8462-4", "Diastolic blood pressure")))
                .setValue(number(64, 94, "mm[Hg]"));
        return pressure;
    }

    private Observation observation(Coding category, Coding code, String time, @Nullable Type value) {
        return new Observation()
                .setStatus(ObservationStatus.FINAL)
                .addCategory(new CodeableConcept(category))
                .setCode(new CodeableConcept(code).setText(code.getDisplay()))
                .setSubject(new Reference("Patient/" + patientId))
                .setEncounter(new Reference(encounter))
                .setEffective(new DateTimeType(time))
                .setValue(value);
    }

    /** Some number between these, which is this patient's and this unit's own. */
    private Quantity number(int least, int most, String unit) {
        int value = least + Math.floorMod((patientId + unit + least).hashCode(), most - least);
        return new Quantity()
                .setValue(BigDecimal.valueOf(value))
                .setUnit(unit)
                .setSystem(UCUM)
                .setCode(unit);
    }
}
