package dev.atrium.demo.fhir.records;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;

/** The records of the demo's organizations: people who do not exist, and the demo's own people among them. */
public final class SyntheticRecords {
    private SyntheticRecords() {}

    /** Riverside Clinic, where alice, bob and frank work, and carol and bob are patients. */
    public static Records riverside() throws IOException {
        List<Resource> staff = List.of(
                practitioner("alice", "Alice", "Archer"),
                practitioner("bob", "Bob", "Baker"),
                practitioner("frank", "Frank", "Fletcher"));
        return organization("riverside", "Riverside Clinic", staff);
    }

    /** Lakeside Hospital, where dave and bob work. */
    public static Records lakeside() throws IOException {
        List<Resource> staff =
                List.of(practitioner("dave", "Dave", "Draper"), practitioner("bob-lakeside", "Bob", "Baker"));
        return organization("lakeside", "Lakeside Hospital", staff);
    }

    private static Records organization(String alias, String name, List<Resource> staff) throws IOException {
        var all = new ArrayList<>(staff);
        var organization = new Organization().setName(name).setActive(true);
        organization.setId(alias);
        all.add(organization);
        String doctor = staff.get(0).getIdElement().getIdPart();
        for (String line : lines(alias + ".txt")) {
            all.addAll(PatientRecord.of(line, doctor, alias).resources());
        }
        return Records.of(all);
    }

    private static Practitioner practitioner(String id, String given, String family) {
        var practitioner = new Practitioner().setActive(true);
        practitioner.setId(id);
        practitioner.addName().setFamily(family).addGiven(given);
        return practitioner;
    }

    private static List<String> lines(String file) throws IOException {
        try (var stream = Objects.requireNonNull(SyntheticRecords.class.getResourceAsStream(file), file);
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }
}
