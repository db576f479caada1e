#!/usr/bin/env bash
# Runs what a document says, as a reader would type it: bash run_document.sh PONTE SOURCE DOCUMENT
# Every block that begins with ```sh, in order, in one shell, in a folder that holds nothing but the program and the data.
# Of a text without such blocks (the README's guided path) the lines in backticks that begin with ./ponte, after the
# demonstration has made what they speak of.
set -euo pipefail
ponte=$(readlink -f -- "$1")
source=$(readlink -f -- "$2")
document=$source/$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
ln -s "$source/data" data
# The witness is found beside the program, as in an installation.
printf '#!/bin/sh\nexec "%s" "$@"\n' "$ponte" >ponte
chmod +x ponte

{
    printf 'set -euo pipefail\ntrap '\''echo "line $LINENO of the commands failed: $BASH_COMMAND" >&2'\'' ERR\n'
    if grep -q '^```sh$' "$document"; then
        sed -n '/^```sh$/,/^```$/{/^```/d;p}' "$document"
    else
        echo './ponte demo --out out >demo.log'
        # A line of a block may go on in the next one; of a place to be filled in nothing can be run.
        sed -n '/^## A guided path/,/^## What there is/p' "$document" | sed -e ':a;/\\$/{N;s/\\\n *//;ba}' | grep -o '\(`\|^ *\)\./ponte [^`]*' | sed 's/^[` ]*//' |
            grep -v -e 'ITEM' -e 'PERSON' -e '--journal J '
    fi
} >commands.sh
count=$(grep -c '\./ponte' commands.sh)
if ((count < 8)); then
    echo "only $count commands were found in $document" >&2
    exit 1
fi
bash commands.sh >said.txt 2>&1 || {
    tail -n 25 said.txt >&2
    echo "a command of $3 does not work as printed" >&2
    exit 1
}
if grep -n '^refused:' said.txt; then
    echo "a command of $3 was refused" >&2
    exit 1
fi
for journal in out/*.journal; do
    ./ponte --journal "$journal" journal verify >verified.txt || { cat verified.txt >&2; exit 1; }
done
echo "$count commands of $3 work as printed"
