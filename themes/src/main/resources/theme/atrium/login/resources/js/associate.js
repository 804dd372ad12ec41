// Tells assistive technology which field a label and an error message of Keycloak's pages belong to.
document.addEventListener("DOMContentLoaded", () => {
  const attempted = document.getElementById("kc-attempted-username");
  const label = attempted?.closest(".pf-v5-c-form__group")?.querySelector("label");
  label?.setAttribute("for", attempted.id);

  for (const error of document.querySelectorAll("[id^='input-error-']:not([id^='input-error-container-'])")) {
    const field = document.getElementById(error.id.slice("input-error-".length));
    const others = field?.getAttribute("aria-describedby") ?? "";
    field?.setAttribute("aria-describedby", `${others} ${error.id}`.trim());
  }
});
