// What is on, when nothing is laid over it.

function clock(ms) {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const rest = seconds % 60;
  return Math.floor(seconds / 60) + ':' + (rest < 10 ? '0' : '') + rest;
}

function timer() {
  return el('p', { id: 'timer', role: 'timer', class: 'soft' });
}

function tickOn() {
  const place = byId('timer');
  if (!place || !it.all) return;
  const told = it.ends === null ? '' : say('left', { time: clock(it.ends - performance.now()) });
  if (place.textContent !== told) place.textContent = told;
}

function joinScreen() {
  return {
    id: 'join',
    key: it.problem || '',
    make: () => [
      heading(say('join')),
      el('form', { on: { submit: join } },
        el('p', { id: 'join-how' }, say('join-how')),
        it.problem ? el('p', { id: 'problem', class: 'notice', role: 'alert' }, say(it.problem)) : null,
        el('label', { class: 'over', for: 'code' }, say('join-code')),
        el('input', {
          type: 'text', id: 'code', class: 'code', name: 'code', value: it.typed || '', maxlength: '12',
          autocomplete: 'off', autocapitalize: 'characters', autocorrect: 'off', spellcheck: 'false',
          'aria-describedby': it.problem ? 'problem join-how' : 'join-how',
          'aria-invalid': it.problem === 'join-wrong' ? 'true' : null,
          'data-begin': it.problem ? '' : null,
          on: { input: (event) => { it.typed = event.target.value; } },
        }),
        el('p', {}),
        el('button', { id: 'go', class: 'main' }, say('join-go'))),
      p(say('no-names'), 'soft'),
    ],
  };
}

function waitingScreen() {
  return { id: 'waiting', key: '', make: () => [heading(say('waiting')), p(say('no-names'), 'soft')] };
}

function noteScreen() {
  const all = it.all;
  return {
    id: 'note/' + all.about,
    key: JSON.stringify([all.notes]),
    make: () => [
      heading(say('note')),
      all.notes.length ? [p(say('note-is')), el('ul', { lang: all.language }, all.notes.map((one) => el('li', {}, one)))]
        : p(say('note-none')),
      p(say('note-choice')),
      el('div', { class: 'row' },
        button('read', say('note-read'), () => settle('read'), 'main'),
        button('out', say('note-out'), () => settle('out'))),
    ],
  };
}

function settle(how) {
  it.reads[it.all.about] = how;
  session.set('upstander-reads', it.reads);
  draw();
}

function outScreen() {
  return {
    id: 'out', key: '',
    make: () => [heading(say('out')), p(say('out-more')),
      el('div', { class: 'row' }, button('back-in', say('out-back'), () => settle('read')))],
  };
}

function careCard() {
  return el('div', { class: 'card' }, el('h2', {}, say('break')),
    p(say(it.all.care ? 'break-help' : 'break-turn'), 'soft'));
}

function alongOf(all) {
  if (!all.text && !all.lines.length) return null;
  const lines = all.lines.map((line) => el('p', {},
    line[0] ? el('strong', {}, say('says', { name: line[0] }) + ' ') : null, line[1]));
  const isOpen = it.language !== given.language || it.along;
  return el('details', { class: 'card', open: isOpen, on: { toggle: (event) => { it.along = event.target.open; } } },
    el('summary', { id: 'along' }, say('read-along')),
    el('div', { class: 'lines', lang: all.language }, text(all.text), lines));
}

function lookUpScreen() {
  const all = it.all;
  const isThanks = it.thanks !== null && it.thanks === all.heading;
  const isAgreed = !all.about && all.text;
  const top = isThanks ? 'thanks' : 'look-up';
  return {
    id: 'look/' + top + (isAgreed ? all.heading : ''),
    key: JSON.stringify([all.heading, all.text, all.lines, all.care, it.late]),
    make: () => [
      heading(isAgreed ? all.heading : say(top)),
      it.late ? el('p', { class: 'notice' }, say('vote-late')) : null,
      isAgreed ? text(all.text, all.language) : isThanks ? p(say('thanks-more'))
        : [p(all.heading, 'text'), p(say('look-up-more'), 'soft')],
      timer(), isAgreed ? null : alongOf(all), careCard(),
    ],
  };
}

const PARTS = ['act', 'observe', 'pass'];

function groupsScreen() {
  const all = it.all;
  const mine = it.mine;
  return {
    id: 'groups/' + all.heading,
    key: JSON.stringify([all.heading, all.text, all.cards, mine.group, mine.part]),
    make: () => [
      heading(all.heading, all.language), timer(), groupOf(mine.group), text(all.text, all.language),
      mine.part === 'pass' ? el('p', { class: 'notice' }, say('passing')) : mine.group && myCard(mine.group.card),
      el('fieldset', {}, el('legend', {}, say('part')),
        el('div', { class: 'answers' }, PARTS.map((part) => el('label', { class: 'answer' + (it.mine.part === part ? ' on' : '') },
          el('input', { type: 'radio', name: 'part', id: 'part-' + part, checked: it.mine.part === part,
            on: { change: () => takePart(part) } }),
          el('span', { class: 't' }, say('part-' + part)),
          el('span', { class: 'yours' }, tick(), say('chosen')))))),
      p(say('part-why'), 'soft'), allCards(all.cards || []),
    ],
  };
}

function groupOf(group) {
  return group && el('p', {}, el('strong', {}, say('group', { number: String(group.number) })),
    el('br'), say('group-people', { people: String(group.people) }));
}

function cardText(card) {
  return [el('p', { lang: it.all.language }, el('strong', {}, card.title)), text(card.text, it.all.language)];
}

function myCard(card) {
  return card && el('section', { class: 'card' }, el('h2', {}, say('card')), cardText(card), p(say('card-no-slur'), 'soft'));
}

function allCards(cards) {
  return cards.length ? el('details', { class: 'card' }, el('summary', { id: 'cards' }, say('cards')),
    cards.map((card) => [cardText(card), card.targeted ? p(say('card-targeted'), 'soft') : null]),
    p(say('card-no-slur'), 'soft')) : null;
}

function takePart(part) {
  it.mine.part = part;
  wire.send({ type: 'part', part: part }, 'part');
  draw();
}

function quietScreen() {
  const all = it.all;
  return {
    id: 'quiet/' + all.show + all.heading, key: all.text,
    make: () => [heading(all.heading, all.language), timer(), text(all.text, all.language),
      all.show === 'quiet' ? p(say('quiet-more'), 'soft') : careCard()],
  };
}

function endScreen() {
  const all = it.all;
  return {
    id: 'end/' + all.heading, key: JSON.stringify([all.text, all.ended, all.care]),
    make: () => [heading(all.heading, all.language), text(all.text, all.language),
      all.care ? p(say(all.care.where ? 'pause-who' : 'pause-who-only', all.care)) : null,
      all.ended ? p(say('end-more')) : null, contactCards()],
  };
}

function closedScreen() {
  return {
    id: 'closed', key: '',
    make: () => [heading(say('closed')), p(say('closed-more')), contactCards(),
      el('div', { class: 'row' }, button('try', say('try-now'), () => wire.again()))],
  };
}

// The screen that is on now.
function screen() {
  if (it.sheet) return SHEETS[it.sheet]();
  if (it.stage === 'join') return joinScreen();
  if (it.stage === 'closed') return closedScreen();
  if (!it.all) return waitingScreen();
  const show = it.all.show;
  if (show === 'quiet' || show === 'break') return quietScreen();
  if (show === 'end') return endScreen();
  if (show === 'groups') return groupsScreen();
  if (it.all.about && it.reads[it.all.about] === 'out') return outScreen();
  if (it.all.about && !it.reads[it.all.about]) return noteScreen();
  return show === 'vote' && it.all.votes.length ? voteScreen() : lookUpScreen();
}
