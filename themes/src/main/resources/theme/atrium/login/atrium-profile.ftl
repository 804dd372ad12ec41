<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<#global title = msg("atrium.page", msg("atrium.profile.title"), title!)>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("atrium.profile.title")}
  <#elseif section = "form">
    <#if profiles.searchable()>
      <form id="atrium-search-form" class="atrium-search" action="${url.loginAction}" method="post" role="search">
        <label class="${properties.kcFormLabelClass!}" for="search">
          <span class="${properties.kcFormLabelTextClass!}">${msg("atrium.profile.search")}</span>
        </label>
        <div class="atrium-search-row">
          <span class="${properties.kcInputClass!}">
            <input id="search" name="search" type="search" maxlength="100" autocomplete="off" value="${profiles.search()}"/>
          </span>
          <@buttons.button id="atrium-search" name="find" label="atrium.profile.find" type="secondary" fullWidth=false/>
        </div>
      </form>
    </#if>
    <form id="atrium-profiles" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <#if profiles.rows()?has_content>
        <fieldset class="atrium-group">
          <legend>${msg("atrium.profile.legend", profiles.clientName())}</legend>
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
        </fieldset>
        <#if profiles.more()><p class="atrium-note">${msg("atrium.profile.more")}</p></#if>
        <@buttons.actionGroup>
          <@buttons.button id="kc-login" name="continue" label="doContinue"/>
        </@buttons.actionGroup>
      <#else>
        <p class="atrium-text" role="status">${msg("atrium.profile.none", profiles.search())}</p>
        <@buttons.button id="atrium-all" name="all" label="atrium.profile.all" type="secondary"/>
      </#if>
    </form>
  </#if>
</@layout.registrationLayout>
