#!/bin/sh
# Makes a small journal with every kind of entry that the command line can write: sh journal-0.1.sh PONTE FOLDER
# The one beside this file was made once by release 0.1 (journal-0.1.md); tests also make a fresh one with it.
set -eu
ponte=$1
journal=$2
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

at() { clock=$1; }
# Asks, and stops here when it is refused.
p() {
    "$ponte" --journal "$journal" --clock "$clock" --json "$@" >"$work/answer" 2>&1 || { cat "$work/answer" >&2; echo "stopped at: $*" >&2; exit 1; }
}
# Asks what must be refused.
refused() {
    if "$ponte" --journal "$journal" --clock "$clock" --json "$@" >"$work/answer" 2>&1; then echo "not refused: $*" >&2; exit 1; fi
}
one() { sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p" "$work/answer" | sed -n 1p; }

at 2020-01-02T01:00:00Z
p init --origin ponte.example/golden --body operator --side other --administrators adm.one,adm.two

# Names, places and sets by date.
name() { p ask directory.name_body "body=$1" "side=$2" "names.en=$3" "names.zh_hant=$4" names.zh_hans= names.pt= kind=test source=test --as adm.one; }
name office_macao macao "Macao secretariat" 澳門秘書處
name office_mainland mainland "Mainland secretariat" 內地秘書處
name amcm macao "Monetary authority" 金融管理局
name dsaj macao "Justice bureau" 法務局
p ask directory.name_body body=ndrc side=mainland names.en=Commission names.zh_hant= names.zh_hans= names.pt= kind=test source=test from=2018-01-01 --as adm.one
p ask directory.name_jurisdiction jurisdiction=PT names.en=Portugal names.pt=Portugal names.zh_hant= names.zh_hans= source=test --as adm.one
p ask directory.name_jurisdiction jurisdiction=MO names.en=Macao names.zh_hant=澳門 names.zh_hans= names.pt= source=test --as adm.one
p ask directory.define_jurisdiction_set set=psc names.en="Portuguese-speaking countries" names.zh_hant= names.zh_hans= names.pt= kind=published note=- source=test --as adm.one
p ask directory.add_to_jurisdiction_set set=psc jurisdiction=PT from=2003-10-01 source=test --as adm.one
p ask directory.review_display_name jurisdiction=PT audience=public names.en=Portugal names.zh_hant=葡萄牙 names.zh_hans= names.pt= reason=test --as adm.one
p ask calendar.load_year place=MO year=2020 'days=[{"date":"2020-01-01","kind":"holiday","occasion":"New Year"}]' official=false source=test --as adm.one

# People of both sides; the great roles take two administrators.
person() { p ask access.register_person "person=$1" "body=$2" "display=Test person $1" --as adm.one; }
role() { p ask access.grant_role "person=$1" desk=conference "role=$2" --as adm.one; }
great_role() {
    role "$1" "$2"
    p ask access.confirm_role "proposal=$(one proposal)" --as adm.two
}
person coord office_macao
great_role coord secretariat
role coord officer
person coord.head office_macao
role coord.head head
person ndrc.desk office_mainland
great_role ndrc.desk secretariat
role ndrc.desk officer
person ndrc.head office_mainland
role ndrc.head head
person amcm.officer amcm
role amcm.officer officer
person amcm.head amcm
role amcm.head head
person dsaj.officer dsaj
role dsaj.officer officer
person dsaj.verifier dsaj
role dsaj.verifier verifier
role dsaj.verifier reader
p ask access.withdraw_role person=dsaj.verifier desk=conference role=reader reason="not needed" --as adm.one
person leaver amcm
role leaver officer
p ask access.record_leaver person=leaver on=2020-02-01 reason="left" --as adm.one
p ask access.name_deputy principal=amcm.officer deputy=amcm.head from=2020-08-01 to=2020-08-14 --as adm.one
p ask access.set_password person=amcm.head "secret=a test password" --as adm.one
refused sign-in amcm.head --password "a wrong password"
refused sign-in amcm.head --password "another wrong one"

# The plan, a correction of it, its text in another language, and what an office configures.
at 2020-02-03T01:00:00Z
p sign-in amcm.head --password "a test password"
p plan import "$here/plan-short.txt" --as coord --plan 2020
sed 's/Hold at least one meeting this year/Hold at least one regular meeting this year/' "$here/plan-short.txt" >"$work/corrected.txt"
p plan correct "$work/corrected.txt" --as coord --plan 2020 --reason "a word was missing"
p ask conference.state_text plan=2020 measure=22 language=pt status=reference "text=Realizar pelo menos uma reunião regular neste ano; fazer o balanço." 'parts=["Realizar pelo menos uma reunião regular neste ano","fazer o balanço"]' source=test --as coord
p ask conference.appoint_body plan=2020 measure=4 body=amcm role=lead from=2020-01-01 note=test --as coord
p ask conference.define_indicator indicator=m4.cleared plan=2020 measure=4 duty=1 'names={"zh_hant":"清算總額","zh_hans":"清算总额","pt":"Total compensado","en":"Total cleared"}' 'units={"zh_hant":"十億元","zh_hans":"十亿元","pt":"mil milhões","en":"bn"}' kind=flow fold=latest better=more decimals=2 unit_exponent=9 tolerance_percent=5 'trajectory=[{"date":"2019-12-31","value":"10"},{"date":"2020-12-31","value":"20"}]' trajectory_badge=illustration 'statements={"verified":"read twice","source":"test","accuracy":"two places","limits":"a test","compensated":"not"}' reason= --as coord
p ask conference.set_milestone milestone=m7.signed plan=2020 measure=7 duty=1 names.en="Agreement signed" names.zh_hant= names.zh_hans= names.pt= due=2020-06-30 badge=illustration --as coord

# Observations in all stages, one of them contradictory, one withdrawn.
observe() { p ask conference.record_observation indicator=m4.cleared "as_published=$2" "period=$3" "source=https://example.org/$4" --as "$1"; item=$(one item); }
sign_off() { p ask conference.sign_off_item "item=$1" --as "$2"; }
move() { p ask conference.move_item "item=$1" "stage=$2" --as "$3"; }
at 2020-04-02T01:00:00Z
observe amcm.officer "11.5 billion" 2019-04-01/2020-03-31 a-public
published=$item
sign_off "$published" amcm.head
move "$published" released coord
move "$published" published coord
p ask conference.verify_item "item=$published" verdict=accepted reason= --as dsaj.verifier
observe amcm.officer "11.7 billion" 2019-04-01/2020-03-31 b-released
released=$item
sign_off "$released" amcm.head
move "$released" released coord
at 2020-07-02T01:00:00Z
observe amcm.officer "12.25 billion" 2019-07-01/2020-06-30 c-signed-off
sign_off "$item" amcm.head
observe amcm.officer "13.5 billion" 2019-07-01/2020-06-30 d-internal
observe amcm.officer "99 billion" 2019-07-01/2020-06-30 e-withdrawn
p ask conference.withdraw_item "item=$item" reason="another table" --as amcm.officer
p ask conference.record_action plan=2020 measure=7 duty=1 on=2020-06-25 texts.en="An agreement was signed." texts.zh_hant= texts.zh_hans= texts.pt= source=https://example.org/f --as coord
p ask conference.reach_milestone milestone=m7.signed on=2020-06-25 evidence=https://example.org/f --as coord
printf 'indicator,as_published,value,period,source,language\nm4.cleared,14 billion,14,2020-07-01/2020-07-01,https://example.org/g,en\n' >"$work/rows.csv"
p import "$work/rows.csv" --as amcm.officer

# Money: two accounts and one transfer.
account_a=0000000000000000000000000000000a
account_b=0000000000000000000000000000000b
p ask access.grant_role person=dsaj.officer desk=ledger role=officer --as adm.one
for account in $account_a $account_b; do
    p ask ledger.open_account account=$account currency=CNY bound=none names.en=Test names.zh_hant= names.zh_hans= names.pt= --as adm.one
done
p ask ledger.post_transfer transfer=0000000000000000000000000000000c debit=$account_a credit=$account_b "amount=CNY 1.25" --as dsaj.officer

# What people say beside the figures, a refusal that is final, meetings, and the frozen dossiers.
at 2020-12-30T01:00:00Z
p ask conference.override_status indicator=m4.cleared status=behind reason=test stage=published --as coord
p ask conference.state_forecast indicator=m4.cleared for_date=2021-12-31 value=21.5 reason=test stage=published --as coord
p ask conference.state_judgement indicator=m4.cleared status=on_course reason=test stage=released --as coord
refused ask conference.sign_off_item "item=$published" --as amcm.head --id twice-1
p ask conference.record_session number=1 on=2020-11-05 place=Macao form=regular principals=- source=https://example.org/h --as coord
p ask conference.freeze_dossier plan=2020 audience=macao --as coord
p ask conference.freeze_dossier plan=2020 audience=mainland --as ndrc.desk
p journal rotate-key
p ask conference.freeze_dossier plan=2020 audience=everyone --as coord
at 2022-03-01T01:00:00Z
refused ask directory.name_body body=late side=other names.en=Late names.zh_hant= names.zh_hans= names.pt= kind=test source=test --as adm.one
p journal confirm-clock --as adm.one
p ask conference.record_year_without_session year=2021 reason=test source=https://example.org/i --as coord
