"""A page that uses every key."""

GOOD = """\
format: page/1
id: small-page
title: A page in small
summary: What is what.
language: en
order: 3
picture: own.png
status: draft
authors: [Upstander]
licence: CC-BY-4.0
sources:
  guide: {title: "A guide", url: "https://example.org/guide", read: 2026-01-31}
  book:
    title: A book
sections:
  - id: first
    heading: The first
    d: distract
    picture: own.png
    text: |
      Talk about *something else*. One in five does, 12,345 people, 40 %.
    sources: [guide, book]
    disagreement: true
  - id: second
    heading: The second
    text: Our own words.
    ours: true
"""
