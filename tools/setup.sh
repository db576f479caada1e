#!/usr/bin/env bash
# Installs the Debian 12 packages that ponte is built, tested and fuzzed with. It asks dpkg once, says
# what it is about to install, and leaves a machine on which nothing is missing alone.
#   tools/setup.sh [build|test|fuzz|web]     build, test and fuzz each hold the one before; web is what builds the app
set -euo pipefail

# Enough to build the release and to run the demonstration.
build=(
    g++ cmake ninja-build make pkg-config ccache git ca-certificates
    libboost1.81-dev libsodium-dev libssl-dev libicu-dev libopencc-dev libfmt-dev libsqlite3-dev
    libpugixml-dev libzip-dev libbrotli-dev libcurl4-openssl-dev libpoppler-cpp-dev libcairo2-dev libpango1.0-dev libqpdf-dev libxlsxwriter-dev
    libgtest-dev libbenchmark-dev librapidcheck-dev
    fonts-noto-core fonts-noto-cjk
)
# What the tests open the product's files with: another program than ours, each time.
test=(poppler-utils qpdf chromium libreoffice-writer-nogui libreoffice-calc-nogui zip unzip)
# The second compiler: libFuzzer, the formatter, and its reading of the code.
fuzz=(clang-16 clang-tidy-16 clang-format-16 libclang-rt-16-dev)

has_node() {
    command -v node >/dev/null || return 1
    local version
    version=$(node --version 2>/dev/null) || return 1  # "v18.19.0"
    version=${version#v}
    version=${version%%.*}
    [[ $version =~ ^[0-9]+$ ]] && ((version >= 18))
}

group=${1:-build}
case $group in
    build) wanted=("${build[@]}") ;;
    test) wanted=("${build[@]}" "${test[@]}") ;;
    fuzz) wanted=("${build[@]}" "${test[@]}" "${fuzz[@]}") ;;
    web) wanted=() ;;
    *)
        echo "setup: no group '$group' (there are build, test, fuzz and web)" >&2
        exit 2
        ;;
esac
# Any Node from 18 on will do, wherever it came from.
if [[ $group != build ]] && ! has_node; then wanted+=(nodejs); fi
if [[ $group == web ]] && ! command -v npm >/dev/null; then wanted+=(npm); fi
((${#wanted[@]})) || exit 0

if ! command -v dpkg-query >/dev/null; then
    echo "setup: this is not Debian, so nothing was installed. Needed are what Debian 12 calls:" >&2
    echo "  ${wanted[*]}" >&2
    exit 0
fi

# dpkg-query names on stdout what it knows and exits 1 when it does not know one of them.
installed=" $(dpkg-query --show --showformat '${Package}=${db:Status-Status} ' "${wanted[@]}" 2>/dev/null || true)"
missing=()
for package in "${wanted[@]}"; do
    [[ $installed == *" $package=installed "* ]] || missing+=("$package")
done
((${#missing[@]})) || exit 0

as_root=()
if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
        echo "setup: missing packages, and neither root nor sudo to install them with. As root:" >&2
        echo "  apt-get install --no-install-recommends ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi

echo "setup: installing ${#missing[@]} Debian package(s) for '$group': ${missing[*]}" >&2
quiet=(-qq -o Dpkg::Use-Pty=0)
"${as_root[@]}" apt-get "${quiet[@]}" update >&2
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get "${quiet[@]}" install --yes --no-install-recommends "${missing[@]}" >&2
echo "setup: done" >&2
