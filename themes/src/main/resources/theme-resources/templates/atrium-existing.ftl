<#import "atrium-stage.ftl" as stage>
<@stage.page heading=msg("atrium.existing.title")>
  <p class="atrium-text">${msg("atrium.existing.text", account, provider)}</p>
  <#if !ways?has_content>
    <p class="atrium-text">${msg(forgotten?then("atrium.existing.forgotten", "atrium.existing.none"), provider)}</p>
  </#if>
  <form id="atrium-existing" action="${url.loginAction}" method="post">
    <@stage.actions>
      <#list ways as way>
        <button id="atrium-way-${way?index}" name="way" value="${way.value()}" type="submit"
            class="<#if way?is_first>${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}<#else><@stage.secondaryClass/></#if>">${way.isOwn()?then(msg("atrium.existing.own"), msg("atrium.refused.way.provider", way.name()))}</button>
      </#list>
      <#if forgotten>
        <@stage.link id="atrium-forgotten" href=url.loginResetCredentialsUrl label="atrium.existing.password"/>
      </#if>
      <@stage.link id="atrium-other" href=url.loginRestartFlowUrl label="atrium.existing.other"/>
    </@stage.actions>
  </form>
</@stage.page>
