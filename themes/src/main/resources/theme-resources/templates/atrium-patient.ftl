<#import "atrium-stage.ftl" as stage>
<#import "atrium-choice.ftl" as choice>
<@stage.page heading=msg("atrium.patient.title")>
  <p class="atrium-text">${msg("atrium.patient.intro", patients.clientName())}</p>
  <p class="atrium-as">
    <span class="atrium-title"><bdi>${patients.project()}</bdi></span>
    <span class="atrium-detail">${msg(patients.typeKey())}<#if patients.label()?has_content> · <bdi>${patients.label()}</bdi></#if></span>
    <#if patients.searchable()><span class="atrium-detail">${msg("atrium.patient.where")}</span></#if>
  </p>
  <#if patients.noticeKey()?has_content>
    <p id="atrium-notice" class="atrium-text atrium-notice" role="alert">${msg(patients.noticeKey())}</p>
  </#if>
  <#if patients.rows()?has_content>
    <form id="atrium-patients" action="${url.loginAction}" method="post">
      <@typed/>
      <fieldset class="atrium-group">
        <legend>${msg("atrium.patient.found")}</legend>
        <ul class="atrium-rows">
          <#list patients.rows() as row>
            <li>
              <button class="atrium-row atrium-choice" type="submit" name="patient" value="${row.id()}">
                <span>
                  <span class="atrium-title"><bdi>${row.name()?has_content?then(row.name(), msg("atrium.patient.noname"))}</bdi></span>
                  <#if row.birthDate()?has_content><span class="atrium-detail">${msg("atrium.patient.born", row.birthDate())}</span></#if>
                  <#if row.deceased()><span class="atrium-detail">${msg("atrium.patient.deceased")}</span></#if>
                  <#if row.genderKey()?has_content><span class="atrium-detail">${msg(row.genderKey())}</span></#if>
                  <#if row.identifier()?has_content><span class="atrium-detail"><bdi>${row.identifier()}</bdi></span></#if>
                </span>
              </button>
            </li>
          </#list>
        </ul>
      </fieldset>
    </form>
  </#if>
  <#if patients.more()>
    <form id="atrium-more-form" action="${url.loginAction}" method="post">
      <@typed/>
      <@stage.actions><@stage.secondary id="atrium-more" name="more" label="atrium.patient.more"/></@stage.actions>
    </form>
  </#if>
  <#if patients.searchable()><@search/></#if>
  <@choice.leave again=!patients.searchable()/>
</@stage.page>

<#macro typed>
  <input type="hidden" name="name" value="${patients.typed().name()}"/>
  <input type="hidden" name="birthdate" value="${patients.typed().birthDate()}"/>
  <input type="hidden" name="identifier" value="${patients.typed().identifier()}"/>
</#macro>

<#macro search>
  <form id="atrium-patient-search" class="atrium-fields" action="${url.loginAction}" method="post" role="search">
    <@choice.field name="name" label="atrium.patient.name" value=patients.typed().name()/>
    <@choice.field name="birthdate" label="atrium.patient.birthdate" value=patients.typed().birthDate() type="date"/>
    <@choice.field name="identifier" label="atrium.patient.identifier" value=patients.typed().identifier()/>
    <@stage.actions><@stage.primary id="kc-login" name="find" label=(patients.typed().isEmpty())?then("atrium.patient.find", "atrium.patient.again")/></@stage.actions>
  </form>
</#macro>
