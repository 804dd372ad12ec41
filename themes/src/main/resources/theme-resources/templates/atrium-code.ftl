<#import "atrium-stage.ftl" as stage>
<#import "atrium-another.ftl" as another>
<@stage.page heading=msg("atrium.code.title")>
  <#if code.sentKey()?has_content><p id="atrium-sent" class="atrium-text">${msg(code.sentKey(), code.name())}</p></#if>
  <#if code.noticeKey()?has_content>
    <p id="atrium-notice" class="atrium-text atrium-notice" role="${code.failed()?then("alert", "status")}">${msg(code.noticeKey(), code.notice())}</p>
  </#if>
  <#if code.canType()>
    <form id="atrium-code" class="atrium-fields" action="${url.loginAction}" method="post">
      <div class="atrium-field">
        <label for="code">${msg("atrium.code.label")}</label>
        <input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" autofocus
            maxlength="40" dir="ltr" spellcheck="false" aria-describedby="<#if code.sentKey()?has_content>atrium-sent</#if><#if code.noticeKey()?has_content> atrium-notice</#if>" aria-invalid="${code.failed()?c}"/>
      </div>
      <@stage.actions><@stage.primary id="kc-login" name="login" label="atrium.code.continue"/></@stage.actions>
    </form>
    <form id="atrium-resend" action="${url.loginAction}" method="post">
      <p class="atrium-text">${msg("atrium.code.hint")}</p>
      <@stage.actions><@stage.secondary id="resend" name="resend" label="atrium.code.resend"/></@stage.actions>
    </form>
  </#if>
  <@another.way/>
</@stage.page>
