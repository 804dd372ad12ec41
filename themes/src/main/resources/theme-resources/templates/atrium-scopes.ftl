<#import "atrium-stage.ftl" as stage>
<#import "atrium-consent.ftl" as parts>
<@stage.page heading=msg("atrium.scopes.title", consent.app().name())>
  <form id="atrium-scopes" action="${url.loginAction}" method="post">
    <#-- What Enter presses. It would close a dialog, and there is none: nobody allows anything by the key that looks as if it ticked a box. -->
    <button id="atrium-enter" type="submit" formmethod="dialog" hidden></button>
    <div>
      <@parts.asker consent.app()/>
      <p class="atrium-as">
        <span class="atrium-title"><bdi>${consent.project()}</bdi></span>
        <span class="atrium-detail">${msg(consent.typeKey())}<#if consent.label()?has_content> · <bdi>${consent.label()}</bdi></#if></span>
        <#if !(auth?? && auth.showUsername())><span class="atrium-detail">${msg("atrium.scopes.person", consent.person())}</span></#if>
      </p>
      <#if consent.clientText()?has_content><p class="atrium-text">${advancedMsg(consent.clientText())}</p></#if>
      <p class="atrium-text">${msg("atrium.scopes.intro", consent.app().name())}</p>
    </div>
    <#list consent.groups() as group>
      <fieldset class="atrium-group">
        <legend>${msg(group.titleKey(), group.name())}</legend>
        <@parts.items group.items()/>
        <#if group.folded()?has_content>
          <details class="atrium-fold">
            <summary>${msg("atrium.scopes.others", group.folded()?size)}</summary>
            <@parts.items group.folded()/>
          </details>
        </#if>
      </fieldset>
    </#list>
    <#if consent.patientMissing()><p class="atrium-note">${msg("atrium.scopes.patientMissing")}</p></#if>
    <#if consent.accessPage()?has_content>
      <p class="atrium-note">${msg("atrium.scopes.takeBack")} <a id="atrium-take-back" href="${consent.accessPage()}" target="_blank" rel="noopener">${msg("atrium.scopes.takeBack.where")}</a></p>
    </#if>
    <div class="atrium-bar">
      <@stage.actions>
        <@stage.primary id="kc-login" name="accept" label="atrium.scopes.accept"/>
        <@stage.secondary id="kc-cancel" name="deny" label="atrium.scopes.deny"/>
      </@stage.actions>
    </div>
  </form>
</@stage.page>
