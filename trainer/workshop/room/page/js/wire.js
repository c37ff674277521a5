// The line to the room. One message at a time is on its way; it is kept, and sent again with the
// same number, until the room has said what became of it.

const PATIENCE = 10000;
const QUIET = 20000;
const BASE = location.pathname.replace(/\/$/, '');

const wire = (function () {
  const outbox = keeper('sessionStorage');
  let queue = outbox.get('upstander-out') || [];
  let last = 0;
  let line = null;
  let isOn = false;
  let isIn = false;
  let tries = 0;
  let timer = null;
  let overdue = null;
  let long = null;
  let lostSince = 0;
  let heard = 0;
  let hidden = 0;
  let fails = 0;

  function save() {
    outbox.set('upstander-out', queue.map((one) => ({ slot: one.slot, n: one.n, message: one.message, code: one.code })));
  }

  function send(message, slot) {
    queue = queue.filter((one) => one.slot !== slot || one.n);
    queue.push({ slot: slot, n: 0, message: message, code: it.code });
    save();
    flush();
  }

  function waits(slot) {
    return queue.some((one) => one.slot === slot);
  }

  function dropSlot(slot) {
    const was = queue.length;
    queue = queue.filter((one) => one.slot !== slot);
    if (queue.length !== was) {
      clearTimeout(overdue);
      save();
      flush();
    }
    return queue.length !== was;
  }

  function flush() {
    if (!isIn || !queue.length || !it.all) return;
    const first = queue[0];
    if (first.sent === line) return;
    if (!first.n) {
      last += 1;
      first.n = last;
      save();
    }
    first.sent = line;
    line.say(Object.assign({ n: first.n }, first.message));
    clearTimeout(overdue);
    overdue = setTimeout(lost, PATIENCE);
  }

  function settled(n, well, why) {
    const first = queue[0];
    if (!first || first.n !== n) return;
    clearTimeout(overdue);
    if (why === 'too-fast' || why === 'not-kept') {
      // Nothing has happened: the same again, a little later.
      first.sent = null;
      setTimeout(flush, why === 'too-fast' ? 500 : 3000);
      return;
    }
    queue.shift();
    save();
    if (!waits(first.slot)) hears.done(first.slot, first.message, well, why);
    flush();
  }

  const BACK = { 'wrong-code': 'join-wrong', busy: 'join-wait', 'too-many': 'join-full', unknown: 'join-new', ended: 'join-full' };

  function hear(told) {
    heard = Date.now();
    if (told.type === 'welcome') {
      // What was for another room is not for this one.
      queue = queue.filter((one) => one.code === it.code);
      last = Math.max(told.n, queue.reduce((most, one) => Math.max(most, one.n), 0));
      hears.welcome(told);
      found();
    } else if (told.type === 'pauses') {
      hears.pauses(told);
      if (!isIn) found();
      flush();
    } else if (told.type === 'state') {
      hears.state(told);
      flush();
    } else if (told.type === 'ack') {
      if (told.you) hears.you(told.you);
      settled(told.n, true);
    } else if (told.type === 'refused') {
      if (isIn) settled(told.n, false, told.code);
      else {
        stop();
        hears.refused(BACK[told.code] || 'join-wait');
      }
    } else if (told.type === 'closed') {
      stop();
      hears.closed();
    } else if (told.type === 'elsewhere') {
      stop();
      hears.link('elsewhere');
    }
  }

  function found() {
    isIn = true;
    tries = 0;
    lostSince = 0;
    clearTimeout(long);
    hears.link('on');
  }

  function hello() {
    const says = { type: 'hello', code: it.code, language: it.language };
    if (it.token) says.token = it.token;
    return says;
  }

  function connect() {
    clearTimeout(timer);
    if (!isOn) return;
    const mine = fails > 1 ? polled() : socket();
    line = mine;
    mine.open((told) => { if (line === mine) hear(told); }, () => { if (line === mine) lost(); });
  }

  // Later and later, and never all phones at once.
  function lost() {
    if (line) line.shut();
    line = null;
    isIn = false;
    clearTimeout(overdue);
    if (!isOn) return;
    if (!lostSince) {
      lostSince = Date.now();
      long = setTimeout(() => hears.link('long'), 20000);
    }
    hears.link(Date.now() - lostSince > 20000 ? 'long' : 'lost');
    const wait = Math.min(15000, 500 * Math.pow(1.7, tries));
    tries += 1;
    clearTimeout(timer);
    timer = setTimeout(connect, wait * (0.5 + Math.random()));
  }

  // A line can be dead and look alive: whoever hears nothing asks.
  setInterval(() => {
    if (given.care || !isIn || document.visibilityState !== 'visible' || Date.now() - heard < QUIET) return;
    if (Date.now() - heard > QUIET + PATIENCE) lost();
    else line.say({ type: 'here' });
  }, 5000);

  function socket() {
    let made = null;
    let opened = false;
    let slow = null;
    return {
      open: function (hearing, ending) {
        try {
          made = new WebSocket('ws' + location.origin.slice(4) + BASE + '/ws');
        } catch (forbidden) {
          fails = 2;
          setTimeout(connect, 0);
          return;
        }
        slow = setTimeout(() => { if (!opened) ending(); }, 8000);
        made.onopen = () => {
          opened = true;
          fails = 0;
          clearTimeout(slow);
          if (!given.care) made.send(JSON.stringify(hello()));
        };
        made.onmessage = (event) => hearing(JSON.parse(event.data));
        made.onclose = () => {
          clearTimeout(slow);
          if (!opened) fails += 1;
          ending();
        };
      },
      say: function (message) { made.send(JSON.stringify(message)); },
      shut: function () {
        clearTimeout(slow);
        if (!made) return;
        made.onclose = made.onmessage = null;
        made.close();
      },
    };
  }

  // Without WebSockets: ask, and be told when there is something new.
  function polled() {
    let isOpen = true;
    let version = null;
    let says = [];
    let hearing = null;
    let ending = null;
    let busy = null;
    let next = null;
    function soon(ms) {
      clearTimeout(next);
      next = setTimeout(ask, ms);
    }
    function ask() {
      if (!isOpen) return;
      const asks = { say: says, seen: version };
      if (version !== null) asks.token = it.token;
      else if (!given.care) asks.say = [hello()].concat(says);
      says = [];
      const stops = new AbortController();
      busy = stops;
      fetch(BASE + '/poll', {
        method: 'POST', body: JSON.stringify(asks), cache: 'no-store', signal: stops.signal,
      }).then((got) => got.json()).then((told) => {
        if (!isOpen || busy !== stops) return;
        busy = null;
        (told.answers || [told]).forEach(hearing);
        if (told.state) {
          version = told.state.v;
          hearing(told.state);
        }
        heard = Date.now();
        soon(says.length ? 0 : given.care ? 3000 : 200 + Math.random() * 300);
      }).catch(() => {
        if (!isOpen || busy !== stops) return;
        fails = 0;
        ending();
      });
    }
    return {
      open: function (listens, ends) {
        hearing = listens;
        ending = ends;
        ask();
      },
      say: function (message) {
        if (message.type === 'here') return;
        says.push(message);
        const was = busy;
        busy = null;
        if (was) was.abort();
        soon(0);
      },
      shut: function () {
        isOpen = false;
        clearTimeout(next);
        if (busy) busy.abort();
      },
    };
  }

  function start() {
    isOn = true;
    tries = 0;
    again();
  }

  function again() {
    isOn = true;
    if (line) line.shut();
    line = null;
    isIn = false;
    connect();
  }

  function stop() {
    isOn = false;
    isIn = false;
    clearTimeout(timer);
    clearTimeout(overdue);
    clearTimeout(long);
    lostSince = 0;
    if (line) line.shut();
    line = null;
  }

  function clear() {
    stop();
    queue = [];
    outbox.drop('upstander-out');
  }

  // A phone that slept may hold a line that is dead.
  function woke() {
    if (document.visibilityState !== 'visible') {
      hidden = Date.now();
      return;
    }
    if (isOn && (!isIn || Date.now() - hidden > 20000)) again();
  }
  document.addEventListener('visibilitychange', woke);
  window.addEventListener('online', () => { if (isOn && !isIn) again(); });
  window.addEventListener('pageshow', (event) => { if (event.persisted && isOn) again(); });

  function pending() {
    return queue.map((one) => one.message);
  }

  return {
    send: send, waits: waits, pending: pending, drop: dropSlot, start: start, again: again, stop: stop, clear: clear,
  };
}());
