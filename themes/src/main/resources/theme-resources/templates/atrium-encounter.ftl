<#import "atrium-stage.ftl" as stage>
<#import "atrium-choice.ftl" as choice>
<@stage.page heading=msg("atrium.encounter.title")>
  <p class="atrium-text">${msg("atrium.encounter.intro", encounters.clientName())}</p>
  <p class="atrium-as"><span class="atrium-title"><bdi>${encounters.project()}</bdi></span>
    <#if encounters.patient()?has_content><span class="atrium-detail">${msg("atrium.scopes.record.of", encounters.patient())}</span></#if></p>
  <#if encounters.noticeKey()?has_content>
    <p id="atrium-notice" class="atrium-text atrium-notice" role="alert">${msg(encounters.noticeKey())}</p>
  </#if>
  <#if encounters.rows()?has_content>
    <form id="atrium-encounters" action="${url.loginAction}" method="post">
      <fieldset class="atrium-group">
        <legend>${msg("atrium.encounter.found")}</legend>
        <ul class="atrium-rows">
          <#list encounters.rows() as row>
            <li>
              <button class="atrium-row atrium-choice" type="submit" name="encounter" value="${row.id()}">
                <span>
                  <span class="atrium-title"><bdi>${row.kind()?has_content?then(row.kind(), msg("atrium.encounter.nokind"))}</bdi></span>
                  <#if row.start()?has_content><span class="atrium-detail">${row.start()}</span></#if>
                  <#if row.current()><span class="atrium-detail">${msg("atrium.encounter.current")}</span></#if>
                </span>
              </button>
            </li>
          </#list>
        </ul>
      </fieldset>
    </form>
  </#if>
  <#if encounters.more()>
    <form id="atrium-more-form" action="${url.loginAction}" method="post">
      <@stage.actions><@stage.secondary id="atrium-more" name="more" label="atrium.patient.more"/></@stage.actions>
    </form>
  </#if>
  <@choice.leave again=encounters.noticeKey()?has_content/>
</@stage.page>
