package dev.atrium.rest.invitation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.invitation.InvitationLetter;
import dev.atrium.core.mail.Language;
import dev.atrium.core.membership.FhirProfile;
import dev.atrium.http.error.Refused;
import dev.atrium.http.request.Fields;
import dev.atrium.http.request.Reference;
import dev.atrium.invitations.service.InvitationDelivery;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.keycloak.utils.EmailValidationUtil;

/** An invitation as a request writes it: what is right in itself, not yet compared with what there is. */
record InvitationInput(
        EmailAddress email,
        Reference project,
        FhirProfile profile,
        Reference policy,
        Optional<String> label,
        boolean admin,
        Optional<String> externalId,
        boolean secondFactor,
        Optional<String> invitedBy,
        Letter letter) {
    private static final int LONGEST = 255;
    private static final Set<String> KNOWN = Set.of(
            "email",
            "project",
            "projectId",
            "profile",
            "policy",
            "policyId",
            "label",
            "admin",
            "externalId",
            "secondFactor",
            "invitedBy",
            "client",
            "words",
            "language",
            "expiresInDays",
            "sendEmail");
    private static final Set<String> KNOWN_AGAIN = Set.of("client", "words", "language", "expiresInDays", "sendEmail");

    /**
     * What may be another each time an invitation is sent.
     *
     * @param client {@code client_id}
     */
    record Letter(
            Optional<String> words,
            Optional<String> language,
            Optional<String> client,
            Duration lasts,
            boolean sendEmail) {}

    static InvitationInput read(ObjectNode json) {
        Fields fields = new Fields(json, KNOWN);
        return new InvitationInput(
                fields.line("email", LONGEST).map(InvitationInput::email).orElseThrow(() -> Fields.missing("email")),
                Reference.read(fields, "project"),
                fields.line("profile", LONGEST)
                        .map(InvitationInput::profile)
                        .orElseThrow(() -> Fields.missing("profile")),
                Reference.read(fields, "policy"),
                fields.line("label", LONGEST),
                fields.flag("admin").orElse(false),
                fields.line("externalId", LONGEST),
                fields.flag("secondFactor").orElse(false),
                fields.line("invitedBy", LONGEST),
                letter(fields));
    }

    /** How to send an invitation once more; what is not said stays as it was. */
    static Letter readAgain(ObjectNode json) {
        return letter(new Fields(json, KNOWN_AGAIN));
    }

    static EmailAddress email(String text) {
        return EmailAddress.parse(text)
                .filter(address -> EmailValidationUtil.isValidEmail(address.value()))
                .orElseThrow(() -> Refused.field("email", "Must be an e-mail address such as name@example.org."));
    }

    private static FhirProfile profile(String reference) {
        return FhirProfile.parse(reference)
                .orElseThrow(() -> Refused.field(
                        "profile",
                        "Must be a reference such as Practitioner/123 to a Practitioner, PractitionerRole, Patient,"
                                + " RelatedPerson or Person."));
    }

    private static Letter letter(Fields fields) {
        return new Letter(
                fields.lines("words", InvitationLetter.LONGEST_WORDS),
                fields.line("language", 35).map(InvitationInput::language),
                fields.line("client", LONGEST),
                fields.number("expiresInDays", 1, Math.toIntExact(InvitationDelivery.LONGEST.toDays()))
                        .map(Duration::ofDays)
                        .orElse(InvitationDelivery.UNLESS_SAID),
                fields.flag("sendEmail").orElse(true));
    }

    private static String language(String tag) {
        return Language.parse(tag)
                .orElseThrow(() -> Refused.field("language", "Must be a language, such as en, de or pt-BR."))
                .tag();
    }
}
