<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("atrium.profile.title")}
  <#elseif section = "form">
    <p>${msg("atrium.profile.intro", profiles.clientName())}</p>
    <#if profiles.searchable()>
      <form class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" role="search">
        <div class="${properties.kcFormGroupClass!}">
          <label class="${properties.kcLabelClass!}" for="search">${msg("atrium.profile.search")}</label>
          <span class="${properties.kcInputClass!}">
            <input id="search" name="search" type="search" maxlength="100" value="${profiles.search()}"/>
          </span>
        </div>
        <@buttons.button id="atrium-search" name="find" label="atrium.profile.find" type="secondary"/>
      </form>
    </#if>
    <form id="atrium-profiles" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <#if profiles.rows()?has_content>
        <ul class="atrium-rows">
          <#list profiles.rows() as row>
            <li>
              <label class="atrium-row">
                <input type="radio" name="membership" value="${row.id()}" required <#if row.preselected()>checked</#if>/>
                <span>
                  <span class="atrium-title">${row.project()}</span>
                  <span class="atrium-detail">${msg(row.typeKey())}<#if row.label()?has_content> · ${row.label()}</#if></span>
                </span>
              </label>
            </li>
          </#list>
        </ul>
        <#if profiles.more()><p class="atrium-detail">${msg("atrium.profile.more")}</p></#if>
        <@buttons.actionGroup>
          <@buttons.button id="kc-login" name="continue" label="doContinue"/>
        </@buttons.actionGroup>
      <#else>
        <p role="status">${msg("atrium.profile.none", profiles.search())}</p>
      </#if>
    </form>
  </#if>
</@layout.registrationLayout>
