<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("atrium.scopes.title", consent.clientName())}
  <#elseif section = "form">
    <p>
      ${msg("atrium.scopes.as", consent.project(), msg(consent.typeKey()))}<#if consent.label()?has_content> · ${consent.label()}</#if>
    </p>
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
                  </span>
                </label>
              </li>
            </#list>
          </ul>
        </fieldset>
      </#list>
      <#if consent.patientMissing()><p class="atrium-detail">${msg("atrium.scopes.patientMissing")}</p></#if>
      <@buttons.actionGroup horizontal=true>
        <@buttons.button id="kc-login" name="accept" label="atrium.scopes.accept"/>
        <@buttons.button id="kc-cancel" name="deny" label="atrium.scopes.deny" type="secondary"/>
      </@buttons.actionGroup>
    </form>
  </#if>
</@layout.registrationLayout>
