"""A help file that uses every key."""

GOOD = """\
format: help/1
id: small-help
title: Help in small
language: en
places:
  xx: {name: Exland}
  xx-n: {name: North, within: xx}
  xx-n-port:
    name: Port
    within: xx-n
entries:
  first-line:
    name: First Line
    summary: People who listen.
    where: [xx]
    needs: [crisis, counselling]
    takes: Calls at any hour.
    takes_not: Nothing is known about it.
    police: choice
    police_note: Only if you want it.
    after: Somebody calls *back*.
    languages: [en, zh-Hant]
    reach:
      - phone: "1-800-555-LINE"
        about: Day and night.
      - text: "988"
      - web: https://example.org/first
      - email: help@example.org
      - address: 1 Main Street, Port
      - note: Or come by.
    source: https://example.org/about
    confirmed: false
    unconfirmed: The hours.
    reviewed: 2026-01-31
    until: 2027-01-31
  "988":
    name: Lawyers
    summary: Law.
    where: [xx-n, xx-n-port]
    needs: [legal]
    takes: Cases.
    takes_not: Criminal cases.
    police: none
    reach:
      - web: http://example.org/law
    source: [https://example.org/1, http://example.org/2]
    confirmed: true
    reviewed: 2026-01-31
    until: 2026-06-01
"""
