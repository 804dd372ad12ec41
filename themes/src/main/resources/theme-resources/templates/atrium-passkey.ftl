<#import "atrium-stage.ftl" as stage>
<#import "atrium-another.ftl" as another>
<@stage.page heading=msg("atrium.method.passkey.title")>
  <p class="atrium-text">${msg("atrium.method.passkey.text")}</p>
  <noscript><p class="atrium-text">${msg("atrium.method.passkey.script")}</p></noscript>
  <form id="webauth" action="${url.loginAction}" method="post" hidden>
    <#list ["clientDataJSON", "authenticatorData", "signature", "credentialId", "userHandle", "error"] as field>
      <input type="hidden" id="${field}" name="${field}"/>
    </#list>
  </form>
  <#if authenticators??>
    <form id="authn_select" hidden>
      <#list authenticators.authenticators as authenticator>
        <input type="hidden" name="authn_use_chk" value="${authenticator.credentialId}"/>
      </#list>
    </form>
  </#if>
  <@stage.actions>
    <@stage.primary id="authenticateWebAuthnButton" name="passkey" label="atrium.method.passkey.use"/>
  </@stage.actions>
  <@another.way/>
  <script type="module">
    <#outputformat "JavaScript">
    import { authenticateByWebAuthn } from "${url.resourcesPath}/js/webauthnAuthenticate.js";
    const button = document.getElementById("authenticateWebAuthnButton");
    button.addEventListener("click", () => authenticateByWebAuthn({
      isUserIdentified: ${isUserIdentified},
      challenge: ${challenge?c},
      userVerification: ${userVerification?c},
      rpId: ${rpId?c},
      createTimeout: ${createTimeout?c},
      errmsg: ${msg("webauthn-unsupported-browser-text")?c}
    }), { once: true });
    button.focus();
    </#outputformat>
  </script>
</@stage.page>
