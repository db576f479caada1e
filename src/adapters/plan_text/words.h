#pragma once

#include <array>
#include <string_view>

// The words by which a new clause is known, folded as in folded.h. A list grows here, not in the rules.
namespace ponte::plan_text::words {

using Word = std::u32string_view;

// Verbs with which a duty begins.
inline constexpr Word verbs[]{
    U"支持", U"推动", U"推进", U"加强", U"加快", U"加大", U"优化", U"争取", U"发挥", U"协助", U"促进", U"深化", U"强化", U"总结", U"协调",
    U"设立", U"吸引", U"完善", U"组织", U"启动", U"落实", U"善用", U"运用", U"利用", U"打造", U"提高", U"提升", U"提供", U"辐射", U"召开",
    U"举办", U"签署", U"签订", U"商签", U"拓展", U"开拓", U"建立", U"健全", U"丰富", U"鼓励", U"引导", U"培养", U"培育", U"扩大", U"参与",
    U"增进", U"增强", U"巩固", U"开展", U"制定", U"制订", U"监测", U"开发", U"解决", U"申设", U"强调", U"探索", U"实施", U"实现", U"确保",
    U"保障", U"便利", U"简化", U"降低", U"改善", U"跟进", U"评估", U"审议", U"公布", U"搭建", U"构建", U"营造", U"宣传", U"推广", U"助力",
    U"服务", U"配合", U"做好", U"办好", U"用好", U"建设", U"发展", U"研究", U"联合", U"引进", U"引入", U"邀请", U"安排", U"筹备", U"定期举行",
    U"举行", U"成立", U"设置", U"增加", U"延长", U"扩展", U"对接", U"衔接", U"凝聚", U"汇报", U"通报", U"核对", U"检视", U"梳理", U"编制",
    U"发布", U"发行", U"申请", U"受理", U"审批", U"汲取", U"形成", U"保持", U"维护", U"处理", U"商定", U"确定", U"交换", U"互认",
};

// Of these, the ones that are as often nouns: "及建设", "、研究" begins no clause.
inline constexpr Word verbs_often_nouns[]{U"建设", U"发展", U"研究", U"服务", U"安排", U"总结", U"协调", U"监测", U"评估",
                                          U"推广", U"宣传", U"便利", U"申请", U"审批", U"联合", U"配合", U"组织", U"参与"};

// What may stand between the comma and the verb.
inline constexpr Word adverbs[]{
    U"以及", U"并且", U"同时", U"而且", U"并",   U"继续", U"持续", U"不断", U"充分", U"进一步", U"积极", U"共同", U"深入", U"深度", U"切实", U"稳步",
    U"逐步", U"大力", U"着力", U"全面", U"更好", U"有序", U"有效", U"努力", U"主动", U"适时",   U"定期", U"今年", U"全年", U"每年", U"至少", U"及时",
    U"地",   U"也",   U"还",   U"再",   U"尽快", U"重点", U"协同", U"合力", U"认真",
};

// What opens an adverbial: the clause counts as one only when a verb comes after it.
inline constexpr Word prepositions[]{U"根据", U"按照", U"依照", U"透过", U"通过", U"以", U"与", U"为", U"在", U"向", U"对", U"就",
                                     U"将",   U"从",   U"由",   U"经",   U"依托", U"结合", U"围绕", U"借助", U"会同", U"联同", U"同"};

// An adverbial with a verb in it that still is only an adverbial: "在推动发展方面，".
inline constexpr Word adverbial_ends[]{U"方面", U"基础上", U"前提下", U"框架下", U"过程中", U"同时", U"要求", U"需要", U"之后", U"之前", U"时"};

// "发挥……优势，支持……" names the means; the duty is what it serves.
inline constexpr Word means_verbs[]{U"发挥", U"利用"};
inline constexpr Word means_ends[]{U"优势", U"作用"};

// Portuguese words that end like an infinitive and are none.
inline constexpr Word pt_no_verbs[]{
    U"lugar",   U"mulher",  U"qualquer", U"militar",   U"singular",      U"popular",   U"similar", U"escolar",  U"particular",
    U"regular", U"titular", U"familiar", U"exemplar",  U"complementar",  U"interdisciplinar",      U"dolar",    U"bilinear",
    U"solar",   U"nuclear", U"poder",    U"hospitalar", U"multidisciplinar",        U"caracter",  U"pilar",    U"ultramar",
};

inline constexpr Word en_verbs[]{
    U"support",   U"promote",  U"strengthen", U"continue", U"develop", U"expand",    U"improve",   U"build",    U"establish", U"encourage",
    U"facilitate", U"deepen",  U"enhance",    U"extend",   U"use",     U"make",      U"hold",      U"organise", U"organize",  U"sign",
    U"implement", U"start",    U"launch",     U"carry",    U"monitor", U"attract",   U"help",      U"assist",   U"set",       U"open",
    U"provide",   U"offer",    U"foster",     U"advance",  U"push",    U"study",     U"settle",    U"resolve",  U"sum",       U"review",
    U"coordinate", U"prepare", U"train",      U"increase", U"raise",   U"widen",     U"broaden",   U"explore",  U"invite",    U"join",
    U"publish",   U"report",   U"keep",       U"take",     U"seek",    U"negotiate", U"conclude",  U"simplify", U"reduce",    U"ensure",
    U"issue",     U"register", U"bring",      U"put",      U"draw",    U"work",      U"create",    U"introduce", U"convene",  U"agree",
    U"record",    U"list",     U"share",      U"exchange", U"match",   U"check",     U"follow",    U"give",      U"let",      U"complete",
};
// After a bare "and" these are nouns more often than not.
inline constexpr Word en_verbs_often_nouns[]{U"support", U"use", U"study", U"review", U"issue", U"report", U"work", U"exchange", U"share", U"list",
                                             U"record",  U"train", U"help", U"sign", U"start", U"open", U"match", U"check", U"increase", U"advance"};
inline constexpr Word latin_adverbs[]{U"and", U"e", U"also", U"further", U"actively", U"fully", U"jointly", U"gradually", U"bem como", U"assim como",
                                      U"as well as", U"tambem", U"ainda", U"ativamente", U"activamente", U"plenamente", U"then", U"depois"};

}  // namespace ponte::plan_text::words
