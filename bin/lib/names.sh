# shellcheck shell=bash
# The names of settings that begin like one of ours. Whatever else begins so is a typing error and
# is refused. docs/configuration.md says what each one means.

SETTING_PREFIXES='AUTH_ WEBD_ ADMIN_ PAYMENT_ SMTP_'

KNOWN_SETTINGS='
  AUTH_HOST AUTH_PORT AUTH_DATABASE_URL AUTH_MASTER_KEY_FILE AUTH_BCRYPT_COST AUTH_FIRST_ADMIN_FILE
  AUTH_ACCESS_TOKEN_SECONDS
  ADMIN_EMAIL ADMIN_PASSWORD_FILE
  WEBD_HOST WEBD_PORT WEBD_DATABASE_URL WEBD_AUTH_URL WEBD_FRONTEND_URL WEBD_JWKS_FILE WEBD_HOLD_SECONDS
  WEBD_BATCH_MAX
  PAYMENT_TEST
'

refuse_unknown_names() {
  local prefix name unknown=()
  for prefix in $SETTING_PREFIXES; do
    while IFS= read -r name; do
      [[ -n $name ]] || continue
      [[ " ${KNOWN_SETTINGS//$'\n'/ } " == *" $name "* ]] || unknown+=("$name")
    done < <(compgen -e -- "$prefix")
  done
  ((${#unknown[@]} == 0)) && return 0
  die "réglage inconnu : ${unknown[*]}. Vérifiez l'orthographe ; la liste est dans docs/configuration.md." \
    "unknown setting: ${unknown[*]}. Check the spelling; docs/configuration.md has the list."
}
