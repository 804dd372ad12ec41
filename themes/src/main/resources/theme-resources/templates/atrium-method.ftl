<#import "atrium-stage.ftl" as stage>
<@stage.page heading=msg("atrium.method.title")>
  <form id="atrium-methods" action="${url.loginAction}" method="post">
    <ul class="atrium-rows">
      <#list page.methods() as method>
        <li>
          <button name="method" value="${method.value()}" type="submit" class="atrium-row atrium-choice"<#if method?is_first> autofocus</#if>>
            <span>
              <span class="atrium-title">${msg("atrium.method." + method.kind(), method.name())}</span>
              <span class="atrium-detail">${msg("atrium.method." + method.kind() + ".detail", method.name())}</span>
            </span>
          </button>
        </li>
      </#list>
    </ul>
    <#-- Beside a name that is shown there is a way to another one already. -->
    <#if !auth.showUsername()><@stage.actions><@stage.link id="atrium-restart" href=url.loginRestartFlowUrl label="atrium.method.restart"/></@stage.actions></#if>
  </form>
</@stage.page>
