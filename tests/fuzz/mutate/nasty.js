/** Pieces of text that some program or other once fell over. */
export const nasty = [
  // Letters whose small form is longer or shorter than they are, and others that fold.
  ...['\u0130', '\u0130stanbul \u0130\u0130', 'ß', 'ŉ', 'ﬁ', 'ǅ', '\u1e9e', '\u212a', 'Σς', 'e\u0301', '\u00ad', '\u00a0', '\u2003', '\u3000'],
  ...['\u200b', '\u200d', '\ufeff', '\u202e', '\u202c', '\u2066', '\u2028', '\u2029', '\u0085', '\u0000', '\u0001', '\u001b[31m', '\u001b]0;x\u0007', '\u009b', '\u007f'],
  ...['\ud800', '\udc00', '\udc00\ud800', '\ufffd', '\ufffe', '\uffff', '\u{1f469}\u200d\u{1f467}', '\u{e0041}', '\u{10ffff}', 'a\u0300'.repeat(40)],
  // What a replacement, a pattern, a template or an object would take for its own.
  ...['$&', "$'", '$`', '$1', '$$', '\\', '\\1', '(', ')', '[', ']', '{', '}', '{contacts.lado.phone}', '{contacts', '{}', '{{x}}', '%s', '%00', '.*', '(?:', '|', '*', '+', '?', '^'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'then', 'length', 'null', 'true', '~', 'NaN', 'Infinity', '-0', '1e999', '0x10', '0o7', '1_000', '.inf'],
  // What facts are read from.
  ...['01632 960451', '01632960451', '+44 (0)1632 960 451', '0800 1111', '999', '020 7946 0001 ext. 12', '0'.repeat(60), '9'.repeat(400), 'a@b.example', '@', 'a@', `${'a.'.repeat(100)}@b.example`],
  ...['https://www.eastmere.example/a?b#c', 'http://', 'www.', 'https://[::1', 'https://a.example:99999999/', 'mailto:', 'javascript:alert(1)', 'https://%zz.example', '//'],
  ...['2 working days', '0 hours', '-1 days', '99999999999999999999 days', '1.5 hours', 'one and a half days', 'twenty-four to forty-eight hours', '24-48 hours', 'within within within', 'immediately', '1/2 day', '½ day', '10 working days of 5 days after 3 days'],
  ...['2026-02-30', '0000-00-00', '9999-12-31', '31 June 2026', '31/02/2026', '1st of May 0001', 'May 2026', 'September', '12/2026', '2026-11-23T25:61:61Z', 'Keeping children safe in education 2025', 'KCSIE 2019', 'Working Together to Safeguard Children 2018'],
  ...['Stage 1', 'Stage 0', 'Stage -1', 'Stage 99999999999999999999', 'Stage IV', 'Step (iii)', '(a)', '(aaaa)', '1.1.1.1.1.1.1.1.1.1', '99999999999.1', '(IIIIIIIIII)', 'ii)', '•'],
  ...['must not', 'do not not never', 'may', 'should', 'unless', 'never say “', '“', '”', "'", '"', '`', '‘', '’', 'TBC', '[insert name]', 'XXXX', '________', '<name>', '…'],
  ...['<', '>', '&', '&amp;', '&#0;', '&#x110000;', '&#xd800;', '&nope;', ']]>', '<!--', '-->', '<![CDATA[', '<?', '?>', '</', '<script>', '=1+1', '\t', '\r', '\r\n', '\n', '\n\n'],
  ...['a'.repeat(3000), 'a '.repeat(1500), ','.repeat(800), '. '.repeat(800), '1 '.repeat(600), 'hours '.repeat(300), 'not '.repeat(300), '('.repeat(500), '“'.repeat(300), 'Stage 1 '.repeat(150)],
]
