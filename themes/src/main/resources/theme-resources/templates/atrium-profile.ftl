<#import "atrium-stage.ftl" as stage>
<@stage.page heading=msg("atrium.profile.title")>
  <#if profiles.searchable()>
    <form id="atrium-search-form" class="atrium-search" action="${url.loginAction}" method="post" role="search">
      <label for="search">${msg("atrium.profile.search")}</label>
      <div class="atrium-search-row">
        <input id="search" name="search" type="search" maxlength="100" autocomplete="off" value="${profiles.search()}"/>
        <@stage.secondary id="atrium-search" name="find" label="atrium.profile.find"/>
      </div>
    </form>
  </#if>
  <form id="atrium-profiles" action="${url.loginAction}" method="post">
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
      <#if leftSomeOut><p class="atrium-note">${msg("atrium.profile.leftOut", profiles.clientName())}</p></#if>
      <@stage.actions><@stage.primary id="kc-login" name="continue" label="doContinue"/></@stage.actions>
    <#else>
      <p class="atrium-text" role="status">${msg("atrium.profile.none", profiles.search())}</p>
      <@stage.secondary id="atrium-all" name="all" label="atrium.profile.all"/>
    </#if>
  </form>
</@stage.page>
