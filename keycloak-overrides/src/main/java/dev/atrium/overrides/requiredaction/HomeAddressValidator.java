package dev.atrium.overrides.requiredaction;

import dev.atrium.directory.login.AddressChange;
import java.util.Optional;
import java.util.Set;
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
 * belongs to a provider, or to a rule for their domain, does not change theirs: it says how they sign in.
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
                .filter(user -> isOwn(attribute))
                .filter(user -> isAnother(value, user))
                .filter(user -> new AddressChange(context.getSession(), user, text(value)).isRefused())
                .ifPresent(user -> context.addError(new ValidationError(ID, inputHint, "atrium.email.home")));
    }

    static boolean isOwn(AttributeContext attribute) {
        return OWN.contains(attribute.getContext());
    }

    private static Optional<String> text(Object value) {
        return Optional.ofNullable(value).map(String::valueOf);
    }

    private static boolean isAnother(Object value, UserModel user) {
        return !String.valueOf(value).equalsIgnoreCase(user.getEmail());
    }

    @Override
    public int order() {
        return 10;
    }
}
