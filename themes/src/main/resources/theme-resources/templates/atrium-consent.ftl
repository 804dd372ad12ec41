<#import "atrium-choice.ftl" as choice>

<#macro asker app>
  <div class="atrium-app">
    <#if app.logo()?has_content><img src="${app.logo()}" alt="" referrerpolicy="no-referrer"/></#if>
    <div>
      <span class="atrium-title"><bdi>${app.name()}</bdi></span>
      <#if app.publisher()?has_content><span class="atrium-detail">${msg("atrium.scopes.publisher", app.publisher())}</span></#if>
      <#if app.terms()?has_content><@link app.terms() "atrium-terms" "atrium.scopes.terms"/></#if>
      <#if app.privacy()?has_content><@link app.privacy() "atrium-privacy" "atrium.scopes.privacy"/></#if>
    </div>
  </div>
</#macro>

<#macro link href id label>
  <a id="${id}" class="atrium-page" href="${href}" target="_blank" rel="noopener noreferrer">${msg(label)}</a>
</#macro>

<#macro items list>
  <ul class="atrium-rows">
    <#list list as item>
      <li>
        <#if item.tick().isBox()>
          <label class="atrium-row">
            <input type="checkbox" name="scope" value="${item.value()}" <#if item.tick().isOn()>checked</#if>/>
            <@words item/>
          </label>
        <#else>
          <div class="atrium-row atrium-row-text"><@words item/></div>
        </#if>
        <#if item.explanation()?has_content><@more item/></#if>
      </li>
    </#list>
  </ul>
</#macro>

<#macro words item>
  <span>
    <span class="atrium-title">${item.title()}</span>
    <#if item.detail()?has_content><span class="atrium-detail">${item.detail()}</span></#if>
    <#if item.noteKey()?has_content><span class="atrium-detail">${msg(item.noteKey())}</span></#if>
  </span>
</#macro>

<#-- The long text and the parts: out of sight until they are asked for, and sent even then. -->
<#macro more item>
  <details class="atrium-more">
    <summary>${item.parts()?has_content?then(msg("atrium.scopes.choose"), msg("atrium.scopes.more"))}<span class="atrium-unseen"> · ${item.title()}</span></summary>
    <p class="atrium-note">${item.explanation()}</p>
    <#if item.parts()?has_content>
      <p class="atrium-note">${msg("atrium.scopes.parts")}</p>
      <@choice.parts item.parts()/>
    </#if>
  </details>
</#macro>
