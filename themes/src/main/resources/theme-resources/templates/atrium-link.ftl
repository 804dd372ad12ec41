<#import "atrium-stage.ftl" as stage>
<#macro say line>${msg(line.key(), line.first(), line.second())}</#macro>
<#assign heading><@say page.title()/></#assign>
<@stage.page heading=heading>
  <#list page.lines() as line>
    <p class="atrium-text"><@say line/></p>
  </#list>
  <#if page.words()?has_content><blockquote class="atrium-words">${page.words()}</blockquote></#if>
  <#if page.button()??>
    <form id="atrium-link" action="${address}" method="post" onsubmit="send.disabled = true; return true;">
      <input type="hidden" name="${page.button().name()}" value="true"/>
      <@stage.actions>
        <button id="kc-login" name="send" type="submit"
            class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}"><@say page.button().label()/></button>
      </@stage.actions>
    </form>
  </#if>
  <#if page.way()??>
    <@stage.actions><@stage.link id="atrium-way" href=page.way().address() label=page.way().label()/></@stage.actions>
  </#if>
</@stage.page>
