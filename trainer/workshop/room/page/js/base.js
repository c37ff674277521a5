// What both pages stand on: words, elements, what the phone keeps. Nothing of it is ever put in
// as HTML: texts become text nodes.

function byId(id) {
  return document.getElementById(id);
}

const given = JSON.parse(byId('given').textContent);
let words = given.words;

function say(key, values) {
  return (words[key] || key).replace(/%\((\w+)\)s/g, function (whole, name) {
    return values && name in values ? values[name] : whole;
  });
}

function el(tag, has, ...inside) {
  const made = document.createElement(tag);
  // What is not the page's own may be written in the other direction.
  if (has && has.lang) made.dir = 'auto';
  Object.keys(has || {}).forEach(function (name) {
    const value = has[name];
    if (value === null || value === undefined || value === false) return;
    if (name === 'on') Object.keys(value).forEach((event) => made.addEventListener(event, value[event]));
    else if (name in { checked: 1, value: 1, selected: 1 }) made[name] = value;
    else made.setAttribute(name, value === true ? '' : value);
  });
  inside.forEach(function put(one) {
    if (Array.isArray(one)) one.forEach(put);
    else if (one !== null && one !== undefined && one !== false && one !== '') made.append(one);
  });
  return made;
}

function button(id, text, press, kind) {
  return el('button', { id: id, type: 'button', class: kind || null, on: { click: press } }, text);
}

function p(text, kind) {
  return text ? el('p', { class: kind || null }, text) : null;
}

// A text with paragraphs and lists, as they come out of Markdown without its marks.
function text(told, lang) {
  return (told || '').split(/\n\s*\n/).filter(Boolean).map(function (block) {
    const rows = block.split('\n');
    const isList = rows.every((row) => /^\s*•\s/.test(row));
    if (!isList) return el('p', { class: 'text', lang: lang }, block);
    return el('ul', { lang: lang }, rows.map((row) => el('li', {}, row.replace(/^\s*•\s/, ''))));
  });
}

function fill(id, ...inside) {
  const place = byId(id);
  while (place.firstChild) place.removeChild(place.firstChild);
  inside.forEach(function put(one) {
    if (Array.isArray(one)) one.forEach(put);
    else if (one) place.append(one);
  });
}

// Some browsers forbid keeping anything: then it is kept as long as the page is open.
function keeper(area) {
  const here = {};
  let store = null;
  try {
    store = window[area];
    store.setItem('-', '-');
    store.removeItem('-');
  } catch (refused) {
    store = null;
  }
  return {
    get: function (name) {
      try {
        return JSON.parse(store ? store.getItem(name) : here[name]) || null;
      } catch (unreadable) {
        return null;
      }
    },
    set: function (name, value) {
      const told = JSON.stringify(value);
      here[name] = told;
      try {
        if (store) store.setItem(name, told);
      } catch (full) {
        store = null;
      }
    },
    drop: function (name) {
      delete here[name];
      try {
        if (store) store.removeItem(name);
      } catch (refused) {
        store = null;
      }
    },
  };
}

// Says something to a screen reader without moving its reader.
function announce(told) {
  const live = byId('live');
  live.textContent = '';
  setTimeout(() => { live.textContent = told; }, 60);
}

// Puts a screen in place. The same screen keeps the focus where it was; a new one begins at
// its heading. What was typed stays with whoever draws it.
let shown = null;
function put(id, head, main, bar, more) {
  const active = document.activeElement;
  const had = active && active.id;
  const at = had && active.selectionStart;
  const isNew = shown !== id;
  fill('head', head);
  fill('main', main);
  fill('bar', bar);
  fill('more', more);
  if (isNew) {
    const begin = document.querySelector('[data-begin]') || byId('heading');
    shown = id;
    window.scrollTo(0, 0);
    begin.focus({ preventScroll: true });
    return;
  }
  const back = had && byId(had);
  if (back && document.activeElement !== back) {
    back.focus({ preventScroll: true });
    if (typeof at === 'number') back.setSelectionRange(at, at);
  } else if (had && !back) {
    byId('heading').focus({ preventScroll: true });
  }
}

function heading(told, lang) {
  document.title = told;
  return el('h1', { id: 'heading', tabindex: '-1', lang: lang }, told);
}

function speak(lang, dir) {
  document.documentElement.lang = lang;
  document.documentElement.dir = dir;
}

document.addEventListener('keydown', () => document.body.classList.add('by-key'));
document.addEventListener('pointerdown', () => document.body.classList.remove('by-key'));
