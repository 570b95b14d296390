/**
 * The look on screen: dark on light, the fonts of the reader's own machine. The policy's and the procedures' words are
 * set in a book face, ours in a plain one, so that a reader sees who speaks. Every colour pair has a contrast of 4.5 or
 * more.
 */
export const style = `
:root{color-scheme:light;--ink:#1d2733;--soft:#4b5765;--line:#d9dee4;--paper:#fff;--wash:#f6f7f8;--link:#14507a;
--red:#9d1c20;--red-wash:#fcefee;--red-line:#d9898a;--amber:#7d4a00;--amber-wash:#fdf3e1;--amber-line:#d6a95f;
--advisory:#2c4c7c;--advisory-wash:#edf2fa;--advisory-line:#93acd1;--green:#1f5c3a;--green-wash:#edf6f0;--green-line:#9cc4ab;
--grey:#4b5563;--grey-wash:#f1f3f5;--grey-line:#b6bec8;
--plain:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
--book:Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,"Times New Roman",serif}
*{box-sizing:border-box}
html{font:16px/1.55 var(--plain);color:var(--ink);background:var(--paper);scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;overflow-wrap:anywhere}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid #14507a;outline-offset:2px;border-radius:2px}
main:focus{outline:none}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:0;font-weight:650;text-wrap:balance}
h1{font:600 2.35rem/1.15 var(--book)}
p,ul,ol,dl{margin:.6rem 0}
ul,ol{padding-left:1.3rem}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999px;padding:.6rem 1rem;background:var(--paper);z-index:2}
.skip:focus{left:1rem;top:1rem}
.page{display:grid;grid-template-columns:15rem minmax(0,60rem);gap:3.5rem;max-width:82rem;margin:0 auto;padding:2.5rem 2rem 5rem}
.contents{font-size:.9rem;position:sticky;top:2rem;align-self:start;max-height:calc(100vh - 4rem);overflow:auto}
.contents ol{list-style:none;padding:0;margin:.3rem 0}
.contents li a{display:block;padding:.28rem .6rem;border-left:2px solid var(--line);color:var(--soft);text-decoration:none}
.contents li a:hover{color:var(--ink);border-color:var(--ink)}
.contents summary{font-weight:600;padding:.2rem 0}
.cover{border-top:5px solid var(--ink);padding-top:1.4rem;margin-bottom:2.5rem}
.kicker{margin:0 0 .5rem;color:var(--soft);letter-spacing:.02em}
.organisation{font:1.25rem/1.3 var(--book);margin:.5rem 0 1.2rem}
.part{margin:0 0 3.5rem}
.part>h2,.part>h3:first-child{padding-bottom:.45rem;border-bottom:1px solid var(--line);margin-bottom:1rem}
h2{font:600 1.6rem/1.25 var(--book)}
.part>h3:first-child{font:600 1.35rem/1.25 var(--book)}
.part h3:not(:first-child),.part h4:not(:first-child){margin-top:2rem}
.chapter>h2{border-top:5px solid var(--ink);padding-top:1.2rem;font-size:1.9rem;margin-top:4rem}
.lead{font-size:1.1rem}
.label{font-size:.82rem;font-weight:650;color:var(--soft);margin:0 0 .35rem}
.where,.id{font-size:.84rem;color:var(--soft)}
.id{margin:.8rem 0 0}
.checksum,.id{font-family:ui-monospace,Consolas,monospace;font-size:.78rem}
.words,.copy{font-family:var(--book)}
q.words{quotes:"\\201c" "\\201d" "\\2018" "\\2019";unicode-bidi:isolate}
.none,.calm{color:var(--soft)}
.calm{background:var(--wash);padding:.8rem 1rem;border-radius:6px}
.notice{background:var(--amber-wash);border-left:4px solid var(--amber-line);padding:.7rem 1rem;margin:.8rem 0}
.worry{border:1px solid var(--line);border-left:4px solid var(--ink);padding:.7rem 1rem;margin-top:1.5rem}
dl.facts,dl.expected{display:grid;grid-template-columns:fit-content(45%) minmax(0,1fr);gap:.25rem 1.1rem}
dl.facts dt,dl.expected dt{color:var(--soft);font-size:.88rem;padding-top:.08rem}
dl dd{margin:0}
.badge{display:inline-block;font-size:.8rem;font-weight:650;line-height:1.35;padding:.1rem .5rem;border-radius:4px;border:1px solid;white-space:nowrap;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.badge.red{color:var(--red);background:var(--red-wash);border-color:var(--red-line)}
.badge.amber{color:var(--amber);background:var(--amber-wash);border-color:var(--amber-line)}
.badge.advisory{color:var(--advisory);background:var(--advisory-wash);border-color:var(--advisory-line)}
.badge.green{color:var(--green);background:var(--green-wash);border-color:var(--green-line)}
.badge.grey{color:var(--grey);background:var(--grey-wash);border-color:var(--grey-line)}
.number{display:inline-block;min-width:1.5em;color:var(--soft);font-variant-numeric:tabular-nums;font-weight:600}
a .number{color:inherit;min-width:0}
.tiles{display:grid;grid-template-columns:repeat(5,1fr);gap:.7rem;list-style:none;padding:0;margin:1.4rem 0}
.tile{border-top:4px solid var(--grey-line);background:var(--wash);padding:.7rem .8rem .8rem;border-radius:0 0 6px 6px}
.tile strong{display:block;font:600 2.1rem/1.1 var(--book);font-variant-numeric:lining-nums}
.tile span{display:block;font-weight:650}
.tile small{display:block;font-size:.8rem;line-height:1.4;color:var(--soft);margin-top:.2rem}
.tile.red{border-color:var(--red);background:var(--red-wash)}.tile.red strong,.tile.red span{color:var(--red)}
.tile.amber{border-color:var(--amber-line);background:var(--amber-wash)}.tile.amber strong,.tile.amber span{color:var(--amber)}
.tile.advisory{border-color:var(--advisory-line)}.tile.green{border-color:var(--green-line)}
.two{display:grid;grid-template-columns:1fr 1fr;gap:2rem;margin-top:1rem}
ol.plain,ul.lines,ul.met{list-style:none;padding:0}
ol.plain li,ul.lines li{padding:.35rem 0}
ul.met li{padding:.5rem 0;border-bottom:1px solid var(--line)}
.urgent{list-style:none;padding:0}
.urgent li{border-left:4px solid var(--red);padding:.15rem 0 .15rem 1rem;margin:0 0 1.3rem}
.urgent .what{margin:0 0 .3rem;font-weight:600}
.urgent dl{display:grid;grid-template-columns:5rem minmax(0,1fr);gap:.2rem .8rem;margin:0}
.urgent dt{color:var(--soft);font-size:.88rem}
.legend{display:grid;grid-template-columns:1fr 1fr;gap:.5rem 2rem}
.legend dt{margin-bottom:.1rem}.legend dd{font-size:.92rem;color:var(--soft)}
.scroll{overflow-x:auto;position:relative}
table{border-collapse:collapse;width:100%;font-size:.92rem;line-height:1.45}
th,td{overflow-wrap:break-word;text-align:left;vertical-align:top;padding:.5rem .7rem .5rem 0;border-bottom:1px solid var(--line)}
thead th,.due,.count{white-space:nowrap}
thead th{font-size:.82rem;color:var(--soft);border-bottom:2px solid var(--grey-line)}
tbody th{font-weight:600;min-width:5.2rem}
tbody th a{font-weight:600}
td .where,th .where{display:block;font-weight:400}
.value{display:block;font-family:var(--book);white-space:nowrap}
td.value{display:table-cell}
td.blank{min-width:9rem}
.count{text-align:right;font-variant-numeric:tabular-nums;padding-right:1.1rem}
.rag-table thead th:not(:first-child){text-align:right;padding-right:1.1rem}
.rag-table abbr{text-decoration:none}
.rag-table td,.rag-table th{padding-top:.32rem;padding-bottom:.32rem;vertical-align:middle}
.count.nil{color:#667280}
.count.red{color:var(--red);font-weight:700}.count.amber{color:var(--amber);font-weight:700}
.rag-table .square{text-align:right;white-space:nowrap;padding-right:.6rem}.matrix thead th:not(:first-child){padding-right:.6rem}.pictured thead th:last-child{text-align:left!important}.picture{width:1%}.picture svg{display:block}
.block{stroke-width:1;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.block.red{fill:#b3262a}.block.amber{fill:#e3a33c}.block.advisory{fill:#a9bfe0}.block.grey{fill:#e3e7eb}.block.green{fill:#c3dfcd}
.letter{font:600 10px var(--plain);fill:#1d2733}.letter.red{fill:#fff}
.ladder{display:block;max-width:100%;min-width:38rem;height:auto;margin:.8rem 0;font-family:var(--plain)}
.ladder .head{font-size:14px;font-weight:650;fill:var(--soft)}
.ladder .rung{fill:var(--wash);stroke:var(--grey-line)}
.ladder .rung.flagged.red{fill:var(--red-wash);stroke:var(--red);stroke-width:2}
.ladder .rung.flagged.amber,.ladder .rung.flagged.advisory{fill:var(--amber-wash);stroke:var(--amber);stroke-width:2}
.ladder .rung.absent{fill:none;stroke-dasharray:5 5}
.ladder .stage{font-size:14px;font-weight:650;fill:var(--ink)}
.ladder .who{font-size:14px;fill:var(--ink);font-family:var(--book)}
.ladder .remark{font-size:13px;font-weight:650;fill:var(--red)}
.ladder .none{font-size:13px;fill:var(--soft)}
.ladder .chip{fill:#fff;stroke:var(--grey-line)}
.ladder .time{font-size:13px;font-weight:600;fill:var(--ink)}
.ladder .dial,.ladder .hand,.ladder .down{fill:none;stroke:var(--soft);stroke-width:1.4}
.ladder .link{stroke:var(--line);stroke-width:1.4}
.clock{white-space:nowrap;display:block}
.finding{border:1px solid var(--line);border-left:5px solid var(--grey-line);border-radius:6px;padding:1.1rem 1.3rem 1rem;margin:1.2rem 0;scroll-margin-top:1rem}
.finding.red{border-left-color:var(--red)}.finding.amber{border-left-color:var(--amber-line)}.finding.advisory{border-left-color:var(--advisory-line)}
.part .finding h4,.part .finding h5{margin:0;font-size:1.08rem;line-height:1.35}
.tags{margin:.5rem 0 .9rem;display:flex;flex-wrap:wrap;gap:.5rem;align-items:baseline}
.tag{font-size:.84rem;color:var(--soft)}
.tag+.tag{border-left:1px solid var(--grey-line);padding-left:.5rem}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:1.2rem}
.side{background:var(--wash);border-radius:6px;padding:.8rem 1rem}
.side p{margin:.3rem 0}.side ul{margin:.3rem 0}
.side .expected{margin:.3rem 0}
p.expected{font-family:var(--book)}
.finding dl.facts{margin:1rem 0 .4rem;grid-template-columns:5.2rem minmax(0,1fr)}
.wording{border:1px dashed var(--grey-line);border-radius:6px;padding:.7rem 1rem;margin-top:.9rem}
.copy{margin:0;white-space:pre-line}
button{font:inherit;font-size:.88rem;color:var(--link);background:var(--paper);border:1px solid var(--grey-line);border-radius:5px;padding:.3rem .7rem;cursor:pointer}
button:hover{border-color:var(--link)}
.wording button{margin-top:.6rem}
.filters{display:grid;grid-template-columns:1fr 1fr;gap:.8rem 1.4rem;background:var(--wash);border-radius:8px;padding:1rem 1.2rem;margin-bottom:1.4rem}
.filters[hidden],[data-finding][hidden],[data-group][hidden]{display:none}
.filters .field{font-size:.88rem;font-weight:600}
.filters input[type=search],.filters select{display:block;width:100%;font:inherit;font-size:1rem;font-weight:400;margin-top:.25rem;padding:.4rem .55rem;border:1px solid #76818e;border-radius:5px;background:#fff;color:var(--ink)}
.filters fieldset{border:0;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:.2rem 1rem}
.filters legend{font-size:.88rem;font-weight:600;padding:0;margin-bottom:.15rem}
.choice{white-space:nowrap}
.shown{grid-column:1/-1;margin:0;display:flex;gap:1rem;align-items:center}
summary{cursor:pointer;padding:.4rem 0}
.part details>summary{color:var(--link)}
.sheet{border:1px solid var(--line);border-radius:6px;padding:1.5rem 1.6rem;margin-top:1rem;font-family:var(--book)}
.row{display:grid;grid-template-columns:minmax(0,1fr) 15rem;gap:1.6rem}
.row>h3,.row>h4,.row>h5,.row>h6{font-family:var(--book);font-size:1.1rem;margin:1.3rem 0 .3rem}
.row>h3{font-size:1.3rem}
.said p{margin:.35rem 0}
.said .item{padding-left:1.6rem;position:relative}
.said .item::before{content:"\\2022";position:absolute;left:.5rem;color:var(--soft)}
.said .item:has(>.printed)::before{content:none}
.said .foot,.margin-text{font-size:.9rem;color:var(--soft)}
.said .box{border:1px solid var(--line);padding:.5rem .8rem}
.printed{color:var(--soft)}
.policy-table{font-size:.95rem}.policy-table td{padding-right:1rem}
.policy-table .header td{font-weight:600}
.notes{list-style:none;margin:.35rem 0;padding:0;font:.84rem/1.4 var(--plain)}
.note{border-left:3px solid var(--grey-line);padding:.1rem 0 .1rem .7rem;margin-bottom:.5rem}
.note.red{border-color:var(--red)}.note.amber{border-color:var(--amber-line)}.note.advisory{border-color:var(--advisory-line)}
.note a{color:var(--ink)}
.mark{color:inherit;text-decoration:underline;text-decoration-thickness:2px;border-radius:2px;padding:.05em 0;scroll-margin-top:6rem;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.mark.red{background:#f9d9d7;text-decoration-color:var(--red)}
.mark.amber{background:#fbe6bf;text-decoration-color:#a96a0a}
.mark.advisory{background:#dde7f6;text-decoration-color:var(--advisory)}
.mark.grey{background:#e6e9ed;text-decoration-color:var(--grey)}
.mark.green{background:none;text-decoration:underline dotted 1px #4f8c66}
.at{scroll-margin-top:6rem}
.sign{font:600 .72em var(--plain);color:var(--soft);padding-left:.15em}
.at:target+.mark,.at:target+.at+.mark,.at:target+.at+.at+.mark,.finding:target,li:target,tr:target{outline:3px solid #14507a;outline-offset:2px}
.dim{opacity:.45}
.change{border-left:3px solid var(--line);padding:.1rem 0 .1rem 1rem;margin:.7rem 0}
.change .label{font-weight:650}.change .label .where{font-weight:400;padding-left:.4rem}.change p{margin:.15rem 0}
del{color:var(--red);background:var(--red-wash);text-decoration:line-through;text-decoration-thickness:1px}
ins{color:var(--green);background:var(--green-wash);text-decoration:underline;text-underline-offset:.15em}
del,ins{print-color-adjust:exact;-webkit-print-color-adjust:exact;border-radius:2px;padding:.03em .1em}
.closing{border-top:1px solid var(--line);color:var(--soft);font-size:.9rem}
@media (max-width:70rem){.page{grid-template-columns:minmax(0,1fr);gap:1rem;padding:1.2rem 1.2rem 4rem}.contents{position:static;max-height:none;border:1px solid var(--line);border-radius:6px;padding:.4rem .9rem}}
@media (max-width:48rem){h1{font-size:1.8rem}.two,.sides,.legend,.filters{grid-template-columns:minmax(0,1fr)}.tiles{grid-template-columns:repeat(2,1fr)}.row{grid-template-columns:minmax(0,1fr);gap:0}.notes{margin:0 0 .6rem .3rem}.sheet{padding:.8rem 1rem}.finding{padding:.9rem 1rem}dl.facts,dl.expected,.urgent dl{grid-template-columns:minmax(0,1fr);gap:0}dl.facts dd,dl.expected dd,.urgent dd{margin-bottom:.4rem}table:not(.rag-table){min-width:34rem}.rag-table thead th:not(:first-child),.count{padding-right:.4rem}}
`
