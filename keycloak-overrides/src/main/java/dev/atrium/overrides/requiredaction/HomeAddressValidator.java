package dev.atrium.overrides.requiredaction;

import dev.atrium.authenticators.requiredaction.FactorCheck;
import dev.atrium.directory.login.AddressChange;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.organization.validator.OrganizationMemberValidator;
import org.keycloak.userprofile.AttributeContext;
import org.keycloak.userprofile.UserProfileAttributeValidationContext;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidatorConfig;

/**
 * Keycloak's own check of the address of an organization's members, which stands at every way to change an address. Who
 * belongs to a provider, or to a rule for their domain, does not change theirs: it says how they sign in. Who has a second factor shows
 * it first.
 */
public final class HomeAddressValidator extends OrganizationMemberValidator {
    /** Where people change their own; an administrator may change anybody's. */
    private static final Set<UserProfileContext> OWN =
            Set.of(UserProfileContext.ACCOUNT, UserProfileContext.UPDATE_PROFILE, UserProfileContext.UPDATE_EMAIL);

    @Override
    protected void doValidate(Object value, String inputHint, ValidationContext context, ValidatorConfig config) {
        super.doValidate(value, inputHint, context, config);
        AttributeContext attribute = ((UserProfileAttributeValidationContext) context).getAttributeContext();
        Optional.ofNullable(attribute.getUser())
                .filter(user -> isOwn(attribute) && isAnother(value, user))
                .flatMap(user -> problem(context.getSession(), user, value, attribute.getContext()))
                .ifPresent(problem -> context.addError(new ValidationError(ID, inputHint, problem)));
    }

    private static Optional<String> problem(
            KeycloakSession session, UserModel user, @Nullable Object value, UserProfileContext place) {
        if (new AddressChange(session, user, text(value)).isRefused()) {
            return Optional.of("atrium.email.home");
        }
        // The action that changes an address has a guard of its own; the link in its mail is followed where the action
        // was begun.
        return place != UserProfileContext.UPDATE_EMAIL
                        && FactorCheck.of(session, user).isMissingForAddress()
                ? Optional.of("atrium.email.factor")
                : Optional.empty();
    }

    static boolean isOwn(AttributeContext attribute) {
        return OWN.contains(attribute.getContext());
    }

    private static Optional<String> text(@Nullable Object value) {
        return Optional.ofNullable(value).map(String::valueOf).filter(address -> !address.isBlank());
    }

    private static boolean isAnother(@Nullable Object value, UserModel user) {
        Optional<String> now = text(user.getEmail());
        return text(value)
                .map(next -> now.filter(next::equalsIgnoreCase).isEmpty())
                .orElse(now.isPresent());
    }

    @Override
    public int order() {
        return 10;
    }
}
