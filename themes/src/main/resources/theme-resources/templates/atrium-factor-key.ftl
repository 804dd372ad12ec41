<#import "atrium-stage.ftl" as stage>
<#import "atrium-way.ftl" as ways>
<@ways.page>
  <form id="webauth" action="${url.loginAction}" method="post">
    <#list ["clientDataJSON", "authenticatorData", "signature", "credentialId", "userHandle", "error"] as field>
      <input type="hidden" id="${field}" name="${field}"/>
    </#list>
    <@stage.actions>
      <button id="kc-login" type="button"
          class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}">${msg("atrium.factor.use." + key.type())}</button>
    </@stage.actions>
    <noscript><p class="atrium-note">${msg("atrium.factor.noscript")}</p></noscript>
  </form>
  <form id="authn_select">
    <#list key.keys() as id><input type="hidden" name="authn_use_chk" value="${id}"/></#list>
  </form>
  <script type="module">
    <#outputformat "JavaScript">
    import { authenticateByWebAuthn } from "${url.resourcesPath}/js/webauthnAuthenticate.js";
    document.getElementById("kc-login").addEventListener("click", () => authenticateByWebAuthn({
      isUserIdentified: true,
      challenge: ${key.challenge()?c},
      userVerification: ${key.userVerification()?c},
      rpId: ${key.rpId()?c},
      createTimeout: ${key.timeout()?c},
      errmsg: ${msg("webauthn-unsupported-browser-text")?c}
    }), { once: true });
    </#outputformat>
  </script>
</@ways.page>
