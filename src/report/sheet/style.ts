/** The look of a sheet for a wall: dark on light, numbers large enough to be read from a chair, A4. */
export const style = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#1d2733;font:16px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;overflow-wrap:anywhere}
main{max-width:64rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.8rem;line-height:1.2;margin:0 0 .6rem;border-top:5px solid #1d2733;padding-top:.8rem}
h2{font-size:1.25rem;line-height:1.3;margin:1.8rem 0 .5rem}
ul{list-style:none;margin:0;padding:0}
.about{color:#4b5765;font-size:.92rem}
.notes{background:#f6f7f8;border-left:4px solid #1d2733;padding:.5rem .9rem;margin:.5rem 0}
.notice{background:#fdf3e1;border-left:4px solid #d6a95f;padding:.6rem .9rem;margin:.8rem 0}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.45rem .8rem .45rem 0;border-bottom:1px solid #d9dee4;overflow-wrap:break-word}
thead th{font-size:.82rem;color:#4b5765;border-bottom:2px solid #b6bec8}
tbody th{width:24%}
.value{width:22%;font-size:1.15rem;font-weight:650;font-variant-numeric:tabular-nums}
.check{width:16%;font-size:.82rem;color:#4b5765}
.doubtful{color:#7d4a00;font-weight:650}
a{color:#14507a}
@page{size:A4;margin:14mm}
@media print{main{max-width:none;padding:0}html,body{font-size:10pt}tr,.notice,.notes{break-inside:avoid}h2{break-after:avoid}thead{display:table-header-group}a{color:inherit;text-decoration:none}}
@media (max-width:44rem){table,tbody,tr,th,td{display:block;width:auto!important}thead{position:absolute;left:-999rem}tr{padding:.6rem 0;border-bottom:1px solid #d9dee4}th,td{border:0;padding:.1rem 0}}
`
