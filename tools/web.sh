#!/usr/bin/env bash
# Builds the web app into web/dist when it is not there or older than its sources. Needs Node 18 or later and npm.
#   tools/web.sh
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
web=$root/web
[[ -f $web/package.json ]] || exit 0

up_to_date() {
    [[ -f $web/dist/index.html ]] || return 1
    local sources=("$web/package.json" "$web/package-lock.json" "$web/src" "$web/index.html" "$web/vite.config.ts" "$root/verifier/verify.html" "$root/contract/ponte.ts")
    local there=()
    for place in "${sources[@]}"; do if [[ -e $place ]]; then there+=("$place"); fi; done
    [[ -z $(find "${there[@]}" -newer "$web/dist/index.html" -print -quit) ]]
}
if up_to_date; then exit 0; fi

"$root/tools/setup.sh" web
if [[ ! -d $web/node_modules || $web/package-lock.json -nt $web/node_modules ]]; then
    echo "web: fetching what the app is built with" >&2
    (cd "$web" && npm ci --no-audit --no-fund --loglevel=error >&2)
    touch "$web/node_modules"
fi
echo "web: building the app" >&2
(cd "$web" && npm run --silent build >&2)
