<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<#global title = msg("atrium.page", msg("atrium.scopes.title", consent.clientName()), title!)>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("atrium.scopes.title", consent.clientName())}
  <#elseif section = "form">
    <p class="atrium-as">
      <span class="atrium-title">${consent.project()}</span>
      <span class="atrium-detail">${msg(consent.typeKey())}<#if consent.label()?has_content> · ${consent.label()}</#if></span>
    </p>
    <p class="atrium-text">${msg("atrium.scopes.intro")}</p>
    <form id="atrium-scopes" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <#list consent.groups() as group>
        <fieldset class="atrium-group">
          <legend>${msg(group.titleKey())}</legend>
          <ul class="atrium-rows">
            <#list group.items() as item>
              <li>
                <label class="atrium-row">
                  <input type="checkbox" name="scope" value="${item.value()}" <#if item.ticked()>checked</#if>
                    <#if item.fixed()>disabled</#if>/>
                  <span>
                    <span class="atrium-title">${item.title()}</span>
                    <#if item.detail()?has_content><span class="atrium-detail">${item.detail()}</span></#if>
                    <#if item.fixed()><span class="atrium-detail">${msg("atrium.scopes.fixed")}</span></#if>
                  </span>
                </label>
              </li>
            </#list>
          </ul>
        </fieldset>
      </#list>
      <#if consent.patientMissing()><p class="atrium-note">${msg("atrium.scopes.patientMissing")}</p></#if>
      <@buttons.actionGroup horizontal=true>
        <@buttons.button id="kc-login" name="accept" label="atrium.scopes.accept"/>
        <@buttons.button id="kc-cancel" name="deny" label="atrium.scopes.deny" type="secondary"/>
      </@buttons.actionGroup>
    </form>
  </#if>
</@layout.registrationLayout>
