// The style sheet of the page (see sheet.h). Contrast of text on its ground, light and dark: ink 15:1
// and 13:1, quiet 6.2:1 and 7.1:1, blue 7.7:1 and 7.6:1, vermilion 4.6:1 and 6.6:1 (AA asks for 4.5:1).
#include "adapters/html/sheet.h"

namespace ponte::html {

std::string_view sheet() {
    return R"css(
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--quiet:#565d66;--line:#d5d9de;--tint:#f5f7f9;--blue:#1f4e8c;--red:#c8402b;
--serif:"Noto Serif","Source Serif 4",Charter,Cambria,Georgia,serif;--sans:"Noto Sans","Source Sans 3","Segoe UI","Helvetica Neue",Arial,sans-serif;
--mono:"Noto Sans Mono",ui-monospace,"Cascadia Mono",Menlo,Consolas,"Noto Sans Mono CJK HK",monospace}
@media (prefers-color-scheme:dark){:root{--paper:#14171b;--ink:#e6e8eb;--quiet:#a4acb6;--line:#3a4149;--tint:#1c2026;--blue:#8db4ea;--red:#f08a74}}
:lang(zh-Hant-MO){--serif:"Noto Serif CJK HK","Noto Serif HK","Source Han Serif HC","Songti TC",PMingLiU,"Noto Serif CJK TC",serif;
--sans:"Noto Sans CJK HK","Noto Sans HK","Source Han Sans HC","PingFang HK","PingFang TC","Microsoft JhengHei","Noto Sans CJK TC",sans-serif}
:lang(zh-Hans-CN){--serif:"Noto Serif CJK SC","Noto Serif SC","Source Han Serif SC","Songti SC",SimSun,serif;
--sans:"Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
:lang(pt),:lang(en){--serif:"Noto Serif","Source Serif 4",Charter,Cambria,Georgia,serif;--sans:"Noto Sans","Source Sans 3","Segoe UI","Helvetica Neue",Arial,sans-serif}
*{box-sizing:border-box}
html{font-size:16px;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font-family:var(--serif);font-size:1.0625rem;line-height:1.5rem;
font-variant-numeric:lining-nums tabular-nums;text-rendering:optimizeLegibility}
:lang(zh){line-height:1.75;line-break:strict}
[lang]:not(html){font-family:var(--serif)}
.sans,.sans [lang],table,table [lang],figure,figure [lang],.tiles,.tiles [lang],.badge{font-family:var(--sans)}
.skip{position:absolute;left:-999rem;background:var(--paper);color:var(--blue);padding:.5rem 1rem;border:2px solid var(--blue)}
.skip:focus{left:1rem;top:1rem;z-index:1}
.page{max-width:56rem;margin:0 auto;padding:4rem 2rem 6rem}
p,ul,ol,.contents,.note{max-width:42rem}
p{margin:0 0 1rem}
.masthead{margin:0;font-family:var(--sans);font-size:.875rem;line-height:1.5rem;color:var(--quiet)}
h1,h2,h3,h4,h5{font-family:var(--serif);font-weight:600;line-height:1.25;text-wrap:balance;margin:0}
h1{font-size:2.5rem;line-height:3rem;margin-top:2rem}
.subtitle{font-size:1.25rem;line-height:2rem;color:var(--quiet);margin:.5rem 0 0}
header{padding-bottom:2rem;border-bottom:1px solid var(--line);margin-bottom:2rem}
h2{font-size:1.75rem;line-height:2.5rem;margin:4rem 0 1rem}
h3{font-size:1.25rem;line-height:2rem;margin:2.5rem 0 .5rem}
h4,h5{font-family:var(--sans);font-size:1rem;line-height:1.5rem;margin:2rem 0 .5rem}
h5{color:var(--quiet)}
h1,h2,h3,h4,h5{scroll-margin-top:1rem}
.lead{font-size:1.375rem;line-height:2rem;margin-bottom:2rem}
a{color:var(--blue);text-decoration-thickness:1px;text-underline-offset:.2em}
a:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--blue);outline-offset:2px}
ul,ol{margin:0 0 1.5rem;padding-left:1.5rem}
li{margin-bottom:.5rem}
.quiet{color:var(--quiet)}
ins{color:var(--blue);text-decoration:underline;text-underline-offset:.2em}
del{color:var(--red);text-decoration:line-through}
code{font-family:var(--mono);font-size:.875em;overflow-wrap:anywhere}
.badge{display:inline-block;font-size:.6875rem;line-height:1rem;padding:0 .375rem;border:1px solid var(--quiet);border-radius:2px;
color:var(--quiet);font-weight:400;white-space:nowrap;vertical-align:.125em;margin:0 .25rem}
.number .badge{margin-left:0;margin-right:.5rem}
.figure{font-weight:600;white-space:nowrap}
.figure:target{outline:2px solid var(--blue);outline-offset:2px}
.mark{display:inline-block;width:.625rem;height:.625rem;margin-right:.5rem;fill:currentColor}
.hollow{fill:none;stroke:currentColor;stroke-width:1.4}
.good,.ahead{color:var(--blue)}.warning,.bad{color:var(--red)}.missing{color:var(--quiet)}
.contents{margin:3rem 0}
.contents h2{font-size:1.25rem;line-height:2rem;margin:0 0 .5rem}
.contents ol{list-style:none;padding:0;margin:0}
.contents li{margin:0;padding:.25rem 0;border-top:1px solid var(--line)}
.contents li.second{padding-left:1.5rem;border-top:0}
.contents a{text-decoration:none}.contents a:hover{text-decoration:underline}
.scroll{overflow-x:auto;margin:1rem 0 2.5rem}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.5rem}
caption{text-align:left;font-weight:600;padding:0 0 .5rem}
th,td{text-align:left;vertical-align:top;padding:.5rem 1rem .5rem 0;border-bottom:1px solid var(--line)}
th:last-child,td:last-child{padding-right:0}
thead th{font-weight:600;color:var(--quiet);border-bottom:2px solid var(--ink);vertical-align:bottom}
.number{text-align:right}
td.number{white-space:nowrap}
tbody th{font-weight:400}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:2rem;margin:2rem 0 3rem;padding:0;max-width:none;list-style:none}
.tiles li{border-top:2px solid var(--ink);padding-top:.5rem;margin:0}
.tiles .figure{display:block;font-size:2.5rem;line-height:3rem;font-weight:600}
.tiles .label{display:block;font-size:.875rem;line-height:1.5rem}
.tiles .badge{margin:.25rem 0 0}
.note{border:1px solid var(--line);border-left:4px solid var(--quiet);background:var(--tint);padding:1rem 1.5rem;margin:1.5rem 0 2rem}
.note.warning,.note.bad{border-left-color:var(--red)}.note.good,.note.ahead{border-left-color:var(--blue)}
.note,.note p{color:var(--ink)}
.note p{margin:0 0 .5rem}.note p:last-child{margin:0}
.note .title{font-family:var(--sans);font-weight:600}
figure{margin:2rem 0 1rem}
figcaption{font-weight:600;font-size:.875rem;line-height:1.5rem;margin-bottom:.5rem}
figure svg{display:block;width:100%;max-width:44rem;height:auto}
figure text{font-size:12px;fill:var(--quiet)}
.grid{stroke:var(--line)}.axis{stroke:var(--quiet)}
.observed{stroke:var(--blue);fill:none;stroke-width:2}.spot{fill:var(--blue)}
.expected{stroke:var(--quiet);fill:none;stroke-width:1.5;stroke-dasharray:5 4}.aim{fill:var(--paper);stroke:var(--quiet);stroke-width:1.5}
.asat{stroke:var(--ink)}
footer{margin-top:6rem;padding-top:1rem;border-top:1px solid var(--line);font-size:.875rem;color:var(--quiet)}
@media (max-width:40rem){.page{padding:2rem 1rem 4rem}h1{font-size:2rem;line-height:2.5rem}.lead{font-size:1.125rem;line-height:1.75rem}.tiles{gap:1rem}}
@media print{@page{size:A4;margin:20mm}
:root{--paper:#fff;--ink:#000;--quiet:#444;--line:#bbb;--tint:#fff;--blue:#1f4e8c;--red:#c8402b}
html{font-size:11pt}.page{max-width:none;padding:0}.skip{display:none}.scroll{overflow:visible}
h1,h2,h3,h4,h5,caption,figcaption{break-after:avoid}tr,.note,figure,.tiles{break-inside:avoid}thead{display:table-header-group}
.break{break-before:page}}
)css";
}

}  // namespace ponte::html
