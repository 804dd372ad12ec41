package dev.atrium.http.error;

import java.util.Optional;

/**
 * Why a request is refused.
 *
 * @param error a stable code that programs may rely on
 * @param field what in the request is wrong, as the request names it
 * @param message why, and what to do; a sentence for people, which may change
 */
public record Problem(int status, String error, Optional<String> field, String message) {
    public static Problem invalidJson(String message) {
        return of(400, "invalid_json", message);
    }

    public static Problem invalidField(String field, String message) {
        return new Problem(400, "invalid_field", Optional.of(field), message);
    }

    public static Problem unknownField(String field, String message) {
        return new Problem(400, "unknown_field", Optional.of(field), message);
    }

    public static Problem forbidden(String message) {
        return of(403, "forbidden", message);
    }

    public static Problem notFound(String message) {
        return of(404, "not_found", message);
    }

    public static Problem bodyTooLarge(String message) {
        return of(413, "body_too_large", message);
    }

    public static Problem unsupportedMediaType() {
        return of(415, "unsupported_media_type", "Send the body as Content-Type: application/json, in UTF-8.");
    }

    public static Problem membershipExists() {
        return new Problem(
                409,
                "membership_exists",
                Optional.of("profile"),
                "This user already has this profile in this project; update that membership instead.");
    }

    public static Problem externalIdTaken() {
        return new Problem(
                409,
                "external_id_taken",
                Optional.of("externalId"),
                "Another membership of this project has this external id; choose another one, or change that membership.");
    }

    public static Problem alreadyInvited() {
        return new Problem(
                409,
                "already_invited",
                Optional.of("email"),
                "This address has a pending invitation to this project as this profile; send that one again instead.");
    }

    public static Problem invitationEnded() {
        return of(409, "invitation_ended", "This invitation has been accepted or revoked; create a new one.");
    }

    public static Problem policyNameTaken() {
        return new Problem(
                409,
                "policy_name_taken",
                Optional.of("name"),
                "Another access policy of this realm has this name, ignoring case; choose another name.");
    }

    public static Problem templateSavedMeanwhile() {
        return of(409, "template_saved_meanwhile", "Someone else has just saved this template; read it again.");
    }

    public static Problem policyInUse() {
        return of(
                409,
                "policy_in_use",
                "Memberships or pending invitations still use this access policy; give them another one first.");
    }

    public static Problem tooMany(String message) {
        return of(409, "too_many", message);
    }

    public static Problem messageNotWaiting() {
        return of(409, "message_not_waiting", "This message is no longer waiting, or is being sent right now.");
    }

    public static Problem messageOnItsWay() {
        return of(409, "message_on_its_way", "This message is being sent right now; wait for the result first.");
    }

    private static Problem of(int status, String error, String message) {
        return new Problem(status, error, Optional.empty(), message);
    }
}
