#!/usr/bin/env bash
# The web app in a real browser, on a service of its own with the demonstration's journal: people's tasks, axe on every page.
#   tests/web_test.sh PONTE [LANGUAGES]        all four languages where none are named
# Exit 77: the app has not been built (tools/web.sh), or there is no browser; then nothing was tested.
set -euo pipefail
ponte=$(realpath -- "$1")
languages=${2:-zh-Hant-MO,zh-Hans-CN,pt-PT,en}
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
if [[ ! -f web/dist/index.html || ! -d web/node_modules/playwright-core ]]; then
    echo "the web app is not built: nothing was tested" >&2
    exit 77
fi
[[ -x /usr/bin/chromium ]] || { echo "no /usr/bin/chromium: nothing was tested" >&2; exit 77; }
(cd web && npm test --silent)
# The browser's driver wants Node 20; the app itself builds with 18.
version=$(node --version)
version=${version#v}
((${version%%.*} >= 20)) || { echo "Node $version cannot drive the browser: its tests were left out" >&2; exit 77; }
work=$(mktemp -d)
service=
trap '[[ -z $service ]] || kill "$service" 2>/dev/null || true; rm -rf "$work"' EXIT
"$ponte" demo --out "$work/out" >"$work/demo.log"
"$ponte" serve --journal "$work/out/demo.journal" --listen 127.0.0.1:0 --web web/dist --quiet >"$work/service.log" 2>&1 &
service=$!
for _ in $(seq 300); do
    address=$(grep -oE 'http://127\.0\.0\.1:[0-9]+' "$work/service.log" || true)
    [[ -z $address ]] || break
    kill -0 "$service"
    sleep 0.1
done
(cd web && node test/e2e/run.mjs --base "$address" --logins "$work/out/logins.txt" --languages "$languages")
kill "$service"
wait "$service"
service=
