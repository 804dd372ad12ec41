<#import "template.ftl" as layout>
<#import "password-commons.ftl" as passwordCommons>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("webauthn-registration-title")}
  <#elseif section = "form">
    <p class="instruction">${msg("atrium.key.text")}</p>
    <noscript><p class="instruction">${msg("atrium.method.passkey.script")}</p></noscript>
    <form id="register" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <#list ["clientDataJSON", "attestationObject", "publicKeyCredentialId", "authenticatorLabel", "transports", "authenticatorAttachment", "error"] as field>
        <input type="hidden" id="${field}" name="${field}"/>
      </#list>
      <@passwordCommons.logoutOtherSessions/>
      <#-- Until a script can ask for the key, there is nothing to send. -->
      <@buttons.actionGroup><@buttons.button id="registerWebAuthn" label="doContinue" disabled="disabled"/></@buttons.actionGroup>
    </form>
    <#if !isSetRetry?has_content && isAppInitiatedAction?has_content>
      <form id="kc-webauthn-settings-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
        <@buttons.actionGroup><@buttons.button id="cancelWebAuthnAIA" name="cancel-aia" label="doCancel" type="secondary"/></@buttons.actionGroup>
      </form>
    </#if>
    <script type="module">
      <#outputformat "JavaScript">
      import { registerByWebAuthn } from "${url.resourcesPath}/js/webauthnRegister.js";
      const form = document.getElementById("register");
      const filled = () => document.getElementById("clientDataJSON").value || document.getElementById("error").value;
      let asked = false;
      form.addEventListener("submit", event => {
        if (filled()) return;
        event.preventDefault();
        if (asked) return;
        asked = true;
        registerByWebAuthn({
          challenge: ${challenge?c}, userid: ${userid?c}, username: ${username?c},
          signatureAlgorithms: [<#list signatureAlgorithms as algorithm>${algorithm?c},</#list>],
          rpEntityName: ${rpEntityName?c}, rpId: ${rpId?c},
          attestationConveyancePreference: ${attestationConveyancePreference?c},
          authenticatorAttachment: ${authenticatorAttachment?c},
          requireResidentKey: ${requireResidentKey?c}, residentKey: ${residentKey?c},
          userVerificationRequirement: ${userVerificationRequirement?c},
          createTimeout: ${createTimeout?c}, excludeCredentialIds: ${excludeCredentialIds?c},
          initLabel: ${msg("webauthn-registration-init-label")?c},
          initLabelPrompt: ${msg("webauthn-registration-init-label-prompt")?c},
          errmsg: ${msg("webauthn-unsupported-browser-text")?c}
        });
      });
      document.getElementById("registerWebAuthn").disabled = false;
      </#outputformat>
    </script>
  </#if>
</@layout.registrationLayout>
