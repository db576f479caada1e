#!/usr/bin/env bash
# A file of orders is killed in the middle and run again from the top: bash orders_again.sh PONTE SOURCE
# What was acknowledged is there, everything is there once, and a third run changes nothing. The lines carry no ids, keep
# what others name, and seal names of people: each of these once made the second run another one.
set -euo pipefail
ponte=$(readlink -f -- "$1")
source=$(readlink -f -- "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
ln -s "$source/data" data
"$ponte" --journal begun init --origin example.org/again --body operator --side other --administrators admin.one,admin.two --clock 2020-01-02T01:00:00Z >said
"$ponte" --journal begun orders data/walk/office.jsonl >said
"$ponte" --journal begun plan import data/plans/own-words-2020.zh-Hans-CN.txt --as macao.desk >said

lines=0
order() { printf '%s\n' "$1" >>orders.jsonl; lines=$((lines + 1)); }
order '{"as":"admin.one","ask":"access.register_person","with":{"person":"new.officer","body":"amcm","display":"Sealed Name"}}'
order '{"as":"admin.one","ask":"access.grant_role","with":{"person":"new.officer","desk":"conference","role":"secretariat"},"keep":{"role":"proposal"}}'
order '{"as":"admin.two","ask":"access.confirm_role","with":{"proposal":"${role}"}}'
for number in 1 2 3; do
    order '{"as":"amcm.officer","ask":"meetings.raise_problem","with":{"titles":{"en":"Problem '$number'"},"texts":{"en":"Text"},"severity":"low","duties":[{"plan":"2020","measure":4,"duty":1}]},"keep":{"p'$number'":"problem"}}'
    order '{"as":"amcm.head","ask":"meetings.sign_off_problem","with":{"problem":"${p'$number'}"}}'
done
order '{"as":"macao.desk","ask":"meetings.move_problem","with":{"problem":"${p2}","stage":"released"}}'
size() { "$ponte" --journal j journal stat | grep -o '"size":"[0-9]*"' | tr -dc 0-9; }
count_of() {
    local last entry
    last=$(size)
    for ((entry = 0; entry < last; entry++)); do "$ponte" --journal j journal show $entry; done | grep -c "\"type\":\"$1\"" || true
}

mkfifo told
for killed_after in 0 1 3 4 8; do
    rm -rf j
    cp -r begun j
    "$ponte" --journal j orders orders.jsonl >told 2>said &
    process=$!
    exec 3<told
    for ((line = 0; line < killed_after; line++)); do read -r _ <&3; done
    kill -9 $process 2>/dev/null || true
    wait $process 2>/dev/null || true
    exec 3<&-
    "$ponte" --journal j orders orders.jsonl >again 2>&1 || { cat again >&2; echo "the second run, after $killed_after lines, was refused" >&2; exit 1; }
    if ((killed_after > 0)) && (($(grep -c ', before$' again) < killed_after)); then cat again >&2; echo "what was acknowledged is not known" >&2; exit 1; fi
    after=$(size)
    "$ponte" --journal j orders orders.jsonl >again
    (($(grep -c ', before$' again) == lines)) || { cat again >&2; echo "the third run did something" >&2; exit 1; }
    (($(size) == after)) || { echo "the third run recorded something" >&2; exit 1; }
    "$ponte" --journal j journal verify >verified
done
(($(count_of meetings.problem_raised/1) == 3)) && (($(count_of meetings.problem_signed_off/1) == 3))
# Refused now, done once it can be: a refusal of a line without an id is not final.
printf '%s\n' '{"as":"new.head","ask":"meetings.sign_off_problem","with":{"problem":"prob-0"}}' >refused.jsonl
for again in 1 2; do
    if "$ponte" --journal j orders refused.jsonl >said 2>&1; then echo "it was not refused" >&2; exit 1; fi
    grep -q 'meetings.not_allowed' said
done
echo "killed and run again: everything once"
