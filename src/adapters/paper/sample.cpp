// Papers in our own words for the tests of the renderers (see sample.h). All numbers are invented.
#include "adapters/paper/sample.h"

#include "adapters/paper/text.h"

#include <fmt/format.h>

namespace ponte::paper {
namespace {

struct Sayings {
    std::string_view title, subtitle, office, position, footer, page_word, author, contents;
    std::string_view badges[6];
    std::string_view lead, measure, body, item, source, status[5];
    std::string_view table, heads[5], duty, chart, unit, observed, expected, as_at;
    std::string_view note_title, note, tiles[4], fallback_title, fallback, fallback_language;
};

constexpr Sayings english{
    "Dossier of the corridor", "Work of the year 2020, as it stood on 31 December 2020",
    "Joint conference · for both sides", "Position 4 218 · draft", "Dossier of the corridor · 2020-12-31",
    "Page {} of {}", "Secretariat of the sample", "Contents",
    {"", "published", "computed", "simulated", "illustration", "configuration"},
    "Of twenty-two measures, nine are on course, four are ahead, and three have no evidence at all.",
    "Settlement between the markets",
    "Cleared payments reached {}, against {} a year before; the figure follows from the entries named beside it. "
    "The rate of growth was above the trajectory in each quarter, and the two sources agree within one per cent.",
    "The second body confirmed what the first had reported", "Statistics office, table 4",
    {"on course", "ahead", "behind", "overdue", "no evidence"},
    "Duties and where they stand", {"Duty", "Lead body", "Now", "Before", "Status"}, "Extend the clearing day for members",
    "Cleared payments by quarter", "million", "Observed", "Trajectory", "as at",
    "What a proof shows", "That this was recorded then and has not changed since; never that it is true in the world.",
    {"measures on course", "duties with evidence", "overdue", "without evidence"}, "Text of the plan",
    "支持兩地機構互設分支，便利雙方企業結算。", "zh-Hant-MO"};

constexpr Sayings portuguese{
    "Dossiê do corredor", "Trabalhos do ano de 2020, na situação de 31 de dezembro de 2020",
    "Conferência conjunta · para ambas as partes", "Posição 4 218 · projeto", "Dossiê do corredor · 2020-12-31",
    "Página {} de {}", "Secretariado do exemplo", "Índice",
    {"", "publicado", "calculado", "simulado", "ilustração", "configuração"},
    "De vinte e duas medidas, nove estão em curso, quatro vão adiantadas e três não têm qualquer prova.",
    "Liquidação entre os mercados",
    "Os pagamentos compensados atingiram {}, contra {} no ano anterior; o valor decorre dos registos indicados ao lado. "
    "O crescimento ficou acima da trajetória em cada trimestre, e as duas fontes coincidem dentro de um por cento.",
    "A segunda entidade confirmou o que a primeira comunicara", "Serviço de estatística, quadro 4",
    {"em curso", "adiantada", "atrasada", "fora do prazo", "sem prova"},
    "Obrigações e a sua situação", {"Obrigação", "Entidade responsável", "Agora", "Antes", "Situação"},
    "Alargar o dia de compensação para os membros", "Pagamentos compensados por trimestre", "milhões", "Observado",
    "Trajetória", "à data", "O que uma prova mostra",
    "Que isto foi registado então e não mudou desde essa data; nunca que é verdade no mundo.",
    {"medidas em curso", "obrigações com prova", "fora do prazo", "sem prova"}, "Texto do plano",
    "支持兩地機構互設分支，便利雙方企業結算。", "zh-Hant-MO"};

constexpr Sayings traditional{
    "走廊工作文件", "2020年工作，截至2020年12月31日", "聯席會議 · 供雙方參閱", "位置 4 218 · 草稿", "走廊工作文件 · 2020-12-31",
    "第 {} 頁，共 {} 頁", "示例秘書處", "目錄", {"", "已公佈", "計算所得", "模擬", "示例", "設定"},
    "二十二項措施中，九項按計劃進行，四項超前，三項完全沒有佐證。", "市場之間的結算",
    "已清算的付款達 {}，上年同期為 {}；數字由旁邊所列的記錄得出。各季增速均高於目標軌跡，兩個來源相差不超過百分之一。骨、直、戶、角、誤，字形應為本地寫法。",
    "第二個機構確認了第一個機構所報", "統計部門，表四", {"按計劃", "超前", "落後", "逾期", "沒有佐證"}, "各項工作及其現況",
    {"工作", "牽頭機構", "現值", "前值", "狀態"}, "為成員延長清算時間", "按季已清算付款", "百萬", "觀察值", "目標軌跡", "截至",
    "證明能說明甚麼", "說明這項內容當時已記錄，其後沒有更改；從不說明它在世上屬實。",
    {"項措施按計劃", "項工作有佐證", "逾期", "沒有佐證"}, "計劃原文", "支持两地机构互设分支，便利双方企业结算。", "zh-Hans-CN"};

constexpr Sayings simplified{
    "走廊工作文件", "2020年工作，截至2020年12月31日", "联席会议 · 供双方参阅", "位置 4 218 · 草稿", "走廊工作文件 · 2020-12-31",
    "第 {} 页，共 {} 页", "示例秘书处", "目录", {"", "已公布", "计算所得", "模拟", "示例", "设定"},
    "二十二项措施中，九项按计划进行，四项超前，三项完全没有佐证。", "市场之间的结算",
    "已清算的付款达 {}，上年同期为 {}；数字由旁边所列的记录得出。各季增速均高于目标轨迹，两个来源相差不超过百分之一。骨、直、户、角、误，字形应为规范写法。",
    "第二个机构确认了第一个机构所报", "统计部门，表四", {"按计划", "超前", "落后", "逾期", "没有佐证"}, "各项工作及其现状",
    {"工作", "牵头机构", "现值", "前值", "状态"}, "为成员延长清算时间", "按季已清算付款", "百万", "观察值", "目标轨迹", "截至",
    "证明能说明什么", "说明这项内容当时已记录，其后没有更改；从不说明它在世上属实。",
    {"项措施按计划", "项工作有佐证", "逾期", "没有佐证"}, "对方文本", "支持兩地機構互設分支，便利雙方企業結算。", "zh-Hant-MO"};

const Sayings& sayings(const Language& language) {
    if (language == "pt-PT") return portuguese;
    if (language == "zh-Hant-MO") return traditional;
    if (language == "zh-Hans-CN") return simplified;
    return english;
}

Run words(std::string_view text) {
    Run run;
    run.text = text;
    return run;
}

Run figure(std::string text, std::string id, Badge badge) {
    Run run = words(text);
    run.figure = std::move(id);
    run.badge = badge;
    run.strong = true;
    return run;
}

constexpr Tone tones[] = {Tone::good, Tone::ahead, Tone::warning, Tone::bad, Tone::missing};
constexpr Badge badges[] = {Badge::published, Badge::computed, Badge::simulated, Badge::illustration, Badge::configuration};

// The body with its two gaps filled by figures.
Paragraph body_of(const Sayings& say, const std::string& id, const Language& language) {
    Paragraph out;
    const std::size_t first = say.body.find("{}");
    const std::size_t second = say.body.find("{}", first + 2);
    Run source = words(say.source);
    source.link = "https://statistics.example/table/4?year=2020&quarter=4";
    Run quiet = words(" (" + iso_date(18'627) + ")");
    quiet.quiet = true;
    out.line = {words(say.body.substr(0, first)), figure(grouped({47'473, 1}, language), id + ".now", Badge::computed),
                words(say.body.substr(first + 2, second - first - 2)),
                figure(grouped({39'980, 1}, language), id + ".before", Badge::published),
                words(say.body.substr(second + 2)), words(" "), source, quiet};
    return out;
}

Table duties(const Sayings& say, const Language& language, const std::string& id, int rows) {
    Table table;
    table.caption = say.table;
    for (const std::string_view head : say.heads) table.heads.emplace_back(head);
    for (int i = 0; i < rows; ++i) {
        const auto turn = static_cast<std::size_t>(i % 5);
        const Decimal now{12'345'67 + 98'765 * std::int64_t{i}, 2};
        Run before = words(i % 5 == 4 ? "—" : grouped({now.digits / 12, 1}, language));
        table.rows.push_back({Cell{{words(fmt::format("{}.{} {}", i / 10 + 1, i % 10 + 1, say.duty))}, Tone::neutral, false},
                              Cell{{words(say.author)}, Tone::neutral, false},
                              Cell{{figure(grouped(now, language), fmt::format("{}.row{}", id, i), badges[turn])},
                                   Tone::neutral, true},
                              Cell{{before}, Tone::neutral, true},
                              Cell{{words(say.status[turn])}, tones[turn], false}});
    }
    return table;
}

Chart quarters(const Sayings& say, int quarters_count) {
    Chart chart;
    chart.caption = say.chart;
    chart.unit = say.unit;
    chart.observed_name = say.observed;
    chart.expected_name = say.expected;
    chart.as_at_name = say.as_at;
    for (int i = 0; i < quarters_count; ++i) {
        const std::int32_t day = 18'262 + 91 * i;
        if (i < quarters_count - 1) chart.observed.push_back({day, {39'980 + 2'011 * i * (i % 3 + 1), 1}});
        chart.expected.push_back({day, {39'000 + 3'250 * i, 1}});
    }
    chart.as_at = 18'627;
    return chart;
}

Paper cover(const Sayings& say, const Language& language) {
    Paper paper;
    paper.language = language;
    paper.title = say.title;
    paper.subtitle = say.subtitle;
    paper.masthead = {std::string(say.office), std::string(say.position)};
    paper.footer = say.footer;
    paper.page_word = say.page_word;
    for (std::size_t i = 0; i < 6; ++i) paper.badge_words[i] = say.badges[i];
    paper.created_at = 1'609'372'800;  // 2020-12-31 00:00 UTC
    paper.author = say.author;
    return paper;
}

Heading heading(int level, std::string text, std::string anchor) { return Heading{level, {words(text)}, std::move(anchor)}; }

}  // namespace

Paper sample_paper(const Language& language) {
    const Sayings& say = sayings(language);
    Paper paper = cover(say, language);
    std::vector<Block>& blocks = paper.blocks;
    blocks.push_back(Paragraph{{words(say.lead)}, true});
    Tiles tiles;
    const std::string_view numbers[] = {"9", "47", "3", "0"};
    for (std::size_t i = 0; i < 4; ++i) {
        tiles.tiles.push_back({figure(std::string(numbers[i]), fmt::format("tile.{}", i), i == 3 ? Badge::none : badges[i]),
                               std::string(say.tiles[i]), i == 0 ? Tone::good : i == 2 ? Tone::bad : Tone::neutral});
    }
    blocks.push_back(tiles);
    blocks.push_back(Contents{std::string(say.contents)});

    blocks.push_back(heading(1, fmt::format("1 {}", say.measure), "measure-1"));
    blocks.push_back(body_of(say, "m1", language));
    blocks.push_back(quarters(say, 5));
    List list;
    for (int i = 0; i < 3; ++i) list.items.push_back({words(say.item)});
    blocks.push_back(list);
    blocks.push_back(heading(2, std::string(say.table), "duties"));
    blocks.push_back(duties(say, language, "m1", 40));
    blocks.push_back(heading(2, std::string(say.fallback_title), "text"));
    Run fallback = words(say.fallback);
    fallback.language = say.fallback_language;
    blocks.push_back(Paragraph{{fallback}, false});
    list.numbered = true;
    blocks.push_back(list);

    blocks.push_back(heading(1, "2 <A & B> \"quoted\" \x01", "escape"));
    Run wicked = words("<script>alert('1 < 2 && 3 > 2')</script> \xFF]]>");
    wicked.link = "javascript:alert(1)";
    Run back = words(say.measure);
    back.link = "#measure-1";
    blocks.push_back(Paragraph{{wicked, words(" "), back}, false});
    Note note;
    note.tone = Tone::warning;
    note.title = say.note_title;
    Run digest = words("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    digest.code = true;
    note.lines = {{words(say.note)}, {digest}};
    blocks.push_back(note);
    blocks.push_back(heading(3, std::string(say.heads[4]), "states"));
    blocks.push_back(quarters(say, 9));
    blocks.push_back(PageBreak{});
    blocks.push_back(heading(4, std::string(say.source), "source"));
    blocks.push_back(body_of(say, "m1", language));
    const std::string_view attached = R"({"position": 4218})";
    paper.attachments.push_back({"manifest.json", "application/json", Bytes(attached.begin(), attached.end())});
    return paper;
}

Paper large_paper(const Language& language, int sections, int rows) {
    const Sayings& say = sayings(language);
    Paper paper = cover(say, language);
    paper.blocks.push_back(Contents{std::string(say.contents)});
    for (int i = 0; i < sections; ++i) {
        const std::string id = fmt::format("m{}", i + 1);
        paper.blocks.push_back(heading(1, fmt::format("{} {}", i + 1, say.measure), id));
        paper.blocks.push_back(body_of(say, id, language));
        paper.blocks.push_back(quarters(say, 5));
        paper.blocks.push_back(duties(say, language, id, rows));
    }
    return paper;
}

}  // namespace ponte::paper
