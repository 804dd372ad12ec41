<#import "atrium-stage.ftl" as stage>
<#-- Keycloak would offer the steps that stand beside this one, which are for another account. -->
<#function never><#return false></#function>
<#global auth = {"showUsername": never, "showResetCredentials": never, "showTryAnotherWayLink": never}>
<@stage.page heading=msg("atrium.account.title")>
  <p class="atrium-text">${msg("atrium.account.text", account)}</p>
  <form id="atrium-account" action="${url.loginAction}" method="post">
    <@stage.actions>
      <button id="kc-login" name="continue" type="submit"
          class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}">${msg("atrium.account.continue", account)}</button>
      <@stage.link id="atrium-other" href=url.loginRestartFlowUrl label="atrium.account.other"/>
    </@stage.actions>
  </form>
</@stage.page>
