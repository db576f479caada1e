#!/usr/bin/env bash
# Makes OUT/ponte_VERSION_ARCH.deb: the program, the witness, the web app, a systemd unit.
#   tools/package.sh [OUT]
# For the package's own test: PONTE_PROGRAM, PONTE_WITNESS, PONTE_WEB and PONTE_VERSION stand in for what would be built.
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
out=$(realpath -m -- "${1:-out}")
[[ -n ${PONTE_PROGRAM:-} ]] || "$root/ponte" help >/dev/null  # Builds the release where it is not there.
[[ -n ${PONTE_WEB:-} ]] || "$root/tools/web.sh"
version=${PONTE_VERSION:-$(sed -n 's/^project(ponte VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")}
architecture=$(dpkg --print-architecture)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tree=$work/ponte
mkdir -p "$tree"/{DEBIAN,usr/bin,usr/share/ponte,usr/share/doc/ponte,lib/systemd/system}
install -s -m 0755 "${PONTE_PROGRAM:-$root/build/release/src/ponte}" "$tree/usr/bin/ponte"
install -s -m 0755 "${PONTE_WITNESS:-$root/build/release/src/ponte_witness}" "$tree/usr/bin/ponte_witness"
cp -r "${PONTE_WEB:-$root/web/dist}" "$tree/usr/share/ponte/web"
cp -r "$root/contract" "$tree/usr/share/ponte/contract"
cp "$root/README.md" "$root/LICENSE" "$root/web/LICENSES.md" "$tree/usr/share/doc/ponte/"
cp "$root/packaging/ponte.service" "$tree/lib/systemd/system/"
for script in postinst prerm postrm; do install -m 0755 "$root/packaging/$script" "$tree/DEBIAN/$script"; done
# The packages that the programs' libraries come from, each at least as new as here.
depends=$(ldd "$tree/usr/bin/ponte" "$tree/usr/bin/ponte_witness" | awk '$2 == "=>" && $3 ~ /^\// { print $3 }' | sort -u | while read -r library; do
    dpkg-query --search "$(realpath "$library")" "$library" 2>/dev/null | sed -n 1p | cut -d: -f1 || true
done | sort -u | while read -r package; do
    printf '%s (>= %s), ' "$package" "$(dpkg-query --show --showformat '${source:Upstream-Version}' "$package")"
done)
cat >"$tree/DEBIAN/control" <<CONTROL
Package: ponte
Version: $version
Architecture: $architecture
Maintainer: ponte <ponte@localhost>
Depends: ${depends%, }, fonts-noto-core, fonts-noto-cjk
Section: misc
Priority: optional
Description: the record of a cooperation, and what follows from it
 Plan, evidence, sessions and dossier of a joint conference on one append-only
 journal that anybody can check; an HTTP service, a web app and a command line.
CONTROL
mkdir -p "$out"
find "$tree" -exec touch --no-dereference --date="@$(git -C "$root" log -1 --format=%ct)" {} +
dpkg-deb --root-owner-group --build "$tree" "$out/ponte_${version}_$architecture.deb" >&2
echo "$out/ponte_${version}_$architecture.deb"
