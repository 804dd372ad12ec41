<#import "atrium-stage.ftl" as stage>
<#import "atrium-consent.ftl" as parts>
<@stage.page heading=msg("atrium.device.title", device.app().name())>
  <p class="atrium-text">${msg("atrium.device.intro")}</p>
  <p class="atrium-code"><strong>${device.userCode()}</strong></p>
  <@parts.asker device.app()/>
  <p class="atrium-as">
    <span class="atrium-title"><bdi>${device.project()}</bdi></span>
    <span class="atrium-detail">${msg(device.typeKey())}<#if device.label()?has_content> · <bdi>${device.label()}</bdi></#if></span>
  </p>
  <#if device.groups()?has_content>
    <p class="atrium-text">${msg("atrium.device.gets", device.app().name())}</p>
    <#list device.groups() as group>
      <section class="atrium-group">
        <h2 class="atrium-topic">${msg(group.titleKey(), group.name())}</h2>
        <ul class="atrium-rows">
          <#list group.lines() as line>
            <li class="atrium-line">
              <span class="atrium-title">${line.title()}</span>
              <#if line.detail()?has_content><span class="atrium-detail">${line.detail()}</span></#if>
            </li>
          </#list>
        </ul>
      </section>
    </#list>
  <#else>
    <p class="atrium-text">${msg("atrium.device.nothing", device.app().name())}</p>
  </#if>
  <form id="atrium-device" action="${url.oauthAction}" method="post">
    <input type="hidden" name="code" value="${oauth.code}"/>
    <@stage.actions>
      <@stage.primary id="kc-login" name="accept" label="atrium.device.accept"/>
      <@stage.secondary id="kc-cancel" name="cancel" label="atrium.device.deny"/>
    </@stage.actions>
  </form>
</@stage.page>
