// Questions and answers. What is chosen is marked at once; that it has arrived is said only when
// the room has said so.

function keyOf(question) {
  return question.id + '#' + question.pass;
}

function answersTo(question) {
  const mine = it.picked[keyOf(question)];
  return mine ? mine.answers : it.mine.answers[question.id] || [];
}

function choose(question, answers) {
  const key = keyOf(question);
  it.picked[key] = { answers: answers, there: false };
  wire.send({ type: 'vote', question: question.id, pass: question.pass, answers: answers }, 'vote/' + key);
  draw();
}

function toggled(question, id) {
  const before = answersTo(question);
  if (question.asks !== 'many') return [id];
  return before.indexOf(id) < 0 ? before.concat(id) : before.filter((one) => one !== id);
}

function statusOf(questions) {
  const mine = questions.map((one) => it.picked[keyOf(one)]).filter(Boolean);
  if (mine.some((one) => !one.there)) return say(it.link === 'on' ? 'vote-sending' : 'vote-kept');
  const any = questions.some((one) => answersTo(one).length);
  return any ? say('vote-there') : '';
}

function tick() {
  return el('span', { class: 'tick', 'aria-hidden': 'true' });
}

function inputOf(question, number, option, place) {
  return el('input', {
    type: question.asks === 'many' ? 'checkbox' : 'radio',
    name: 'q' + number,
    id: 'a' + number + '-' + place,
    value: option.id,
    on: { change: () => choose(question, toggled(question, option.id)) },
  });
}

function card(question, number, option, place) {
  return el('label', { class: 'answer', 'data-q': number, 'data-a': option.id },
    inputOf(question, number, option, place),
    el('span', { class: 'n', 'aria-hidden': 'true' }, String(place + 1)),
    el('span', { class: 't', lang: option.id[0] === '-' ? null : it.all.language }, option.text),
    el('span', { class: 'yours' }, tick(), say('vote-yours')));
}

function scale(question, number) {
  const most = question.options.length - 1;
  const least = say('scale-end', { value: question.options[0].text, words: say('scale-least') });
  const greatest = say('scale-end', { value: question.options[most].text, words: say('scale-most') });
  return [
    el('div', { class: 'scale' }, question.options.map((option, place) =>
      el('label', { 'data-q': number, 'data-a': option.id },
        inputOf(question, number, option, place),
        el('span', { 'aria-hidden': 'true' }, option.text),
        el('span', { class: 'hidden' }, place === 0 ? least : place === most ? greatest
          : say('scale', { value: option.text, most: String(most) })),
        tick()))),
    el('div', { class: 'ends soft', 'aria-hidden': 'true' },
      el('span', {}, least), el('span', {}, greatest)),
  ];
}

function field(question, number, isAlone) {
  const isScale = question.asks === 'scale';
  const legend = isAlone ? el('legend', { class: 'hidden' }, question.text)
    : el('legend', {}, question.text);
  return el('fieldset', { 'data-field': number }, legend,
    isScale ? scale(question, number)
      : el('div', { class: 'answers' }, question.options.map((one, place) => card(question, number, one, place))));
}

function voteScreen() {
  const all = it.all;
  const questions = all.votes;
  const isAlone = questions.length === 1;
  const keys = questions.map(keyOf).join();
  const hint = questions[0].asks === 'many' ? p(say('vote-many')) : null;
  return {
    id: 'vote/' + keys,
    key: JSON.stringify([questions, all.text]),
    make: () => [
      heading(isAlone ? questions[0].text : all.heading, isAlone ? null : all.language),
      timer(), text(all.text), isAlone ? null : p(say('survey-free')), hint,
      questions.map((one, number) => field(one, number, isAlone)),
      el('p', { id: 'status', role: 'status' }),
      el('div', { id: 'undo' }),
      p(say('vote-change'), 'soft'),
    ],
    update: () => mark(questions),
  };
}

function mark(questions) {
  let any = false;
  document.querySelectorAll('[data-q]').forEach((label) => {
    const question = questions[Number(label.dataset.q)];
    const isOn = answersTo(question).indexOf(label.dataset.a) >= 0;
    any = any || isOn;
    label.classList.toggle('on', isOn);
    label.querySelector('input').checked = isOn;
  });
  const status = byId('status');
  const told = statusOf(questions);
  if (status.textContent !== told) status.textContent = told;
  const undo = byId('undo');
  if (any && !undo.firstChild) undo.append(button('take-back', say('vote-back'), () => takeBack(questions), 'quiet'));
  if (!any) fill('undo');
}

function takeBack(questions) {
  questions.filter((one) => answersTo(one).length).forEach((one) => choose(one, []));
  byId('heading').focus();
}

// Digits choose while the vote has the keyboard: not while somebody writes, and not elsewhere.
function digit(event) {
  const to = event.target;
  if (event.ctrlKey || event.altKey || event.metaKey || !/^[0-9]$/.test(event.key)) return;
  if (!it.all || screen().id.indexOf('vote/') || !to.closest || !to.closest('#main')) return;
  if (/^(text|textarea)$/.test(to.type || '')) return;
  const at = to.closest('[data-field]');
  const question = it.all.votes[at ? Number(at.dataset.field) : 0];
  const number = Number(event.key);
  const option = question.options[question.asks === 'scale' ? number : number - 1];
  if (!option || (!at && it.all.votes.length > 1)) return;
  event.preventDefault();
  choose(question, toggled(question, option.id));
  const place = question.options.indexOf(option);
  byId('a' + it.all.votes.indexOf(question) + '-' + place).focus();
}
