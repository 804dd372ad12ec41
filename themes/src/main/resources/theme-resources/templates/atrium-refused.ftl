<#import "atrium-stage.ftl" as stage>
<@stage.page heading=msg(refusal + ".title")>
  <p class="atrium-text">${msg(refusal + ".text", clientName)}</p>
  <form id="atrium-refused" action="${url.loginAction}" method="post">
    <@stage.actions>
      <#if another>
        <@stage.primary id="kc-login" name="another" label="atrium.refused.another"/>
        <@stage.secondary id="atrium-back" name="back" label="atrium.refused.back"/>
      <#else>
        <@stage.primary id="kc-login" name="back" label="atrium.refused.back"/>
      </#if>
      <@stage.link id="atrium-other" href=url.loginRestartFlowUrl label="atrium.refused.other"/>
    </@stage.actions>
  </form>
</@stage.page>
