// What is one tap away and lies over what is on. The phone's own Back closes it.

function openSheet(name) {
  if (it.sheet) history.replaceState({ sheet: name }, '');
  else history.pushState({ sheet: name }, '');
  it.sheet = name;
  draw();
}

function closeSheet() {
  history.back();
}

function sheet(name, key, make) {
  return {
    id: 'sheet/' + name, key: key,
    make: () => [make(), el('div', { class: 'row' }, button('close', say('close-sheet'), closeSheet))],
  };
}

function waits(slot) {
  return wire.waits(slot);
}

// A pause. Yes is sent at once; where they sit can be added, and need not be.

function pauseState() {
  if (waits('pause')) return 'sending';
  return it.mine.pause || 'none';
}

function pauseTold() {
  const name = it.all && it.all.care ? it.all.care.name : '';
  const how = pauseState();
  if (how === 'sending') return say(it.leaving ? 'pause-leaving' : 'pause-sending', { name: name });
  if (how === 'sent') return say('pause-sent', { name: name });
  if (how === 'seen') return say(it.mine.comes ? 'pause-coming' : 'pause-known', { name: name });
  return '';
}

function askPause(comes) {
  it.leaving = false;
  it.again = it.noted = false;
  it.mine.comes = comes;
  sendPause({ type: 'pause', comes: comes, where: '' });
  byId('heading').focus();
}

function sendPause(message) {
  wire.send(message, 'pause');
  draw();
}

function pauseAsk(care) {
  return [
    heading(say('pause-ask', { name: care.name })),
    it.pauseRefused ? el('p', { class: 'notice', role: 'alert' }, say('break-turn')) : null,
    p(care.where ? say('pause-who', care) : say('pause-who-only', care)),
    el('div', { class: 'row' },
      button('pause-yes', say('pause-yes'), () => askPause(true), 'main'),
      button('pause-no', say('pause-no', care), () => askPause(false))),
    p(say('pause-private', care), 'soft'),
    p(say('pause-free'), 'soft'),
  ];
}

function whereForm() {
  return el('form', {
    on: { submit: (event) => {
      event.preventDefault();
      sendPause({ type: 'pause', comes: true, where: (it.where || '').trim() });
      byId('heading').focus();
    } },
  },
  el('label', { class: 'over', for: 'where' }, say('pause-where')),
  el('input', { type: 'text', id: 'where', maxlength: '120', autocomplete: 'off', value: it.where || '',
    'aria-describedby': 'where-how', on: { input: (event) => { it.where = event.target.value; } } }),
  el('p', { id: 'where-how', class: 'soft' }, say('pause-where-how')),
  el('div', { class: 'row' }, el('button', { id: 'send' }, say('pause-send'))));
}

function pauseSheet() {
  const care = it.all && it.all.care;
  const how = it.again ? 'none' : pauseState();
  const isWhere = it.mine.comes && it.mine.where && how !== 'sending';
  return sheet('pause', JSON.stringify([how, care, it.pauseRefused, it.mine.comes, it.mine.where, it.leaving]), () => {
    if (!care) return [heading(say('break')), p(say('break-turn'))];
    if (how === 'none' && !care.sees) return [heading(say('break')), p(say('pause-who', care)), p(say('pause-walk'))];
    if (how === 'none') return pauseAsk(care);
    const isLeaving = how === 'sending' && it.leaving;
    return [
      heading(say('pause')),
      el('p', { class: 'notice', role: 'status' }, pauseTold()),
      care.where && how !== 'seen' ? p(say('pause-who', care)) : null,
      isWhere ? p(say('pause-knows', { name: care.name, where: it.mine.where })) : null,
      it.mine.comes && how !== 'seen' && !isLeaving ? isWhere ? el('details', {}, el('summary', { id: 'change' }, say('pause-where')), whereForm()) : whereForm() : null,
      p(say('pause-free'), 'soft'),
      isLeaving ? null : el('div', { class: 'row' }, how === 'seen'
        ? button('again', say('pause-again'), () => { it.again = true; draw(); })
        : button('back', say('pause-back'), () => {
          it.leaving = true;
          sendPause({ type: 'no-pause' });
        })),
    ];
  });
}

// Where to turn

const WAYS = { phone: 'tel:', text: 'sms:', email: 'mailto:' };

function reach(way) {
  const kind = way[0];
  const value = way[1];
  const bare = kind === 'email' ? encodeURI(value) : value.replace(/[^0-9+*#]/g, '');
  if (kind in WAYS && bare) {
    return el('a', { class: 'button', href: WAYS[kind] + bare }, say('reach-' + kind, { value: value }));
  }
  if (kind === 'web' && /^https?:\/\//.test(value)) {
    return el('a', { href: value, rel: 'noreferrer noopener', target: '_blank', dir: 'ltr' }, value.replace(/^https?:\/\//, ''));
  }
  return el('span', {}, value);
}

function contactCards() {
  if (!it.contacts.length) return p(say('help-none'));
  return it.contacts.map((one) => el('section', { class: 'card', dir: 'auto' },
    el('h2', {}, one.name), p(one.summary, 'soft'),
    el('div', { class: 'row' }, one.reach.map(reach))));
}

function helpSheet() {
  return sheet('help', JSON.stringify(it.contacts), () => [
    heading(say('help')), contactCards(), it.contacts.length ? p(say('help-kept'), 'soft') : null,
  ]);
}

// A question

function askSheet() {
  const how = waits('ask') ? 'sending' : it.asked || '';
  return sheet('ask', how, () => [
    heading(say('ask')),
    p(say('ask-how')),
    how ? el('p', { class: 'notice', role: 'status' }, say('ask-' + how)) : null,
    how === 'sending' ? null : el('form', { on: { submit: ask } },
      el('label', { class: 'over', for: 'question' }, say('ask-text')),
      el('textarea', { id: 'question', rows: '4', maxlength: '300', value: it.question || '',
        'aria-describedby': 'count', on: { input: (event) => {
          it.question = event.target.value;
          byId('count').textContent = it.question.length + ' / 300';
        } } }),
      el('p', { id: 'count', class: 'soft' }, (it.question || '').length + ' / 300'),
      el('div', { class: 'row' }, el('button', { id: 'send', class: 'main' }, say('ask-send')))),
  ]);
}

function ask(event) {
  event.preventDefault();
  const told = (it.question || '').trim();
  if (!told) {
    byId('question').focus();
    return;
  }
  wire.send({ type: 'ask', text: told }, 'ask');
  draw();
  byId('heading').focus();
}

// One's own code

function ownSheet() {
  const how = waits('code') ? 'sending' : it.mine.code ? 'there' : '';
  return sheet('own', how, () => [
    heading(say('own')),
    how ? el('p', { class: 'notice', role: 'status' }, say('own-' + how)) : null,
    p(say('own-why')), p(say('own-how')),
    how === 'sending' ? null : el('form', { on: { submit: keepOwn } },
      el('label', { class: 'over', for: 'own-code' }, say('own-code')),
      el('input', { type: 'text', id: 'own-code', maxlength: '64', autocomplete: 'off', spellcheck: 'false',
        autocapitalize: 'none', on: { input: (event) => { it.own = event.target.value; } }, value: it.own || '' }),
      el('p', {}),
      el('div', { class: 'row' }, el('button', { id: 'send', class: 'main' }, say('own-keep')))),
  ]);
}

function keepOwn(event) {
  event.preventDefault();
  if (!(it.own || '').trim()) {
    byId('own-code').focus();
    return;
  }
  wire.send({ type: 'code', code: it.own.trim() }, 'code');
  draw();
  byId('heading').focus();
}

// The end of it

function forgetSheet() {
  return sheet('forget', '', () => [
    heading(say('forget')), p(say('forget-what')),
    el('div', { class: 'row' }, button('forget-yes', say('forget-yes'), forget, 'main')),
  ]);
}

const SHEETS = { pause: pauseSheet, help: helpSheet, ask: askSheet, own: ownSheet, forget: forgetSheet };
