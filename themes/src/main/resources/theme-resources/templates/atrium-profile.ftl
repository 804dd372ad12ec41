<#import "atrium-stage.ftl" as stage>
<@stage.page heading=msg(profiles.titleKey())>
  <#if profiles.searchable()><@search/></#if>
  <form id="atrium-profiles" action="${url.loginAction}" method="post">
    <#if profiles.groups()?has_content>
      <p class="atrium-note">${msg("atrium.profile.legend", profiles.clientName())}</p>
      <#list profiles.groups() as group>
        <#if group.project()?has_content>
          <fieldset class="atrium-group"><legend><bdi>${group.project()}</bdi></legend><@rows group/></fieldset>
        <#else>
          <@rows group/>
        </#if>
      </#list>
      <#if profiles.more()><p class="atrium-note">${msg("atrium.profile.more")}</p></#if>
      <#if leftSomeOut><p class="atrium-note">${msg("atrium.profile.leftOut", profiles.clientName())}</p></#if>
    <#else>
      <p class="atrium-note" role="status">${msg("atrium.profile.none", profiles.search())}</p>
    </#if>
    <@stage.actions>
      <#if profiles.search()?has_content><@stage.secondary id="atrium-all" name="all" label="atrium.profile.all"/></#if>
      <@stage.link id="atrium-other" href=url.loginRestartFlowUrl label="atrium.account.other"/>
    </@stage.actions>
  </form>
</@stage.page>

<#macro search>
  <form id="atrium-search-form" class="atrium-search" action="${url.loginAction}" method="post" role="search">
    <label for="search">${msg("atrium.profile.search")}</label>
    <div class="atrium-search-row">
      <input id="search" name="search" type="search" maxlength="100" autocomplete="off" value="${profiles.search()}"/>
      <@stage.secondary id="atrium-search" name="find" label="atrium.profile.find"/>
    </div>
  </form>
</#macro>

<#-- Where the project stands above the rows, each still says it to those who hear the page. -->
<#macro rows group>
  <#local grouped = group.project()?has_content>
  <ul class="atrium-rows">
    <#list group.rows() as row>
      <#local labelled = row.label()?has_content>
      <li>
        <button class="atrium-row atrium-choice" type="submit" name="membership" value="${row.id()}">
          <span>
            <span class="atrium-title"><#if labelled><bdi>${row.label()}</bdi><#else>${msg(row.kindKey())}</#if></span>
            <#if grouped><bdi class="atrium-unseen">${row.project()}</bdi></#if>
            <#if labelled || !grouped || row.last()>
              <span class="atrium-detail atrium-as-is"><#if labelled>${msg(row.typeKey())}</#if><#if labelled && !grouped> · </#if><#if !grouped><bdi>${row.project()}</bdi></#if><#if row.last()><#if labelled || !grouped> · </#if>${msg("atrium.profile.last")}</#if></span>
            </#if>
          </span>
        </button>
      </li>
    </#list>
  </ul>
</#macro>
