from __future__ import annotations

import itertools
import struct
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QImage,
    QImageWriter,
    QPixmap,
    QPixmapCache,
    QRegion,
)

from trainer import language, paths
from trainer.scenario.model import (
    CastMember,
    Line,
    Role,
    Scenario,
    Scene,
    Setting,
    Severity,
    Status,
    You,
)
from trainer.scenario.reading import read_file
from trainer.ui import palettes, theme
from trainer.ui.widgets.pictures import drawings, own_picture, picture_words
from trainer.ui.widgets.pictures.figure import letters_of, marks_of
from trainer.ui.widgets.pictures.picture import (
    ScenePicture,
    people_of,
    pictures_of,
    render_backdrop,
)
from trainer.ui.widgets.pictures.picture_layout import WIDTH, arrange, posture

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

BACKDROPS = sorted(drawings.names(drawings.BACKDROPS))
PEOPLE = sorted(drawings.names(drawings.PEOPLE))
CANNOT = "A picture of this scenario cannot be shown."
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>'


@pytest.fixture(autouse=True)
def usual_look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, theme.Look())
    QPixmapCache.clear()
    yield
    theme.apply(qapp, theme.Look())


def member(key: str, role: Role = Role.BYSTANDER, picture: str | None = None) -> CastMember:
    return CastMember(key, key.capitalize(), role, picture=picture)


def scenario(
    *cast: CastMember,
    backdrop: str | None = "bus",
    folder: Path | None = None,
    setting: Setting = Setting.TRANSIT,
) -> Scenario:
    return Scenario(
        id="x",
        title="X",
        summary="x",
        language="en",
        setting=setting,
        severity=Severity.VERBAL,
        minutes=5,
        you=You("rider"),
        cast={each.key: each for each in cast},
        start="a",
        scenes={},
        authors=("Upstander",),
        licence="CC-BY-4.0",
        status=Status.DRAFT,
        content_hash="0",
        folder=folder,
        backdrop=backdrop,
    )


LIN = CastMember("lin", "Mrs. Lin", Role.TARGETED, picture="elder-woman-seated")
GREY = CastMember("grey", "Man in grey", Role.HARMING, picture="man-grey")
DRIVER = CastMember("driver", "The driver", Role.AUTHORITY, picture="driver")


def shown(qtbot: QtBot, told: Scenario, scene: Scene, width: int = 694) -> ScenePicture:
    picture = ScenePicture()
    qtbot.addWidget(picture)
    picture.show_scene(told, scene)
    picture.resize(width, picture.heightForWidth(width))
    return picture


def grabbed(picture: ScenePicture) -> QImage:
    return picture.grab().toImage()


# ---- who is there


def test_it_says_who_is_there_and_where(qtbot: QtBot) -> None:
    scene = Scene("a", present=("driver", "lin", "grey"))
    picture = shown(qtbot, scenario(LIN, GREY, DRIVER), scene)
    assert picture.accessibleName() == "Mrs. Lin, Man in grey and The driver on a bus"
    assert picture.accessibleDescription() == "Turned towards Mrs. Lin: Man in grey."


def test_it_is_a_graphic_to_a_screen_reader(qtbot: QtBot) -> None:
    picture = shown(qtbot, scenario(LIN), Scene("a", present=("lin",)))
    found = QAccessible.queryAccessibleInterface(picture)
    assert found.role() == QAccessible.Role.Graphic
    assert found.text(QAccessible.Text.Name) == "Mrs. Lin on a bus"


def test_without_present_those_who_speak_are_there() -> None:
    lines = (Line("you", "Hi"), Line("grey", "No"), Line(None, "Rain."), Line("grey", "No"))
    found = people_of(scenario(LIN, GREY), Scene("a", lines=lines))
    assert [each.key for each in found] == ["grey"]


def test_nobody_there_is_said_too(qtbot: QtBot) -> None:
    assert shown(qtbot, scenario(), Scene("a")).accessibleName() == "Inside a bus"
    bare = shown(qtbot, scenario(backdrop=None), Scene("a"))
    assert bare.accessibleName() == "Picture of the scene"


def test_a_scene_may_have_a_backdrop_of_its_own(qtbot: QtBot) -> None:
    picture = shown(qtbot, scenario(LIN), Scene("a", present=("lin",), backdrop="office"))
    assert picture.accessibleName() == "Mrs. Lin in an office"


def test_each_backdrop_has_words() -> None:
    for backdrop in BACKDROPS:
        assert picture_words.title([], backdrop) != picture_words.title([], None)
        assert picture_words.title([LIN], backdrop) != "Mrs. Lin"


def test_words_follow_the_language(qtbot: QtBot) -> None:
    picture = shown(qtbot, scenario(LIN, GREY), Scene("a", present=("lin", "grey")))
    language.use(language.PSEUDO)
    picture.restyled()
    for text in (picture.accessibleName(), picture.accessibleDescription()):
        assert text.startswith(language.OPEN)
        assert text.endswith(language.CLOSE)


# ---- which pictures


def test_nobody_is_given_a_picture_that_was_not_chosen() -> None:
    told = scenario(
        CastMember("a", "A", Role.TARGETED, pronouns="she"),
        CastMember("b", "B", Role.HARMING, pronouns="he/him"),
        CastMember("c", "C", Role.AUTHORITY),
        member("e", picture="woman-1"),
        member("f", picture="no-such-person"),
        member("g", picture="mine.png"),
    )
    found = pictures_of(told)
    assert found == {"a": "", "b": "", "c": "", "e": "woman-1", "f": "", "g": "mine.png"}


@pytest.mark.parametrize("palette", palettes.ALL, ids=lambda one: one.name)
def test_a_figure_is_of_the_colours_of_the_palette_and_no_others(
    palette: palettes.Colours, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(qapp, theme.Look(colours=palette))
    drawn = drawings.plain_figure("MT", 1.0, 1.0).toImage()
    held = {
        drawn.pixelColor(x, y).name()
        for x in range(0, drawn.width(), 2)
        for y in range(0, drawn.height(), 2)
        if drawn.pixelColor(x, y).alpha() == 255
    }
    ends = QColor(palette.teal), QColor(palette.on_teal)
    # What lies between the two is the edge of a letter.
    for one in map(QColor, held):
        for part in (QColor.red, QColor.green, QColor.blue):
            low, high = sorted(part(end) for end in ends)
            assert low - 2 <= part(one) <= high + 2
    assert {end.name() for end in ends} <= held


def test_a_figure_stays_the_same_when_somebody_else_gets_a_picture(qtbot: QtBot) -> None:
    alone = Scene("a", present=("tran",))
    tran, other = member("tran"), member("other")
    before = grabbed(shown(qtbot, scenario(tran, other), alone))
    chosen = replace(other, picture="man-cane")
    assert grabbed(shown(qtbot, scenario(tran, chosen), alone)) == before
    assert grabbed(shown(qtbot, scenario(tran, other, backdrop="bus"), Scene("a"))) != before


def test_figures_of_two_people_differ_by_the_letters_of_their_names(qtbot: QtBot) -> None:
    told = scenario(member("ada"), member("ben"))
    ada, ben = (shown(qtbot, told, Scene("a", present=(one,))) for one in ("ada", "ben"))
    assert grabbed(ada) != grabbed(ben)
    assert ada.accessibleName() == "Ada on a bus"
    assert ada.accessibleDescription() == "Ada shows as a plain figure, without a face."


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Ada", "Mr. Tran", "Woman with the umbrella"), ("A", "MT", "WU")),
        (("Mr. Tran", "Mrs. Truong", "Mrs. Lin"), ("MTra", "MTru", "ML")),
        (("Mr. Tran", "Mr. Tan"), ("MTr", "MTa")),
        (("Ada", "Anna"), ("Ad", "An")),
        (("The man", "The man", "the Man"), ("TM1", "TM2", "TM3")),
        (("A", "Al", "A1"), ("A", "Al", "A1")),
        (("A", "A", "A1"), ("A2", "A3", "A1")),
        (("", "…", "🙂"), ("1", "2", "3")),
        (("“Ada”", "(the) driver", "O’Neil"), ("A", "TD", "O")),
        (("林太太", "élise", "\u202eBob\u202c", "𠀀𠀁"), ("林", "É", "B", "𠀀")),
        (("n\u0303a", "ßa"), ("N\u0303", "ß")),
    ],
)
def test_letters_of_names_differ(names: tuple[str, ...], expected: tuple[str, ...]) -> None:
    found = letters_of({f"p{at}": name for at, name in enumerate(names)})
    assert tuple(found.values()) == expected
    assert list(found) == [f"p{at}" for at in range(len(names))]


def test_letters_that_no_font_has_are_shapes_that_differ(qapp: QApplication) -> None:
    names = {"a": "\U0001b170\U0001b171", "b": "Ana", "c": "\U0001b180 Lee", "d": "\U0001b190"}
    letters = marks_of(names)
    assert letters == {"a": "●", "b": "A", "c": "■", "d": "▲"}
    many = marks_of({str(at): chr(0x1B170 + at) for at in range(40)})
    assert len(set(many.values())) == 40
    pictures = [drawings.plain_figure(letters[key], 1.0, 1.0).toImage() for key in "acd"]
    assert all(one != other for one, other in itertools.pairwise([*pictures, pictures[0]]))
    described = picture_words.description([LIN], shown=True, plain=["Mrs. Lin"])
    assert described == "Mrs. Lin shows as a plain figure, without a face."


@pytest.mark.parametrize(
    "said",
    [
        "the woman with the red bag",
        "The woman with the red bag",
        "Woman with a bag",
        "nurse",
        "élise",
        "The Man",
        "(the) Driver",
        "Die Frau",
        "La mujer",
        "Người phụ nữ",
        "Older man",
        "a Nurse",
        "Counselor on 988",
        "Woman With A Red Bag",
        "Frau mit Tasche",
    ],
)
def test_whoever_is_described_and_not_named_has_a_shape_and_no_letters(
    qapp: QApplication, said: str
) -> None:
    assert marks_of({"a": "Ana Ruiz", "b": said, "c": "Bo"}) == {"a": "AR", "b": "●", "c": "B"}
    assert marks_of({"a": said, "b": said}) == {"a": "●", "b": "■"}


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Mr. Tran", "MT"), ("Maria da Silva", "MS"), ("An Nguyen", "AN"), ("Le Thi", "LT"),
        ("The", "T"), ("“Ada”", "A"), ("Ông Trần", "ÔT"), ("Bus 2", "B2"), ("2", "2"), ("", "1"),
    ],
)  # fmt: skip
def test_whoever_has_a_name_has_its_letters(qapp: QApplication, name: str, letters: str) -> None:
    assert marks_of({"a": name}) == {"a": letters}


def test_letters_of_a_name_of_many_marks_stay_few() -> None:
    found = letters_of({"a": "a" + "\u0301" * 5000, "b": "b" * 100_000, "c": "A\u0301" * 40})
    assert all(len(one) < 20 for one in found.values())
    assert len(set(found.values())) == 3


def test_whoever_shows_in_a_story_that_comes_along_has_a_picture() -> None:
    told = 0
    for file in sorted(paths.built_in_scenarios().glob("*/*.yaml")):
        story = read_file(file).content
        assert story is not None
        pictures = pictures_of(story)
        for scene in story.scenes.values():
            told += len(people_of(story, scene))
            plain = [one.name for one in people_of(story, scene) if not pictures[one.key]]
            assert plain == [], (file.name, scene.id)
    assert told > 100


# ---- where they stand

ROLES = (Role.TARGETED, Role.HARMING, Role.BYSTANDER, Role.AUTHORITY, Role.ALLY)


def body_of(name: str, mirrored: bool) -> tuple[float, float]:
    """Left and right end of what is drawn, in units from the middle of the box."""
    drawn = drawings.person(name, 1.0, 1.0, mirrored=mirrored)
    assert drawn is not None
    body = QRegion(drawn.mask()).boundingRect()
    return body.left() - 80, body.right() + 1 - 80


@pytest.mark.parametrize("backdrop", BACKDROPS)
@pytest.mark.parametrize(
    "count", [1, *(pytest.param(one, marks=pytest.mark.soak) for one in (2, 4)), 3, 5]
)
@pytest.mark.soak
def test_nobody_covers_anybody_or_leaves_the_picture(
    backdrop: str, count: int, qtbot: QtBot
) -> None:
    for first in range(0, len(PEOPLE), 3):
        names = [PEOPLE[(first + 5 * step) % len(PEOPLE)] for step in range(count)]
        members = [member(f"p{at}", ROLES[at], name) for at, name in enumerate(names)]
        ends = []
        for place in arrange(members, names, backdrop):
            left, right = body_of(names[int(place.key[1:])], place.mirrored)
            ends.append((place.x + left * place.scale, place.x + right * place.scale))
        ends.sort()
        assert ends[0][0] >= 0
        assert ends[-1][1] <= WIDTH
        assert all(right <= left for (_, right), (left, _) in itertools.pairwise(ends))


def test_who_harms_stands_beside_and_faces_who_is_targeted() -> None:
    members = [member("x"), LIN, DRIVER, member("y"), GREY]
    places = {place.key: place for place in arrange(members, ["teen"] * 5, "subway")}
    in_line = sorted(places, key=lambda key: places[key].x)
    assert abs(in_line.index("lin") - in_line.index("grey")) == 1
    assert places["lin"].mirrored
    assert not places["grey"].mirrored
    assert in_line[-1] == "driver"


def test_the_driver_looks_at_the_road() -> None:
    places = {each.key: each for each in arrange([LIN, DRIVER], ["teen", "driver"], "bus")}
    assert places["driver"].mirrored


@pytest.mark.parametrize("role", [Role.TARGETED, Role.HARMING, Role.BYSTANDER])
def test_a_cashier_stands_behind_the_counter(role: Role, qtbot: QtBot) -> None:
    cashier = member("till", role, "cashier-man")
    others = [member("t", Role.TARGETED, "teen"), member("h", Role.HARMING, "man-2")]
    members = [cashier, *(each for each in others if each.role is not role)]
    pictures = [each.picture or "" for each in members]
    places = arrange(members, pictures, "shop-counter")
    assert places[0].key == "till"
    assert [place.behind for place in places] == [True] + [False] * (len(places) - 1)
    counter = drawings.front("shop-counter", QSize(720, 272), 1.0)
    assert counter is not None
    assert QRegion(counter.mask()).boundingRect().left() <= places[0].x - 30


def test_all_staff_stand_behind_the_counter() -> None:
    rey, yuna = member("rey", Role.TARGETED), member("yuna", Role.TARGETED)
    members = [rey, yuna, GREY, member("x"), DRIVER]
    pictures = ["cashier-man", "cashier-woman", "man-grey", "man-cane", "manager"]
    for count in range(1, 6):
        places = arrange(members[:count], pictures[:count], "shop-counter")
        assert {place.key for place in places if place.behind} == {"rey", "yuna"} & {
            each.key for each in members[:count]
        }
    by_key = {place.key: place for place in places}
    assert by_key["grey"].mirrored
    assert not by_key["rey"].mirrored


def test_many_people_become_smaller() -> None:
    members = [member(f"p{number}") for number in range(9)]
    places = arrange(members, ["man-1"] * 9, "office")
    assert len({place.x for place in places}) == 9
    assert all(place.scale < 0.6 for place in places)


# ---- painting


@pytest.mark.parametrize("width", [300, 694, 1800])
def test_it_keeps_its_proportion(width: int, qtbot: QtBot) -> None:
    picture = shown(qtbot, scenario(LIN), Scene("a", present=("lin",)), width)
    assert picture.hasHeightForWidth()
    assert abs(picture.height() / picture.width() - 272 / 720) < 0.01
    image = grabbed(picture)
    assert image.pixelColor(width // 2, 3) != image.pixelColor(width // 2, image.height() - 3)


def test_corners_are_round(qtbot: QtBot) -> None:
    picture = shown(qtbot, scenario(), Scene("a"))
    picture.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    image = QImage(picture.size(), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    picture.render(image)
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(20, 20).alpha() == 255


def test_people_are_seen(qtbot: QtBot) -> None:
    told = scenario(LIN, GREY)
    empty = grabbed(shown(qtbot, told, Scene("a")))
    both = grabbed(shown(qtbot, told, Scene("a", present=("lin", "grey"))))
    assert empty != both


def test_another_scene_replaces_the_one_before(qtbot: QtBot) -> None:
    told = scenario(LIN, GREY)
    picture = shown(qtbot, told, Scene("a", present=("lin", "grey")))
    first = grabbed(picture)
    picture.show_scene(told, Scene("b", present=("lin",)))
    assert grabbed(picture) != first
    assert picture.accessibleName() == "Mrs. Lin on a bus"


def test_palettes_change_the_picture(qtbot: QtBot, qapp: QApplication) -> None:
    picture = shown(qtbot, scenario(LIN), Scene("a", present=("lin",)))
    found = []
    for palette in palettes.ALL:
        theme.apply(qapp, theme.Look(colours=palette))
        found.append(grabbed(picture))
    assert all(one != other for one, other in itertools.combinations(found, 2))
    outlined = found[-1].pixelColor(347, 0)
    assert outlined.lightness() > 200


# ---- backdrops for cards


@pytest.mark.parametrize("backdrop", BACKDROPS)
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_card_is_filled(backdrop: str, ratio: float, qtbot: QtBot) -> None:
    pixmap = render_backdrop(backdrop, None, QSize(367, 128), ratio)
    assert pixmap.deviceIndependentSize().toSize() in (QSize(367, 128), QSize(366, 128))
    image = pixmap.toImage()
    corners = [(0, 0), (image.width() - 1, 0), (0, image.height() - 1)]
    assert all(image.pixelColor(*corner).alpha() == 255 for corner in corners)


def test_a_card_is_rendered_once(qtbot: QtBot) -> None:
    first = render_backdrop("bus", None, QSize(367, 128), 1.0)
    assert render_backdrop("bus", None, QSize(367, 128), 1.0).cacheKey() == first.cacheKey()
    assert render_backdrop("bus", None, QSize(366, 128), 1.0).cacheKey() != first.cacheKey()
    assert render_backdrop("bus", None, QSize(367, 128), 2.0).cacheKey() != first.cacheKey()


@pytest.mark.parametrize("name", [None, "", "no-such-place", "../people/man-1", "missing.png"])
def test_a_card_without_a_picture_is_calm(name: str | None, tmp_path: Path, qtbot: QtBot) -> None:
    calm = drawings.calm_backdrop(QSize(300, 187), 1.0).toImage()
    assert render_backdrop(name, tmp_path, QSize(300, 187), 1.0).toImage() == calm


# ---- pictures of a scenario's own


def painted(place: Path, form: str, colour: str = "#AA3311", size: int = 60) -> Path:
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    writer = QImageWriter(str(place), form.encode())
    assert writer.write(image)
    return place


@pytest.mark.parametrize("ending", ["png", "jpg", "jpeg", "webp", "PNG"])
def test_a_picture_beside_the_scenario_is_shown(ending: str, tmp_path: Path, qtbot: QtBot) -> None:
    form = ending.lower().replace("jpg", "jpeg")
    painted(tmp_path / f"hall.{ending}", form)
    told = scenario(backdrop=f"hall.{ending}", folder=tmp_path)
    picture = shown(qtbot, told, Scene("a"))
    assert grabbed(picture).pixelColor(300, 100).red() > 140
    assert picture.accessibleDescription() == ""


def test_a_changed_picture_is_read_again(tmp_path: Path, qtbot: QtBot) -> None:
    painted(tmp_path / "hall.png", "png")
    first = render_backdrop("hall.png", tmp_path, QSize(60, 60), 1.0).toImage()
    painted(tmp_path / "hall.png", "png", "#1133AA", 61)
    second = render_backdrop("hall.png", tmp_path, QSize(60, 60), 1.0).toImage()
    assert first != second


def test_a_person_may_have_a_picture_of_their_own(tmp_path: Path, qtbot: QtBot) -> None:
    painted(tmp_path / "lin.png", "png", "#FF00FF")
    own = member("lin", Role.TARGETED, "lin.png")
    picture = shown(qtbot, scenario(own, folder=tmp_path), Scene("a", present=("lin",)), 720)
    assert grabbed(picture).pixelColor(360, 230) == QColor("#FF00FF")
    assert picture.accessibleDescription() == ""


def png_header(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(3 * width + 1) * 10)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def hostile(folder: Path, kind: str) -> str:
    """Put a bad picture into a folder (or do not) and give its name."""
    outside = folder.parent / "outside.png"
    painted(outside, "png")
    place = folder / "bad.png"
    if kind == "svg":
        place.write_bytes(SVG)
    elif kind == "huge":
        place.write_bytes(png_header(30_000, 30_000))
    elif kind == "cut jpeg":
        painted(folder / "bad.jpg", "jpeg", size=400)
        data = (folder / "bad.jpg").read_bytes()
        (folder / "bad.jpg").write_bytes(data[:150])
        return "bad.jpg"
    elif kind == "heavy":
        place.write_bytes(outside.read_bytes() + bytes(17 * 1024 * 1024))
    elif kind == "link":
        place.symlink_to(outside)
    elif kind == "link to svg":
        (folder / "real.svg").write_bytes(SVG)
        place.symlink_to(folder / "real.svg")
    elif kind == "ring":
        place.symlink_to(folder / "bad.png")
    elif kind == "folder":
        place.mkdir()
    elif kind == "empty":
        place.write_bytes(b"")
    elif kind == "wrong kind":
        painted(place, "jpeg")
    return {
        "up": "../outside.png",
        "absolute": str(outside),
        "svg ending": "real.svg",
        "no ending": "bad.",
        "null": "a\0.png",
        "endless": "a" * 5000 + ".png",
        "url": "file:///etc/hosts.png",
    }.get(kind, "bad.png")


CUT = pytest.param("cut jpeg", marks=pytest.mark.qt_log_ignore("JPEG datastream"))
"""Qt itself tells the log about it, and goes on."""
KINDS = [
    *("svg", "huge", CUT, "heavy", "link", "link to svg", "ring", "folder"),
    *("empty", "wrong kind", "missing", "up", "absolute", "svg ending", "no ending", "null"),
    *("endless", "url"),
]


@pytest.mark.parametrize("kind", KINDS)
def test_a_hostile_picture_leaves_a_calm_one_and_a_sentence(
    kind: str, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "scenario"
    folder.mkdir()
    name = hostile(folder, kind)
    told = scenario(LIN, backdrop=name, folder=folder)
    picture = shown(qtbot, told, Scene("a", present=("lin",)))
    calm = scenario(LIN, backdrop=None, folder=folder)
    expected = grabbed(shown(qtbot, calm, Scene("a", present=("lin",))))
    assert picture.accessibleDescription() == CANNOT
    found = grabbed(picture)
    # All but the strip with the sentence is the calm picture with the people.
    above = found.rect().adjusted(0, 0, 0, -50)
    assert found.copy(above) == expected.copy(above)
    assert found != expected


@pytest.mark.parametrize("kind", ["svg", "huge", CUT, "link", "missing"])
def test_a_hostile_picture_of_a_person_leaves_a_plain_figure(
    kind: str, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "scenario"
    folder.mkdir()
    own = member("lin", Role.TARGETED, hostile(folder, kind))
    picture = shown(qtbot, scenario(own, folder=folder), Scene("a", present=("lin",)))
    bare = scenario(replace(own, picture=None), folder=folder)
    figure = grabbed(shown(qtbot, bare, Scene("a", present=("lin",))))
    assert picture.accessibleDescription() == CANNOT
    above = figure.rect().adjusted(0, 0, 0, -50)
    assert grabbed(picture).copy(above) == figure.copy(above)


@pytest.mark.qt_log_ignore("JPEG")
def test_a_jpeg_that_ends_half_way_does_no_harm(tmp_path: Path, qtbot: QtBot) -> None:
    place = painted(tmp_path / "half.jpg", "jpeg", size=400)
    place.write_bytes(place.read_bytes()[:-200])
    size = QSize(120, 45)
    assert render_backdrop("half.jpg", tmp_path, size, 1.0).size() == size


@pytest.mark.parametrize(("width", "height"), [(1_000_000, 1), (1, 1_000_000)])
def test_a_picture_of_any_proportion_stays_in_bounds(
    width: int, height: int, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "long.png").write_bytes(png_header(width, height))
    own = member("lin", Role.TARGETED, "long.png")
    picture = shown(
        qtbot,
        scenario(own, backdrop="long.png", folder=tmp_path),
        Scene("a", present=("lin",)),
    )
    assert grabbed(picture).size() == picture.size()
    size = QSize(300, 187)
    assert render_backdrop("long.png", tmp_path, size, 2.0).size() == size * 2


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    painted(tmp_path / "real.png", "png")
    (tmp_path / "same.png").symlink_to("real.png")
    assert own_picture.find(tmp_path, "same.png") == (tmp_path / "real.png").resolve()


def test_without_a_folder_there_is_no_picture() -> None:
    assert own_picture.find(None, "hall.png") is None


def test_a_label_reads_no_picture_from_the_scene(qtbot: QtBot) -> None:
    picture = ScenePicture()
    qtbot.addWidget(picture)
    assert isinstance(picture.pixmap(), QPixmap)
    assert picture.text() == ""


@pytest.mark.parametrize(
    ("picture", "backdrop", "expected"),
    [
        ("teen-seated", "street-evening", "teen"),
        ("teen-seated", "subway", "teen-seated"),
        ("teen", "subway", "teen"),
        ("teen", "car-inside", "teen-seated"),
        ("teen", None, "teen"),
        ("guard", "car-inside", "guard"),
        ("patient-gown-seated", "street-evening", "patient-gown-seated"),
        ("mine.png", "car-inside", "mine.png"),
    ],
)
def test_people_get_up_and_sit_down_where_the_place_asks_for_it(
    picture: str, backdrop: str | None, expected: str
) -> None:
    known = {"teen", "teen-seated", "guard", "patient-gown-seated"}
    assert posture(picture, backdrop, known) == expected


def test_the_picture_shows_the_posture(qtbot: QtBot) -> None:
    sits = replace(LIN, picture="teen-seated")
    scene = Scene("a", present=("lin",))
    street = shown(qtbot, scenario(sits, backdrop="street-evening"), scene)
    up = shown(qtbot, scenario(replace(LIN, picture="teen"), backdrop="street-evening"), scene)
    assert street.grab().toImage() == up.grab().toImage()
    subway = shown(qtbot, scenario(sits, backdrop="subway"), scene)
    stands = shown(qtbot, scenario(replace(LIN, picture="teen"), backdrop="subway"), scene)
    assert subway.grab().toImage() != stands.grab().toImage()
