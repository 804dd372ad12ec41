<#import "atrium-stage.ftl" as stage>

<#macro field name label value type="text">
  <div class="atrium-field">
    <label for="atrium-${name}">${msg(label)}</label>
    <input id="atrium-${name}" name="${name}" type="${type}" maxlength="100" autocomplete="off" value="${value}"/>
  </div>
</#macro>

<#-- The way back to the app, and another try where there is nothing else to do. -->
<#macro leave again=false>
  <form id="atrium-leave" action="${url.loginAction}" method="post">
    <@stage.actions>
      <#if again><@stage.primary id="atrium-again" name="again" label="atrium.choice.again"/></#if>
      <@stage.secondary id="atrium-back" name="back" label="atrium.refused.back"/>
    </@stage.actions>
  </form>
</#macro>

<#macro parts list>
  <ul class="atrium-parts">
    <#list list as part>
      <li>
        <label><input type="checkbox" name="part" value="${part.value()}" <#if part.ticked()>checked</#if>/> <span>${part.title()}</span></label>
        <#if part.parts()?has_content><@parts part.parts()/></#if>
      </li>
    </#list>
  </ul>
</#macro>
