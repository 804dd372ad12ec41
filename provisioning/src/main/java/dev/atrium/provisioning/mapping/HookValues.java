package dev.atrium.provisioning.mapping;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.mail.Language;
import dev.atrium.core.membership.FhirProfile;
import dev.atrium.http.error.Refused;
import dev.atrium.http.request.Text;
import java.util.Optional;
import org.keycloak.utils.EmailValidationUtil;

/** What an event says, read strictly; messages name the field and never repeat what is in it. */
public record HookValues(HookEvent event) {
    private static final int LONGEST = 255;

    public EmailAddress email() {
        return emailIfAny().orElseThrow(() -> refused(HookField.EMAIL, "Is missing."));
    }

    public Optional<EmailAddress> emailIfAny() {
        return line(HookField.EMAIL)
                .map(text -> EmailAddress.parse(text)
                        .filter(address -> EmailValidationUtil.isValidEmail(address.value()))
                        .orElseThrow(() -> refused(HookField.EMAIL, "Is not an e-mail address.")));
    }

    public FhirProfile profile() {
        return profileIfAny()
                .orElseThrow(
                        () -> refused(HookField.PROFILE, "Is missing: map profile, or profileType and profileId."));
    }

    public Optional<FhirProfile> profileIfAny() {
        Optional<String> parts = line(HookField.PROFILE_TYPE)
                .flatMap(type -> line(HookField.PROFILE_ID).map(id -> type + "/" + id));
        return line(HookField.PROFILE)
                .or(() -> parts)
                .map(text -> FhirProfile.parse(text)
                        .orElseThrow(() -> refused(HookField.PROFILE, "Is not a reference such as Practitioner/123.")));
    }

    public Optional<String> language() {
        return line(HookField.LANGUAGE)
                .map(tag -> Language.parse(tag)
                        .orElseThrow(() -> refused(HookField.LANGUAGE, "Is not a language such as en or pt-BR."))
                        .tag());
    }

    public Optional<String> line(HookField field) {
        return event.value(field).map(String::strip).map(text -> {
            if (text.length() > LONGEST || !Text.isLine(text)) {
                throw refused(field, "Is longer than " + LONGEST + " characters, or has more than one line.");
            }
            return text;
        });
    }

    public Refused refused(HookField field, String message) {
        return new Refused(HookProblem.notUnderstood(field.text(), "Event " + event.number() + ": " + message));
    }

    public Refused conflict(String error, String message) {
        return new Refused(HookProblem.conflict(error, "Event " + event.number() + ": " + message));
    }
}
