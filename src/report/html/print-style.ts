/** The look on paper: A4, page numbers, nothing that only a screen can use, nothing cut in two that belongs together. */
export const printStyle = `
@page{size:A4;margin:18mm 16mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt system-ui,sans-serif;color:#4b5765}}
@page plan{size:A4 landscape;margin:14mm}
@media print{
html{font-size:10.5pt;line-height:1.42}
.page{display:block;max-width:none;padding:0}
.contents,.skip,.filters,button,.to{display:none!important}
[data-finding][hidden],[data-group][hidden]{display:revert!important}
.dim{opacity:1}
a{color:inherit;text-decoration:none}
.mark{text-decoration:underline}
.cover{margin-bottom:1.2rem}
.part{margin-bottom:1.6rem}
.chapter,.today,.detail,.text{break-before:page}
.detail>.filters+*{margin-top:0}
.plan,.waivers{page:plan}
h2,h3,h4,h5,h6,.label,.what,thead,.part>p:nth-child(2),.ladder-block>p:first-of-type,details>summary{break-after:avoid}
tbody tr:first-child{break-before:avoid}
.finding{break-inside:auto}
.finding h4,.finding h5,.tags,.side,.wording,.tile,.urgent li,.legend div,tr,.note,.ladder,.worry,ul.met li{break-inside:avoid}
thead{display:table-header-group}
.scroll{overflow:visible}
.ladder{min-width:0;width:100%}
p,li,dd{orphans:3;widows:3}
details::details-content{content-visibility:visible;height:auto}
details>summary{list-style:none}
.row{grid-template-columns:minmax(0,1fr) 12rem;gap:1rem}
.sheet{border:0;padding:0}
td.blank{min-width:45mm}
table{min-width:0!important;font-size:9pt}
th,td{padding-top:.22rem;padding-bottom:.22rem}
tr.action td,tr.action th{padding-bottom:.7rem}
.value{white-space:normal}
.closing{break-inside:avoid}
}
`
