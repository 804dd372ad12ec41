package dev.atrium.overrides.requiredaction;

import dev.atrium.directory.account.UsernameChange;
import java.util.Collection;
import java.util.Optional;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.AttributeContext;
import org.keycloak.userprofile.UserProfileAttributeValidationContext;
import org.keycloak.userprofile.validator.UsernameMutationValidator;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidatorConfig;

/**
 * Keycloak's own check of whether somebody may have another user name. Where it says how they sign in, they do not change theirs to
 * one for which another rule is.
 */
public final class HomeUsernameValidator extends UsernameMutationValidator {
    @Override
    public ValidationContext validate(
            Object input, String inputHint, ValidationContext context, ValidatorConfig config) {
        super.validate(input, inputHint, context, config);
        AttributeContext attribute =
                UserProfileAttributeValidationContext.from(context).getAttributeContext();
        Optional.ofNullable(attribute.getUser())
                .filter(user -> HomeAddressValidator.isOwn(attribute))
                .filter(user -> !isTheAddress(input, attribute, context) && isRefused(input, user, context))
                .ifPresent(user -> context.addError(new ValidationError(ID, inputHint, "atrium.username.home")));
        return context;
    }

    /** Where the address is the user name (<em>Email as username</em>), the address is what is changed, and is checked itself. */
    private static boolean isTheAddress(Object input, AttributeContext attribute, ValidationContext context) {
        String email = attribute.getAttributes().getFirst(UserModel.EMAIL);
        return context.getSession().getContext().getRealm().isRegistrationEmailAsUsername()
                && email != null
                && input instanceof Collection<?> values
                && values.stream().map(String::valueOf).allMatch(email::equalsIgnoreCase);
    }

    private static boolean isRefused(Object input, UserModel user, ValidationContext context) {
        return input instanceof Collection<?> values
                && values.stream()
                        .map(String::valueOf)
                        .filter(name -> !name.isBlank() && !name.equalsIgnoreCase(user.getUsername()))
                        .anyMatch(name -> new UsernameChange(context.getSession(), user, name).isRefused());
    }

    @Override
    public int order() {
        return 10;
    }
}
