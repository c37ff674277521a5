"""The colours, as four palettes: light, dark, and a high-contrast pair.

Text stands at 4.5:1 or more on every surface, outlines of controls at 3:1 or more; a
test asserts both. Widgets never name a colour: they ask :func:`trainer.ui.theme.colours`.
"""

from __future__ import annotations

from typing import NamedTuple

from trainer.method.ds import D


class Colours(NamedTuple):
    """One palette; every field but the first three is ``#RRGGBB``.

    Surfaces: ``paper`` (the page), ``card``, ``wash`` (teal, for what is chosen or said
    by you), ``well`` (key caps, tracks of bars, what lies a little deeper).
    Texts: ``ink``, ``soft`` (second in rank), ``teal``, and one for each D.
    Lines: ``line`` parts and frames what is only read, ``outline`` frames what can be
    pressed or written in, ``focus`` rings what has the keyboard.
    ``on_teal`` is text on a teal surface.
    """

    name: str
    dark: bool
    contrast: bool
    paper: str
    card: str
    wash: str
    well: str
    line: str
    outline: str
    focus: str
    ink: str
    soft: str
    teal: str
    teal_pressed: str
    on_teal: str
    distract: str
    delegate: str
    document: str
    delay: str
    direct: str
    wait: str
    harm: str

    def of(self, d: D) -> str:
        """Colour of a D, of waiting or of harm; never shown without its name and icon."""
        return str(getattr(self, d.value))

    def surfaces(self) -> tuple[str, ...]:
        """Every surface that text stands on."""
        return (self.paper, self.card, self.wash, self.well)

    def texts(self) -> tuple[str, ...]:
        """Every colour that text is set in, but :attr:`on_teal`."""
        return (self.ink, self.soft, self.teal, *(self.of(d) for d in D))


LIGHT = Colours(
    name="light",
    dark=False,
    contrast=False,
    paper="#FAF7F2",
    card="#FFFFFF",
    wash="#E3F0EE",
    well="#F3EEE6",
    line="#E3DDD3",
    outline="#8F8779",
    focus="#0E6A6A",
    ink="#1E2530",
    soft="#5A6472",
    teal="#0E6A6A",
    teal_pressed="#0A5454",
    on_teal="#FFFFFF",
    distract="#A84B00",
    delegate="#1D4FD1",
    document="#6A2BC9",
    delay="#1B7338",
    direct="#B5173B",
    wait="#5A6472",
    harm="#7A3B2E",
)

DARK = Colours(
    name="dark",
    dark=True,
    contrast=False,
    paper="#12161C",
    card="#1B2129",
    wash="#17302F",
    well="#242C36",
    line="#2E3742",
    outline="#76828F",
    focus="#5CC8BE",
    ink="#F1F3F5",
    soft="#A9B3BF",
    teal="#5CC8BE",
    teal_pressed="#7AD6CD",
    on_teal="#0E1A1A",
    distract="#FFB066",
    delegate="#8FB4FF",
    document="#C5A3FF",
    delay="#7FD79A",
    direct="#FF94A8",
    wait="#A9B3BF",
    harm="#E0B0A0",
)

CONTRAST_LIGHT = Colours(
    name="contrast-light",
    dark=False,
    contrast=True,
    paper="#FFFFFF",
    card="#FFFFFF",
    wash="#E6F4F2",
    well="#F0F0F0",
    line="#000000",
    outline="#000000",
    focus="#0033A0",
    ink="#000000",
    soft="#2B2B2B",
    teal="#004D4D",
    teal_pressed="#003333",
    on_teal="#FFFFFF",
    distract="#7A3200",
    delegate="#0033A0",
    document="#4B1596",
    delay="#0B4F22",
    direct="#8A0F2C",
    wait="#2B2B2B",
    harm="#5C2418",
)

CONTRAST_DARK = Colours(
    name="contrast-dark",
    dark=True,
    contrast=True,
    paper="#000000",
    card="#000000",
    wash="#00302D",
    well="#1A1A1A",
    line="#FFFFFF",
    outline="#FFFFFF",
    focus="#FFE45C",
    ink="#FFFFFF",
    soft="#E6E6E6",
    teal="#7FF0E6",
    teal_pressed="#B5F7F1",
    on_teal="#000000",
    distract="#FFC48A",
    delegate="#B3CCFF",
    document="#DBC4FF",
    delay="#A6F0BC",
    direct="#FFB8C6",
    wait="#E6E6E6",
    harm="#FFD0C2",
)

ALL = (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)


def choose(wanted: str, *, dark: bool, contrast: bool) -> Colours:
    """Give the palette for a setting; for ``system``, the one the system asks for."""
    for palette in ALL:
        if palette.name == wanted:
            return palette
    if contrast:
        return CONTRAST_DARK if dark else CONTRAST_LIGHT
    return DARK if dark else LIGHT
