<#import "atrium-stage.ftl" as stage>
<@stage.page heading=msg(refusal + ".title")>
  <p class="atrium-text">${msg(refusal + ".text", clientName)}</p>
  <form id="atrium-refused" action="${url.loginAction}" method="post">
    <@stage.actions>
      <#list ways![] as way>
        <button id="atrium-way-${way?index}" name="way" value="${way.value()}" type="submit"
            class="<#if way?is_first>${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}<#else><@stage.secondaryClass/></#if>">${way.value()?has_content?then(msg("atrium.refused.way.provider", way.name()), msg("atrium.refused.way.own"))}</button>
      </#list>
      <#if another!false>
        <@stage.primary id="kc-login" name="another" label="atrium.refused.another"/>
        <@stage.secondary id="atrium-back" name="back" label="atrium.refused.back"/>
      <#elseif ways?has_content>
        <@stage.secondary id="atrium-back" name="back" label="atrium.refused.back"/>
      <#else>
        <@stage.primary id="kc-login" name="back" label="atrium.refused.back"/>
      </#if>
      <@stage.link id="atrium-other" href=url.loginRestartFlowUrl label="atrium.refused.other"/>
    </@stage.actions>
  </form>
</@stage.page>
