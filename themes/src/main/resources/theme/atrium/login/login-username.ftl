<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "social-providers.ftl" as identityProviders>
<#import "passkeys.ftl" as passkeys>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username")
    displayInfo=(realm.password && realm.registrationAllowed && !registrationDisabled??); section>
  <#if section = "header">
    ${msg("loginAccountTitle")}
  <#elseif section = "form">
    <form id="kc-form-login" class="${properties.kcFormClass!}" onsubmit="login.disabled = true; return true;"
        action="${url.loginAction}" method="post">
      <#if !usernameHidden??>
        <#assign onlyEmail = realm.loginWithEmailAllowed && realm.registrationEmailAsUsername>
        <p class="atrium-hint"><#if onlyEmail>${msg("atrium.email.only")}<#else>${msg("atrium.email.next")}</#if></p>
        <#assign label>
          <#if !realm.loginWithEmailAllowed>${msg("username")}<#elseif onlyEmail>${msg("email")}<#else>${msg("usernameOrEmail")}</#if>
        </#assign>
        <@field.input name="username" label=label value=login.username!"" autofocus=true
            autocomplete=(enableWebAuthnConditionalUI?has_content)?then("username webauthn", "username")/>
        <#if realm.rememberMe><@field.checkbox name="rememberMe" label=msg("rememberMe") value=login.rememberMe??/></#if>
      </#if>
      <@buttons.actionGroup>
        <@buttons.button id="kc-login" name="login" label="doContinue"/>
      </@buttons.actionGroup>
    </form>
    <@passkeys.conditionalUIData/>
  <#elseif section = "info">
    <#if realm.password && realm.registrationAllowed && !registrationDisabled??>
      <div id="kc-registration">${msg("noAccount")} <a href="${url.registrationUrl}">${msg("doRegister")}</a></div>
    </#if>
  <#elseif section = "socialProviders">
    <#if social.providers?has_content><@identityProviders.show social=social/></#if>
  </#if>
</@layout.registrationLayout>
