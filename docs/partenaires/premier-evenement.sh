#!/bin/sh
# A partner's first events, with curl and openssl only. What each step does: fr/premier-evenement.md, en/first-event.md
# Set PARVIS_URL, CLIENT_ID, CLIENT_SECRET, SIGNING_KEY (whsec_…), SOURCE and MEMBER, then run it.
set -eu
: "${PARVIS_URL:?}" "${CLIENT_ID:?}" "${CLIENT_SECRET:?}" "${SIGNING_KEY:?}" "${SOURCE:?}" "${MEMBER:?}"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
run="$(date +%s)-$$"
now=$(date -u +%Y-%m-%dT%H:%M:%SZ)

# Secrets go through standard input, so that no other user of the machine reads them in the list of processes.
token=$(printf 'user = "%s:%s"\n' "$CLIENT_ID" "$CLIENT_SECRET" \
    | curl --silent --show-error --fail --config - --data grant_type=client_credentials "$PARVIS_URL/oauth2/token" \
    | sed -n 's/.*"access_token" *: *"\([^"]*\)".*/\1/p')
[ -n "$token" ] || { echo "no token: check CLIENT_ID and CLIENT_SECRET" >&2; exit 1; }
echo "1. token received"

key=$(printf %s "${SIGNING_KEY#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')

# push <content type> <file>: signs the file byte for byte and prints what became of the events
push() {
    id="msg_$run-$(basename "$2")"
    ts=$(date +%s)
    signature=$(printf '%s.%s.' "$id" "$ts" | cat - "$2" \
        | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A)
    printf 'header = "Authorization: Bearer %s"\n' "$token" \
        | curl --silent --show-error --config - --data-binary "@$2" \
            --header "Content-Type: $1" \
            --header "webhook-id: $id" --header "webhook-timestamp: $ts" --header "webhook-signature: v1,$signature" \
            --write-out '\n' "$PARVIS_URL/api/v1/evenements"
}

# event <sequence> <type> <members of data>
event() {
    cat <<EVENT
{"specversion": "1.0", "id": "$run-$1", "source": "$SOURCE", "type": "fr.parvis.case.$2.v1", "subject": "ESSAI-$run",
 "time": "$now", "sequence": "$1", "data": {"person": {"member": "$MEMBER"}, $3}}
EVENT
}

# refused <answer>: whether something was not taken
refused() {
    case "$1" in *'"refused"'* | *'"code"'*) return 0 ;; *) return 1 ;; esac
}

event 1 opened '"title": "Inscription au cours de piano", "steps": {"done": 0, "total": 3, "now": "Étude du dossier"}' \
    > "$work/one.json"
answer=$(push application/cloudevents+json "$work/one.json")
echo "2. one event: $answer"
refused "$answer" && exit 1

{
    printf '['
    event 2 step '"steps": {"done": 1, "total": 3, "now": "Commission", "upcoming": ["Réponse"]}'
    printf ','
    event 3 action-required '"todo": {"kind": "DOCUMENT", "label": "Envoyez le quotient familial"}'
    printf ']'
} > "$work/batch.json"
answer=$(push application/cloudevents-batch+json "$work/batch.json")
echo "3. a batch: $answer"
refused "$answer" && exit 1

answer=$(push application/cloudevents+json "$work/one.json")
echo "4. the first one again: $answer"
case "$answer" in *'"duplicate"'*) ;; *) exit 1 ;; esac

echo "Now look at case ESSAI-$run, which waits for a document: in $PARVIS_URL/partenaires for an invented resident,"
echo "else in $PARVIS_URL/mon-fil as the resident."
