package dev.atrium.core.dialect;

import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A family of FHIR servers, and how it wants to be told what a token is good for. */
public enum TokenDialect {
    /** The FHIR gateway of Google's Open Health Stack: the patient is in {@code patient_id}. */
    FHIR_GATEWAY("fhir-gateway") {
        @Override
        public DialectClaims claims(DialectFacts facts) {
            return DialectClaims.none().with(PATIENT_ID, facts.patient());
        }
    },

    /** LinuxForHealth (IBM) FHIR Server: scopes of version 1, the patient in {@code patient_id}. */
    LINUX_FOR_HEALTH("linuxforhealth") {
        @Override
        public DialectClaims claims(DialectFacts facts) {
            return DialectClaims.none()
                    .with(PATIENT_ID, facts.patient())
                    .withScope(new ScopeRewriting(facts.granted()).inV1());
        }
    },

    /**
     * Microsoft's FHIR server: {@code scp} in one version and of one level, without what it refuses a whole request for.
     */
    MICROSOFT("microsoft") {
        @Override
        public DialectClaims claims(DialectFacts facts) {
            return DialectClaims.none()
                    .with(SCP, new ScopeRewriting(facts.granted()).plainInV2().text())
                    .with(FHIR_USER, facts.fhirUser());
        }
    },

    /** Aidbox: the version of its token format, and the patient inside {@code context}. */
    AIDBOX("aidbox") {
        @Override
        public DialectClaims claims(DialectFacts facts) {
            return DialectClaims.none()
                    .with("atv", 2)
                    .with("context", facts.patient().map(id -> Map.of(PATIENT, id)))
                    .withScope(new ScopeRewriting(facts.granted()).withoutGranularWrites());
        }
    },

    /** Firely Server: SMART's own claims. */
    FIRELY("firely") {
        @Override
        public DialectClaims claims(DialectFacts facts) {
            return DialectClaims.none().with(PATIENT, facts.patient()).with(FHIR_USER, facts.fhirUser());
        }
    },

    /** FHIR Works on AWS: scopes of version 1 as a list, and the patient as a reference. */
    AWS("aws") {
        @Override
        public DialectClaims claims(DialectFacts facts) {
            List<String> scopes = new ScopeRewriting(facts.granted())
                    .inV1().scopes().stream().map(Scope::text).toList();
            return DialectClaims.none()
                    .with(SCP, scopes)
                    .with(FHIR_USER, facts.fhirUser())
                    .with("profile", facts.fhirUser())
                    .with("launch_response_patient", facts.patient().map(id -> "Patient/" + id));
        }
    },

    /** Medplum, which finds the person by {@code fhirUser}, and without it by {@code sub} as an external id. */
    MEDPLUM("medplum") {
        @Override
        public DialectClaims claims(DialectFacts facts) {
            return DialectClaims.none().with(FHIR_USER, facts.fhirUser());
        }
    };

    private static final String PATIENT = "patient";
    private static final String PATIENT_ID = "patient_id";
    private static final String FHIR_USER = "fhirUser";
    private static final String SCP = "scp";

    private final String id;

    TokenDialect(String id) {
        this.id = id;
    }

    /** As a setting names it. */
    public String id() {
        return id;
    }

    public static Optional<TokenDialect> parse(String id) {
        return Arrays.stream(values()).filter(dialect -> dialect.id.equals(id)).findFirst();
    }

    /** The names of all claims that it may add: those that it adds where everything is known. */
    public Set<String> claimNames() {
        return claims(new DialectFacts(ScopeSet.parse("patient/*.rs"), Optional.of("1"), Optional.of("Patient/1")))
                .added()
                .keySet();
    }

    public abstract DialectClaims claims(DialectFacts facts);
}
