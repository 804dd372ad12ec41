package dev.atrium.demo.fhir.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** What the demo knows of one patient, made from a line of its file: always the same for the same line. */
public record PatientRecord(Patient patient, String doctor) {
    private static final String CONDITION_CATEGORY = "http://terminology.hl7.org/CodeSystem/condition-category";
    private static final String US_CORE_CATEGORY = "http://hl7.org/fhir/us/core/CodeSystem/condition-category";
    private static final String CLINICAL_STATUS = "http://terminology.hl7.org/CodeSystem/condition-clinical";
    private static final String ENCOUNTER_CLASS = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final String SNOMED = "http://snomed.info/sct";
    private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

    private static final List<Coding> PROBLEMS = List.of(
            new Coding(SNOMED, "59621000", "Essential hypertension"),
            new Coding(SNOMED, "44054006", "Type 2 diabetes mellitus"),
            new Coding(SNOMED, "195967001", "Asthma"),
            new Coding(SNOMED, "396275006", "Osteoarthritis"),
            new Coding(SNOMED, "37796009", "Migraine"));

    private static final List<Coding> MEDICATIONS = List.of(
            new Coding(RXNORM, "314076", "Lisinopril 10 mg tablet"),
            new Coding(RXNORM, "860975", "Metformin 500 mg tablet"),
            new Coding(RXNORM, "745679", "Albuterol inhaler"),
            new Coding(RXNORM, "310965", "Ibuprofen 200 mg tablet"),
            new Coding(RXNORM, "313820", "Acetaminophen 160 mg tablet"));

    /** Reads {@code id|given name|family name|sex|birth date}. */
    static PatientRecord of(String line, String doctor, String organization) {
        String[] fields = line.split("\\|");
        var patient = new Patient()
                .setActive(true)
                .setGender(AdministrativeGender.fromCode(fields[3]))
                .setBirthDateElement(new DateType(fields[4]))
                .setManagingOrganization(new Reference("Organization/" + organization));
        patient.setId(fields[0]);
        patient.addName().setFamily(fields[2]).addGiven(fields[1]);
        patient.addIdentifier()
                .setSystem("https://" + organization + ".example/record-number")
                .setValue(String.format(Locale.ROOT, "%05d", Math.floorMod(fields[0].hashCode(), 100_000)));
        return new PatientRecord(patient, doctor);
    }

    /** The id of the newest encounter of a patient. */
    public static String lastEncounter(String patientId) {
        return patientId + "-2";
    }

    List<Resource> resources() {
        var all = new ArrayList<Resource>();
        all.add(patient);
        all.add(encounter("1", "2026-03-12", EncounterStatus.FINISHED));
        all.add(encounter("2", "2026-10-05", EncounterStatus.FINISHED));
        all.add(condition("1", new Coding(CONDITION_CATEGORY, "problem-list-item", "Problem list item")));
        all.add(condition("2", new Coding(CONDITION_CATEGORY, "encounter-diagnosis", "Encounter diagnosis")));
        all.add(condition("3", new Coding(US_CORE_CATEGORY, "health-concern", "Health concern")));
        all.add(allergy());
        all.add(medication());
        all.addAll(new Measurements(id(), "Encounter/" + lastEncounter(id())).observations());
        return all;
    }

    private String id() {
        return patient.getIdElement().getIdPart();
    }

    private Reference subject() {
        var name = patient.getNameFirstRep();
        return new Reference("Patient/" + id()).setDisplay(name.getNameAsSingleString());
    }

    private <T> T pick(List<T> from, int turn) {
        return from.get(Math.floorMod(id().hashCode() + turn, from.size()));
    }

    private Encounter encounter(String number, String day, EncounterStatus status) {
        var encounter = new Encounter()
                .setStatus(status)
                .setClass_(new Coding(ENCOUNTER_CLASS, "AMB", "ambulatory"))
                .setSubject(subject())
                .setPeriod(new Period()
                        .setStartElement(new DateTimeType(day + "T09:00:00Z"))
                        .setEndElement(new DateTimeType(day + "T09:30:00Z")));
        encounter.addType().setText("Consultation");
        encounter.addParticipant().setIndividual(new Reference("Practitioner/" + doctor));
        encounter.setId(id() + "-" + number);
        return encounter;
    }

    private Condition condition(String number, Coding category) {
        Coding problem = pick(PROBLEMS, number.hashCode());
        var condition = new Condition()
                .setClinicalStatus(new CodeableConcept(new Coding(CLINICAL_STATUS, "active", "Active")))
                .addCategory(new CodeableConcept(category))
                .setCode(new CodeableConcept(problem).setText(problem.getDisplay()))
                .setSubject(subject())
                .setEncounter(new Reference("Encounter/" + id() + "-1"))
                .setRecordedDateElement(new DateTimeType("2026-03-12"));
        condition.setId(id() + "-" + number);
        return condition;
    }

    private AllergyIntolerance allergy() {
        var allergy = new AllergyIntolerance()
                .setCode(new CodeableConcept(new Coding(SNOMED, "91935009", "Allergy to peanuts")))
                .setPatient(subject());
        allergy.setId(id() + "-1");
        return allergy;
    }

    private MedicationRequest medication() {
        var request = new MedicationRequest()
                .setStatus(MedicationRequestStatus.ACTIVE)
                .setIntent(MedicationRequestIntent.ORDER)
                .setMedication(new CodeableConcept(pick(MEDICATIONS, 0)))
                .setSubject(subject())
                .setRequester(new Reference("Practitioner/" + doctor))
                .setAuthoredOnElement(new DateTimeType("2026-03-12"));
        request.setId(id() + "-1");
        return request;
    }
}
