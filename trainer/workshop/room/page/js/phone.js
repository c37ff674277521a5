// The phones' page: what it knows, and when it draws.

const HOURS = 12 * 3600 * 1000;
const local = keeper('localStorage');
const session = keeper('sessionStorage');
const NOTHING = { joined: false, answers: {}, pause: null, part: null, code: false };

const it = {
  stage: 'join', code: '', token: '', language: given.language, all: null, mine: NOTHING, contacts: [],
  link: 'off', sheet: null, reads: session.get('upstander-reads') || {}, picked: {}, ends: null,
  thanks: null, late: false, problem: '', typed: '', along: false,
};

let drawn = null;

function draw() {
  const view = screen();
  const around = JSON.stringify([view.id, view.key, it.language, it.code, it.stage, it.sheet, barKey(), words.join]);
  if (around !== drawn) {
    drawn = around;
    put(view.id, headOf(), view.make(), barOf(), moreOf());
  }
  if (view.update) view.update();
  linkNotice();
  tickOn();
}

function headOf() {
  const isIn = it.stage === 'in' && it.code;
  return [isIn ? p(say('room', { code: it.code })) : null, el('div', { id: 'link' }), invite()];
}

// That there is something to answer, over what somebody writes; nobody is called back from a pause.
const INVITES = ['ask', 'own', 'forget'];
function invite() {
  if (!isInvited()) return null;
  return el('div', { class: 'notice' }, p(say('vote-open')), button('go-vote', say('vote-go'), closeSheet));
}

function isInvited() {
  return Boolean(it.invites && INVITES.indexOf(it.sheet) >= 0 && it.stage === 'in' && it.all && it.all.show === 'vote' && it.all.votes.length
    && it.reads[it.all.about] !== 'out');
}

const LINKS = { lost: ['waiting'], long: ['waiting', 'waiting-long', 'try-now'], elsewhere: ['elsewhere', '', 'elsewhere-go'] };

function linkNotice() {
  const place = byId('link');
  // While there is nothing else on, the screen itself says that it waits.
  const told = it.stage === 'in' && (it.all || it.link !== 'lost') && LINKS[it.link] || [];
  const key = told.join() + words.join;
  if (place.dataset.told === key) return;
  place.dataset.told = key;
  fill('link', told.length ? el('div', { class: 'notice', role: 'status' },
    el('p', {}, el('strong', {}, say(told[0]))), told[1] ? p(say(told[1])) : null,
    told[2] ? button('try', say(told[2]), () => wire.again()) : null) : null);
}

function barKey() {
  return [Boolean(it.all && it.all.care), it.noted, isListed(), pauseTold(), it.contacts.length, isInvited()].join();
}

// Whether where to turn is on the screen already.
function isListed() {
  return it.stage === 'closed' || Boolean(it.all && it.all.show === 'end');
}

function barOf() {
  if (it.sheet || it.stage === 'join' && !it.contacts.length) return null;
  const hasCare = it.stage === 'in' && it.all && it.all.care;
  return [
    hasCare ? button('bar-pause', !it.noted && pauseTold() || say('pause'), () => openSheet('pause')) : null,
    isListed() ? null : button('bar-help', say('help'), () => openSheet('help')),
  ];
}

function moreOf() {
  if (it.sheet) return null;
  const isIn = it.stage === 'in';
  return el('div', { class: 'row' },
    isIn ? button('more-ask', say('ask'), () => openSheet('ask'), 'quiet') : null,
    isIn ? button('more-own', say('own'), () => openSheet('own'), 'quiet') : null,
    it.token || it.contacts.length ? button('more-forget', say('forget'), () => openSheet('forget'), 'quiet') : null,
    given.languages.length > 1 ? languages() : null);
}

function languages() {
  return el('div', {}, el('label', { class: 'over', for: 'language' }, say('language')),
    el('select', { id: 'language', on: { change: (event) => speakIn(event.target.value) } },
      given.languages.map((one) => el('option', { value: one[0], lang: one[0], selected: one[0] === it.language }, one[1]))));
}

function speakIn(code) {
  fetch('words?language=' + encodeURIComponent(code), { cache: 'no-store' }).then((got) => got.json()).then((told) => {
    words = told.words;
    it.language = code;
    speak(told.lang, told.dir);
    keep();
    wire.send({ type: 'language', language: code }, 'language');
    draw();
  }).catch(() => {
    byId('language').value = it.language;
  });
}

// What the phone keeps until it forgets the room, or until tomorrow.

function keep() {
  if (!it.token) return;
  local.set('upstander-room', {
    code: it.code, token: it.token, contacts: it.contacts, language: it.language, until: Date.now() + HOURS,
  });
}

function remember() {
  const kept = local.get('upstander-room');
  if (!kept || !(kept.until > Date.now())) {
    local.drop('upstander-room');
    return;
  }
  it.code = String(kept.code || '');
  it.token = String(kept.token || '');
  it.contacts = Array.isArray(kept.contacts) ? kept.contacts : [];
  it.kept = kept.language;
}

function forget() {
  wire.clear();
  local.drop('upstander-room');
  session.drop('upstander-reads');
  it.gone = true;
  history.back();
  Object.assign(it, {
    stage: 'join', code: '', token: '', all: null, mine: NOTHING, contacts: [], sheet: null, reads: {}, picked: {},
    problem: 'forgotten', typed: '', question: '', own: '', where: '', asked: '',
  });
  draw();
}

// Joining

function bare(code) {
  return code.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/g, '');
}

// The code that the QR code has behind its address.
function linked() {
  try {
    return bare(decodeURIComponent(location.hash.slice(1)));
  } catch (garbled) {
    return '';
  }
}

function join(event) {
  event.preventDefault();
  const code = bare(it.typed);
  if (code.length !== 6) {
    it.problem = 'join-wrong';
    drawn = null;
    draw();
    byId('code').focus();
    return;
  }
  it.code = code;
  it.token = '';
  enter();
}

function enter() {
  it.stage = 'in';
  it.all = null;
  it.problem = '';
  draw();
  wire.start();
}

function turnAway(problem) {
  // Whoever was in a room that is gone typed nothing wrong.
  if (problem === 'join-wrong' && it.token) problem = 'join-new';
  it.stage = 'join';
  it.problem = problem;
  it.typed = problem === 'join-new' ? '' : it.code;
  it.token = '';
  it.all = null;
  it.sheet = null;
  drawn = null;
  draw();
}

// What the room says

const hears = {
  welcome: function (told) {
    it.token = told.token;
    it.contacts = told.contacts || [];
    keep();
    if (it.kept && it.kept !== it.language && given.languages.some((one) => one[0] === it.kept)) speakIn(it.kept);
    it.kept = null;
  },
  state: function (told) {
    const before = it.all;
    it.stage = 'in';
    it.all = told.all;
    it.mine = told.you;
    it.ends = told.all.left === null ? null : performance.now() + told.all.left;
    afterVote(before, told.all);
    tell(before);
    draw();
  },
  you: function (mine) {
    it.mine = mine;
  },
  refused: turnAway,
  done: function (slot, message, well, why) {
    if (message.type === 'vote') {
      const key = message.question + '#' + message.pass;
      if (well && it.picked[key]) it.picked[key].there = true;
      if (!well) {
        delete it.picked[key];
        it.late = it.late || why === 'closed' || why === 'unknown';
      }
    } else if (message.type === 'ask') {
      it.asked = well ? 'there' : 'refused';
      if (well) it.question = '';
    } else if (message.type === 'code' && well) {
      it.mine.code = true;
      it.own = '';
    } else if (slot === 'pause') {
      it.pauseRefused = !well;
      it.leaving = false;
      if (well) it.mine.pause = message.type === 'pause' ? 'sent' : null;
    }
    draw();
  },
  closed: function () {
    it.stage = 'closed';
    it.all = null;
    it.sheet = null;
    draw();
  },
  link: function (how) {
    it.link = how;
    draw();
  },
};

// Thanks belong to whoever answered; an answer that came too late is said once.
function afterVote(before, now) {
  const open = now.votes.map(keyOf);
  if (open.length) {
    it.late = false;
    it.thanks = null;
  }
  Object.keys(it.picked).filter((key) => open.indexOf(key) < 0).forEach((key) => {
    if (!it.picked[key].there && wire.drop('vote/' + key)) it.late = true;
    if (before && before.heading === now.heading && it.picked[key].there) it.thanks = now.heading;
    delete it.picked[key];
  });
  if (before && before.heading !== now.heading) {
    if (it.thanks !== now.heading) it.thanks = null;
    if (before.show !== 'vote') it.late = false;
  }
}

// A new screen is read from its heading; over a sheet, it is only said that there is one.
function tell(before) {
  if (!before || before.show !== 'vote') it.invites = Boolean(it.sheet);
  if (it.sheet && isInvited() && !(before && before.show === 'vote')) announce(say('vote-open'));
}

window.addEventListener('popstate', () => {
  // The code behind # belongs to what is forgotten.
  if (it.gone) history.replaceState(null, '', location.pathname + location.search);
  it.gone = false;
  if (it.sheet === 'pause') it.noted = it.mine.pause === 'seen';
  it.sheet = null;
  it.again = false;
  draw();
});
document.addEventListener('keydown', digit);
window.addEventListener('hashchange', () => { if (linked().length === 6 && linked() !== it.code) location.reload(); });
setInterval(tickOn, 500);

remember();
wire.pending().forEach((one) => {
  if (one.type === 'vote') it.picked[one.question + '#' + one.pass] = { answers: one.answers, there: false };
  if (one.type === 'ask') it.question = one.text;
});
history.replaceState(null, '');
(function begin() {
  if (linked().length === 6 && linked() !== it.code) {
    it.code = linked();
    it.token = '';
  }
  if (it.code && (it.token || linked())) enter();
  else draw();
}());
