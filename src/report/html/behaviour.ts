/**
 * What the page does beside being read: filters and search, words to copy, and opening what a link leads to. It runs in
 * the reader's browser, asks for nothing and stores nothing; the page says all without it.
 */
export const behaviour = `'use strict';
(() => {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const narrow = matchMedia('(max-width:70rem)').matches;
  if (narrow) all('.toggle').forEach((each) => each.removeAttribute('open'));

  const clears = [];
  for (const form of all('[data-filters]')) {
    const scope = form.closest('.chapter') || document.getElementById('main');
    const findings = all('[data-finding]', scope);
    const texts = new Map(findings.map((each) => [each, each.textContent.toLowerCase().replace(/\\s+/g, ' ')]));
    const byId = new Map(findings.map((each) => [each.id, each]));
    const folded = all('details', scope);
    let opened = null;

    const apply = () => {
      const chosen = (name) => all('[name=' + name + ']:checked', form).map((box) => box.value);
      const status = chosen('status');
      const severity = chosen('severity');
      const topic = form.elements.topic.value;
      const words = form.elements.search.value.toLowerCase().split(/\\s+/).filter(Boolean);
      const active = status.length + severity.length + words.length > 0 || topic !== '';
      let shown = 0;
      for (const each of findings) {
        const fits = (status.length === 0 || status.includes(each.dataset.status))
          && (severity.length === 0 || severity.includes(each.dataset.severity))
          && (topic === '' || topic === each.dataset.topic)
          && words.every((word) => texts.get(each).includes(word));
        each.hidden = !fits;
        if (fits) shown++;
      }
      for (const group of all('[data-group]', scope)) group.hidden = !all('[data-finding]', group).some((each) => !each.hidden);
      for (const mark of all('[data-of]', scope)) mark.classList.toggle('dim', byId.get(mark.dataset.of)?.hidden === true);
      if (active && opened === null) opened = new Map(folded.map((each) => [each, each.open]));
      for (const each of folded) {
        const holds = all('[data-finding]', each);
        if (active && holds.some((finding) => !finding.hidden)) each.open = true;
      }
      if (!active && opened !== null) {
        for (const [each, open] of opened) each.open = open;
        opened = null;
      }
      form.querySelector('[data-shown]').textContent = active
        ? (shown === 0 ? 'No finding matches.' : shown + ' of ' + findings.length + ' findings shown, the whole report over.')
        : findings.length + ' findings. Choose, or type words to search for.';
      form.querySelector('[data-clear]').hidden = !active;
    };
    const clear = () => {
      form.reset();
      for (const box of all('input[type=checkbox]', form)) box.checked = false;
      form.elements.search.value = '';
      form.elements.topic.value = '';
      apply();
    };
    clears.push([scope, clear]);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', apply);
    form.querySelector('[data-clear]').addEventListener('click', clear);
    form.hidden = false;
    apply();
  }

  const reveal = () => {
    let id = '';
    try { id = decodeURIComponent(location.hash.slice(1)); } catch {}
    const target = id && document.getElementById(id);
    if (!target) return;
    if (target.closest('[hidden]')) for (const [scope, clear] of clears) if (scope.contains(target)) clear();
    for (let at = target.parentElement; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();

  for (const copy of all('.copy')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy these words';
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(copy.textContent);
        button.textContent = 'Copied';
      } catch {
        getSelection().selectAllChildren(copy);
        button.textContent = 'Selected: now copy';
      }
      setTimeout(() => { button.textContent = 'Copy these words'; }, 3000);
    });
    copy.after(button);
  }

  let closed = [];
  addEventListener('beforeprint', () => {
    closed = all('details:not([open])');
    for (const each of closed) each.open = true;
  });
  addEventListener('afterprint', () => {
    for (const each of closed) each.open = false;
  });
})();
`
