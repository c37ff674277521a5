"""What the pictures of people show, in a few words; pictures of places have theirs elsewhere."""

from __future__ import annotations

from typing import Final

from trainer.language import N_, _
from trainer.ui.widgets.pictures import picture_words

_PEOPLE: Final = {
    "boy-shell": N_("Boy in a shell jacket"),
    "boy-stripes": N_("Boy in stripes"),
    "cashier-man": N_("Cashier, a man"),
    "cashier-silver": N_("Cashier with silver hair"),
    "cashier-woman": N_("Cashier, a woman"),
    "colleague-1": N_("Colleague with a blond ponytail, light skin"),
    "colleague-2": N_("Colleague with a mug, dark skin"),
    "colleague-3": N_("Colleague in green, long black hair"),
    "cook-white": N_("Cook in white"),
    "driver": N_("Driver"),
    "elder-1": N_("Older woman with a bun, on a seat"),
    "elder-frame": N_("Older woman with a walking frame"),
    "elder-man": N_("Older man in a flat cap"),
    "elder-man-2": N_("Older man with a white beard, brown skin"),
    "elder-woman": N_("Older woman with a bun and a handbag"),
    "elder-woman-vest": N_("Older woman in a vest"),
    "engineer-vest": N_("Engineer in a vest"),
    "floor-manager": N_("Floor manager in a dark shirt"),
    "girl-bob": N_("Girl with a bob"),
    "girl-yellow": N_("Girl in yellow"),
    "grandfather-tan": N_("Grandfather in tan"),
    "grandmother-stroller": N_("Grandmother with a stroller"),
    "guard": N_("Guard in a yellow vest"),
    "man-1": N_("Man in a blue sweatshirt, dark skin"),
    "man-2": N_("Man with a red beard, light skin"),
    "man-3": N_("Man with a backpack, black hair"),
    "man-cane": N_("Man with a cane"),
    "man-fleece": N_("Man in a fleece"),
    "man-glasses": N_("Man with glasses"),
    "man-grey": N_("Man in grey"),
    "man-headset": N_("Man with a headset"),
    "man-silver": N_("Man with silver hair"),
    "man-turban": N_("Man with an orange turban, black beard"),
    "man-turban-gray": N_("Man with a blue turban, grey beard"),
    "man-windbreaker": N_("Man in a windbreaker"),
    "manager": N_("Manager with a folder, grey hair"),
    "nurse-maroon": N_("Nurse in maroon"),
    "nurse-navy": N_("Nurse in navy"),
    "patient-gown": N_("Patient in a gown"),
    "ride-driver": N_("Driver of a car"),
    "server-apron": N_("Server in an apron"),
    "student-denim": N_("Student in denim"),
    "teen": N_("Teenager in a purple hoodie"),
    "volunteer-vest": N_("Volunteer in a vest"),
    "woman-1": N_("Woman in yellow, curly hair, brown skin"),
    "woman-2": N_("Woman in a green dress, light skin"),
    "woman-3": N_("Woman with a long braid, brown skin"),
    "woman-apron": N_("Woman in an apron"),
    "woman-bob": N_("Woman with a bob"),
    "woman-curls": N_("Woman with curls"),
    "woman-curls-overalls": N_("Woman with curls, in overalls"),
    "woman-denim": N_("Woman in denim"),
    "woman-hijab": N_("Woman with a hijab"),
    "woman-hijab-glasses": N_("Woman with a hijab and glasses"),
    "woman-lanyard": N_("Woman with a lanyard"),
    "woman-runner": N_("Woman who runs"),
    "woman-vest": N_("Woman in a vest"),
    "woman-wheelchair": N_("Woman in a wheelchair"),
    "young-man-hoodie": N_("Young man in a hoodie"),
}

_ALSO_PLACES: Final = {
    "break-room": N_("work kitchen coffee lunch staff"),
    "bridge-walkway": N_("street way home evening"),
    "bus": N_("transit transport ride stop driver"),
    "car-inside": N_("ride taxi driver"),
    "checkout": N_("shop store till grocery queue cashier"),
    "fair-hall": N_("event conference community stalls"),
    "family-table": N_("home dinner relatives food"),
    "garden-gate": N_("home neighbour house yard"),
    "gas-station": N_("petrol car shop"),
    "home-evening": N_("living room sofa family visit"),
    "hospital-bay": N_("clinic health care ward bed patient nurse doctor"),
    "market-street": N_("shop neighbourhood"),
    "meeting-room": N_("office work team"),
    "office": N_("work desk team"),
    "office-chat": N_("online computer message work"),
    "park-path": N_("walk lake outdoors"),
    "park-road-car": N_("walk lake street driver"),
    "parking-lot": N_("car park shop"),
    "platform": N_("station train transit transport rail"),
    "restaurant-floor": N_("café food table guest waiter server"),
    "restaurant-kitchen": N_("café cook food work"),
    "school-hall": N_("class students teacher corridor lockers"),
    "shop-aisle": N_("store supermarket grocery shelves"),
    "shop-counter": N_("store till cashier pharmacy"),
    "street-evening": N_("way home outdoors night"),
    "stroll-street": N_("neighbourhood walk home outdoors"),
    "subway": N_("train metro underground transit transport"),
    "video-call": N_("online computer meeting work"),
    "video-class": N_("online computer school lesson students"),
    "waiting-room": N_("clinic doctor dentist hospital practice health care reception patient"),
}
"""Words by which somebody may look for a place, beside those that it is called by."""

_ALSO_PEOPLE: Final = {
    "boy": N_("child pupil son"),
    "girl": N_("child pupil daughter"),
    "cashier": N_("shop till work"),
    "colleague": N_("work office"),
    "cook": N_("kitchen restaurant work"),
    "driver": N_("bus work"),
    "elder": N_("grandmother grandfather patient old senior elderly"),
    "engineer": N_("work builder"),
    "floor-manager": N_("boss work restaurant"),
    "grandfather": N_("old senior elder elderly"),
    "grandmother": N_("old senior elder elderly child"),
    "guard": N_("security"),
    "manager": N_("boss work"),
    "nurse": N_("clinic doctor hospital health care"),
    "patient": N_("clinic hospital health care"),
    "ride-driver": N_("taxi car work"),
    "server": N_("waiter restaurant work"),
    "student": N_("pupil school"),
    "teen": N_("pupil school young"),
    "volunteer": N_("help community"),
}
"""The same for people, by how the names of their pictures begin."""


def finds(folder: str, name: str, letters: str) -> bool:
    """Whether words find a picture: each of them is in what it shows, or is a word for it."""
    there = found_by(folder, name)
    return all(word in there for word in letters.casefold().split())


def found_by(folder: str, name: str) -> str:
    """Give all words by which a picture is found: what it shows, and other words for that."""
    also = _ALSO_PLACES.get(name, "")
    if folder != "backdrops":
        also = next((said for one, said in _ALSO_PEOPLE.items() if name.startswith(one)), "")
    return f"{words_for(folder, name)} {_(also) if also else ''}".casefold()


def words_for(folder: str, name: str) -> str:
    """Say what a built-in picture shows; a file of one's own is called as it is."""
    if folder == "backdrops":
        return name if "." in name else picture_words.title((), name)
    known = _PEOPLE.get(name.removesuffix("-seated"))
    if known is None:
        return name
    if name.endswith("-seated"):
        return _("%(person)s, seated") % {"person": _(known)}
    return _(known)
