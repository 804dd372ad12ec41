<#import "atrium-stage.ftl" as stage>

<#-- Back to the choice of methods, where there is one. -->
<#macro way>
  <#if anotherWay??>
    <form id="atrium-another-way" action="${url.loginAction}" method="post">
      <@stage.secondary id="atrium-another" name="anotherWay" label="atrium.method.another"/>
    </form>
  </#if>
</#macro>
