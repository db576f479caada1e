#!/usr/bin/env bash
# The other side hunts for what was not released to it: bash hunt.sh PONTE SOURCE
# Words that stand nowhere else are planted in everything that one side keeps to itself; then every question and every paper
# is asked for as the other side's secretariat and as the public, and searched. The owner's own answers are searched
# first: a word that he cannot find either proves nothing.
set -euo pipefail
ponte=$(readlink -f -- "$1")
source=$(readlink -f -- "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
ln -s "$source/data" data
mkdir out
p() { "$ponte" --journal j "$@" >last 2>&1 || { cat last >&2; echo "stopped at: $*" >&2; exit 1; }; }
field() { grep -o "\"$1\":\"[^\"]*\"" last | sed -n 1p | cut -d'"' -f4; }

p init --origin example.org/hunt --body operator --side other --administrators admin.one,admin.two --clock 2020-01-02T01:00:00Z
p orders data/walk/office.jsonl
p plan import data/plans/own-words-2020.zh-Hans-CN.txt --as macao.desk
p orders data/walk/measure-4.jsonl
# One figure that everyone may see, so that papers are not empty.
p ask conference.record_observation indicator=m4.rmb_clearing_total as_published=1,000.50 value=1000.50 period=2019 source=https://example.org/seen --as amcm.officer
item=$(field item)
p ask conference.sign_off_item item="$item" --as amcm.head
p ask conference.move_item item="$item" stage=published --as macao.desk

# Kept: figures and actions of a body, of a side, with their sources and numbers.
names() { printf '{"zh_hant":"%s","zh_hans":"%s","pt":"%s","en":"%s"}' "$1" "$1" "$1" "$1"; }
p ask conference.record_observation indicator=m4.rtgs_volume as_published=7777123.5 value=7777123.5 period=2019 source=https://example.org/PlantedSource source_title=PlantedTitle --as amcm.officer
p ask conference.record_observation indicator=m4.rtgs_volume as_published=8888123.5 value=8888123.5 period=2018 source=https://example.org/PlantedSide --as amcm.officer
p ask conference.sign_off_item item="$(field item)" --as amcm.head
p ask conference.record_action plan=2020 measure=4 duty=1 on=2020-01-02 "texts=$(names PlantedAction)" source=https://example.org/a --as amcm.officer
p ask conference.state_judgement indicator=m4.rtgs_volume status=behind reason=PlantedJudgement stage=signed_off --as macao.desk
# A return, the words around it, a question that was not sent.
p round open 2020-q4 --plan 2020 --period 2020-Q4 --working-days 10 --places CN,MO --as macao.desk --clock 2021-01-04T01:00:00Z
p round note 2020-q4 --body amcm --note PlantedRequest --as macao.desk
p round extend 2020-q4 --to 2021-01-29 --reason PlantedExtension --as amcm.officer
p ask reporting.record_return round=2020-q4 body=amcm 'figures=[{"indicator":"m4.rmb_clearing_total","as_published":"9999123.50","value":"9999123.50","period":"2020-Q4","source":"https://example.org/PlantedReturn"}]' \
    'nothing=[{"indicator":"m4.rtgs_volume","because":"not_yet_published","note":"PlantedNothing"},{"indicator":"m4.rtgs_participants","because":"not_yet_published"}]' --as amcm.officer
# Problems of a body and of a side, a list for review.
p ask meetings.raise_problem "titles=$(names PlantedProblem)" "texts=$(names PlantedProblemText)" severity=high 'duties=[{"plan":"2020","measure":4,"duty":1}]' settling=amcm due=2021-03-01 --as amcm.officer
p ask meetings.raise_problem "titles=$(names PlantedSideProblem)" "texts=$(names PlantedSideText)" severity=low 'duties=[{"plan":"2020","measure":4,"duty":1}]' --as amcm.officer
side_problem=$(field problem)
p ask meetings.sign_off_problem problem="$side_problem" --as amcm.head
p ask meetings.title_review_list plan=2020 kind=review "titles=$(names PlantedReview)" --as macao.desk
# A session: a paper on the table of one body, minutes that circulated, a comment and a draft that did not.
p ask meetings.call_session session=3 on=2021-01-05 from=09:00 to=10:00 form=video place.en=Video 'languages=["zh_hans","pt"]' 'chairs=["office_macao","office_mainland"]' minutes_by=office_macao --as macao.desk
p ask meetings.invite_body session=3 body=amcm capacity=member --as macao.desk
p ask meetings.fix_agenda session=3 --as macao.desk
echo PlantedFile >paper.txt
p session paper 3 1 paper.txt --title PlantedPaper --lang en --as amcm.officer
p ask meetings.record_attendance session=3 person=p.one body=office_macao office=Secretary attends=principal display=PlantedName --as macao.desk --clock 2021-01-05T01:00:00Z
p ask meetings.record_attendance session=3 person=p.two body=office_mainland office=Chairman attends=principal display=SomebodyElse --as mainland.desk
p ask meetings.hold_session session=3 --as macao.desk --clock 2021-01-05T03:00:00Z
line() { printf 'lines=[{"line":1,"item":1,"texts":%s}]' "$(names "$1")"; }
p ask meetings.draft_minutes session=3 "$(line Circulated)" --as macao.desk
p ask meetings.circulate_minutes session=3 --as macao.desk
p ask meetings.comment_minutes session=3 line=1 "texts=$(names PlantedComment)" --as macao.desk
p ask meetings.draft_minutes session=3 "$(line PlantedMinutes)" --as macao.desk
# Next year's list: a draft of one side, and what a translator was told.
p ask planning.open_list list=2021 year=2021 from_plan=2020 original=zh_hans 'required=["zh_hans"]' --as macao.desk
p list propose 2021 --add --as macao.desk
p ask planning.draft_wording list=2021 line=line4 language=zh_hans text=PlantedWording comment=PlantedRemark --as macao.desk
p ask translation.assign text=plan/2020/4 language=pt assignee=amcm.officer due=2021-03-01 note=PlantedNote --as macao.desk
p ask access.set_address person=mainland.desk address=hunter@example.org language=en --as admin.one

planted="PlantedSource PlantedTitle PlantedSide PlantedAction PlantedJudgement PlantedRequest PlantedExtension PlantedReturn PlantedNothing PlantedProblem PlantedProblemText
    PlantedSideProblem PlantedSideText PlantedReview PlantedPaper PlantedComment PlantedMinutes PlantedWording PlantedRemark PlantedNote 7777123 8888123 9999123 7,777,123 8,888,123 9,999,123"

# Every answer that a reader can get, each in a file of its own; what is refused is searched as well.
all_answers() {
    local to=$1 audience=$2; shift 2
    mkdir -p "$to"
    local number=0
    ask() { number=$((number + 1)); "$ponte" --journal j "$@" >"$to/said-$number" 2>&1 || true; }
    # Every question there is, bare and with whatever of this its form has a place for.
    local query form known with
    while read -r query; do
        form=${query%% ->*}
        query=${form%% *}
        ask query "$query" "$@"
        with=()
        for known in plan=2020 measure=4 duty=1 round=2020-q4 session=3 list=2021 language=zh_hans problem="$side_problem" from_plan=2020 to_plan=2020 scope=session/3; do
            if [[ $form == *[\{\ ]${known%%=*}:* ]]; then with+=("$known"); fi
        done
        if ((${#with[@]})); then ask query "$query" "${with[@]}" "$@"; fi
        for known in version=2 body=amcm scope=plan/2020 scope=list/2021; do
            if [[ $form == *[\{\ ]${known%%=*}:* ]]; then ask query "$query" "${with[@]}" "$known" "$@"; fi
        done
    done < <("$ponte" queries)
    local language format what
    for language in zh-Hans en; do
        for format in docx html pdf; do
            for what in invitation agenda minutes decisions attendance; do ask session $what 3 --lang $language --with pt --format $format --out "$to/$what.$language.$format" "$@"; done
            ask session minutes 3 --minutes-version 2 --lang $language --format $format --out "$to/minutes-2.$language.$format" "$@"
            ask compare --from 2020-01-02 --lang $language --audience "$audience" --format $format --out "$to/compare.$language.$format" "$@"
            ask list export 2021 --against 2020 --lang $language --format $format --out "$to/list.$language.$format" "$@"
        done
        for format in docx xlsx html pdf json bundle; do ask dossier --lang $language --audience "$audience" --format $format --out "$to/dossier.$language.$format" "$@"; done
        ask template sample dossier --lang $language --out "$to/layout.docx"
        ask dossier --lang $language --audience "$audience" --format docx --template "$to/layout.docx" --out "$to/filled.$language.docx" "$@"
        ask round forms 2020-q4 --lang $language --format both --out "$to/forms" "$@"
        for what in plan/2020 session/3 list/2021; do
            ask translation export $what --to pt --all --format xliff --out "$to/texts.xlf" "$@"
            ask translation export $what --to pt --all --format docx --out "$to/texts.docx" "$@"
        done
    done
    ask session ics 3 --out "$to/session.ics" "$@"
    ask round ics --out "$to/round.ics" "$@"
    for what in 'round list' 'round list 2020-q4' 'round late' 'round owed' 'list show 2021' 'list propose 2021' 'year closing 2020' 'translation queue' 'translation queue session/3' 'translation check plan/2020'; do
        # shellcheck disable=SC2086
        ask $what "$@"
    done
    # What is packed is unpacked.
    local file
    find "$to" -type f \( -name '*.docx' -o -name '*.xlsx' \) | while read -r file; do unzip -p "$file" >"$file.text" 2>/dev/null || true; done
    find "$to" -type f -name '*.pdf' | while read -r file; do pdftotext "$file" "$file.text" 2>/dev/null || true; done
}

all_answers owner macao --as macao.desk
all_answers body macao --as amcm.officer
for word in $planted; do
    case $word in [0-9]*) continue ;; esac
    grep -rqaF -- "$word" owner body || { echo "the owner cannot find $word: the hunt would prove nothing" >&2; exit 1; }
done
all_answers other mainland --as mainland.desk
all_answers public public --public
p outbox queue
cp j/outbox.sqlite other/
found=0
for word in $planted; do
    if grep -rlaF -- "$word" other public; then
        echo "$word was found by somebody to whom it was not released" >&2
        found=1
    fi
done
# A name is sealed: only who keeps the vault may read it, in the list of those who were there.
if grep -rlaF PlantedFile other public; then found=1; fi
echo "$(find other public -type f | wc -l) answers searched"
exit $found
