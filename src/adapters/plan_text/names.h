#pragma once

#include <string_view>

// What plans of this corridor name, folded as in folded.h and without quotation marks. `*` stands for up
// to 40 characters of the same clause. A new name is a new row.
namespace ponte::plan_text::names {

struct SetPattern {
    std::string_view set;  // Stable: the directory knows the sets by these.
    std::u32string_view pattern;
};

// Chinese rows find Traditional text too. A row before another wins where both match.
inline constexpr SetPattern sets[]{
    {"bri", U"一带一路沿线国家"},
    {"bri", U"一带一路相关国家"},
    {"bri", U"一带一路有关国家"},
    {"bri", U"一带一路共建国家"},
    {"bri", U"一带一路国家"},
    {"bri", U"一带一路沿线"},
    {"bri", U"paises*uma faixa*uma rota"},
    {"bri", U"paises*faixa e rota"},
    {"bri", U"jurisdicoes*uma faixa*uma rota"},
    {"bri", U"jurisdicoes*faixa e rota"},
    {"bri", U"belt and road countries"},
    {"bri", U"belt and road jurisdictions"},
    {"bri", U"belt and road partner"},
    {"bri", U"countries*belt and road"},
    {"bri", U"jurisdictions*belt and road"},
    {"psc", U"葡语国家"},
    {"psc", U"葡语系国家"},
    {"psc", U"paises de lingua portuguesa"},
    {"psc", U"paises e regioes de lingua portuguesa"},
    {"psc", U"paises de expressao portuguesa"},
    {"psc", U"paises lusofonos"},
    {"psc", U"jurisdicoes de lingua portuguesa"},
    {"psc", U"portuguese-speaking"},
    {"psc", U"portuguese speaking"},
    {"psc", U"lusophone"},
    {"related", U"相关国家"},
    {"related", U"有关国家"},
    {"related", U"paises e regioes relacionad"},
    {"related", U"paises e regioes interessad"},
    {"related", U"paises e regioes relevantes"},
    {"related", U"paises e regioes pertinentes"},
    {"related", U"paises e regioes em causa"},
    {"related", U"paises relacionados"},
    {"related", U"jurisdicoes relacionadas"},
    {"related", U"related countries"},
    {"related", U"relevant countries"},
    {"related", U"related jurisdictions"},
    {"related", U"relevant jurisdictions"},
    {"related", U"countries and regions concerned"},
    {"related", U"jurisdictions concerned"},
    {"neighbours", U"邻近国家"},
    {"neighbours", U"周边国家"},
    {"neighbours", U"paises vizinhos"},
    {"neighbours", U"paises e regioes vizinh"},
    {"neighbours", U"jurisdicoes vizinhas"},
    {"neighbours", U"neighbouring countries"},
    {"neighbours", U"neighboring countries"},
    {"neighbours", U"neighbouring jurisdictions"},
    {"gba", U"大湾区"},
    {"gba", U"grande baia"},
    {"gba", U"greater bay area"},
    {"southeast_asia", U"东南亚"},
    {"southeast_asia", U"sudeste asiatico"},
    {"southeast_asia", U"southeast asia"},
    {"southeast_asia", U"south-east asia"},
};

// Bodies, funds, platforms and other standing arrangements. The longest row wins.
inline constexpr std::u32string_view bodies[]{
    U"丝路基金",
    U"中葡合作发展基金",
    U"中国与葡语国家商贸合作金融服务平台",
    U"葡语国家人民币清算中心",
    U"中葡中小企业商贸服务中心",
    U"葡语国家食品集散中心",
    U"中葡经贸合作会展中心",
    U"中葡综合体",
    U"中葡商贸合作服务平台",
    U"中国与葡语国家商贸合作服务平台",
    U"世界旅游休闲中心",
    U"中国与葡语国家文化交流中心",
    U"中葡双语人才培养基地",
    U"粤港澳大湾区国际科技创新中心",
    U"粤澳合作中医药科技产业园",
    U"联席会议",
    U"中央政府",
    U"地方政府",
    U"特区政府",
    U"中葡论坛",
    U"金融管理局",
    U"贸易投资促进局",
    U"科学技术发展基金",
    U"fundo da rota da seda",
    U"fundo de cooperacao e desenvolvimento china-paises de lingua portuguesa",
    U"centro de compensacao de renminbi",
    U"centro de servicos comerciais para as pequenas e medias empresas",
    U"centro de distribuicao dos produtos alimentares dos paises de lingua portuguesa",
    U"centro de convencoes e exposicoes",
    U"complexo da plataforma",
    U"centro mundial de turismo e lazer",
    U"centro de intercambio cultural entre a china e os paises de lingua portuguesa",
    U"centro internacional de inovacao cientifica e tecnologica",
    U"parque cientifico e industrial de medicina tradicional chinesa",
    U"conferencia conjunta",
    U"reuniao conjunta",
    U"governo central",
    U"forum de macau",
    U"silk road fund",
    U"china-portuguese-speaking countries cooperation and development fund",
    U"renminbi clearing centre",
    U"rmb clearing centre",
    U"world centre of tourism and leisure",
    U"joint conference",
    U"central government",
    U"forum macao",
};

// A name in quotation marks that ends like this is a body too, listed or not.
inline constexpr std::u32string_view quoted_body_ends[]{U"中心", U"基金", U"综合体", U"产业园", U"平台", U"委员会", U"联盟", U"基地", U"银行", U"论坛"};

// "At least", and the words for numbers after it.
inline constexpr std::u32string_view at_least[]{U"至少", U"不少于", U"不少於", U"最少", U"不低于", U"不低於"};
inline constexpr std::u32string_view at_least_latin[]{U"pelo menos ", U"no minimo ", U"ao menos ", U"nao menos de ", U"at least ",
                                                      U"no fewer than ", U"not fewer than ", U"no less than ", U"not less than ", U"a minimum of "};

// What Chinese counts with: a number before none of these is part of a name (一带一路, 一程多站).
inline constexpr std::u32string_view counters = U"次个個项項家场場名人份宗种種届屆期轮輪件所间間户戶天日月年季周%％元倍成篇艘条條班座处處类類批笔筆";

struct NumberWord {
    std::u32string_view word;
    int value;
};
inline constexpr NumberWord number_words[]{
    {U"um", 1},    {U"uma", 1},    {U"dois", 2},  {U"duas", 2},  {U"tres", 3},   {U"quatro", 4}, {U"cinco", 5},   {U"seis", 6},    {U"sete", 7},
    {U"oito", 8},  {U"nove", 9},   {U"dez", 10},  {U"onze", 11}, {U"doze", 12},  {U"quinze", 15}, {U"vinte", 20},  {U"trinta", 30}, {U"cem", 100},
    {U"one", 1},   {U"once", 1},   {U"two", 2},   {U"twice", 2}, {U"three", 3},  {U"four", 4},   {U"five", 5},    {U"six", 6},     {U"seven", 7},
    {U"eight", 8}, {U"nine", 9},   {U"ten", 10},  {U"eleven", 11}, {U"twelve", 12}, {U"fifteen", 15}, {U"twenty", 20}, {U"thirty", 30},
};

}  // namespace ponte::plan_text::names
