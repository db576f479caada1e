#!/usr/bin/env bash
# Runs each fuzz target for a while on its corpus and stops at the first that finds something. What it
# found lies beside the program as crash-*; once understood, it moves to fuzz/corpus/<target>/, where
# every ordinary test run replays it.
#   tools/fuzz.sh FOLDER_OF_PROGRAMS SECONDS
set -euo pipefail
programs=$1
seconds=$2
found=0
for program in "$programs"/*_fuzz; do
    [[ -x $program ]] || continue
    found=$((found + 1))
    name=${program##*/}
    grown=$programs/grown/$name
    mkdir -p "$grown" "fuzz/corpus/$name"
    echo "fuzz: $name, $seconds s"
    # New inputs go to the first folder; the committed corpus is only read. 64 KiB is more than any
    # entry of the journal can hold, and small enough to be quick.
    "$program" -max_total_time="$seconds" -max_len=65536 -timeout=10 -rss_limit_mb=2048 -print_final_stats=0 \
        -artifact_prefix="$programs/$name-" "$grown" "fuzz/corpus/$name" 2>"$programs/$name.log" || {
        tail -n 60 "$programs/$name.log" >&2
        echo "fuzz: $name found something; the input lies in $programs" >&2
        exit 1
    }
    tail -n 1 "$programs/$name.log"
done
echo "fuzz: $found target(s), nothing found"
