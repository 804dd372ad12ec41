package dev.atrium.demo.fhir.search;

import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Whether a value of a resource is what a search asks for (FHIR R4, search, the types of parameters). */
interface ValueTest {
    boolean matches(IBase value, String wanted);

    /** The test for a type of parameter and a modifier, or none: what is not tested must not be taken for met. */
    static Optional<ValueTest> of(RestSearchParameterTypeEnum type, String modifier) {
        return switch (type) {
            case STRING -> ofText(modifier);
            case TOKEN -> modifier.isEmpty() ? Optional.of(ValueTest::isToken) : Optional.empty();
            case DATE -> modifier.isEmpty() ? Optional.of(ValueTest::isAtDate) : Optional.empty();
            case REFERENCE -> ofReference(modifier);
            default -> Optional.empty();
        };
    }

    static Optional<ValueTest> ofId(String modifier) {
        return modifier.isEmpty()
                ? Optional.of((value, wanted) ->
                        value instanceof IdType id && id.getIdPart().equals(wanted))
                : Optional.empty();
    }

    private static Optional<ValueTest> ofText(String modifier) {
        return switch (modifier) {
            case "" ->
                Optional.of((value, wanted) -> Texts.of(value).stream()
                        .anyMatch(text -> Texts.plain(text).startsWith(Texts.plain(wanted))));
            case "contains" ->
                Optional.of((value, wanted) -> Texts.of(value).stream()
                        .anyMatch(text -> Texts.plain(text).contains(Texts.plain(wanted))));
            case "exact" -> Optional.of((value, wanted) -> Texts.of(value).contains(wanted));
            default -> Optional.empty();
        };
    }

    private static boolean isToken(IBase value, String wanted) {
        if (value instanceof CodeableConcept concept) {
            return concept.getCoding().stream().anyMatch(coding -> isToken(coding, wanted));
        }
        if (value instanceof Coding coding) {
            return isToken(coding.getSystem(), coding.getCode(), wanted);
        }
        if (value instanceof Identifier identifier) {
            return isToken(identifier.getSystem(), identifier.getValue(), wanted);
        }
        if (value instanceof ContactPoint contact) {
            return isToken(null, contact.getValue(), wanted);
        }
        return value instanceof PrimitiveType<?> primitive && isToken(null, primitive.getValueAsString(), wanted);
    }

    private static boolean isToken(@Nullable String system, @Nullable String code, String wanted) {
        int bar = wanted.indexOf('|');
        if (bar < 0) {
            return wanted.equals(code);
        }
        String wantedSystem = wanted.substring(0, bar);
        String wantedCode = wanted.substring(bar + 1);
        return wantedSystem.equals(system == null ? "" : system) && (wantedCode.isEmpty() || wantedCode.equals(code));
    }

    private static boolean isAtDate(IBase value, String wanted) {
        if (value instanceof Period period) {
            return WantedDate.of(wanted)
                    .isMetBy(
                            period.getStartElement().getValueAsString(),
                            period.getEndElement().getValueAsString());
        }
        return value instanceof BaseDateTimeType date
                && WantedDate.of(wanted).isMetBy(date.getValueAsString(), date.getValueAsString());
    }

    /** {@code Patient/1}, {@code 1}, or {@code subject:Patient=1}. */
    private static Optional<ValueTest> ofReference(String modifier) {
        if (!modifier.isEmpty() && !Character.isUpperCase(modifier.charAt(0))) {
            return Optional.empty();
        }
        return Optional.of((value, wanted) -> {
            if (!(value instanceof Reference reference)) {
                return false;
            }
            var theirs = reference.getReferenceElement();
            var ours = new IdType(modifier.isEmpty() ? wanted : modifier + "/" + wanted);
            return ours.getIdPart() != null
                    && ours.getIdPart().equals(theirs.getIdPart())
                    && (!ours.hasResourceType() || ours.getResourceType().equals(theirs.getResourceType()));
        });
    }
}
