// The care person's page: who needs a pause, whoever has waited longest first, and no names.

const it = { language: given.language, code: 'care', all: null, pauses: [], link: 'off', stage: 'in', at: 0, sound: false };
let drawn = null;

function waiting() {
  return it.pauses.filter((one) => !one.done).sort((one, other) => one.seen - other.seen);
}

function minutes(one) {
  return Math.floor((one.ago + performance.now() - it.at) / 60000);
}

function ago(one) {
  const told = minutes(one);
  return told < 1 ? say('care-now') : say('care-ago', { minutes: String(told) });
}

function pauseCard(one) {
  return el('section', { class: 'card' },
    el('h2', {}, say(one.seen ? 'care-going' : one.comes ? 'care-comes' : 'care-knows')),
    one.where ? el('p', { class: 'text' }, say('care-where', { where: one.where })) : one.comes ? p(say('care-nowhere')) : null,
    p(ago(one), 'soft'),
    el('div', { class: 'row' }, one.seen ? button('been-' + one.id, say('care-been'), () => act(one, 'been'), 'main')
      : button('go-' + one.id, say(one.comes ? 'care-going' : 'care-seen'), () => act(one, 'seen'), 'main')));
}

function act(one, how) {
  wire.send({ type: how, pause: one.id }, how + '/' + one.id);
  mark(one);
  draw();
  byId('heading').focus();
}

// What was pressed holds here before it has arrived.
function mark(one) {
  const said = wire.pending().filter((each) => each.pause === one.id).map((each) => each.type);
  const been = said.indexOf('been') >= 0;
  one.seen = one.seen || been || said.indexOf('seen') >= 0;
  one.done = one.done || been || one.seen && !one.comes;
  return one;
}

function draw() {
  const open = waiting();
  const key = JSON.stringify([open, open.map(minutes), it.pauses.length, it.link, it.stage]);
  if (key === drawn) return;
  drawn = key;
  if (it.stage === 'closed') {
    put('closed', null, [heading(say('closed')), el('div', { class: 'row' }, button('try', say('try-now'), () => wire.again()))]);
    return;
  }
  const isLost = it.link !== 'on' && it.link !== 'off';
  put('care', isLost ? el('div', { class: 'notice', role: 'status' },
    el('p', {}, el('strong', {}, say('waiting'))), it.link === 'long' ? p(say('waiting-long')) : null) : null,
  [heading(say('care')), open.length ? open.map(pauseCard) : p(say('care-none')),
    it.pauses.length > open.length ? p(say('care-done', { count: String(it.pauses.length - open.length) }), 'soft') : null],
  null,
  [el('label', { class: 'switch' }, el('input', { type: 'checkbox', id: 'sound', checked: it.sound,
    on: { change: (event) => { it.sound = event.target.checked; if (it.sound) ring(); } } }), say('care-sound')),
  p(say('care-private'), 'soft')]);
}

// Two soft tones; a phone allows them because the switch was pressed.
let audio = null;
function ring() {
  const Made = window.AudioContext || window.webkitAudioContext;
  if (!Made) return;
  audio = audio || new Made();
  [0, 0.35].forEach((after, which) => {
    const tone = audio.createOscillator();
    const loud = audio.createGain();
    tone.frequency.value = which ? 440 : 523;
    loud.gain.setValueAtTime(0.15, audio.currentTime + after);
    loud.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + after + 0.5);
    tone.connect(loud);
    loud.connect(audio.destination);
    tone.start(audio.currentTime + after);
    tone.stop(audio.currentTime + after + 0.5);
  });
}

const hears = {
  pauses: function (told) {
    const before = it.pauses.map((one) => one.id);
    const fresh = it.all && told.pauses.some((one) => !one.seen && before.indexOf(one.id) < 0);
    it.stage = 'in';
    it.all = told;
    it.at = performance.now();
    it.pauses = told.pauses.map((one) => mark(Object.assign({}, one)));
    draw();
    if (!fresh) return;
    announce(say('care-new'));
    if (it.sound) ring();
  },
  done: draw,
  refused: draw,
  closed: function () {
    it.stage = 'closed';
    draw();
  },
  link: function (how) {
    it.link = how;
    draw();
  },
};

setInterval(draw, 5000);
draw();
wire.start();
