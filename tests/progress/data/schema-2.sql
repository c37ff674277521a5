PRAGMA application_id = 1431327572;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE answer (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        at TEXT NOT NULL,
        day TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('booster', 'drill')),
        skill TEXT NOT NULL,
        family TEXT NOT NULL,
        variant TEXT NOT NULL,
        rating INTEGER CHECK (rating BETWEEN 1 AND 4),
        words TEXT NOT NULL DEFAULT '',
        ticked TEXT NOT NULL DEFAULT ''
    ) STRICT;
CREATE TABLE card (
        skill TEXT NOT NULL,
        family TEXT NOT NULL,
        met TEXT NOT NULL,
        due TEXT NOT NULL,
        reviewed TEXT,
        stability REAL,
        difficulty REAL,
        PRIMARY KEY (skill, family)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE confidence (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        at TEXT NOT NULL,
        day TEXT NOT NULL,
        notice INTEGER CHECK (notice BETWEEN 1 AND 5),
        problem INTEGER CHECK (problem BETWEEN 1 AND 5),
        responsibility INTEGER CHECK (responsibility BETWEEN 1 AND 5),
        know_how INTEGER CHECK (know_how BETWEEN 1 AND 5),
        act INTEGER CHECK (act BETWEEN 1 AND 5)
    ) STRICT;
CREATE TABLE erasing (run TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL DEFAULT 'run'
        CHECK (kind IN ('run', 'paper', 'confidence', 'answer'))) STRICT, WITHOUT ROWID;
CREATE TABLE event (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        run INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
        at TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN
            ('began', 'decided', 'undone', 'retried', 'skipped', 'noted', 'ended')),
        step INTEGER,
        scene TEXT,
        choice TEXT,
        d TEXT,
        fit TEXT,
        is_first INTEGER CHECK (is_first IN (0, 1)),
        in_time INTEGER CHECK (in_time IN (0, 1)),
        words TEXT,
        ticked TEXT,
        question TEXT,
        note TEXT,
        outcome TEXT
    , day TEXT, version INTEGER REFERENCES version (number)) STRICT;
INSERT INTO "event" VALUES(1,1,'2026-03-01T12:00:00.000Z','began',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "event" VALUES(2,1,'2026-03-01T12:00:00.000Z','decided',0,'scene-0','ask','delay','strong',1,1,'“Are you all right?”','',NULL,NULL,NULL,'2026-03-01',1);
INSERT INTO "event" VALUES(3,1,'2026-03-01T12:00:00.000Z','decided',1,'scene-1','ask','delay','strong',1,1,'“Are you all right?”','',NULL,NULL,NULL,'2026-03-01',1);
INSERT INTO "event" VALUES(4,1,'2026-03-01T12:00:00.000Z','ended',NULL,'end',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'supported',NULL,NULL);
INSERT INTO "event" VALUES(5,1,'2026-03-01T12:00:00.000Z','noted',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'What would you do?','Sit down beside her.',NULL,NULL,NULL);
INSERT INTO "event" VALUES(6,2,'2026-03-02T12:00:00.000Z','began',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "event" VALUES(7,2,'2026-03-02T12:00:00.000Z','decided',0,'scene-0','ask','delay','strong',1,1,'','',NULL,NULL,NULL,'2026-03-02',1);
CREATE TABLE fact (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE mark (
        event INTEGER PRIMARY KEY REFERENCES event (number) ON DELETE CASCADE,
        look INTEGER NOT NULL CHECK (look IN (0, 1))
    ) STRICT;
CREATE TABLE outbox (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        run TEXT,
        made TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'rejected')),
        statement BLOB NOT NULL,
        said TEXT NOT NULL DEFAULT ''
    ) STRICT;
CREATE TABLE paper (
        id TEXT PRIMARY KEY NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('plan', 'incident')),
        made TEXT NOT NULL,
        touched TEXT NOT NULL,
        touch INTEGER NOT NULL,
        is_sealed INTEGER NOT NULL CHECK (is_sealed IN (0, 1)),
        content BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
CREATE TABLE paper_lock (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        salt BLOB NOT NULL,
        work INTEGER NOT NULL,
        memory INTEGER NOT NULL,
        proof BLOB NOT NULL
    ) STRICT;
CREATE TABLE place (
        run INTEGER PRIMARY KEY REFERENCES run (number) ON DELETE CASCADE,
        snapshot TEXT NOT NULL
    ) STRICT;
INSERT INTO "place" VALUES(1,'{"version":1,"run":"first","replay_of":null,"scenario":"bus","content_hash":"0000000000000000000000000000000000000000000000000000000000000000","phase":"ended","scene":"end","state":{"calm":3,"near":true},"steps":[{"scene":"scene-0","choice":"ask","words":"“Are you all right?”"},{"scene":"scene-1","choice":"ask","words":"“Are you all right?”"}],"skipped":[],"tried":[],"notes":[],"soften":false,"skip_hard":false,"timed":false,"decided":0,"begun":false}');
INSERT INTO "place" VALUES(2,'{"version":1,"run":"second","replay_of":null,"scenario":"bus","content_hash":"0000000000000000000000000000000000000000000000000000000000000000","phase":"feedback","scene":"start","state":{"calm":3,"near":true},"steps":[{"scene":"scene-0","choice":"ask"}],"skipped":[],"tried":[],"notes":[],"soften":false,"skip_hard":false,"timed":false,"decided":0,"begun":false}');
CREATE TABLE run (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        scenario TEXT NOT NULL,
        content_hash TEXT NOT NULL,
        is_replay INTEGER NOT NULL CHECK (is_replay IN (0, 1)),
        replay_of INTEGER REFERENCES run (number) ON DELETE SET NULL,
        began TEXT NOT NULL,
        touched TEXT NOT NULL,
        touch INTEGER NOT NULL,
        ended TEXT,
        outcome TEXT,
        decisions INTEGER NOT NULL
    ) STRICT;
INSERT INTO "run" VALUES(1,'first','bus','0000000000000000000000000000000000000000000000000000000000000000',0,NULL,'2026-03-01T12:00:00.000Z','2026-03-01T12:00:00.000Z',5,'2026-03-01T12:00:00.000Z','supported',2);
INSERT INTO "run" VALUES(2,'second','bus','0000000000000000000000000000000000000000000000000000000000000000',1,1,'2026-03-02T12:00:00.000Z','2026-03-02T12:00:00.000Z',7,NULL,NULL,1);
CREATE TABLE scenario (
        id TEXT PRIMARY KEY NOT NULL,
        title TEXT NOT NULL
    , setting TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;
INSERT INTO "scenario" VALUES('bus','Shouting on the 22 bus','');
CREATE TABLE tally (
        day TEXT NOT NULL,
        scenario TEXT NOT NULL,
        d TEXT NOT NULL,
        fit TEXT NOT NULL,
        n INTEGER NOT NULL CHECK (n > 0),
        PRIMARY KEY (day, scenario, d, fit)
    ) STRICT, WITHOUT ROWID;
INSERT INTO "tally" VALUES('2026-03-01','bus','delay','strong',2);
CREATE TABLE version (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        content_hash TEXT NOT NULL UNIQUE,
        source BLOB
    ) STRICT;
INSERT INTO "version" VALUES(1,'0000000000000000000000000000000000000000000000000000000000000000',NULL);
CREATE INDEX run_by_scenario ON run (scenario, touch);
CREATE INDEX run_by_touch ON run (touch);
CREATE INDEX run_by_origin ON run (replay_of);
CREATE INDEX run_unfinished ON run (touch) WHERE ended IS NULL;
CREATE INDEX event_by_run ON event (run);
CREATE TRIGGER event_is_append_only BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END;
CREATE INDEX event_poor ON event (number)
        WHERE kind = 'decided' AND is_first = 1 AND fit = 'poor';
CREATE INDEX tally_by_scenario ON tally (scenario, d, fit, n);
CREATE INDEX card_by_due ON card (due);
CREATE INDEX answer_by_card ON answer (skill, family);
CREATE INDEX answer_by_day ON answer (day);
CREATE INDEX outbox_waiting ON outbox (number) WHERE state = 'waiting';
CREATE INDEX outbox_by_run ON outbox (run);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('run',2);
INSERT INTO "sqlite_sequence" VALUES('event',7);
INSERT INTO "sqlite_sequence" VALUES('version',1);
COMMIT;
