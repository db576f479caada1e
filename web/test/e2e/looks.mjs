// What a page must hold to in each way of looking at it. Each function runs inside the page and tells what is
// wrong there, as sentences; an empty list is good.

// Nothing wider than the window, and only a table (or what is written out letter by letter) scrolls sideways.
export function sideways() {
  const faults = [];
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over > 0) faults.push(`${over} pixels wider than the window`);
  for (const one of document.querySelectorAll('main *')) {
    if (one.scrollWidth <= one.clientWidth + 1 || !/auto|scroll/.test(getComputedStyle(one).overflowX) || one.clientWidth === 0) continue;
    if (!one.querySelector('table') && !one.closest('pre') && !/INPUT|TEXTAREA|SELECT/.test(one.tagName)) faults.push(`scrolls sideways and is no table: ${one.tagName}.${one.className}`);
  }
  return faults;
}

// No text cut off by its own box, and no text upon another.
export function legible() {
  const faults = [];
  const is_shown = (one) => { const box = one.getBoundingClientRect(); return box.width > 1 && box.height > 1 && one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && !one.closest('.unseen, .skip') && !clipped(one); };
  const clipped = (one) => { for (let box = one; box; box = box.parentElement) if (/inset\(50%\)/.test(getComputedStyle(box).clipPath)) return true; return false; };
  const words = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const said = node.textContent.trim();
    const own = node.parentElement;
    if (!said || !own || /SCRIPT|STYLE|OPTION|TITLE/.test(own.tagName) || !is_shown(own)) continue;
    for (let box = own; box && box !== document.body; box = box.parentElement) {
      const look = getComputedStyle(box);
      if (!/hidden|clip/.test(look.overflowX + look.overflowY) || box.tagName === 'svg') continue;
      if (box.scrollWidth > box.clientWidth + 2 || box.scrollHeight > box.clientHeight + 2) faults.push(`cut off: "${said.slice(0, 40)}" in ${box.tagName}.${box.className?.baseVal ?? box.className}`);
    }
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1 && box.height > 1) words.push({ own, said, left: box.left, right: box.right, top: box.top, bottom: box.bottom });
  }
  words.sort((a, b) => a.top - b.top);
  // A line of text is taller than its letters: only what meets by more than a third of a line and six pixels counts.
  for (let i = 0; i < words.length; i += 1) {
    for (let j = i + 1; j < words.length && words[j].top < words[i].bottom; j += 1) {
      const a = words[i], b = words[j];
      if (a.own === b.own || a.own.contains(b.own) && a.said === b.said) continue;
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 6 && high > Math.min(a.bottom - a.top, b.bottom - b.top) / 3 && high > 6) faults.push(`one upon another: "${a.said.slice(0, 30)}" and "${b.said.slice(0, 30)}"`);
    }
  }
  return [...new Set(faults)].slice(0, 4);
}

// With the colours of the reader's own system: what stands for something is drawn in one of them, strong enough
// against the page, and a state shows by more than a background.
export function forced() {
  const faults = [];
  const numbers = (text) => (text.match(/[\d.]+/g) ?? []).map(Number);
  const light = (text) => { const [r, g, b] = numbers(text).map((one) => { const part = one / 255; return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const contrast = (a, b) => { const [x, y] = [light(a), light(b)]; return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05); };
  const probe = document.createElement('i');
  probe.style.color = 'Canvas';
  probe.style.forcedColorAdjust = 'none';
  document.body.append(probe);
  const canvas = getComputedStyle(probe).color;
  probe.remove();
  const strong = (one, colour, what) => { if (contrast(colour, canvas) < 3) faults.push(`${what} of ${one.tagName}.${one.className?.baseVal ?? one.className} is ${colour} on ${canvas}`); };
  for (const one of document.querySelectorAll('main svg :is(circle, path, rect, line)')) {
    const look = getComputedStyle(one);
    if (one.matches('.lines, .axis')) continue;  // A grid: told by the numbers beside it.
    const fill = look.fill !== 'none' && contrast(look.fill, canvas) >= 3;
    const stroke = look.stroke !== 'none' && contrast(look.stroke, canvas) >= 3;
    if (!fill && !stroke && (look.fill !== 'none' || look.stroke !== 'none')) strong(one, look.stroke !== 'none' ? look.stroke : look.fill, 'the line');
  }
  for (const one of document.querySelectorAll('main .duty')) strong(one, getComputedStyle(one).borderTopColor, 'the frame');
  const shape = (one) => { const look = getComputedStyle(one); return [look.borderTopWidth, look.borderBottomWidth, look.borderInlineStartWidth, look.borderTopStyle, look.fontWeight, look.textDecorationLine, look.outlineStyle, look.backgroundImage, getComputedStyle(one, '::before').content].join(); };
  const mark = (one) => getComputedStyle(one).borderInlineStartColor + getComputedStyle(one).borderBottomColor;
  for (const [on, off] of [['button[aria-pressed="true"]', 'button[aria-pressed="false"]'], ['nav.rooms a[aria-current]', 'nav.rooms a:not([aria-current])'], ['.way li[aria-current]', '.way li:not([aria-current])']]) {
    const with_state = document.querySelector(on), without = document.querySelector(off);
    if (with_state && without && shape(with_state) === shape(without) && mark(with_state) === mark(without)) faults.push(`${on} looks as without its state`);
  }
  const seen = new Map();
  for (const kind of ['carried_out', 'recorded', 'not_yet']) {
    const one = document.querySelector(`main .duty.${kind}`);
    if (!one) continue;
    const look = getComputedStyle(one);
    const as = [look.backgroundColor, look.backgroundImage, look.borderTopStyle].join();
    if (seen.has(as)) faults.push(`duties ${kind} and ${seen.get(as)} look alike`);
    seen.set(as, kind);
  }
  for (const one of [...document.querySelectorAll('main a[href], main button, main input, main select, main textarea, main summary')].slice(0, 25)) {
    if (one.getBoundingClientRect().width === 0) continue;
    one.focus({ preventScroll: true, focusVisible: true });
    if (document.activeElement !== one) continue;
    const look = getComputedStyle(one);
    if (look.outlineStyle === 'none' || parseFloat(look.outlineWidth) < 2) faults.push(`focus is not seen on "${(one.textContent || one.id).trim().slice(0, 30)}"`);
    else if (contrast(look.outlineColor, canvas) < 3) faults.push(`focus is ${look.outlineColor} on ${canvas}`);
  }
  document.activeElement?.blur();
  return [...new Set(faults)].slice(0, 4);
}

// On paper: the document and nothing to press; nothing cut at the edge of the sheet.
export function on_paper() {
  const faults = [];
  const is_shown = (one) => { const box = one.getBoundingClientRect(); return box.width > 1 && box.height > 1 && one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }); };
  for (const one of document.querySelectorAll('nav, .band form, .tools, button, input, select, textarea, .tools-row, progress')) if (is_shown(one) && !one.matches('th button')) faults.push(`to press, on paper: ${one.tagName} "${one.textContent.trim().slice(0, 30)}"`);
  for (const one of document.querySelectorAll('main table, main figure, main svg, main p, main dl, main .scroll, main .preview')) {
    if (one.matches('.unseen')) continue;
    const box = one.getBoundingClientRect();
    if (box.width > 1 && (box.right > innerWidth + 1 || box.left < -1)) faults.push(`beyond the sheet by ${Math.round(box.right - innerWidth)}: ${one.tagName}.${one.className?.baseVal ?? one.className}`);
    if (/auto|scroll|hidden/.test(getComputedStyle(one).overflow) && one.tagName !== 'svg' && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)) faults.push(`cut: ${one.tagName}.${one.className}`);
  }
  for (const one of document.querySelectorAll('main tr')) if (is_shown(one) && getComputedStyle(one).breakInside !== 'avoid') { faults.push('a row may be broken between two sheets'); break; }
  for (const one of document.querySelectorAll('main thead')) if (is_shown(one) && getComputedStyle(one).display !== 'table-header-group') { faults.push('the head of a table is not repeated'); break; }
  for (const one of document.querySelectorAll('main table')) if (is_shown(one) && [['caption', 'breakAfter'], ['thead', 'breakAfter'], ['tbody tr:first-child', 'breakBefore']].some(([part, rule]) => { const it = one.querySelector(part); return it && is_shown(it) && getComputedStyle(it)[rule] !== 'avoid'; })) { faults.push('the head of a table may stand alone at the foot of a sheet'); break; }
  if ([...document.querySelectorAll('main details:not([open])')].some((one) => !one.closest('.no-print'))) faults.push('closed on paper: what cannot be opened there');
  return [...new Set(faults)].slice(0, 5);
}

// Han on a page of another language says that it is Chinese: a voice would else spell it out.
export function tongues() {
  const faults = [];
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const own = node.parentElement;
    if (!/[\u4e00-\u9fff]/.test(node.textContent) || own.closest('#e-number-hint, code, svg')) continue;
    if (!/^zh/.test(own.closest('[lang]').lang)) faults.push(`Han not said to be Chinese: "${node.textContent.trim().slice(0, 30)}" in ${own.tagName}.${own.className} of ${own.parentElement?.tagName}.${own.parentElement?.className}`);
  }
  return [...new Set(faults)].slice(0, 4);
}
