"""Get help: what is seen first, what is looked for, what a service says of itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from tests.ui.help.conftest import card, keys
from tests.ui.practice.hands import Hands, Key
from trainer.help.looking import Wish
from trainer.help.model import Channel, Need, Police, Reach
from trainer.ui.help.entry_head import EntryHead
from trainer.ui.help.page import HelpPage
from trainer.ui.help.right_now import NumberButton
from trainer.ui.help.told import url
from trainer.ui.widgets.address import AddressLink
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.link_sheet import LinkSheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.ui.widgets.fields import Dropdown

    Opened = Callable[..., HelpPage]

CITY = Wish("us-ca-sf")
AMBASSADORS = "sf-community-ambassadors"


def numbers(page: HelpPage) -> list[NumberButton]:
    return [one for one in page.now.findChildren(NumberButton) if one.isVisible()]


def pick(hands: Hands, box: Dropdown, words: str) -> None:
    """Walk through a list with the arrows until the words stand there."""
    box.setFocus()
    hands.press(Key.Key_Home)
    for _row in range(box.count()):
        if box.currentText() == words:
            return
        hands.press(Key.Key_Down)
    raise AssertionError(f"no {words}")


# What is seen first


def test_in_danger_numbers_are_in_view_without_scrolling(opened: Opened) -> None:
    page = opened()
    told = [one.words().split("\n")[0] for one in numbers(page)]
    assert told == ["Call 911", "Call 988", "Text 741741"]
    for one in numbers(page):
        place = QRect(one.mapTo(page, QPoint(0, 0)), one.size())
        assert page.rect().contains(place)
    names = [one.accessibleName() for one in numbers(page)]
    assert names[0] == "Call 911: 911, the emergency number"
    assert numbers(page)[0].accessibleDescription() == "Police: works with them"


def test_a_number_shows_what_is_known_about_it(hands: Hands, opened: Opened) -> None:
    page = opened(Wish("us-ca-sf", "vi", frozenset({Need.COMPANY}), without_police=True))
    assert "emergency-911" not in keys(page)
    numbers(page)[0].setFocus()
    hands.press(Key.Key_Return)
    assert keys(page)[0] == "emergency-911"
    assert card(page, "emergency-911").is_open()
    assert QApplication.focusWidget() is card(page, "emergency-911").head
    assert "Say first what is needed and where you are." in hands.seen()
    assert hands.context.wish == Wish(
        "us-ca-sf", "vi", frozenset({Need.COMPANY}), without_police=True
    )


def test_numbers_follow_the_place(hands: Hands, opened: Opened) -> None:
    page = opened(Wish("us-ny-nyc"))
    assert [one.listed.entry.key for one in numbers(page)][-1] == "womankind"


def test_who_decides_stands_beside_the_filters(hands: Hands, opened: Opened) -> None:
    opened()
    seen = hands.seen()
    assert "What happens next is up to the person it happened to." in seen
    assert "There are ways with the police, and ways without." in seen


# Looking for something


def test_a_place_a_language_and_a_kind_of_help_by_keyboard(hands: Hands, opened: Opened) -> None:
    page = opened()
    assert QApplication.focusWidget() is page.filters.place
    pick(hands, page.filters.place, "San Francisco Bay Area")
    assert hands.context.wish == Wish("us-ca-bay")
    assert "San Francisco Bay Area: " in hands.seen()
    pick(hands, page.filters.place, "San Francisco")
    pick(hands, page.filters.language, "Chinese")
    hands.button("Company on the way").setFocus()
    hands.press(Key.Key_Space)
    assert hands.context.wish == Wish("us-ca-sf", "zh", frozenset({Need.COMPANY}))
    assert keys(page) == [AMBASSADORS]
    assert "San Francisco: 1 service" in hands.seen()
    hands.button("Take all filters off").click()
    assert hands.context.wish == CITY
    assert len(keys(page)) > 20


def test_places_are_found_by_their_first_letters(hands: Hands, opened: Opened) -> None:
    page = opened()
    hands.write("oak")
    assert hands.context.wish == Wish("us-ca-oakland")
    spoken = page.filters.place.itemData(
        page.filters.place.currentIndex(), Qt.ItemDataRole.AccessibleTextRole
    )
    assert spoken == "Oakland, in San Francisco Bay Area"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_places_lie_in_each_other_in_the_list_that_drops_down(hands: Hands, opened: Opened) -> None:
    place = opened().filters.place
    hands.press(Key.Key_Return)
    view = place.view()
    assert view.isVisible()
    model, rows = place.model(), {place.itemText(row): row for row in range(place.count())}
    wide = {
        name: place.itemDelegate().sizeHint(QStyleOptionViewItem(), model.index(row, 0)).width()
        - place.fontMetrics().horizontalAdvance(name)
        for name, row in rows.items()
    }
    way = ["Anywhere", "California", "San Francisco Bay Area", "San Francisco"]
    assert [wide[name] for name in way] == sorted({wide[name] for name in way})
    QTest.keyClicks(view, "oak")
    QTest.keyClick(view, Key.Key_Return)
    hands.settle()
    assert hands.context.wish == Wish("us-ca-oakland")


def test_two_kinds_of_help_show_what_is_for_either(hands: Hands, opened: Opened) -> None:
    page = opened(CITY)
    for words in ("Company on the way", "Legal help"):
        hands.button(words).click()
    needs = {Need.COMPANY, Need.LEGAL}
    found = [one.listed.entry for one in page.results.cards()]
    assert all(needs.intersection(entry.needs) for entry in found)
    assert {need for need in needs for entry in found if need in entry.needs} == needs


def test_without_police_lets_nothing_through_that_is_not_known(
    hands: Hands, opened: Opened
) -> None:
    page = opened(CITY)
    everything = len(keys(page))
    page.filters.decide.without.click()
    hands.settle()
    shown = {one.listed.entry.police for one in page.results.cards()}
    assert shown == {Police.NONE, Police.CHOICE}
    assert "nobody knows what they have to do with the police. Ask first." in hands.seen()
    hands.button("Show these too").click()
    hands.settle()
    shown = {one.listed.entry.police for one in page.results.cards()}
    assert shown == {Police.NONE, Police.CHOICE, Police.UNKNOWN}
    assert "Nothing is known about police: ask first" in hands.seen()
    assert "Show these too" not in hands.seen()
    page.filters.decide.without.click()
    hands.settle()
    assert len(keys(page)) == everything


def test_where_nothing_fits_it_says_what_to_leave_out_and_what_is_farther_away(
    hands: Hands, opened: Opened
) -> None:
    page = opened(Wish("us-wi-la-crosse", "", frozenset({Need.COMPANY})))
    seen = hands.seen()
    assert "La Crosse: nothing fits all of that" in seen
    assert "Farther away: United States" in seen
    assert AMBASSADORS in keys(page)
    assert not page.save.isEnabled()
    offer = next(
        one
        for one in page.findChildren(Button)
        if one.isVisible() and one.words().startswith("Any kind of help: ")
    )
    count = int(offer.words().split(": ")[1].split()[0])
    offer.click()
    hands.settle()
    assert hands.context.wish == Wish("us-wi-la-crosse")
    assert len(keys(page)) == count
    assert "nothing fits" not in hands.seen()
    assert page.save.isEnabled()


def test_the_language_that_is_looked_for_is_named_first(hands: Hands, opened: Opened) -> None:
    page = opened(Wish("us-ca", "hmn"))
    assert "Hmong, English, Amharic and 12 more" in card(page, "california-vs-hate").head.words()
    hands.button("Take all filters off").click()
    hands.settle()
    assert "English, Amharic, Arabic and 12 more" in card(page, "california-vs-hate").head.words()


def test_services_come_back_when_the_filters_go(hands: Hands, opened: Opened) -> None:
    page = opened(CITY)
    before = keys(page)
    card(page, "eeoc").toggle()
    for words in ("Company on the way", "Company on the way"):
        hands.button(words).click()
        page.results.cards()
        hands.settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert keys(page) == before
    assert card(page, "eeoc").is_open()
    assert all(one.head.isVisible() for one in page.results.cards())


def test_page_down_scrolls_the_list_that_one_is_in(hands: Hands, opened: Opened) -> None:
    hands.shell.resize(1280, 560)
    page = opened(CITY)
    left, right = (one.verticalScrollBar() for one in (page._columns._left, page._columns._right))
    assert left.maximum() > 0
    hands.press(Key.Key_PageDown)
    assert (left.value(), right.value() > 200) == (0, True)
    page.filters.decide.without.setFocus()
    hands.press(Key.Key_PageDown)
    assert left.value() > 0


# A service


def test_a_short_card_says_what_matters_and_what_is_not_confirmed(opened: Opened) -> None:
    page = opened(CITY)
    short = card(page, AMBASSADORS).head
    for said in (
        "San Francisco Community Ambassadors Program",
        "They are not police.",
        "community.ambassadors@sfgov.org",
        "Police: not involved",
        "San Francisco · Company on the way · English, Spanish, Chinese and 6 more",
        "Not confirmed: Hours, and the numbers of the other teams.",
    ):
        assert said in short.words()
    described = short.accessibleDescription()
    assert "Not confirmed: Hours" in described
    assert "Police: not involved" in described
    assert "Enter shows the rest." in described


def test_every_card_of_an_unconfirmed_service_says_so(opened: Opened) -> None:
    page = opened()
    for one in page.results.cards():
        assert one.listed.entry.unconfirmed
        assert "Not confirmed: " in one.head.words()


def test_enter_unfolds_a_service_and_folds_it_up_again(hands: Hands, opened: Opened) -> None:
    page = opened(CITY)
    announced: list[str] = []
    hands.context.announced.connect(announced.append)
    one = card(page, AMBASSADORS)
    assert "How to reach it" not in hands.seen(one)
    one.head.setFocus()
    hands.press(Key.Key_Return)
    seen = hands.seen(one).replace("\u200b", "")
    for said in (
        "Call 415-531-7201",
        "Lead of the Mission team.",
        "https://sf.gov/information/community-ambassadors-program",
        "Someone to walk with you in a neighborhood where they work",
        "Other neighborhoods. In danger call 911.",
        "Not involved. A safety presence outside law enforcement.",
        "Cantonese, Mandarin, Tagalog",
        "Read on Nov 29, 2026",
        "https://www.sf.gov/community-ambassadors-program",
    ):
        assert said in seen
    assert "Enter folds it up." in one.head.accessibleDescription()
    hands.press(Key.Key_Return)
    assert "How to reach it" not in hands.seen(one)
    assert announced == ["The rest follows below.", "Folded up."]


def test_several_services_may_be_unfolded(hands: Hands, opened: Opened) -> None:
    page = opened(CITY)
    first, second = page.results.cards()[:2]
    for one in (first, second):
        one.head.setFocus()
        hands.press(Key.Key_Return)
    assert first.is_open()
    assert second.is_open()


def test_arrows_walk_from_service_to_service(hands: Hands, opened: Opened) -> None:
    page = opened(CITY)
    heads = [one.head for one in page.results.cards()]
    assert QApplication.focusWidget() is heads[0]
    hands.press(Key.Key_Down, Key.Key_Down)
    assert QApplication.focusWidget() is heads[2]
    hands.press(Key.Key_Up)
    assert QApplication.focusWidget() is heads[1]
    hands.press(Key.Key_Return, Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), AddressLink)


@pytest.mark.parametrize(
    ("shown", "address"),
    [
        ("community.ambassadors@sfgov.org", "mailto:community.ambassadors@sfgov.org"),
        ("Call 415-531-7357", "tel:4155317357"),
        (
            "https://sf.gov/information/community-ambassadors-program",
            "https://sf.gov/information/community-ambassadors-program",
        ),
    ],
)
def test_an_address_is_shown_in_full_before_anything_opens(
    hands: Hands, opened: Opened, shown: str, address: str
) -> None:
    page = opened(CITY, entry=AMBASSADORS)
    links = page.findChildren(AddressLink)
    link = next(one for one in links if one.accessibleName() == shown)
    link.setFocus()
    hands.press(Key.Key_Return)
    sheet = hands.sheet()
    assert isinstance(sheet, LinkSheet)
    assert address in hands.seen(sheet).replace("\u200b", "")
    assert QApplication.focusWidget() is hands.button("Stay here", sheet)
    hands.press(Key.Key_Return)


def test_ways_and_whole_services_are_copied(hands: Hands, opened: Opened) -> None:
    page = opened(CITY, entry=AMBASSADORS)
    copy = next(
        one for one in page.findChildren(Button) if one.accessibleName() == "Copy 415-531-7357"
    )
    copy.click()
    assert QGuiApplication.clipboard().text() == "415-531-7357"
    assert hands.shell.notices.isVisible()
    hands.button("Copy all of this as text").click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("San Francisco Community Ambassadors Program\n")
    assert "Not confirmed: Hours" in text
    assert "Read on Nov 29, 2026" in text


def test_a_way_without_an_address_is_words(hands: Hands, opened: Opened) -> None:
    page = opened(Wish("us-ca-oakland"), entry="oakland-chinatown-ambassadors")
    one = card(page, "oakland-chinatown-ambassadors")
    assert "Speak to them in the street" in hands.seen(one)
    assert not [link for link in one.findChildren(AddressLink) if "street" in link.words()]


@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("911", "tel:911"),
        ("+1 (800) 555-LINE", "tel:+18005555463"),
        ("1-833-8-no-hate", "tel:18338664283"),
    ],
)
def test_letters_of_a_number_are_the_keys_that_they_stand_on(number: str, address: str) -> None:
    assert url(Reach(Channel.PHONE, number)) == address


def test_what_no_program_opens_has_no_address() -> None:
    for channel in (Channel.TEXT, Channel.ADDRESS, Channel.NOTE):
        assert url(Reach(channel, "741741")) == ""


# Services of an organisation


def test_a_service_of_ones_own_says_whose_it_is_and_what_is_late(
    ours: str, hands: Hands, opened: Opened
) -> None:
    page = opened(CITY)
    own = card(page, AMBASSADORS).head.words()
    assert "Ask for Mei." in own
    assert "From your own folder; it stands in for the built-in entry" in own
    assert "This entry should have been looked at again by Jan 1, 2026." in own
    new = card(page, "our-walkers").head.words()
    assert "From your own folder" in new
    assert "stands in" not in new
    assert "Not confirmed" not in new
    assert "looked at again" not in card(page, "california-vs-hate").head.words()


def test_a_file_that_cannot_be_read_is_told_and_the_others_work(
    ours: str, hands: Hands, opened: Opened
) -> None:
    (Path(ours) / "half.yaml").write_text("format: help/1\nid: half\ntitel: Half\n", "utf-8")
    page = opened(CITY)
    assert "1 file of services in your folders cannot be read." in hands.seen()
    assert "our-walkers" in keys(page)
    hands.button("Show what is wrong").click()
    hands.settle()
    assert "half.yaml" in hands.seen()


def test_folders_that_are_looked_at_again_bring_new_services(
    hands: Hands, opened: Opened, ours: str
) -> None:
    page = opened(CITY)
    assert "our-walkers" in keys(page)
    (Path(ours) / "our-block.yaml").unlink()
    hands.context.read_library()
    hands.settle()
    page.results.cards()
    assert "our-walkers" not in keys(page)
    assert AMBASSADORS in keys(page)


def test_two_hundred_services_are_all_there(hands: Hands, opened: Opened, ours: str) -> None:
    one = (Path(ours) / "our-block.yaml").read_text("utf-8").split("entries:\n")[1]
    one = one.split("  sf-community")[0]
    many = "".join(one.replace("our-walkers", f"walkers-{number}") for number in range(140))
    head = "format: help/1\nid: many\ntitle: Many\nlanguage: en\nentries:\n"
    (Path(ours) / "many.yaml").write_text(head + many, "utf-8")
    hands.open("help")
    page = hands.shell.page()
    for _turn in range(2_000):
        hands.settle()
        if len(_heads(page)) == 201:
            break
    heads = _heads(page)
    assert len(heads) == 201
    tops = [head.mapTo(page, QPoint(0, 0)).y() for head in heads]
    assert len(set(tops)) == 201


def _heads(page: object) -> list[EntryHead]:
    assert isinstance(page, HelpPage)
    return [one for one in page.results.findChildren(EntryHead) if one.isVisible()]
