<#import "atrium-stage.ftl" as stage>
<@stage.page heading=msg(reason + ".title")>
  <p class="atrium-text">${msg(reason + verifies?then(".mail", ".text"), username)}</p>
  <form id="atrium-invitation" action="${url.loginAction}" method="post">
    <@stage.actions>
      <#if another><@stage.link id="atrium-other" href=url.loginRestartFlowUrl label="atrium.link.other"/></#if>
      <#if verifies><@stage.primary id="atrium-verify" name="verify" label="atrium.link.invitation.unproven.button"/></#if>
      <@stage.secondary id="kc-login" name="continue" label="atrium.link.onward"/>
    </@stage.actions>
  </form>
</@stage.page>
