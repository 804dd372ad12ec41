<#import "atrium-stage.ftl" as stage>
<#import "atrium-choice.ftl" as choice>
<@stage.page heading=msg("atrium.scopes.title", consent.clientName())>
  <p class="atrium-as">
    <span class="atrium-title">${consent.project()}</span>
    <span class="atrium-detail">${msg(consent.typeKey())}<#if consent.label()?has_content> · ${consent.label()}</#if></span>
  </p>
  <#if consent.clientText()?has_content><p class="atrium-text">${advancedMsg(consent.clientText())}</p></#if>
  <p class="atrium-text">${msg("atrium.scopes.intro")}</p>
  <form id="atrium-scopes" action="${url.loginAction}" method="post">
    <#list consent.groups() as group>
      <fieldset class="atrium-group">
        <legend>${msg(group.titleKey())}</legend>
        <ul class="atrium-rows">
          <#list group.items() as item>
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
      </fieldset>
    </#list>
    <#if consent.patientMissing()><p class="atrium-note">${msg("atrium.scopes.patientMissing")}</p></#if>
    <@stage.actions>
      <@stage.primary id="kc-login" name="accept" label="atrium.scopes.accept"/>
      <@stage.secondary id="kc-cancel" name="deny" label="atrium.scopes.deny"/>
    </@stage.actions>
  </form>
</@stage.page>

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
