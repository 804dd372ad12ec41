<#import "atrium-stage.ftl" as stage>

<#-- A page that asks for what a project wants of a sign-in: its words, what is nested, the other ways, and the way out. -->
<#macro page>
  <@stage.page heading=msg(way.titleKey())>
    <p class="atrium-text">${msg(way.textKey(), way.project(), way.clientName())}</p>
    <#nested>
    <#if way.others()?has_content><@others/></#if>
    <form id="atrium-leave" action="${url.loginAction}" method="post">
      <@stage.actions>
        <#if way.another()><@stage.secondary id="atrium-another" name="another" label="atrium.refused.another"/></#if>
        <@stage.secondary id="atrium-back" name="back" label="atrium.refused.back"/>
      </@stage.actions>
    </form>
  </@stage.page>
</#macro>

<#macro others>
  <form id="atrium-ways" action="${url.loginAction}" method="post">
    <@stage.actions>
      <#list way.others() as other>
        <button name="way" value="${other.id()}" type="submit" class="<@stage.secondaryClass/>">${msg(other.label())}</button>
      </#list>
    </@stage.actions>
  </form>
</#macro>
