package dev.atrium.overrides.page;

import dev.atrium.core.page.PageBrand;
import org.keycloak.forms.login.freemarker.model.RealmBean;
import org.keycloak.models.RealmModel;

/** The realm under the name of a project: that is what the head of every theme's pages shows. */
public final class BrandedRealm extends RealmBean {
    private final PageBrand brand;

    BrandedRealm(RealmModel realm, PageBrand brand) {
        super(realm);
        this.brand = brand;
    }

    @Override
    public String getDisplayName() {
        return brand.name();
    }

    /** With the logo, which says nothing that the name beside it does not. */
    @Override
    public String getDisplayNameHtml() {
        String logo = brand.logo()
                .map(address -> "<img src=\"" + address.replace("&", "&amp;") + "\" alt=\"\" height=\"36\" />")
                .orElse("");
        return logo + "<span>" + plain(brand.name()) + "</span>";
    }

    /** Keycloak fills in {@code ${…}} and reads entities as often as there are any before it takes the rest for HTML: a name has none of it. */
    private static String plain(String name) {
        return name.replace("<", "\u2039")
                .replace(">", "\u203a")
                .replace("${", "$ {")
                .replaceAll("&(?=#|[A-Za-z][A-Za-z0-9])", "\uff06");
    }
}
