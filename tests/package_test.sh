#!/usr/bin/env bash
# The package as an administrator meets it: installed into a root of its own, started as the unit says, upgraded over a
# journal, refused over a damaged one, removed. And what systemd says of the unit.
#   tests/package_test.sh PONTE WITNESS
# Exit 77: not root, or no dpkg; then nothing was tested.
set -euo pipefail
ponte=$(realpath -- "$1")
witness=$(realpath -- "$2")
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
[[ $(id -u) == 0 ]] || { echo "a root of one's own needs root: nothing was tested" >&2; exit 77; }
for tool in dpkg dpkg-deb chroot curl; do command -v "$tool" >/dev/null || { echo "no $tool: nothing was tested" >&2; exit 77; }; done
chroot / /bin/true 2>/dev/null || { echo "chroot is not allowed here: nothing was tested" >&2; exit 77; }

work=$(mktemp -d)
service=
trap '[[ -z $service ]] || kill "$service" 2>/dev/null || true; rm -rf "$work"' EXIT
fail() { echo "FAILED: $*" >&2; exit 1; }

# The same tree as `make package`, around the programs that were just built; the app's own files only where it was built.
web=web/dist
[[ -f $web/index.html ]] || { web=$work/web; mkdir -p "$web"; echo '<!doctype html><title>the app was not built</title>' >"$web/index.html"; }
package() { PONTE_PROGRAM=$ponte PONTE_WITNESS=$witness PONTE_WEB=$web PONTE_VERSION=$1 tools/package.sh "$work" 2>/dev/null; }
first=$(package 0.0.1)
second=$(package 0.0.2)
third=$(package 0.0.3)
# Never `... | grep -q`: grep goes at the first match, the writer dies of the closed pipe, and pipefail calls it a failure.
[[ $(dpkg-deb --field "$first" Depends) == *libssl* ]] || fail "the package names its libraries"

# A root with what the scripts call and what the programs load, and nothing of ours.
root=$work/root
mkdir -p "$root"/{etc,tmp,dev,var/lib/dpkg/{info,updates},proc}
chmod 0755 "$work" "$root"
chmod 1777 "$root/tmp"
: >"$root/var/lib/dpkg/status"
printf 'root:x:0:0:root:/root:/bin/sh\n' >"$root/etc/passwd"
printf 'root:x:0:\n' >"$root/etc/group"
: >"$root/etc/shadow"; : >"$root/etc/gshadow"
cp /etc/nsswitch.conf /etc/login.defs "$root/etc/"
mknod -m 0666 "$root/dev/null" c 1 3 2>/dev/null || : >"$root/dev/null"
mknod -m 0666 "$root/dev/urandom" c 1 9 2>/dev/null || true
for link in bin sbin lib lib64; do mkdir -p "$root/usr/$link"; ln -sfn "usr/$link" "$root/$link"; done
programs=(sh getent install useradd systemctl rm env true chown mkdir)
for name in "${programs[@]}"; do
    [[ $name == systemctl ]] && continue  # No systemd runs in there, and the scripts see that.
    cp -L --parents "$(realpath "$(type -P "$name")")" "$root"
    found=$(type -P "$name"); real=$(realpath "$found")
    [[ $found == "$real" ]] || { mkdir -p "$root$(dirname "$(realpath "$(dirname "$found")")/x")"; ln -sfn "$real" "$root$(realpath "$(dirname "$found")")/$name"; }
done
for program in "$ponte" "$witness" "${programs[@]/systemctl/true}"; do
    ldd "$(realpath "$(type -P "$program")")" | grep -oE '/[^ ]+' | sort -u
done | sort -u | while read -r library; do
    mkdir -p "$root$(dirname "$(realpath "$(dirname "$library")")/x")"
    cp -L "$library" "$root$(realpath "$(dirname "$library")")/$(basename "$library")"
done
# Tables that libraries read: ICU's is in its library, fontconfig's may be missing.
install_package() { dpkg --root="$root" --force-depends --log=/dev/null -i "$1" >"$work/dpkg.log" 2>&1; }

install_package "$first" || { cat "$work/dpkg.log" >&2; fail "the package installs"; }
grep -q '^ponte:' "$root/etc/passwd" || fail "the service has a user of its own"
[[ $(stat -c %a "$root/var/lib/ponte") == 700 ]] || fail "its folder is its own"

# What systemd would run, as it would run it: the words of ExecStart, the environment of the unit.
exec_start=$(sed -n 's/^ExecStart=//p' "$root/lib/systemd/system/ponte.service")
start() {
    : >"$work/said"
    chroot --userspec=ponte:ponte "$root" /usr/bin/env -i PATH=/usr/bin PONTE_LISTEN=127.0.0.1:0 PONTE_OPTIONS=--quiet /bin/sh -c "exec $exec_start" >"$work/said" 2>&1 &
    service=$!
    for _ in $(seq 100); do
        address=$(grep -oE 'http://127\.0\.0\.1:[0-9]+' "$work/said" || true)
        [[ -n $address ]] && return 0
        kill -0 "$service" 2>/dev/null || break
        sleep 0.1
    done
    cat "$work/said" >&2
    fail "the service starts as the unit says"
}
stop() { kill -TERM "$service"; wait "$service" || fail "the service ends well: $(cat "$work/said")"; service=; }

start
grep -q 'Sign in as admin.one' "$work/said" || fail "the first start makes a journal"
[[ $(curl -sf "$address/readyz") == *ready* ]] || fail "it is ready"
page=$(curl -sf "$address/") || fail "it serves a page"
[[ ${page,,} == *'<!doctype html>'* ]] || fail "it serves the app"
size=$(curl -sf "$address/v1/session" | grep -oE '"sequence":[0-9]+')
stop
[[ $(stat -c %U:%a "$root/var/lib/ponte/journal" 2>/dev/null || true) != root:* ]] || fail "the journal is the service's"

install_package "$second" || { cat "$work/dpkg.log" >&2; fail "an upgrade over a journal"; }
start
[[ $(curl -sf "$address/v1/session" | grep -oE '"sequence":[0-9]+') == "$size" ]] || fail "the journal is the same after the upgrade"
stop

# One flipped bit in what was recorded: the new release is not put to work on it, and changes nothing.
segment=$(find "$root/var/lib/ponte/journal" -name '*.seg*' -type f -o -path '*segments/*' -type f | sort | sed -n 1p)
[[ -n $segment ]] || fail "a segment is there"
cp -a "$segment" "$work/segment"
offset=$(($(stat -c %s "$segment") / 3))
octet=$(od -An -tu1 -j "$offset" -N1 "$segment" | tr -d ' ')
printf "\\x$(printf %02x $((octet ^ 1)))" | dd of="$segment" bs=1 seek="$offset" conv=notrunc status=none
before=$(sha256sum <"$segment")
if install_package "$third"; then fail "an upgrade over a damaged journal goes through"; fi
grep -q 'was not accepted by this release' "$work/dpkg.log" || { cat "$work/dpkg.log" >&2; fail "it says why"; }
[[ $(sha256sum <"$segment") == "$before" ]] || fail "nothing was changed"
cp -a "$work/segment" "$segment"
dpkg --root="$root" --force-depends --log=/dev/null --configure -a >"$work/dpkg.log" 2>&1 || { cat "$work/dpkg.log" >&2; fail "mended, the upgrade goes on"; }
start
stop

dpkg --root="$root" --log=/dev/null -r ponte >"$work/dpkg.log" 2>&1 || { cat "$work/dpkg.log" >&2; fail "the package is removed"; }
[[ -f $segment && ! -e $root/usr/bin/ponte ]] || fail "the program goes and the record stays"

# The unit: read as systemd reads it, and what it leaves the service able to do.
if command -v systemd-analyze >/dev/null; then
    install_package "$third" || fail "it is installed again"
    # Only what is said of our unit: the root has no others, and no sysinit.target to hang on.
    said=$(systemd-analyze verify --root="$root" --man=no --recursive-errors=no "$root/lib/systemd/system/ponte.service" 2>&1 | grep 'ponte\.service' | grep -v 'sysinit\.target\|basic\.target\|not found' || true)
    [[ -z $said ]] || fail "systemd reads the unit otherwise: $said"
    systemd-analyze security --offline=true --threshold=20 --no-pager packaging/ponte.service >"$work/security" 2>&1 || { cat "$work/security" >&2; fail "the unit leaves the service more than it needs"; }
    tail -n 1 "$work/security"
fi
echo "the package installs, starts, upgrades, refuses a damaged journal and leaves the record"
