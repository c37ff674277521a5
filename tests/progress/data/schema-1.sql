PRAGMA application_id = 1431327572;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE erasing (run TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID;
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
    ) STRICT;
INSERT INTO "event" VALUES(1,1,'2026-03-01T12:00:00.000Z','began',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "event" VALUES(2,1,'2026-03-01T12:00:00.000Z','decided',0,'scene-0','ask','delay','strong',1,1,'“Are you all right?”','',NULL,NULL,NULL);
INSERT INTO "event" VALUES(3,1,'2026-03-01T12:00:00.000Z','decided',1,'scene-1','ask','delay','strong',1,1,'“Are you all right?”','',NULL,NULL,NULL);
INSERT INTO "event" VALUES(4,1,'2026-03-01T12:00:00.000Z','ended',NULL,'end',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'supported');
INSERT INTO "event" VALUES(5,1,'2026-03-01T12:00:00.000Z','noted',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'What would you do?','Sit down beside her.',NULL);
INSERT INTO "event" VALUES(6,2,'2026-03-02T12:00:00.000Z','began',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "event" VALUES(7,2,'2026-03-02T12:00:00.000Z','decided',0,'scene-0','ask','delay','strong',1,1,'','',NULL,NULL,NULL);
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
    ) STRICT, WITHOUT ROWID;
INSERT INTO "scenario" VALUES('bus','Shouting on the 22 bus');
CREATE INDEX run_by_scenario ON run (scenario, touch);
CREATE INDEX run_by_touch ON run (touch);
CREATE INDEX run_by_origin ON run (replay_of);
CREATE INDEX run_unfinished ON run (touch) WHERE ended IS NULL;
CREATE INDEX event_by_run ON event (run);
CREATE TRIGGER event_is_append_only BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('run',2);
INSERT INTO "sqlite_sequence" VALUES('event',7);
COMMIT;
