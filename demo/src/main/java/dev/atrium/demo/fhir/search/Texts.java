package dev.atrium.demo.fhir.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.StringType;

/** The texts in a value, and how they compare: upper case and accents make no difference (FHIR R4, search, string). */
final class Texts {
    private Texts() {}

    static List<String> of(IBase value) {
        if (value instanceof HumanName name) {
            return Stream.of(
                            List.of(name.getFamilyElement()),
                            name.getGiven(),
                            name.getPrefix(),
                            List.of(name.getTextElement()))
                    .flatMap(List::stream)
                    .map(StringType::getValueNotNull)
                    .filter(text -> !text.isEmpty())
                    .toList();
        }
        if (value instanceof Address address) {
            return Stream.concat(
                            address.getLine().stream().map(StringType::getValueNotNull),
                            Stream.of(address.getCity(), address.getPostalCode(), address.getCountry()))
                    .filter(text -> text != null && !text.isEmpty())
                    .toList();
        }
        if (value instanceof Identifier identifier) {
            return List.of(identifier.getValue());
        }
        if (value instanceof CodeableConcept concept) {
            return concept.getCoding().stream().map(coding -> coding.getCode()).toList();
        }
        return value instanceof PrimitiveType<?> primitive && primitive.hasValue()
                ? List.of(primitive.getValueAsString())
                : List.of();
    }

    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
